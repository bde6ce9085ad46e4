import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { LANGS } from '../../src/i18n/index.ts';
import { THEMES } from '../../src/look.ts';
import { ROOMS } from '../../src/state.ts';
import { KADIR, settled, World } from './world.ts';

declare const axe: { run: (options: RunOptions) => Promise<AxeResults> };

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let world: World;
before(async () => { world = await World.start(); });
after(async () => { await world.stop(); });

/** What axe finds against the Web Content Accessibility Guidelines 2.2, levels A and AA: rule, element, why. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const { violations } = await page.evaluate((values) => axe.run({ runOnly: { type: 'tag', values } }), LEVELS);
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary ?? ''}`));
}

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
