import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, clampDay, dayAt, dayNumber, daysBetween, dayParts, monthStarts, parseDay, weekday, type Day } from '../../src/day.ts';
import { forAll } from './random.ts';

const day = (text: string): Day => {
  const parsed = parseDay(text);
  assert.ok(parsed, text);
  return parsed;
};

test('only days that exist, in one form, are days', () => {
  for (const text of ['2017-08-12', '2016-02-29', '0001-01-01', '9999-12-31']) assert.equal(parseDay(text), text);
  for (const text of ['', '2017-8-12', '2017-02-29', '2017-13-01', '2017-00-10', '0000-01-01', '2017-08-12T00:00', ' 2017-08-12', '١٢-٠٨-٢٠١٧']) {
    assert.equal(parseDay(text), null, text);
  }
});

test('a day later is the next day, also where the clocks of Damascus change', () => {
  assert.equal(addDays(day('2017-03-30'), 1), '2017-03-31');
  assert.equal(addDays(day('2017-10-26'), 1), '2017-10-27');
  assert.equal(addDays(day('2016-12-31'), 1), '2017-01-01');
  assert.equal(addDays(day('2024-02-28'), 1), '2024-02-29');
});

test('going n days and back ends where it began', () => {
  forAll((r) => {
    const from = dayAt(r.int(-20000, 40000));
    const n = r.int(-5000, 5000);
    const to = addDays(from, n);
    assert.equal(daysBetween(from, to), n);
    assert.equal(addDays(to, -n), from);
    assert.equal(parseDay(to), to);
    assert.equal(to < from, n < 0);
    assert.equal(dayAt(dayNumber(to)), to);
  });
});

test('the week goes round', () => {
  assert.equal(weekday(day('2017-08-12')), 6); // a Saturday, as the reports of that day say
  assert.equal(weekday(day('1969-12-28')), 0);
  forAll((r) => {
    const d = dayAt(r.int(-20000, 40000));
    assert.equal(weekday(addDays(d, 1)), (weekday(d) + 1) % 7);
  });
});

test('months begin on the first, within both ends', () => {
  assert.deepEqual(monthStarts(day('2017-11-02'), day('2018-02-01')), ['2017-12-01', '2018-01-01', '2018-02-01']);
  assert.deepEqual(monthStarts(day('2017-05-01'), day('2017-05-31')), ['2017-05-01']);
  assert.deepEqual(monthStarts(day('2017-05-02'), day('2017-05-31')), []);
  assert.deepEqual(dayParts(day('2017-08-12')), { year: 2017, month: 8, date: 12 });
});

test('a day outside is the nearer end', () => {
  const [first, last] = [day('2017-05-01'), day('2017-12-31')];
  assert.equal(clampDay(day('2016-01-01'), first, last), first);
  assert.equal(clampDay(day('2018-01-01'), first, last), last);
  assert.equal(clampDay(day('2017-08-12'), first, last), '2017-08-12');
});
