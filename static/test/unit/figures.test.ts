import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DayCount, Period } from '../../src/api/types.ts';
import { addDays, dayAt, daysBetween, parseDay, weekday, type Day } from '../../src/day.ts';
import { spansOf } from '../../src/figures/calendar.ts';
import { EVERY } from '../../src/figures/choice.ts';
import { CONTESTED, controlPlot, covered, periodOn } from '../../src/figures/control.ts';
import { changesPlot, eventsPlot } from '../../src/figures/counts.ts';
import { partOf, partQuery } from '../../src/figures/part.ts';
import { bandPath, linePath } from '../../src/figures/paths.ts';
import { mostOf, rowsOf, stepOn, type Plot, type Series } from '../../src/figures/plot.ts';
import { ticks } from '../../src/figures/ticks.ts';
import { parseHash } from '../../src/hash.ts';
import { lengthOf } from '../../src/timeline/scale.ts';
import { dayTicks } from '../../src/timeline/ticks.ts';
import { forAll } from './random.ts';

const day = (text: string): Day => parseDay(text) ?? assert.fail(text);
const face = (id: string): Series => ({ id, name: id.toUpperCase(), colour: '#123456', wear: 'plain' });
const range = { first: day('2017-05-10'), last: day('2017-06-20') };

test('values on an axis are round, start at nothing, and are never more than asked for', () => {
  assert.deepEqual(ticks(46_000, 4), [0, 20_000, 40_000]);
  assert.deepEqual(ticks(100, 4), [0, 25, 50, 75, 100]);
  assert.deepEqual(ticks(3, 4, true), [0, 1, 2, 3]);
  assert.deepEqual(ticks(0, 4), [0]);
  forAll((r) => {
    const [most, count] = [r.next() * 10 ** r.int(-3, 6), r.int(1, 8)];
    const values = ticks(most, count);
    assert.ok(values.length <= count + 1 && values.every((v) => v <= most * (1 + 1e-6)), `${most} ${count}: ${values.join(' ')}`);
    assert.ok(ticks(most, count, true).every(Number.isInteger));
  });
});

test('months are marked where there is room, and years otherwise', () => {
  assert.deepEqual(dayTicks(range, 600, 44), [{ day: '2017-06-01', of: 'month' }]);
  const years = dayTicks({ first: day('2011-03-01'), last: day('2018-01-10') }, 300, 44);
  assert.deepEqual(years.map((t) => [t.day.slice(0, 4), t.of]), [['2012', 'year'], ['2014', 'year'], ['2016', 'year'], ['2018', 'year']]);
});

test('days, weeks and months are each day of a range once, and weeks begin on Monday', () => {
  forAll((r) => {
    const first = dayAt(r.int(10000, 20000));
    const of = { first, last: addDays(first, r.int(0, 200)) };
    for (const every of EVERY) {
      const spans = spansOf(of, every);
      assert.equal(spans[0]?.first, of.first);
      assert.equal(spans.at(-1)?.last, of.last);
      assert.equal(spans.reduce((sum, span) => sum + lengthOf(span), 0), lengthOf(of));
      for (const { first: begin } of spans.slice(1)) {
        if (every === 'week') assert.equal(weekday(begin), 1);
        if (every === 'month') assert.equal(begin.slice(8), '01');
      }
    }
  });
});

const PERIODS: Period[] = [
  { start: day('2017-05-01'), end: day('2017-05-20'), shares: [{ holder: 'blue', parties: [], km2: 60, km2_reported: 20 }, { holder: 'unknown', parties: [], km2: 40, km2_reported: 0 }] },
  { start: day('2017-05-20'), end: day('2017-06-10'), shares: [
    { holder: 'blue', parties: [], km2: 50, km2_reported: 20 }, { holder: 'red', parties: [], km2: 20.5, km2_reported: 20.5 },
    { holder: null, parties: ['blue', 'red'], km2: 4.25, km2_reported: 0 }, { holder: null, parties: ['green', 'red'], km2: 5.25, km2_reported: 0 },
    { holder: 'unknown', parties: [], km2: 20, km2_reported: 0 }] },
  { start: day('2017-06-10'), end: null, shares: [{ holder: 'red', parties: [], km2: 100, km2_reported: 100 }] },
];
const control = (hidden: string[] = []): Plot => controlPlot(PERIODS, { range, form: 'stack', hidden, order: ['red', 'blue'], face });

test('ground over time: parties in order, then contested ground, then unknown, cut to the days shown', () => {
  const plot = control();
  assert.deepEqual(plot.series.map((s) => s.id), ['red', 'blue', CONTESTED, 'unknown']);
  assert.deepEqual(plot.steps, [
    { first: '2017-05-10', last: '2017-05-19', values: [0, 60, 0, 40] },
    { first: '2017-05-20', last: '2017-06-09', values: [20.5, 50, 9.5, 20] },
    { first: '2017-06-10', last: '2017-06-20', values: [100, 0, 0, 0] },
  ]);
  assert.equal(mostOf(plot), 100);
  assert.equal(mostOf({ ...plot, form: 'lines', steps: plot.steps.slice(0, 2) }), 60);
});

