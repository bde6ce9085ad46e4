import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { Actors } from '../../src/actors.ts';
import type { Advances, Claims, Pockets } from '../../src/api/layers.ts';
import type { Meta } from '../../src/api/types.ts';
import { ALL } from '../../src/filter.ts';
import { strings } from '../../src/i18n/index.ts';
import { drawnAdvances } from '../../src/map/advances.ts';
import { drawnEvents } from '../../src/map/events.ts';
import { drawnPockets } from '../../src/map/pockets.ts';
import { KADIR, settled, World } from './world.ts';

let world: World;
before(async () => { world = await World.start(); });
after(async () => { await world.stop(); });

const DAY = '2017-08-31';

async function ask<T>(path: string): Promise<T> {
  return (await (await fetch(`${world.address}api/${path}`)).json()) as T;
}

/** Clicks on the middle of the map, or so many pixels beside it. */
async function click(page: Page, dy = 0, button: 'left' | 'right' = 'left'): Promise<void> {
  const map = await page.locator('#map').boundingBox();
  assert.ok(map);
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2 + dy, { button });
}

/** The places of events of 30 days, each with its claims by kind: one, or several close together and far from any other. */
async function eventsAt(): Promise<{ place: string; claims: string[]; lon: number; lat: number; alone: number }[]> {
  const claims = await ask<Claims>('claims?from=2017-08-02&to=2017-09-01');
  const { features } = drawnEvents(claims, ALL).points;
  const at = new Map<string, { place: string; claims: string[]; lon: number; lat: number }>();
  for (const { geometry, properties } of features) {
    const [lon = 0, lat = 0] = geometry.coordinates;
    const here = at.get(`${lon} ${lat}`) ?? { place: String(properties?.['place']), claims: [], lon, lat };
    here.claims.push(String(properties?.['claim']));
    at.set(`${lon} ${lat}`, here);
  }
  const all = [...at.values()];
  return all.map((one) => ({ ...one, alone: Math.min(...all.filter((o) => o !== one).map((o) => Math.hypot((o.lon - one.lon) * 0.82, o.lat - one.lat) * 111_195)) }));
}

test('a party and a kind of event are hidden in the legend, the page says so, and all comes back at once', async () => {
  const { page, complaints } = await world.visit(`day=${DAY}&lang=en&days=30&map=8/35.2/38.6`);
  const map = page.locator('#map canvas');
  const whole = await map.screenshot();
  const party = page.locator('#legend .toggle', { hasText: 'Syrian government' });
  assert.equal(await party.getAttribute('aria-pressed'), 'true');
  await party.focus();
  await page.keyboard.press('Enter');
  await page.locator('#hidden', { hasText: 'Syrian government' }).waitFor();
  await settled(page);
  assert.equal(await party.getAttribute('aria-pressed'), 'false');
  assert.ok(await party.evaluate((e) => e === document.activeElement), 'the keyboard stays where it was');
  assert.match(page.url(), /&hide=syrian_government/);
  await page.waitForFunction(() => !document.querySelector('#map')?.hasAttribute('aria-busy'));
  assert.ok(!whole.equals(await map.screenshot()));
  await page.locator('#legend .toggle', { hasText: 'Strike' }).click();
  await page.locator('#hidden', { hasText: 'Strike' }).waitFor();
  assert.match(page.url(), /&hide_kind=strike/);

  await page.reload();
  await settled(page);
  assert.equal(await party.getAttribute('aria-pressed'), 'false');
  await page.locator('#hidden button').click();
  await page.locator('#hidden').waitFor({ state: 'hidden' });
  assert.equal(await party.getAttribute('aria-pressed'), 'true');
  assert.doesNotMatch(page.url(), /hide/);
  assert.deepEqual(complaints, []);
});

test('a hidden party stays in the legend on a day on which it has nothing', async () => {
  const { page } = await world.visit(`day=${DAY}&lang=en&hide=israel`);
  const party = page.locator('#legend .toggle', { hasText: 'Israeli' });
  assert.equal(await party.getAttribute('aria-pressed'), 'false');
  await party.click();
  await party.waitFor({ state: 'detached' });
});

test('a click on an event opens with its own words, and the address keeps them', async () => {
  const alone = (await eventsAt()).find((e) => e.claims.length === 1 && e.place !== 'null' && e.alone > 4000);
  assert.ok(alone);
  const { page, complaints } = await world.visit(`day=${DAY}&lang=en&days=30&map=12/${alone.lat}/${alone.lon}`);
  await click(page, -17);
  await page.locator(`.asked [data-claim="${alone.claims[0]}"]`).waitFor();
  assert.match(page.url(), new RegExp(`&place=${alone.place}&said=${alone.claims[0]}`));
  await page.reload();
  await page.locator(`.asked [data-claim="${alone.claims[0]}"]`).waitFor();
  assert.deepEqual(complaints, []);
});

