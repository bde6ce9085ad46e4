import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { dayOf, KADIR, settled, World } from './world.ts';

let world: World;
before(async () => { world = await World.start(); });
after(async () => { await world.stop(); });

const holder = (page: Page): Promise<string | null> => page.locator('.verdict .holder').textContent();

/** Holds the handle of the slider and moves the mouse until the page stands on a day. */
async function dragTo(page: Page, day: string): Promise<void> {
  const handle = await page.locator('.handle').boundingBox();
  assert.ok(handle);
  const y = handle.y + 20;
  await page.mouse.move(handle.x, y);
  await page.mouse.down();
  const step = day > (await dayOf(page)) ? 1 : -1;
  for (let x = handle.x; (await dayOf(page)) !== day; x += step) {
    assert.ok(Math.abs(x - handle.x) < 400, `the slider does not reach ${day}`);
    await page.mouse.move(x, y);
  }
  await page.mouse.up();
  await settled(page);
}

test('dragging across 12 to 14 August 2017 shows al-Kadir change hands, on the map and in words', async () => {
  const { page, complaints } = await world.visit(`day=2017-08-11&lang=en&map=${KADIR.view}&place=${KADIR.id}`);
  assert.match((await holder(page)) ?? '', /Islamic State|Unknown/);
  await dragTo(page, '2017-08-14');
  assert.match((await holder(page)) ?? '', /Syrian government/);
  const clause = page.locator('.clause blockquote', { hasText: KADIR.ar }).first();
  assert.deepEqual(await clause.evaluate((e) => [(e as HTMLElement).lang, (e as HTMLElement).dir]), ['ar', 'rtl']);

  const map = await page.locator('#map').boundingBox();
  assert.ok(map);
  await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2);
  await page.locator('#hover', { hasText: 'Syrian government' }).waitFor();
  assert.match((await page.locator('#hover').textContent()) ?? '', /al-Kadir|Control/);

  await dragTo(page, '2017-08-11');
  assert.match((await holder(page)) ?? '', /Islamic State|Unknown/);
  assert.deepEqual(complaints, []);
});

test('back and forward go through the days and places that were looked at', async () => {
  const { page } = await world.visit('day=2017-08-11&lang=en');
  await page.locator('.track').focus();
  await page.keyboard.press('ArrowRight');
  await settled(page);
  await page.keyboard.press('Shift+ArrowRight');
  await settled(page);
  assert.equal(await dayOf(page), '2017-08-19');
  await page.goBack();
  assert.equal(await dayOf(page), '2017-08-12');
  await page.goBack();
  assert.equal(await dayOf(page), '2017-08-11');
  await page.goForward();
  assert.equal(await dayOf(page), '2017-08-12');
});

test('the keys move the handle where they point, in Arabic too', async () => {
  const { page } = await world.visit('day=2017-08-11&lang=ar');
  const track = page.locator('.track');
  await track.focus();
  const at = async (): Promise<number> => (await page.locator('.handle').boundingBox())?.x ?? NaN;
  const before = await at();
  await page.keyboard.press('ArrowLeft');
  assert.equal(await dayOf(page), '2017-08-12');
  assert.ok((await at()) < before);
  assert.match((await track.getAttribute('aria-valuetext')) ?? '', /السبت 12 آب 2017/);
});

test('space plays from day to day and stops, and the slider keeps the keyboard', async () => {
  const { page } = await world.visit('day=2017-08-11&lang=en');
  await page.locator('.track').focus();
  await page.keyboard.press('Space');
  await page.waitForFunction(() => (document.querySelector('#dock time')?.getAttribute('datetime') ?? '') >= '2017-08-14');
  await page.keyboard.press('Space');
  await settled(page);
  const stopped = await dayOf(page);
  assert.equal(await page.locator('.play').getAttribute('aria-label'), 'Play');
  assert.match(page.url(), new RegExp(`day=${stopped}`));
  assert.ok(await page.locator('.track').evaluate((e) => e === document.activeElement));
});

test('the chart tells of the day under the pointer', async () => {
  const { page } = await world.visit('day=2017-08-12&lang=en');
  await page.getByLabel('Time shown').selectOption('3 months');
  const handle = await page.locator('.handle').boundingBox();
  assert.ok(handle);
  await page.mouse.move(handle.x, handle.y + 10);
  assert.match((await page.locator('.tip').textContent()) ?? '', /^12 August 2017.*changes? of control.*Syrian government/);
});

