import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Holdings } from '../../src/api/layers.ts';
import type { Source, Who } from '../../src/api/types.ts';
import { KADIR, settled, World } from './world.ts';

let world: World;
before(async () => { world = await World.start(); });
after(async () => { await world.stop(); });

const DAY = '2017-08-15';
const TODAY = new Date().toISOString().slice(0, 10);

async function ask<T>(path: string): Promise<T> {
  return (await (await fetch(`${world.address}api/${path}`)).json()) as T;
}

/** A place of which one source's word alone decides who holds it on DAY; the source is on a side. */
async function hangsOnOneSource(): Promise<{ source: Source; place: string; view: string; holder: string }> {
  const { sources } = await ask<{ sources: Source[] }>('sources');
  const all = await ask<Holdings>(`holdings?day=${DAY}`);
  for (const source of sources.filter((s) => s.side !== '' && s.reports > 0)) {
    const rest = await ask<Holdings>(`holdings?day=${DAY}&without=${source.id}`);
    const kept = new Set(rest.features.map((f) => f.properties.place));
    const found = all.features.find((f) => !kept.has(f.properties.place) && !f.properties.contested);
    if (!found) continue;
    const [lon, lat] = found.geometry.coordinates;
    return { source, place: found.properties.place, view: `11/${lat}/${lon}`, holder: found.properties.holder };
  }
  return assert.fail('no such place in the sample reports');
}

/** A place of DAY of which an answer is as asked for. */
async function placeWhere(path: string, wanted: (who: Who) => boolean): Promise<Who> {
  const { places } = await ask<{ places: Who[] }>(path);
  return places.find(wanted) ?? assert.fail(`no such place in the answer of ${path}`);
}

const box = (page: Page, source: Source) => page.getByRole('checkbox', { name: source.name_en });
const verdict = (page: Page): Promise<string> => page.locator('.verdict').innerText();

test('without its source a place is nobody’s, on the map and in words, until the source counts again', async () => {
  const { source, place, view } = await hangsOnOneSource();
  const { page, complaints } = await world.visit(`day=${DAY}&lang=en&map=${view}&place=${place}`);
  const held = await verdict(page);
  const map = page.locator('#map canvas');
  const coloured = await map.screenshot();
  assert.ok(coloured.equals(await map.screenshot()), 'the map has come to rest');
  assert.match(await page.locator('.clause .source').first().innerText(), /speaks for/);
  await page.locator('#sources summary').click();
  await box(page, source).uncheck();
  await page.locator('#scope', { hasText: source.name_en }).waitFor();
  await settled(page);
  assert.notEqual(await verdict(page), held);
  assert.equal(await page.locator('.clause', { hasText: source.name_en }).count(), 0);
  while (coloured.equals(await map.screenshot())) await page.waitForTimeout(100); // until the map is drawn anew
  assert.match(page.url(), new RegExp(`&without=${source.id}`));

  await page.reload();
  await settled(page);
  assert.notEqual(await verdict(page), held);
  await page.locator('#sources summary').click();
  assert.equal(await box(page, source).isChecked(), false);
  await page.getByRole('button', { name: 'Count all sources' }).click();
  await settled(page);
  assert.equal(await verdict(page), held);
  assert.ok(await page.locator('#scope').isHidden());
  assert.ok(await box(page, source).isChecked());
  await page.goBack();
  await page.locator('#scope', { hasText: source.name_en }).waitFor();
  assert.deepEqual(complaints, []);
});

test('with every source left out nothing is known, and the data to take away says the same', async () => {
  const { sources } = await ask<{ sources: Source[] }>('sources');
  const without = sources.map((s) => `without=${s.id}`).join('&');
  const { page, complaints } = await world.visit(`day=${DAY}&lang=en&${without}`);
  assert.match(await page.locator('#panel').innerText(), /0 reports/);
  await page.getByRole('button', { name: 'This day as data' }).click();
  await page.getByRole('tab', { name: 'Take away', selected: true }).waitFor();
  const file = await page.locator('.files a').first().getAttribute('href');
  assert.deepEqual((await ask<Holdings>((file ?? '').replace('api/', ''))).features, []);
  assert.deepEqual(complaints, []);
});

test('what was known long ago is nothing, the page says so, and the address keeps it', async () => {
  const { page, complaints } = await world.visit(`day=${DAY}&lang=en&place=${KADIR.id}`);
  const held = await verdict(page);
  await page.locator('#sources summary').click();
  await page.locator('#known-on').fill('2012-03-01');
  await page.locator('#scope', { hasText: '1 March 2012' }).waitFor();
  await settled(page);
  assert.match(await verdict(page), /Unknown/);
  assert.equal(await page.locator('.clause').count(), 0);
  assert.match(await page.locator('#sources').innerText(), /No report was known/);
  assert.match(page.url(), /&as_known_on=2012-03-01/);

  await page.reload();
  await settled(page);
  assert.match(await page.locator('#scope').innerText(), /This is what was known on 1 March 2012/);
  assert.match(await verdict(page), /Unknown/);

  await page.locator('#sources summary').click();
  await page.locator('#known-on').fill(TODAY);
  await page.waitForURL(`**as_known_on=${TODAY}`);
  await settled(page);
  assert.equal(await verdict(page), held, 'all reports were read today');
  await page.locator('#known-on').fill('');
  await settled(page);
  assert.ok(await page.locator('#scope').isHidden());
  assert.doesNotMatch(page.url(), /as_known_on/);
  assert.deepEqual(complaints, []);
});

