import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DayCount } from '../../src/api/types.ts';
import { addDays, dayAt, parseDay, type Day } from '../../src/day.ts';
import { bins, daysPerBar, nextChange, withoutParties } from '../../src/timeline/bins.ts';
import { actByKey, dayByKey, keptFrom } from '../../src/timeline/keys.ts';
import { nextDue } from '../../src/timeline/player.ts';
import { lengthOf, Scale, visible, type Range } from '../../src/timeline/scale.ts';
import { forAll } from './random.ts';

const day = (text: string): Day => parseDay(text) ?? assert.fail(text);
const all: Range = { first: day('2017-05-01'), last: day('2017-12-31') };
const count = (text: string, changes: number): DayCount => ({ day: day(text), claims: changes + 2, changes, by_actor: changes ? { sdf: changes } : {}, by_kind: {} });

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

test('changes of hidden parties are left out of the bars and skipped, statements stay', () => {
  const counts: DayCount[] = [
    { day: day('2017-05-10'), claims: 5, changes: 3, by_kind: {}, by_actor: { sdf: 1, islamic_state: 2 } },
    { day: day('2017-05-12'), claims: 1, changes: 1, by_kind: {}, by_actor: { islamic_state: 1 } },
  ];
  const shown = withoutParties(counts, ['islamic_state']);
  assert.deepEqual(shown.map((c) => [c.claims, c.changes]), [[5, 1], [1, 0]]);
  assert.deepEqual(bins(shown, all, 1).map((b) => [...b.byActor]), [[['sdf', 1]], []]);
  assert.equal(nextChange(shown, day('2017-05-10'), 1), null);
  assert.equal(withoutParties(counts, []), counts);
});

test('twelve years fit the width of a phone, and no change is lost or told twice', () => {
  forAll((r) => {
    const years = { first: day('2012-01-01'), last: day('2023-12-31') };
    const counts = Array.from({ length: 40 }, () => count(addDays(years.first, r.int(0, lengthOf(years) - 1)), r.int(0, 4)));
    const width = r.int(296, 390);
    const bars = bins(counts, years, daysPerBar(years, width, 2.5));
    const scale = new Scale(years, width, r.of([true, false]));
    assert.equal(bars.reduce((n, b) => n + b.changes, 0), counts.reduce((n, c) => n + c.changes, 0));
    for (const bar of bars) assert.ok(bar.last === years.last || Math.abs(scale.edge(bar.last) - scale.edge(bar.first)) + scale.cell >= 2.5);
  });
});

test('keys are known by what they write, and in another script by where they lie', () => {
  assert.deepEqual([' ', 't', 'T', '[', ']', '?', '؟'].map((key) => actByKey({ key, code: '' })),
    ['play', 'last', 'last', 'changeBack', 'changeForward', 'help', 'help']);
  assert.equal(actByKey({ key: 'ف', code: 'KeyT' }), 'last');
  assert.equal(actByKey({ key: 'ج', code: 'BracketLeft' }), 'changeBack');
  assert.equal(actByKey({ key: 'y', code: 'KeyT' }), null);
  assert.equal(actByKey({ key: 'Tab', code: 'Tab' }), null);
  assert.match(keptFrom(' '), /button/);
  assert.doesNotMatch(keptFrom('t'), /button/);
});

test('playing keeps its pace: a step that comes late does not put off the next, one that comes far too late is not made up for', () => {
  let due = 0;
  for (let step = 0; step < 300; step++) due = nextDue(due, due + 10, 1000 / 30);
  assert.ok(Math.abs(due - 10_000) < 1e-6);
  assert.equal(nextDue(100, 900, 250), 1150);
});
