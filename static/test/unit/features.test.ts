import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Areas, ClaimFeature } from '../../src/api/layers.ts';
import { heldGround } from '../../src/daydata.ts';
import { drawnAreas, drawnEvents } from '../../src/map/features.ts';
import { parseImageName } from '../../src/map/images.ts';
import { pick } from '../../src/map/pick.ts';

const claim = (id: string, kind: string, modality: string, placed = true): ClaimFeature => ({
  type: 'Feature',
  geometry: placed ? { type: 'Point', coordinates: [38.846, 35.274] } : null,
  properties: {
    id, kind, modality, actor: 'sdf', place_id: placed ? 'kadir' : null, surface: 'الكدير',
  } as ClaimFeature['properties'],
});

test('events of a place stand side by side, one of each group, the firm before the doubtful', () => {
  const { features } = drawnEvents({
    features: [
      claim('1', 'struck', 'denied'), claim('2', 'struck', 'asserted'), claim('3', 'captured', 'attempt'),
      claim('4', 'holds', 'asserted'), claim('5', 'clashed', 'asserted', false),
    ],
  });
  assert.deepEqual(features.map((f): unknown[] => [f.properties?.['group'], f.properties?.['slot'], f.properties?.['image']]), [
    ['control', -0.5, 'event|control|sdf|faint'], ['strike', 0.5, 'event|strike|sdf|firm'],
  ]);
});

test('an event on ground that is no point stands at the point for it, and the ground is drawn once', () => {
  const road = { type: 'LineString' as const, coordinates: [[38, 34], [39, 35]] };
  const on = (id: string, kind: string): ClaimFeature => {
    const c = claim(id, kind, 'asserted');
    return { ...c, geometry: road, properties: { ...c.properties, lon: 38.5, lat: 34.5 } };
  };
  const { features } = drawnEvents({ features: [on('1', 'struck'), on('2', 'clashed'), on('3', 'holds')] });
  assert.deepEqual(features.map((f) => f.geometry), [
    road, { type: 'Point', coordinates: [38.5, 34.5] }, { type: 'Point', coordinates: [38.5, 34.5] },
  ]);
});

test('a contested area names the pattern of its two parties', () => {
  const areas = drawnAreas({
    type: 'FeatureCollection',
    features: [{
      type: 'Feature', geometry: { type: 'MultiPolygon', coordinates: [] },
      properties: { holder: null, contested: true, parties: ['islamic_state', 'sdf'], km2: 1 },
    }],
  });
  const pattern: unknown = areas.features[0]?.properties?.['pattern'];
  assert.deepEqual(parseImageName(String(pattern)), { kind: 'hatch', holder: 'islamic_state', other: 'sdf' });
});

test('a click goes to one thing: an event or a place, then a front, then the ground', () => {
  const area = { layer: 'areas_held', properties: { holder: 'sdf' } };
  const front = { layer: 'fronts_casing', properties: { a: 'sdf', b: 'islamic_state', km: 3, places: '[["x","y"]]' } };
  const place = { layer: 'places_dot', properties: { place: 'kadir' } };
  assert.deepEqual(pick([area, front, place], 38, 35), { kind: 'place', id: 'kadir' });
  assert.deepEqual(pick([area, front], 38, 35), {
    kind: 'front', front: { a: 'sdf', b: 'islamic_state', km: 3, places: [['x', 'y']] }, lon: 38, lat: 35,
  });
  assert.deepEqual(pick([area], 38, 35), { kind: 'point', lon: 38, lat: 35 });
  assert.deepEqual(pick([], 38, 35), { kind: 'point', lon: 38, lat: 35 });
});

test('a party’s ground is what it holds alone; one with only places is there with none', () => {
  const area = (holder: string | null, contested: boolean, parties: string[], km2: number): Areas['features'][number] =>
    ({ type: 'Feature', geometry: { type: 'MultiPolygon', coordinates: [] }, properties: { holder, contested, parties, km2 } });
  const held = heldGround(
    { type: 'FeatureCollection', features: [area('sdf', false, [], 100), area('sdf', false, [], 20), area(null, true, ['islamic_state', 'sdf'], 7)] },
    { type: 'FeatureCollection', features: [{
      type: 'Feature', geometry: { type: 'Point', coordinates: [0, 0] },
      properties: { place: 'x', name_ar: '', name_en: '', kind: 'town', holder: 'hts', contested: false, others: [], inferred: false },
    }] },
  );
  assert.deepEqual([...held], [['sdf', 120], ['islamic_state', 0], ['hts', 0]]);
});
