import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { dayOf, KADIR, settled, World } from './world.ts';

let world: World;
before(async () => { world = await World.start(); });
after(async () => { await world.stop(); });

const BOTH = 'day=2017-08-13&room=compare&against=2017-07-13';
const NEAR = 'map=10.5/35.34/38.80'; // ground of no place, beside al-Kadir

const line = (page: Page): Promise<number> => page.locator('.divider').boundingBox().then((b) => (b ? b.x + b.width / 2 : NaN));
const cutOff = (page: Page): Promise<string> => page.locator('#beside').evaluate((e) => (e as HTMLElement).style.clipPath);
const share = async (page: Page): Promise<number> => Number(await page.locator('.divider').getAttribute('aria-valuenow'));

/** Waits until the second map has been drawn too. */
const drawn = (page: Page): Promise<void> => page.locator('#beside:not([aria-busy])').waitFor({ state: 'attached' });

async function middle(page: Page): Promise<{ x: number; y: number }> {
  const map = await page.locator('#map').boundingBox();
  assert.ok(map);
  return { x: map.x + map.width / 2, y: map.y + map.height / 2 };
}

test('the line between two days is moved with the mouse and with keys, and cuts the earlier map', async () => {
  const { page, complaints } = await world.visit(`${BOTH}&lang=en`);
  await drawn(page);
  assert.deepEqual(await page.locator('.era').allInnerTexts(), ['13 July 2017', '13 August 2017']);
  assert.match(await page.locator('#panel header').innerText(), /13 July 2017 against 13 August 2017/);
  const [x, cut] = [await line(page), await cutOff(page)];
  const grip = await page.locator('.grip').boundingBox();
  assert.ok(grip && grip.width >= 24);
  await page.mouse.move(x, grip.y + 20);
  await page.mouse.down();
  await page.mouse.move(x + 150, grip.y + 60, { steps: 4 });
  await page.mouse.up();
  assert.ok(Math.abs((await line(page)) - x - 150) < 2);
  assert.notEqual(await cutOff(page), cut);

  const at = await share(page);
  await page.keyboard.press('ArrowLeft');
  assert.equal(await share(page), at - 2);
  await page.keyboard.press('Shift+ArrowRight');
  assert.equal(await share(page), at + 8);
  await page.keyboard.press('End');
  assert.equal(await cutOff(page), 'inset(0px)');
  assert.equal(await page.locator('.divider').getAttribute('aria-valuetext'), '100% of the map shows 13 July 2017');
  assert.deepEqual(complaints, []);
});

test('both maps move as one, whichever is moved', async () => {
  const { page, complaints } = await world.visit(`${BOTH}&lang=en&${NEAR}`);
  await drawn(page);
  const [x, y] = [await line(page), (await middle(page)).y];
  for (const from of [x - 120, x + 60]) { // on the earlier side, then on the later one
    const before = /map=[^&]+/.exec(page.url())?.[0] ?? '';
    await page.mouse.move(from, y - 100);
    await page.mouse.down();
    await page.mouse.move(from + 40, y - 60, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction((was) => !location.hash.includes(was), before);
    await drawn(page);
  }
  await page.locator('.divider').focus();
  await page.keyboard.press('Home');
  const later = await page.locator('#stage').screenshot();
  await page.keyboard.press('End');
  assert.ok(!later.equals(await page.locator('#stage').screenshot()), 'the days differ');
  assert.deepEqual(complaints, []);
});

test('a click on the earlier side asks about the earlier day, and the days change places', async () => {
  const { page, complaints } = await world.visit(`${BOTH}&lang=en&map=${KADIR.view}`);
  await drawn(page);
  await page.locator('.divider').focus();
  await page.keyboard.press('End');
  const { x, y } = await middle(page);
  await page.mouse.click(x, y);
  await page.locator('#panel h2', { hasText: KADIR.en }).waitFor();
  await settled(page);
  assert.equal(await dayOf(page), '2017-07-13');
  assert.match(page.url(), /against=2017-08-13/);
  assert.match(await page.locator('.verdict').innerText(), /Islamic State|Unknown/);
  assert.equal(await page.locator('#beside, .divider').count(), 0, 'the second map went with the room');

  await page.getByRole('tab', { name: 'Compare' }).click();
  assert.deepEqual(await page.locator('.era').allInnerTexts(), ['13 July 2017', '13 August 2017'], 'each where it was');
  assert.deepEqual(complaints, []);
});

test('ground that changed hands says from whom to whom and how much, and opens its row', async () => {
  const { page, complaints } = await world.visit(`${BOTH}&how=overlay&lang=en&${NEAR}`);
  await page.locator('.pair').first().waitFor();
  await settled(page);
  const { x, y } = await middle(page);
  await page.mouse.move(x + 1, y);
  await page.mouse.move(x, y);
  const hover = page.locator('#hover', { hasText: 'Changed hands' });
  await hover.waitFor();
  const km2 = /([\d,.]+) km² \(([\d,.]+) to ([\d,.]+)\)/.exec(await hover.innerText());
  assert.match(await hover.innerText(), /Islamic State[\s\S]*Syrian government/);
  assert.ok(km2);
  await page.locator('.pair[open] summary').first().click(); // folded, so that it has to be unfolded
  await page.mouse.click(x, y);
  const row = page.locator('.pair[open]');
  await row.waitFor();
  assert.match(await row.innerText(), new RegExp(`${km2[1] ?? ''} km²`));
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'SUMMARY');
  assert.match(page.url(), /room=compare/);
  assert.equal(await page.locator('#beside').count(), 0);
  assert.deepEqual(complaints, []);
});

