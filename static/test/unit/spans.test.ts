import assert from 'node:assert/strict';
import { test } from 'node:test';
import { segments, type Span } from '../../src/spans.ts';
import { forAll } from './random.ts';

const bytes = (text: string): number => Buffer.byteLength(text);

/** The span of a part of a text, in bytes, as the server gives it. */
function spanOf(text: string, part: string, id: string): Span {
  const start = bytes(text.slice(0, text.indexOf(part)));
  return { id, start, end: start + bytes(part) };
}

test('a clause among Arabic and emoji is cut out letter for letter', () => {
  const text = 'عاجل 🙂🇸🇾 تمكنت قوات النظام من السيطرة على “الكدير” — 15 كلم';
  const clause = 'من السيطرة على “الكدير”';
  const parts = segments(text, 0, [spanOf(text, clause, 'a')]);
  assert.deepEqual(parts.map((p) => p.ids), [[], ['a'], []]);
  assert.equal(parts[1]?.text, clause);
});

test('overlapping and nested clauses keep all their ids', () => {
  const text = 'قصفت الطائرات السخنة وسيطرت عليها القوات';
  const parts = segments(text, 0, [
    spanOf(text, text, 'all'), spanOf(text, 'السخنة وسيطرت', 'a'), spanOf(text, 'وسيطرت عليها', 'b'),
  ]);
  assert.deepEqual(parts.map((p) => [p.text, p.ids.join()]), [
    ['قصفت الطائرات ', 'all'], ['السخنة ', 'all,a'], ['وسيطرت', 'all,a,b'], [' عليها', 'all,b'], [' القوات', 'all'],
  ]);
});

test('what stands before the body is not shown', () => {
  const head = '---\ntitle: خبر\n---\n';
  const text = `${head}متن`;
  assert.deepEqual(segments(text, bytes(head), [{ id: 'x', start: 0, end: bytes(text) }]), [{ text: 'متن', ids: ['x'] }]);
});

test('a text without clauses is one piece, an empty one none', () => {
  assert.deepEqual(segments('خبر', 0, []), [{ text: 'خبر', ids: [] }]);
  assert.deepEqual(segments('', 0, []), []);
});

test('the pieces joined are the text, whatever the spans', () => {
  forAll((r) => {
    const text = Array.from({ length: r.int(0, 40) }, () => r.of(['ا', 'ب', '🙂', 'x', '\n', 'é', '\uFEFF', '👨‍👩‍👧'])).join('');
    const spans = Array.from({ length: r.int(0, 6) }, (_, i) => ({ id: String(i), start: r.int(-3, 120), end: r.int(-3, 120) }));
    const parts = segments(text, 0, spans);
    assert.equal(parts.map((p) => p.text).join(''), text);
    assert.ok(parts.every((p) => p.text !== ''));
  });
});
