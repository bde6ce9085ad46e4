import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Position } from 'geojson';
import { Actors } from '../../src/actors.ts';
import type { AdvanceProps, Advances, Pockets } from '../../src/api/layers.ts';
import { dayAt } from '../../src/day.ts';
import { ALL } from '../../src/filter.ts';
import { strings } from '../../src/i18n/index.ts';
import { drawnAdvances } from '../../src/map/advances.ts';
import { arrowRing } from '../../src/map/arrow.ts';
import { drawnPockets } from '../../src/map/pockets.ts';
import { forAll } from './random.ts';

const actors = new Actors([{ id: 'islamic_state', name_en: 'Islamic State', name_ar: 'تنظيم الدولة', side: 'caliphate', colour: '#5a5a5a' }]);

/** Twice the area of a closed ring, above 0 where it runs counterclockwise. */
function doubleArea(ring: readonly Position[]): number {
  return ring.slice(1).reduce((sum, [x = 0, y = 0], i) => sum + (ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0), 0);
}

test('an arrow is a closed ring from its beginning to its end, whichever way it points', () => {
  forAll((r) => {
    const [lon, lat] = [36 + r.next() * 6, 32 + r.next() * 5];
    const from: Position = [lon, lat];
    const to: Position = [lon + (r.next() - 0.5), lat + (r.next() - 0.5)];
    const ring = arrowRing(from, to);
    assert.ok(ring);
    assert.deepEqual(ring.at(-1), ring[0]);
    assert.ok(ring.flat().every(Number.isFinite));
    assert.ok(doubleArea(ring.map(([x = 0, y = 0]) => [x - lon, y - lat])) > 0);
    assert.ok(Math.min(...ring.map((p) => distance(p, to))) < 1e-9, 'its tip is where it ends');
    assert.ok(Math.min(...ring.map((p) => distance(p, from))) < 0.02 * distance(from, to) + 1e-9, 'its foot is where it begins');
  });
  assert.equal(arrowRing([38, 35], [38, 35]), null);
});

function distance([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number {
  return Math.hypot((bx - ax) * Math.cos((ay * Math.PI) / 180), by - ay);
}

test('an arrow says whose it is and in which words, and whether we say where it begins', () => {
  const arrow = (id: string, axis: AdvanceProps['axis'], toward: string | null): Advances['features'][number] => ({
    type: 'Feature', id, geometry: { type: 'LineString', coordinates: [[38, 35], [38.2, 35.1]] },
    properties: { actor: 'islamic_state', axis, km: 20, from: 'x', toward, start: dayAt(17390), report: 'r' },
  });
  const advances: Advances = { type: 'FeatureCollection', features: [arrow('1', 'distance_and_direction', null), arrow('2', 'towards_place', 'y')] };
  const told = drawnAdvances(advances, ALL).features.map((f): unknown[] => [f.properties?.['claim'], f.properties?.['place'], f.properties?.['concluded']]);
  assert.deepEqual(told, [['1', 'x', false], ['2', 'y', true]]);
  assert.deepEqual(drawnAdvances(advances, { ...ALL, hidden: ['islamic_state'] }).features, []);
  assert.deepEqual(drawnAdvances(advances, { ...ALL, without: ['advance'] }).features, []);
});

test('a pocket says its size on its largest part, and goes with the party it is of', () => {
  const square = (lon: number, lat: number, side: number): Position[] =>
    [[lon, lat], [lon + side, lat], [lon + side, lat + side], [lon, lat + side], [lon, lat]];
  const pockets: Pockets = {
    type: 'FeatureCollection',
    features: [{
      type: 'Feature', geometry: { type: 'MultiPolygon', coordinates: [[square(38, 35, 0.1)], [square(39, 36, 0.4)]] },
      properties: { side: 'caliphate', since: null, until: null, km2: 1234.5, km2_held: 1200, km2_contested: 0, km2_unknown: 34.5, places: ['x'], closed: [] },
    }],
  };
  const [ground, label] = drawnPockets(pockets, { actors, filter: ALL, t: strings('en') }).features;
  assert.equal(ground?.properties?.['party'], 'islamic_state');
  assert.equal(label?.properties?.['label'], '1,235 km²');
  assert.ok(label.geometry.type === 'Point');
  assert.deepEqual(label.geometry.coordinates.map((c) => Number(c.toFixed(6))), [39.2, 36.2]);
  assert.deepEqual(drawnPockets(pockets, { actors, filter: { ...ALL, hidden: ['islamic_state'] }, t: strings('en') }).features, []);
});
