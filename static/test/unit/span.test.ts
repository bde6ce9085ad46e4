import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayAt, daysBetween, parseDay, type Day } from '../../src/day.ts';
import { halfOpen, spanOf, Spans } from '../../src/span.ts';
import type { Range } from '../../src/timeline/scale.ts';
import { forAll } from './random.ts';

const day = (text: string): Day => parseDay(text) ?? assert.fail(text);

test('the days shown end with the chosen one: the last few, or those of the range', () => {
  const chosen = day('2017-08-13');
  assert.deepEqual(spanOf({ day: chosen, from: null, window: 3 }), { first: '2017-08-11', last: '2017-08-13' });
  assert.deepEqual(spanOf({ day: chosen, from: day('2017-07-01'), window: 3 }), { first: '2017-07-01', last: '2017-08-13' });
  assert.deepEqual(spanOf({ day: chosen, from: day('2017-09-01'), window: 3 }), { first: chosen, last: chosen });
  assert.deepEqual(halfOpen({ first: day('2017-08-11'), last: chosen }), { from: '2017-08-11', to: '2017-08-14' });
});

const listed = ({ first, last }: Range): Day[] => Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => addDays(first, i));

test('the list of a span is the same however the spans before it were asked for', async () => {
  const walks: Promise<void>[] = [];
  forAll((r) => {
    const spans = new Spans<Day>(4);
    const walk = Array.from({ length: 8 }, () => {
      const first = dayAt(r.of([17000, 17003]));
      return { of: r.of(['all', 'few']), span: { first, last: addDays(first, r.int(0, 12)) } };
    });
    walks.push((async () => {
      for (const { of, span } of walk) assert.deepEqual(await spans.list(of, span, (days) => Promise.resolve(listed(days))), listed(span));
    })());
  });
  await Promise.all(walks);
});

test('a range that grows asks for its new days alone', async () => {
  const spans = new Spans<Day>(4);
  const asked: string[] = [];
  const load = (span: Range): Promise<Day[]> => {
    asked.push(`${span.first} ${span.last}`);
    return Promise.resolve(listed(span));
  };
  const first = day('2017-08-01');
  for (const last of ['2017-08-04', '2017-08-05', '2017-08-07', '2017-08-05']) await spans.list('', { first, last: day(last) }, load);
  assert.deepEqual(asked, ['2017-08-01 2017-08-04', '2017-08-05 2017-08-05', '2017-08-06 2017-08-07']);
});
