import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createExpression, validateStyleMin, v8, type StylePropertySpecification } from '@maplibre/maplibre-gl-style-spec';
import { Actors } from '../../src/actors.ts';
import { partyColour } from '../../src/map/layers_control.ts';
import { label } from '../../src/map/layers_labels.ts';
import { mapStyle } from '../../src/map/style.ts';
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
      assert.deepEqual(validateStyleMin(mapStyle(of, lang, 'assets/base.json')), []);
    }
  }
});

test('the style asks for nothing beyond the page: no glyphs, no sprites, no tiles', () => {
  const style = mapStyle(actors, 'en', 'assets/base.json');
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
    String(evaluate(label(lang, 9), ['layout_symbol', 'text-field'], properties, zoom));
  const kadir = { name_ar: 'الكدير', name_en: 'al-Kadir' };
  assert.equal(text('ar', 8, kadir), 'الكدير');
  assert.equal(text('en', 8, kadir), 'al-Kadir');
  assert.equal(text('ar', 9, kadir), 'الكدير\nal-Kadir');
  assert.equal(text('en', 8, { name_ar: 'الكدير' }), 'الكدير');
});

test('each layer that answers to the pointer is in the style', () => {
  const ids = mapStyle(actors, 'en', 'base.json').layers.map((l) => l.id);
  for (const id of ANSWERING) assert.ok(ids.includes(id), id);
});
