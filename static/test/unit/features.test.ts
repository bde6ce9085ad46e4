import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClaimFeature, Holdings } from '../../src/api/layers.ts';
import { withPlaces } from '../../src/daydata.ts';
import { ALL, type Filter } from '../../src/filter.ts';
import { drawnEvents } from '../../src/map/events.ts';
import { drawnAreas, drawnPlaces } from '../../src/map/features.ts';
import { imageName, parseImageName, type ImageName } from '../../src/map/images.ts';
import { pick, stepTo } from '../../src/map/pick.ts';

const claim = (id: string, kind: string, modality: string, placed = true): ClaimFeature => ({
  type: 'Feature',
  geometry: placed ? { type: 'Point', coordinates: [38.846, 35.274] } : null,
  properties: {
    id, kind, modality, actor: 'sdf', place_id: placed ? 'kadir' : null, surface: 'الكدير',
  } as ClaimFeature['properties'],
});

test('events of a place stand side by side, one of each group, the firm before the doubtful', () => {
  const { points: { features } } = drawnEvents({
    features: [
      claim('1', 'struck', 'denied'), claim('2', 'struck', 'asserted'), claim('3', 'captured', 'attempt'),
      claim('4', 'holds', 'asserted'), claim('5', 'clashed', 'asserted', false),
    ],
  }, ALL);
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
  const { points, grounds } = drawnEvents({ features: [on('1', 'struck'), on('2', 'clashed'), on('3', 'holds')] }, ALL);
  assert.deepEqual(grounds.features.map((f) => f.geometry), [road]);
  const middle = { type: 'Point', coordinates: [38.5, 34.5] };
  assert.deepEqual(points.features.map((f) => f.geometry), [middle, middle]);
});

test('a contested area names the two parties it is hatched in', () => {
  const areas = drawnAreas({
    type: 'FeatureCollection',
    features: [{
      type: 'Feature', geometry: { type: 'MultiPolygon', coordinates: [] },
      properties: { holder: null, contested: true, parties: ['islamic_state', 'sdf'], km2: 1, km2_reported: 1 },
    }],
  });
  assert.deepEqual(areas.features[0]?.properties, { holder: 'islamic_state', other: 'sdf', contested: true });
});

test('a click goes to one thing: an event or a place, then a front, then the ground', () => {
  const area = { layer: 'areas_held', properties: { holder: 'sdf' } };
  const front = { layer: 'fronts_casing', properties: { a: 'sdf', b: 'islamic_state', km: 3, places: '[["x","y"]]' } };
  const place = { layer: 'places_dot', properties: { place: 'kadir' } };
  assert.deepEqual(pick([area, front, place], 38, 35), { kind: 'place', id: 'kadir' });
  assert.deepEqual(pick([area, front], 38, 35), {
    kind: 'front', front: { a: 'sdf', b: 'islamic_state', km: 3, places: [['x', 'y']] }, lon: 38, lat: 35,
  });
  const badge = { layer: 'events_badge', properties: { place: 'kadir', claim: 'c', report: 'r' }, at: { lon: 38.8, lat: 35.2 } };
  assert.deepEqual(pick([place, front, badge], 38, 35), { kind: 'event', place: 'kadir', claim: 'c', report: 'r', lon: 38.8, lat: 35.2 });
  assert.deepEqual(pick([area], 38, 35), { kind: 'point', lon: 38, lat: 35 });
  assert.deepEqual(pick([], 38, 35), { kind: 'point', lon: 38, lat: 35 });
});

