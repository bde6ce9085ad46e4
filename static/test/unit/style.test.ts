import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createExpression, featureFilter, validateStyleMin, v8, type StylePropertySpecification } from '@maplibre/maplibre-gl-style-spec';
import { Actors } from '../../src/actors.ts';
import { Inks } from '../../src/inks.ts';
import { papers } from '../../src/map/palette.ts';
import { partyColour } from '../../src/map/layers_control.ts';
import { label } from '../../src/map/layers_labels.ts';
import { mapStyle, touches } from '../../src/map/style.ts';
import { clusterImage, eventSource, groupsIn } from '../../src/map/clusters.ts';
import { parseImageName } from '../../src/map/images.ts';
import { ANSWERING } from '../../src/map/pick.ts';

const actors = new Actors([
  { id: 'syrian_government', name_en: 'Syrian government', name_ar: 'الحكومة السورية', side: 'damascus', colour: '#c0453a' },
  { id: 'islamic_state', name_en: 'Islamic State', name_ar: 'تنظيم الدولة', side: 'islamic_state', colour: '#5a5a5a' },
  { id: 'unknown', name_en: 'Unknown', name_ar: 'غير معروف', side: 'unknown', colour: '#b9b4aa' },
]);

/** What an expression gives for a feature with these properties. */
function evaluate(expression: unknown, [group, property]: [keyof typeof v8, string], properties: Record<string, unknown>, zoom = 8): unknown {
  const spec = (v8[group] as Record<string, StylePropertySpecification>)[property];
  const compiled = createExpression(expression, property, spec);
  if (compiled.result === 'error') assert.fail(compiled.value.map((e) => e.message).join('; '));
  return compiled.value.evaluate({ zoom }, { type: 'Point', properties });
}

test('the style is valid in both languages and without any party', () => {
  for (const of of [actors, new Actors([])]) {
    for (const lang of ['ar', 'en'] as const) {
      assert.deepEqual(validateStyleMin(mapStyle(new Inks(of), lang, 'assets/base.json')), []);
    }
  }
});

test('the style asks for nothing beyond the page: no glyphs, no sprites, no tiles', () => {
  const style = mapStyle(new Inks(actors), 'en', 'assets/base.json');
  assert.equal(style.glyphs, undefined);
  assert.equal(style.sprite, undefined);
  assert.ok(Object.values(style.sources).every((s) => s.type === 'geojson'));
});

test('ground has the colour of its holder, and that of unknown for a holder nobody listed', () => {
  const colour = (holder: string): string =>
    String(evaluate(partyColour(actors, 'holder'), ['paint_fill', 'fill-color'], { holder }));
  const rgb = (hex: string): string => `rgba(${[1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)).join(',')},1)`;
  assert.equal(colour('syrian_government'), rgb('#c0453a'));
  assert.equal(colour('islamic_state'), rgb('#5a5a5a'));
  assert.equal(colour('unknown'), rgb('#b9b4aa'));
  assert.equal(colour('martians'), rgb('#b9b4aa'));
});

test('a name is in the reader’s script, and further in the other stands under it', () => {
  const text = (lang: 'ar' | 'en', zoom: number, properties: Record<string, unknown>): string =>
    String(evaluate(label(lang, 9, papers.light), ['layout_symbol', 'text-field'], properties, zoom));
  const kadir = { name_ar: 'الكدير', name_en: 'al-Kadir' };
  assert.equal(text('ar', 8, kadir), 'الكدير');
  assert.equal(text('en', 8, kadir), 'al-Kadir');
  assert.equal(text('ar', 9, kadir), 'الكدير\nal-Kadir');
  assert.equal(text('en', 8, { name_ar: 'الكدير' }), 'الكدير');
});

test('each layer that answers to the pointer is in the style', () => {
  const ids = mapStyle(new Inks(actors), 'en', 'base.json').layers.map((l) => l.id);
  for (const id of ANSWERING) assert.ok(ids.includes(id), id);
});

test('another language or paper changes what differs, and keeps the layers', () => {
  const light = new Inks(actors);
  const dark = new Inks(actors);
  dark.paper = papers.dark;
  const from = mapStyle(light, 'en', 'base.json');
  assert.deepEqual(touches(from, mapStyle(light, 'en', 'base.json')), []);
  const spoken = touches(from, mapStyle(light, 'ar', 'base.json'));
  assert.deepEqual([...new Set(spoken.map((c) => c.name))].sort(), ['text-field', 'text-letter-spacing']);
  const repainted = mapStyle(dark, 'en', 'base.json');
  assert.deepEqual(repainted.layers.map((l) => l.id), from.layers.map((l) => l.id));
  const sea = touches(from, repainted).find((c) => c.layer === 'base_sea');
  assert.deepEqual(sea, { layer: 'base_sea', kind: 'paint', name: 'background-color', value: papers.dark.sea });
});

test('a place of a kind with a sign is a dot from afar and its sign near by, never both', () => {
  const { layers } = mapStyle(new Inks(actors), 'en', 'base.json');
  const drawn = (properties: Record<string, unknown>, zoom: number): string[] => ['places_dot', 'places_sign'].filter((id) => {
    const layer = layers.find((l) => l.id === id);
    assert.ok(layer && 'filter' in layer);
    return featureFilter(layer.filter, 'filter').filter({ zoom }, { type: 1, properties } as never);
  });
  const airbase = { sign: 'sign|airbase|sdf|plain', signed_from: 8 };
  assert.deepEqual(drawn(airbase, 7), ['places_dot']);
  assert.deepEqual(drawn(airbase, 8), ['places_sign']);
  assert.deepEqual(drawn({}, 12), ['places_dot']);
});

test('a cluster counts its events by group and by party, and shows most and all of them', () => {
  const events = [['strike', 'syrian_government'], ['clash', 'syrian_government'], ['strike', 'islamic_state'], ['siege', 'syrian_government']];
  const counting = eventSource(actors).clusterProperties as Record<string, [string, unknown]>;
  const properties: Record<string, unknown> = { point_count: events.length };
  for (const [name, [operator, one]] of Object.entries(counting)) {
    assert.equal(operator, '+');
    properties[name] = events.reduce((sum, [group, actor]) => sum + Number(evaluate(one, ['layout_symbol', 'symbol-sort-key'], { group, actor })), 0);
  }
  const image = evaluate(clusterImage(actors), ['layout_symbol', 'text-field'], properties);
  assert.deepEqual(parseImageName(String(image)), { kind: 'cluster', group: 'strike', shares: [['syrian_government', 3], ['islamic_state', 1]] });
  assert.deepEqual(groupsIn(properties), [['strike', 2], ['clash', 1], ['siege', 1]]);
  assert.deepEqual(groupsIn({ group: 'strike' }), []);
});