test('the list leads to its place, and back leads to the comparison', async () => {
  const { page } = await world.visit(`${BOTH}&lang=en`);
  await page.locator('.pair .change', { hasText: KADIR.en }).first().click();
  await page.locator('#panel h2', { hasText: KADIR.en }).waitFor();
  assert.match(page.url(), new RegExp(`place=${KADIR.id}`));
  await page.goBack();
  await page.locator('.divider').waitFor();
  assert.ok((await page.locator('.pair').count()) > 3);
});

test('a day is chosen by shortcut or date, and the address holds all of it until it is stopped', async () => {
  const { page, complaints } = await world.visit('day=2017-08-13&lang=en');
  await page.getByRole('tab', { name: 'Compare' }).click();
  assert.equal(await page.locator('.divider').count(), 0);
  await page.getByRole('button', { name: 'a month', exact: true }).click();
  await page.locator('.divider').waitFor();
  assert.equal(await page.getByLabel('Compare with').inputValue(), '2017-07-13');
  await page.getByLabel('Compare with').fill('2017-06-30');
  await page.waitForURL('**against=2017-06-30**');
  await page.getByLabel('what changed hands').check();
  await page.waitForURL('**how=overlay**');
  await settled(page);
  const said = await page.locator('.result').innerText();
  await page.reload();
  await settled(page);
  await page.locator('.pair').first().waitFor();
  assert.equal(await page.locator('.result').innerText(), said);
  assert.ok(await page.getByLabel('what changed hands').isChecked());
  await page.getByRole('button', { name: 'Stop comparing' }).click();
  await page.waitForURL((url) => !url.hash.includes('against'));
  assert.equal(await page.locator('.result').innerText(), '');
  assert.deepEqual(complaints, []);
});

test('parties that are hidden are left out, and the page says so; between equal days nothing changed', async () => {
  const { page } = await world.visit(`${BOTH}&lang=en&hide=islamic_state`);
  await page.locator('.pair').first().waitFor();
  await page.locator('.result', { hasText: 'Left out because it is hidden: what passed to or from Islamic State' }).waitFor();
  for (const row of await page.locator('.pair summary, .totals th').allInnerTexts()) assert.doesNotMatch(row, /Islamic State/);
  await page.goto(`${world.address}#day=2014-08-25&against=2014-08-24&room=compare&lang=en`);
  await page.locator('.result', { hasText: 'Nothing changed' }).waitFor();
});

test('the table is taken away as CSV, the ground as GeoJSON', async () => {
  const { page } = await world.visit(`${BOTH}&lang=en`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Table (CSV)' }).click()]);
  assert.equal(download.suggestedFilename(), 'difference-2017-07-13-2017-08-13.csv');
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  assert.equal(lines.length - 1, await page.locator('.pair').count());
  assert.match(lines[1] ?? '', /^2017-07-13,2017-08-13,Islamic State,Syrian government forces,\d+/);
  const href = await page.getByRole('link', { name: 'GeoJSON' }).getAttribute('href');
  const { features } = (await (await page.request.get(`${world.address}${href ?? ''}`)).json()) as { features: unknown[] };
  assert.ok(features.length > 0);
});

test('a comparison that cannot be fetched is told in words and can be tried again', async () => {
  const { page } = await world.visit('day=2017-08-13&lang=en&room=compare');
  await page.route('**/api/difference*', (route) => route.fulfill({ status: 500, json: { error: 'the database is locked' } }));
  await page.getByRole('button', { name: 'a week' }).click();
  const notice = page.locator('.notice', { hasText: 'Could not load the comparison: the database is locked' });
  await notice.waitFor();
  await page.unroute('**/api/difference*');
  await notice.getByText('Try again').click();
  await page.locator('.pair').first().waitFor();
  assert.equal(await page.locator('.notice').count(), 0);
});

test('in Arabic time begins on the right, and the keys move the line where they point', async () => {
  const { page, complaints } = await world.visit(`${BOTH}&lang=ar`);
  await drawn(page);
  const at = async (era: string): Promise<number> => (await page.locator(`.era.${era}`).boundingBox())?.x ?? NaN;
  assert.ok((await at('earlier')) > (await at('later')));
  await page.locator('.divider').focus();
  const x = await line(page);
  await page.keyboard.press('ArrowLeft');
  assert.ok((await line(page)) < x);
  await page.keyboard.press('End');
  assert.ok((await line(page)) < 2, 'all of it is the earlier day');
  for (const part of ['.chooser', '.totals', '.pair summary >> nth=0', '.era >> nth=0']) {
    assert.doesNotMatch(await page.locator(part).first().innerText(), /\p{Script=Latin}{3}/u, part);
  }
  assert.deepEqual(complaints, []);
});

test('on a phone the line is moved with a finger, and nothing is out of reach', async () => {
  const { page, complaints } = await world.visit(`${BOTH}&lang=ar`, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await drawn(page);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  for (const era of await page.locator('.era').all()) {
    const box = await era.boundingBox();
    assert.ok(box && box.x >= 0 && box.x + box.width <= 390, await era.innerText());
  }
  const [x, y] = [await line(page), (await middle(page)).y];
  const touch = await page.context().newCDPSession(page);
  for (const [type, on] of [['touchStart', 0], ['touchMove', 40], ['touchMove', 80]] as const) {
    await touch.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: x + on, y }] });
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  assert.ok(Math.abs((await line(page)) - x - 80) < 3);
  await page.locator('#panel .fold').tap();
  await page.locator('.totals').waitFor();
  const [panel, totals] = [await page.locator('#panel').boundingBox(), await page.locator('.totals').boundingBox()];
  assert.ok(panel && totals && totals.width <= panel.width);
  assert.deepEqual(complaints, []);
});
