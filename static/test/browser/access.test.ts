import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGS } from '../../src/i18n/index.ts';
import { THEMES } from '../../src/look.ts';
import { ROOMS } from '../../src/state.ts';
import { barriers } from './barriers.ts';
import { KADIR, settled, World } from './world.ts';

let world: World;
before(async () => { world = await World.start(); });
after(async () => { await world.stop(); });

const sights = [
  ...ROOMS.map((room) => ({ name: `room ${room}`, hash: `day=2017-08-13&room=${room}` })),
  { name: 'a place', hash: `day=2017-08-13&place=${KADIR.id}` },
  { name: 'two days', hash: 'day=2017-08-13&room=compare&against=2017-07-13&how=swipe' },
];

for (const lang of LANGS) {
  for (const theme of THEMES.filter((t) => t !== 'auto')) {
    test(`no barrier in ${lang}, ${theme}`, async () => {
      for (const { name, hash } of sights) {
        const { page } = await world.visit(`${hash}&lang=${lang}&theme=${theme}`);
        assert.deepEqual(await barriers(page), [], name);
        await page.context().close();
      }
    });
  }
  test(`no barrier on a phone in ${lang}, with everything unfolded`, async () => {
    const { page } = await world.visit(`day=2017-08-13&lang=${lang}`, { viewport: { width: 390, height: 844 } });
    for (const opens of ['#settings summary', '#legend > summary', '#panel .fold']) {
      await page.locator(opens).click();
      await settled(page);
      assert.deepEqual(await barriers(page), [], opens);
      if (opens !== '#panel .fold') await page.locator(opens).click();
    }
  });
}