test('hidden parties are left out, and contested ground only with all who are in it', () => {
  assert.deepEqual(control(['red']).steps[1]?.values, [50, 9.5, 20]);
  assert.deepEqual(control(['red', 'blue', 'unknown']).steps[1]?.values, [5.25]);
  assert.deepEqual(control(['red', 'blue', 'green', 'unknown']).series, []);
});

test('a day is in the period and the step that hold it, and before anything is known in none', () => {
  assert.equal(periodOn(PERIODS, day('2017-05-20'))?.start, '2017-05-20');
  assert.equal(periodOn(PERIODS, day('2030-01-01'))?.start, '2017-06-10');
  assert.equal(periodOn(PERIODS, day('2017-04-30')), null);
  assert.equal(PERIODS[1] && covered(PERIODS[1]), 100);
  const plot = control();
  assert.equal(stepOn(plot, day('2017-06-09')), plot.steps[1]);
  assert.equal(stepOn(plot, day('2017-05-09')), null);
  assert.equal(stepOn({ ...plot, steps: [] }, day('2017-06-09')), null);
});

test('counts of days are added up by the bar, in whatever order they come, and none is lost', () => {
  const kinds = ['captured', 'struck', 'holds'];
  forAll((r) => {
    const counts = Array.from({ length: r.int(0, 30) }, (_, i): DayCount => ({
      day: addDays(range.first, (i * 7) % 60), claims: 9, changes: 3, by_actor: { red: r.int(0, 3), blue: r.int(0, 3) }, by_kind: { [r.of(kinds)]: r.int(1, 4) },
    }));
    for (const every of EVERY) {
      const plot = changesPlot(counts, { range, every, hidden: ['blue'], order: ['blue', 'red'], face });
      const expected = counts.filter((c) => daysBetween(range.first, c.day) < lengthOf(range)).reduce((sum, c) => sum + (c.by_actor['red'] ?? 0), 0);
      assert.equal(plot.steps.flatMap((s) => s.values).reduce((a, b) => a + b, 0), expected);
    }
  });
  const events = eventsPlot([{ day: day('2017-05-15'), claims: 5, changes: 0, by_actor: {}, by_kind: { captured: 1, lost: 2, struck: 1, holds: 4, clashed: 1 } }],
    { range, every: 'week', hidden: ['strike'], face });
  assert.deepEqual(events.series.map((s) => s.id), ['control', 'clash'], 'to hold a place is no event');
  assert.deepEqual(events.steps[1], { first: '2017-05-15', last: '2017-05-21', values: [3, 1] });
});

test('as a table: a column for each series, and no rows for bars of nothing', () => {
  const heads = { first: 'From', last: 'To' };
  assert.deepEqual(rowsOf(control(['blue', 'unknown']), heads).slice(0, 3), [
    ['From', 'To', 'RED', CONTESTED.toUpperCase()], ['2017-05-10', '2017-05-19', 0, 0], ['2017-05-20', '2017-06-09', 20.5, 9.5],
  ]);
  const bars: Plot = { ...range, form: 'bars', series: [face('a')], steps: [{ ...range, values: [0] }, { ...range, values: [2] }] };
  assert.deepEqual(rowsOf(bars, heads).length, 2);
});

test('lines and bands go in steps, and break off where days are missing', () => {
  const stretches = [{ from: 0, to: 10, low: 100, high: 50 }, { from: 10, to: 20, low: 100, high: 25.123 }, { from: 30, to: 40, low: 90, high: 80 }];
  assert.equal(linePath(stretches), 'M0 50L10 50L10 25.12L20 25.12M30 80L40 80');
  assert.equal(bandPath(stretches), 'M0 50L10 50L10 25.12L20 25.12L20 100L10 100L10 100L0 100ZM30 80L40 80L40 90L30 90Z');
  assert.equal(bandPath([]), '');
  assert.equal(linePath([{ from: 20, to: 10, low: 0, high: 5 }, { from: 10, to: 0, low: 0, high: 6 }]), 'M20 5L10 5L10 6L0 6', 'leftwards');
});

test('the figures are of the region drawn, or of a governorate, or of what the map shows, or of the country', () => {
  const state = (hash: string) => ({ ...parseHash(hash), day: range.first, lang: 'en', window: 3 }) as const;
  const box = [36, 33, 40.5, 36.123456] as const;
  const query = (hash: string, view: typeof box | null = box) => partQuery(partOf(state(hash), () => view));
  assert.deepEqual(query('#'), {});
  assert.deepEqual(query('#of=view'), { bbox: '36.0000,33.0000,40.5000,36.1235' });
  assert.deepEqual(query('#of=view', null), {}, 'where there is no map');
  assert.deepEqual(query('#of=view&in=Homs'), { in: 'Homs' });
  assert.deepEqual(query('#region=35,38;35,39;36,39&in=Homs'), { within: '{"type":"Polygon","coordinates":[[[38,35],[39,35],[39,36],[38,35]]]}' });
});