test('events that lie dense are one disc that tells how many of which, and a click takes them apart', async () => {
  const all = await eventsAt();
  const dense = all.reduce((a, b) => (b.claims.length > a.claims.length ? b : a));
  const { page } = await world.visit(`day=${DAY}&lang=en&days=30&map=7/${dense.lat}/${dense.lon}`);
  const map = await page.locator('#map').boundingBox();
  assert.ok(map);
  const hover = page.locator('#hover');
  const disc = async (): Promise<string | null> => {
    for (let i = 0; i < 49; i++) { // the disc of those around a place lies somewhere about it
      await page.mouse.move(map.x + map.width / 2 + ((i % 7) - 3) * 16, map.y + map.height / 2 + (Math.floor(i / 7) - 3) * 16);
      if (await hover.isVisible() && /\d+ events/.test(await hover.innerText())) return hover.innerText();
    }
    return null;
  };
  assert.match((await disc()) ?? '', /^\d+ events[^]*(Control|Clash): \d+/);
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForURL(/&map=8\//);
  assert.doesNotMatch(page.url(), /place=/);
});

test('a click on a pocket says whose it is, since when and what closed it, and leads to the places inside', async () => {
  const { actors } = await ask<Meta>('meta');
  const pockets = await ask<Pockets>(`pockets?day=${DAY}`); // and necks, which have no since
  const pocket = pockets.features.find((f) => f.properties.since && f.properties.closed.length > 0);
  assert.ok(pocket);
  const label = drawnPockets({ ...pockets, features: [pocket] }, { actors: new Actors(actors), filter: ALL, t: strings('en') }).features
    .find((f) => f.geometry.type === 'Point');
  assert.ok(label?.geometry.type === 'Point');
  const [lon, lat] = label.geometry.coordinates;
  const { page, complaints } = await world.visit(`day=${DAY}&lang=en&days=1&map=12.5/${lat}/${lon}`);
  await click(page);
  await page.locator('#panel h2', { hasText: 'Pocket' }).waitFor();
  assert.match((await page.locator('.pocket .known').textContent()) ?? '', /Area.*km².*Shut in since\d+ \w+ 2017/);
  assert.ok((await page.locator('.pocket .clause blockquote').count()) > 0);
  await page.locator('.pocket .pairs .link').first().click();
  await settled(page);
  assert.match(page.url(), new RegExp(`place=${pocket.properties.places[0]}`));
  assert.deepEqual(complaints, []);
});

test('a click on an arrow opens the report at the words that tell of the advance', async () => {
  const advances = await ask<Advances>(`advances?day=${DAY}&window=30`);
  const arrow = drawnAdvances(advances, ALL).features.find((f) => f.properties?.['concluded']);
  const ring = arrow?.geometry.coordinates[0];
  const [a, b] = [ring?.[7], ring?.[25]]; // half way along, on either side
  assert.ok(arrow && a && b);
  const { page } = await world.visit(`day=${DAY}&lang=en&days=30&map=12/${((a[1] ?? 0) + (b[1] ?? 0)) / 2}/${((a[0] ?? 0) + (b[0] ?? 0)) / 2}`);
  await click(page);
  await page.locator('mark.chosen').first().waitFor();
  const { report, claim, place } = arrow.properties as Record<string, string>;
  assert.match(page.url(), new RegExp(`&place=${place}&report=${report}&claim=${claim}`));
});

test('the coordinates of a spot are at hand by keyboard, copied, and lead to who held it', async () => {
  const { page, complaints } = await world.visit(`day=2017-08-13&lang=en&map=${KADIR.view}`);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const canvas = page.locator('#map canvas');
  await canvas.focus();
  await page.keyboard.press('c');
  const menu = page.getByRole('dialog', { name: 'Coordinates of this spot' });
  await menu.waitFor();
  assert.match(await menu.innerText(), /35\.27400, 38\.84600[^]*35°16′26″N 38°50′46″E/);
  await page.keyboard.press('Enter');
  await menu.getByText('Copied', { exact: true }).first().waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '35.27400, 38.84600');
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'hidden' });
  assert.ok(await canvas.evaluate((e) => e === document.activeElement));
  await click(page, 0, 'right');
  await menu.getByText('Who held this?').click();
  await page.locator('#panel h2', { hasText: 'This spot' }).waitFor();
  assert.match(page.url(), /&at=35\.27\d*,38\.84/);
  assert.deepEqual(complaints, []);
});

test('a finger that rests asks about the spot under it, in Arabic too', async () => {
  const { page } = await world.visit(`day=2017-08-13&lang=ar&map=${KADIR.view}`, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const finger = await page.context().newCDPSession(page);
  const map = await page.locator('#map').boundingBox();
  assert.ok(map);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: map.x + 150, y: map.y + 240 }] });
  const menu = page.getByRole('dialog', { name: strings('ar').spot.label });
  await menu.waitFor();
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  const box = await menu.boundingBox();
  assert.ok(box && box.x >= 0 && box.x + box.width <= 390);
  assert.equal(await menu.locator('bdi').first().getAttribute('dir'), 'ltr');
  await menu.getByText(strings('ar').spot.who).click();
  await page.waitForURL(/&at=/);
});
