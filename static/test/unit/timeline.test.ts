import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DayCount } from '../../src/api/types.ts';
import { addDays, dayAt, parseDay, type Day } from '../../src/day.ts';
import { bins, daysPerBar, nextChange } from '../../src/timeline/bins.ts';
import { dayByKey } from '../../src/timeline/keys.ts';
import { lengthOf, Scale, visible, type Range } from '../../src/timeline/scale.ts';
import { forAll } from './random.ts';

const day = (text: string): Day => parseDay(text) ?? assert.fail(text);
const all: Range = { first: day('2017-05-01'), last: day('2017-12-31') };
const count = (text: string, changes: number): DayCount => ({ day: day(text), claims: changes + 2, changes, by_actor: changes ? { sdf: changes } : {} });

test('the day under the middle of a day’s cell is that day, in both directions', () => {
  forAll((r) => {
    const first = dayAt(r.int(10000, 20000));
    const range = { first, last: addDays(first, r.int(0, 3000)) };
    const scale = new Scale(range, r.int(200, 2000), r.of([true, false]));
    const some = addDays(first, r.int(0, lengthOf(range) - 1));
    assert.equal(scale.dayAt(scale.middle(some)), some);
    assert.equal(scale.dayAt(-1e6), scale.rtl ? range.last : range.first);
    assert.equal(scale.dayAt(1e6), scale.rtl ? range.first : range.last);
  });
});

test('time runs from right to left in Arabic', () => {
  const [ltr, rtl] = [new Scale(all, 1000, false), new Scale(all, 1000, true)];
  assert.ok(ltr.middle(all.first) < ltr.middle(all.last));
  assert.ok(rtl.middle(all.first) > rtl.middle(all.last));
});

test('the days shown hold the chosen day, stay while they can, and never pass the ends', () => {
  forAll((r) => {
    const long = { first: day('2012-01-01'), last: day('2024-12-31') };
    const chosen = addDays(long.first, r.int(0, lengthOf(long) - 1));
    const shown = visible(long, 366, chosen, null);
    assert.equal(lengthOf(shown), 366);
    assert.ok(shown.first >= long.first && shown.last <= long.last && shown.first <= chosen && chosen <= shown.last);
    assert.equal(visible(long, 366, shown.last, shown), shown);
  });
  assert.equal(visible(all, 366, all.first, null), all);
  assert.equal(visible(all, null, all.first, null), all);
});

test('bars add up to the days they hold', () => {
  const counts = [count('2017-05-01', 2), count('2017-05-03', 1), count('2017-05-04', 0), count('2018-01-01', 9)];
  assert.deepEqual(bins(counts, all, 3).map((b) => [b.first, b.last, b.claims, b.changes, b.byActor.get('sdf')]), [
    ['2017-05-01', '2017-05-03', 7, 3, 3], ['2017-05-04', '2017-05-06', 2, 0, undefined],
  ]);
  assert.deepEqual(bins([], all, 1), []);
  assert.equal(daysPerBar(all, 1000, 3), 1);
  assert.equal(daysPerBar({ first: day('2012-01-01'), last: day('2024-12-31') }, 1000, 3), 15);
});

test('the nearest change is found before and after, or none', () => {
  const counts = [count('2017-05-10', 1), count('2017-05-12', 0), count('2017-05-20', 3)];
  assert.equal(nextChange(counts, day('2017-05-10'), 1), '2017-05-20');
  assert.equal(nextChange(counts, day('2017-05-20'), -1), '2017-05-10');
  assert.equal(nextChange(counts, day('2017-05-10'), -1), null);
});

test('arrows move a day, with Shift a week, towards where they point', () => {
  const from = day('2017-08-12');
  const to = (key: string, shiftKey = false, rtl = false): Day | null => dayByKey({ key, shiftKey }, from, all, rtl);
  assert.equal(to('ArrowRight'), '2017-08-13');
  assert.equal(to('ArrowLeft', true), '2017-08-05');
  assert.equal(to('ArrowLeft', false, true), '2017-08-13');
  assert.equal(to('ArrowUp', false, true), '2017-08-13');
  assert.equal(to('Home'), all.first);
  assert.equal(to('End'), all.last);
  assert.equal(to('a'), null);
  assert.equal(dayByKey({ key: 'ArrowRight', shiftKey: true }, all.last, all, false), all.last);
});