test('the keys of time work from anywhere, but not in a field, and the arrows not on the map', async () => {
  const { page, complaints } = await world.visit('day=2017-08-11&lang=en');
  await page.keyboard.press('ArrowRight');
  assert.equal(await dayOf(page), '2017-08-12');
  await page.locator('.play').focus();
  await page.keyboard.press('Shift+ArrowLeft');
  assert.equal(await dayOf(page), '2017-08-05');
  for (const [own, ...keys] of [['#search-box', 'ArrowRight', 't'], ['.maplibregl-canvas', 'ArrowRight'], ['.choices select >> nth=0', 'ArrowRight', 't']] as const) {
    await page.locator(own).focus();
    for (const key of keys) await page.keyboard.press(key);
    assert.equal(await dayOf(page), '2017-08-05', own);
  }
  await page.locator('.maplibregl-canvas').focus(); // as after a click on the map
  await page.keyboard.press('t');
  assert.equal(await dayOf(page), '2017-12-31');
  await page.keyboard.press('?');
  await page.locator('dialog[open] kbd').first().waitFor();
  await page.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  const first = await dayOf(page);
  assert.ok(first < '2017-01-01');
  await page.keyboard.press('t');
  assert.equal(await dayOf(page), first, 'keys of a single character are off');
  assert.deepEqual(complaints, []);
});

test('the next change is that of the place that is picked', async () => {
  const { page } = await world.visit(`day=2017-08-01&lang=en&place=${KADIR.id}`);
  await page.keyboard.press(']');
  await page.locator('#dock time[datetime="2017-08-12"]').waitFor();
  await settled(page);
  await page.keyboard.press(']');
  await page.locator('.told', { hasText: 'No later change' }).waitFor();
  assert.equal(await dayOf(page), '2017-08-12');
  await page.locator('#panel .close').click();
  await settled(page);
  await page.keyboard.press(']');
  assert.equal(await dayOf(page), '2017-08-13', 'of all places, where none is picked');
});

test('a range is drawn with Shift, moved by its handle, and ended', async () => {
  const { page, complaints } = await world.visit('day=2017-08-20&lang=en');
  const changed = (): Promise<number> => page.locator('.change').count();
  const few = await changed();
  const handle = await page.locator('.handle').boundingBox();
  assert.ok(handle);
  const y = handle.y + 20;
  await page.keyboard.down('Shift');
  await page.mouse.move(handle.x, y);
  await page.mouse.down();
  await page.mouse.move(handle.x - 30, y);
  await page.mouse.move(handle.x - 60, y);
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await settled(page);
  assert.equal(await dayOf(page), '2017-08-20', 'drawn backwards it ends with the day where it began');
  const from = /from=([\d-]+)/.exec(page.url())?.[1] ?? '';
  assert.ok(from > '2017-07-01' && from < '2017-08-10', from);
  assert.ok((await changed()) > few);
  assert.match((await page.locator('#panel header').textContent()) ?? '', /from .* to 20 August 2017/);

  const start = page.getByRole('slider', { name: 'First day of the range' });
  await start.focus();
  await page.keyboard.press('ArrowRight');
  await settled(page);
  assert.ok((/from=([\d-]+)/.exec(page.url())?.[1] ?? '') > from);
  await page.keyboard.press('End');
  assert.match(page.url(), /from=2017-08-20/, 'it never passes the chosen day');

  await page.locator('.dates summary').click();
  await page.getByLabel('From', { exact: true }).fill('2017-07-01');
  await settled(page);
  assert.match(page.url(), /from=2017-07-01/);
  await page.getByRole('button', { name: 'Clear range' }).click();
  await settled(page);
  assert.doesNotMatch(page.url(), /from=/);
  assert.ok(await page.locator('.band').isHidden());
  assert.deepEqual(complaints, []);
});

test('a range grows while time plays', async () => {
  const { page } = await world.visit('day=2017-08-11&from=2017-08-09&lang=en');
  const width = async (): Promise<number> => (await page.locator('.band').boundingBox())?.width ?? NaN;
  const before = await width();
  await page.getByLabel('Days a second').selectOption('12');
  await page.locator('.play').click();
  await page.waitForFunction(() => (document.querySelector('#dock time')?.getAttribute('datetime') ?? '') >= '2017-08-16');
  await page.locator('.play').click();
  await settled(page);
  assert.ok((await width()) > before);
  assert.match(page.url(), /from=2017-08-09/);
});