test('a source of the address that nobody has heard of stops nothing, and can be ticked again', async () => {
  const { page, complaints } = await world.visit(`day=${DAY}&lang=en&place=${KADIR.id}&without=no+such,source`);
  assert.match(await verdict(page), /Syrian government/);
  await page.locator('#sources summary').click();
  const unheard = page.getByRole('checkbox', { name: 'no such,source' });
  assert.equal(await unheard.isChecked(), false);
  await unheard.click();
  await page.waitForURL((url) => !url.hash.includes('without'));
  assert.equal(await unheard.count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'SUMMARY');
  assert.deepEqual(complaints, []);
});

test('the switches work with the keyboard alone and keep it', async () => {
  const { page } = await world.visit(`day=${DAY}&lang=en`);
  await page.locator('#sources summary').focus();
  await page.keyboard.press('Enter');
  for (let i = 0; i < 8 && (await page.evaluate(() => (document.activeElement as HTMLInputElement).type)) !== 'checkbox'; i++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  await page.locator('#scope').waitFor();
  await settled(page);
  const focused = await page.evaluate(() => {
    const e = document.activeElement as HTMLInputElement;
    return [e.type, e.checked];
  });
  assert.deepEqual(focused, ['checkbox', false]);
});

test('the panel says why a place is contested, what was outweighed, and how old the news is', async () => {
  const uncertain = await placeWhere(`contested?day=${DAY}`, (w) => w.uncertain);
  const { page, complaints } = await world.visit(`day=${DAY}&lang=en&place=${uncertain.place?.id ?? ''}`);
  assert.match(await verdict(page), /Uncertain\. Perhaps already:[\s\S]*it passed to them about then, nobody says when/);
  assert.doesNotMatch(await page.locator('.known').innerText(), /Last confirmed/);
  assert.match(await page.locator('.spells').innerText(), /Uncertain/);

  const fought = await placeWhere(`contested?day=${DAY}`, (w) => w.disputes.some((d) => d.why === 'sources_disagree'));
  await page.goto(`${world.address}#day=${DAY}&lang=en&place=${fought.place?.id ?? ''}`);
  await page.locator('#panel h2', { hasText: fought.place?.name_en ?? '' }).waitFor();
  assert.match(await verdict(page), /Contested\. Also here:[\s\S]*the sources disagree/);

  const later = '2017-11-05'; // by when reports have taken back what others said
  const outweighed = await placeWhere(`held?actor=islamic_state&day=${later}`, (w) => w.against.length > 0);
  await page.goto(`${world.address}#day=${later}&lang=en&place=${outweighed.place?.id ?? ''}`);
  await page.locator('#panel h2', { hasText: outweighed.place?.name_en ?? '' }).waitFor();
  const against = page.locator('section', { hasText: 'Said otherwise' });
  assert.equal((await against.locator('blockquote').first().textContent())?.trim(), outweighed.against[0]?.claim.quote.trim());
  const { sources } = await ask<{ sources: Source[] }>('sources');
  const speaker = sources.find((source) => source.id === outweighed.against[0]?.report.source_id);
  assert.ok((await against.innerText()).includes(speaker?.name_en ?? 'nobody'));
  const age = outweighed.age_days ?? 0;
  assert.match(await page.locator('.known').innerText(), age === 0 ? /on this day/ : new RegExp(`${age} days? before`));
  assert.deepEqual(complaints, []);
});

/** Whether two elements share ground on the screen. */
async function overlap(page: Page, a: string, b: string): Promise<boolean> {
  const [x, y] = [await page.locator(a).boundingBox(), await page.locator(b).boundingBox()];
  return !!x && !!y && x.x < y.x + y.width && y.x < x.x + x.width && x.y < y.y + y.height && y.y < x.y + x.height;
}

const SCREENS = [
  { name: 'a desktop', viewport: { width: 1440, height: 900 }, phone: false },
  { name: 'a phone', viewport: { width: 390, height: 844 }, phone: true },
  { name: 'a small phone', viewport: { width: 320, height: 568 }, phone: true },
];
for (const lang of ['ar', 'en']) {
  for (const { name, viewport, phone } of SCREENS) {
    test(`sources and legend lie beside each other on ${name}, in ${lang}`, async () => {
      const { source } = await hangsOnOneSource();
      const hash = `day=${DAY}&lang=${lang}&without=${source.id}&as_known_on=${TODAY}`;
      const { page, complaints } = await world.visit(hash, { viewport, hasTouch: phone });
      const parts = ['#buttons', '#sources', '#legend', '#scope', '#dock', '#panel', '#bar'];
      const apart = async (): Promise<void> => {
        for (const [i, a] of parts.entries()) for (const b of parts.slice(i + 1)) assert.ok(!(await overlap(page, a, b)), `${a} and ${b}`);
      };
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), viewport.width);
      await apart();
      await page.locator('#sources summary').click();
      await page.locator('#known-on').waitFor();
      await apart();
      const list = await page.locator('#sources').boundingBox();
      assert.ok(list && list.x >= 0 && list.x + list.width <= viewport.width);
      await page.locator('#sources input[type=checkbox]').last().scrollIntoViewIfNeeded();
      if (lang === 'ar') assert.doesNotMatch(await page.locator('#scope').innerText(), /\p{Script=Latin}/u);
      assert.deepEqual(complaints, []);
    });
  }
}