test('a party that has only places, or is only said to have acted, is there with no ground', () => {
  const by = (actor: string, kind: string): ClaimFeature => {
    const c = claim('1', kind, 'asserted');
    return { ...c, properties: { ...c.properties, actor } };
  };
  const held = withPlaces(new Map([['sdf', 120], ['islamic_state', 0]]), {
    holdings: { type: 'FeatureCollection', features: [{
      type: 'Feature', geometry: { type: 'Point', coordinates: [0, 0] },
      properties: {
        place: 'x', name_ar: '', name_en: '', kind: 'town', holder: 'hts', contested: false, others: ['sdf'], inferred: false,
        since: null, last_confirmed: null, confidence: 0.5,
      },
    }] },
    claims: { features: [by('russia', 'struck'), by('turkey', 'holds')] },
  });
  assert.deepEqual([...held], [['sdf', 120], ['islamic_state', 0], ['hts', 0], ['russia', 0]]);
});

test('an event goes with its party and with its group; what is said of nobody in particular stays', () => {
  const groups = (filter: Partial<Filter>): unknown[] => {
    const nobody = claim('3', 'besieged', 'asserted');
    const claims = [claim('1', 'struck', 'asserted'), claim('2', 'clashed', 'asserted'), { ...nobody, properties: { ...nobody.properties, actor: null } }];
    return drawnEvents({ features: claims }, { ...ALL, ...filter }).points.features.map((f) => f.properties?.['group'] as unknown);
  };
  assert.deepEqual(groups({}), ['strike', 'clash', 'siege']);
  assert.deepEqual(groups({ without: ['strike'] }), ['clash', 'siege']);
  assert.deepEqual(groups({ hidden: ['sdf'] }), ['siege']);
});

test('a place goes with the last of its parties, and one of a kind with a sign names that', () => {
  const place = (kind: string, others: string[]): Holdings['features'][number] => ({
    type: 'Feature', geometry: { type: 'Point', coordinates: [38, 35] },
    properties: { place: kind, name_ar: '', name_en: '', kind, holder: 'sdf', contested: others.length > 0, others, inferred: false, since: null, last_confirmed: null, confidence: 1 },
  });
  const holdings: Holdings = { type: 'FeatureCollection', features: [place('village', []), place('airbase', []), place('hill', ['hts'])] };
  const drawn = (hidden: string[]): unknown[] => drawnPlaces(holdings, { ...ALL, hidden }).features.map((f) => f.properties?.['sign'] as unknown);
  assert.deepEqual(drawn([]), [undefined, 'sign|airbase|sdf|plain', 'sign|hill|sdf|contested']);
  assert.deepEqual(drawn(['sdf']), ['sign|hill|sdf|contested']);
  assert.deepEqual(drawn(['hts', 'sdf']), []);
});

test('a click on an event leads to its own words, one on an arrow to them in the report', () => {
  const at = { lon: 38, lat: 35 };
  assert.deepEqual(stepTo({ kind: 'event', place: 'kadir', claim: 'c', report: 'r', ...at }),
    { room: 'why', selection: { kind: 'place', id: 'kadir', claim: 'c' }, report: null });
  assert.deepEqual(stepTo({ kind: 'event', place: null, claim: 'c', report: 'r', ...at }), { room: 'why', selection: null, report: { id: 'r', claim: 'c' } });
  assert.deepEqual(stepTo({ kind: 'advance', place: 'kadir', claim: 'c', report: 'r' }),
    { room: 'why', selection: { kind: 'place', id: 'kadir' }, report: { id: 'r', claim: 'c' } });
});

test('a name of an image gives back what it was made of', () => {
  const images: ImageName[] = [
    { kind: 'passage', from: 'sdf', to: 'hts' }, { kind: 'ring', actor: 'sdf' }, { kind: 'hatch', holder: 'sdf', other: 'hts' }, { kind: 'event', group: 'strike', actor: 'sdf', firm: false },
    { kind: 'sign', sign: 'dam', holder: 'sdf', how: 'inferred' }, { kind: 'cluster', group: 'clash', shares: [['sdf', 3], ['hts', 1]] }, { kind: 'cluster', group: 'clash', shares: [] },
  ];
  for (const image of images) assert.deepEqual(parseImageName(imageName(image)), image);
  for (const name of ['', 'cat', 'event|strike', 'sign|dam']) assert.equal(parseImageName(name), null);
});
