import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { FeatureCollection, MultiPolygon, Position } from 'geojson';
import type { Areas, Fronts } from '../../src/api/layers.ts';
import type { Meta, Source } from '../../src/api/types.ts';
import { addDays, daysBetween, type Day } from '../../src/day.ts';
import type { CourseDocument, GroundDocument } from '../../src/ground/format.ts';
import { Ground } from '../../src/ground/ground.ts';
import { dayOf, KADIR, settled, World } from './world.ts';

type Cells = FeatureCollection<MultiPolygon, { places: string[]; reported: boolean; said: Day; age_days: number }>;

let world: World;
before(async () => { world = await World.start(); });
after(async () => { await world.stop(); });

async function ask<T>(path: string): Promise<T> {
  return (await (await fetch(`${world.address}api/${path}`)).json()) as T;
}

const six = (p: Position): string => p.map((x) => x.toFixed(6)).join(' ');

/** A ring from its least point on, so that rings compare wherever they begin. */
function ringOf(ring: Position[]): string {
  const points = ring.slice(1).map(six);
  const least = points.indexOf([...points].sort()[0] ?? '');
  return [...points.slice(least), ...points.slice(0, least)].join(', ');
}

const areasOf = ({ features }: Areas): string[] => features.map(({ geometry, properties: { holder, contested, parties } }) =>
  JSON.stringify([holder, contested, parties, geometry.coordinates.map(([outer = [], ...holes]) => [ringOf(outer), holes.map(ringOf).sort()]).sort()]));

const frontsOf = ({ features }: Fronts): string[] => features.map(({ geometry, properties: { a, b, places } }) => {
  const line = geometry.coordinates;
  const closed = six(line[0] ?? []) === six(line.at(-1) ?? []);
  return JSON.stringify([a, b, closed ? ringOf(line) : line.map(six), closed ? [...places].map(String).sort() : places]);
}).sort();

test('what the page draws by itself is what the server answers, on every day and whatever counts', async () => {
  const { first, last } = await ask<Meta>('meta');
  assert.ok(first && last);
  let reported = 0;
  const { sources } = await ask<{ sources: Source[] }>('sources');
  const most = sources.reduce((a, b) => (b.reports > a.reports ? b : a));
  for (const [scope, step] of [['', 9], [`without=${most.id}`, 40]] as const) {
    const document = await ask<GroundDocument>(`ground?${scope}`);
    const ground = new Ground(document, await ask<CourseDocument>(`course?${scope}`));
    for (let day = addDays(first, -400); daysBetween(day, last) > -60; day = addDays(day, day < first ? 100 : step)) {
      const [areas, fronts, cells] = await Promise.all([ask<Areas>(`areas?day=${day}&${scope}`), ask<Fronts>(`fronts?day=${day}&${scope}`),
        ask<Cells>(`cells?day=${day}&${scope}`)]);
      const drawn = ground.on(day);
      // Not deepEqual: a difference would be told in megabytes.
      assert.ok(isDeepStrictEqual(areasOf(drawn.areas), areasOf(areas)), `other areas on ${day} ${scope}`);
      assert.ok(isDeepStrictEqual(frontsOf(drawn.fronts), frontsOf(fronts)), `other fronts on ${day} ${scope}`);
      for (const [i, { properties: { km2, km2_reported: told } }] of drawn.areas.features.entries()) {
        assert.ok(Math.abs(km2 - (areas.features[i]?.properties.km2 ?? NaN)) < 0.05, `${km2} km² on ${day}`);
        assert.ok(Math.abs(told - (areas.features[i]?.properties.km2_reported ?? NaN)) < 0.05, `${told} km² reported on ${day}`);
      }
      reported += evidenceAgrees(document, ground, day, cells);
      const km = (all: Fronts): number => all.features.reduce((sum, f) => sum + f.properties.km, 0);
      assert.ok(Math.abs(km(drawn.fronts) - km(fronts)) < 0.05, `${km(drawn.fronts)} km of fronts on ${day}`);
    }
  }
  assert.ok(reported > 0, 'no cell was ever reported');
});

/** Compares the evidence of each cell with what the server says; how many cells are reported. */
function evidenceAgrees({ cells }: GroundDocument, ground: Ground, day: Day, { features }: Cells): number {
  const shades = ground.standings(day);
  if (!shades) {
    assert.deepEqual(features, [], `cells on ${day}, of which the page knows nothing`);
    return 0;
  }
  const { reported, age } = shades;
  const told = new Map(features.map(({ properties: p }) => [p.places[0], p]));
  let count = 0;
  reported.forEach((is, cell) => {
    const server = cells[cell]?.places.map(({ id }) => told.get(id)).find(Boolean);
    assert.equal(is === 1, server?.reported ?? false, `cell ${cell} on ${day}`);
    assert.equal(age[cell], server && server.said <= day ? server.age_days : -1, `cell ${cell} on ${day}`);
    count += is;
  });
  return count;
}

test('the colours follow the slider while the server says nothing', async () => {
  const { page, complaints } = await world.visit(`day=2017-08-11&lang=en&map=${KADIR.view}`);
  const asked: string[] = [];
  page.on('request', (r) => { asked.push(new URL(r.url()).pathname); });
  await page.route('**/api/**', () => undefined); // never answered
  const map = await page.locator('#map').boundingBox();
  const handle = await page.locator('.handle').boundingBox();
  assert.ok(map && handle);
  const held = (): Promise<string[]> => page.locator('#legend li:has(.km2)').allInnerTexts();
  const before = await held();
  const y = handle.y + 20;
  await page.mouse.move(handle.x, y);
  await page.mouse.down();
  const days = new Set<string>();
  for (let x = handle.x; days.size < 12; x += 4) {
    assert.ok(x < handle.x + 600, `only ${days.size} days on the way`);
    await page.mouse.move(x, y);
    days.add(await dayOf(page));
  }
  assert.notDeepEqual(await held(), before, 'the ground by party is that of another day');
  const shown = await page.locator('#map canvas').screenshot();
  for (let x = handle.x + 60; (await dayOf(page)) > '2017-08-11'; x -= 3) await page.mouse.move(x, y);
  assert.deepEqual(await held(), before);
  while (shown.equals(await page.locator('#map canvas').screenshot())) await page.waitForTimeout(50); // until it is drawn anew
  await page.mouse.up();
  assert.deepEqual(asked.filter((path) => /\/(areas|fronts|ground|course)$/.test(path)), []);
  assert.ok(asked.filter((path) => path.endsWith('/holdings')).length <= days.size / 4, asked.join(' '));
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  assert.deepEqual(complaints, []);
});

test('where the ground cannot be fetched the page says so, and tries again when told to', async () => {
  const { page } = await world.visit('day=2017-08-12&lang=en');
  let fails = true;
  await page.route('**/api/course', (route) => (fails ? route.fulfill({ status: 500, json: { error: 'internal error' } }) : route.continue()));
  await page.reload();
  await page.locator('.notice', { hasText: 'the map of this day' }).waitFor();
  fails = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await settled(page);
  assert.ok((await page.locator('#legend li:has(.km2)').count()) > 1);
  assert.equal(await page.locator('.notice').count(), 0);
});
