import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryHolding } from '../../src/api/types.ts';
import { apiAddress } from '../../src/api/client.ts';
import { parseDay, type Day } from '../../src/day.ts';
import { webAddress } from '../../src/dom.ts';
import { metresPerPixel, roundLength } from '../../src/map/scale.ts';
import { stretches } from '../../src/panel/strip.ts';

const day = (text: string): Day => parseDay(text) ?? assert.fail(text);
const holding = (holder: string, from: string | null, to: string | null): HistoryHolding => ({
  holder, from: from ? day(from) : null, to: to ? day(to) : null, contested: false, others: [], disputes: [], uncertain: false, since_basis: 'stated',
  last_confirmed: null, confidence: 1, because: [], against: [],
});

test('only web addresses become links', () => {
  assert.equal(webAddress('https://www.syriahr.com/?p=1'), 'https://www.syriahr.com/?p=1');
  assert.equal(webAddress('http://example.org'), 'http://example.org/');
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'ftp://x', '//x', 'x', '', null]) assert.equal(webAddress(bad), null);
});

test('what is asked for is written as an address', () => {
  assert.equal(apiAddress('/api/places', { q: 'دير الزور', limit: 8 }), `/api/places?q=${encodeURIComponent('دير')}+${encodeURIComponent('الزور')}&limit=8`);
});

test('the strip of a place’s history is cut to the days there are', () => {
  const strip = stretches([
    holding('gone', '2010-01-01', '2016-01-01'), holding('islamic_state', '2014-01-01', '2017-08-02'), holding('sdf', '2017-08-09', null),
  ], day('2017-08-01'), day('2017-08-10'));
  assert.deepEqual(strip.map((s) => [s.holding.holder, s.from, s.size]), [['islamic_state', 0, 0.1], ['sdf', 0.8, 0.2]]);
});

test('the scale bar is a round length that fits', () => {
  assert.deepEqual([1, 9.9, 47, 300, 1234].map(roundLength), [1, 5, 30, 300, 1000]);
  assert.ok(Math.abs(metresPerPixel(0, 0) - 78271.5) < 0.1);
  assert.ok(Math.abs(metresPerPixel(8, 60) / metresPerPixel(8, 0) - 0.5) < 1e-9);
});
