import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Actors } from '../../src/actors.ts';
import type { Because, Claim, HistoryHolding, Who } from '../../src/api/types.ts';
import { addDays, parseDay, type Day } from '../../src/day.ts';
import { restOf, speaksFor } from '../../src/panel/because.ts';
import { nearSides } from '../../src/panel/front.ts';
import { holdingOn, knownOn } from '../../src/panel/course.ts';
import { stretches } from '../../src/panel/strip.ts';
import { bySource, stanceOf } from '../../src/panel/witness.ts';
import { turns } from '../../src/timeline/seek.ts';

const day = (text: string): Day => parseDay(text) ?? assert.fail(text);
const actors = new Actors([
  ['syrian_government', 'damascus'], ['hezbollah', 'damascus'], ['islamic_state', 'islamic_state'], ['sdf', 'sdf'],
].map(([id = '', side = '']) => ({ id, side, name_en: id, name_ar: id, colour: '#888888' })));

const holding = (change: Partial<HistoryHolding> = {}): HistoryHolding => ({
  holder: 'syrian_government', from: day('2017-08-12'), to: day('2017-09-01'), contested: false, others: [], disputes: [], uncertain: false,
  since_basis: 'stated', last_confirmed: null, confidence: 1, because: [], against: [], ...change,
});

function said(change: Partial<Claim>, source = 'agency', published: string | null = null): Because {
  return {
    claim: {
      id: 'c', report: 'r', kind: 'holds', modality: 'asserted', actor: 'islamic_state', co_actors: [], from: null, place: null, extent: null, count: null,
      date: day('2017-08-14'), date_basis: 'stated', distance_km: null, measured_km: null, killed_min: null, wounded_min: null, claimed_by: null,
      quote: '', start: 0, end: 0, confidence: 1, ...change,
    },
    report: { id: 'r', title: '', source, source_id: source, side: '', url: '', published: published ? day(published) : null },
  };
}

test('a source is said to contradict only where it surely does', () => {
  const rows: [string, Partial<Claim>, Partial<HistoryHolding>, string][] = [
    ['another holder, on a day of the holding', {}, {}, 'other'],
    ['the same holder', { actor: 'syrian_government' }, {}, 'same'],
    ['the same holder, on the day it came', { actor: 'syrian_government', date: day('2017-08-12') }, {}, 'same'],
    ['the holder left, nobody came', { kind: 'withdrew', actor: 'unknown', from: 'syrian_government' }, {}, 'other'],
    ['somebody else left', { kind: 'withdrew', actor: 'unknown', from: 'sdf' }, {}, 'beside'],
    ['an ally of the holder', { actor: 'hezbollah' }, {}, 'beside'],
    ['the day on which it changed hands', { date: day('2017-08-12') }, {}, 'beside'],
    ['a day before the holding', { date: day('2017-08-11') }, {}, 'beside'],
    ['the day on which it ended', { date: day('2017-09-01') }, {}, 'beside'],
    ['only attempted', { modality: 'attempt' }, {}, 'beside'],
    ['only part of it', { extent: 'partial' }, {}, 'beside'],
    ['an event', { kind: 'clashed' }, {}, 'beside'],
    ['no day at all', { date: null }, {}, 'beside'],
    ['contested ground', {}, { contested: true }, 'beside'],
    ['nobody knows the holder', {}, { holder: 'unknown' }, 'beside'],
    ['nobody knows since when', {}, { from: null }, 'beside'],
  ];
  for (const [label, claim, held, stance] of rows) assert.equal(stanceOf(said(claim), holding(held), actors), stance, label);
  assert.equal(stanceOf(said({}), null, actors), 'beside');
  assert.equal(stanceOf(said({ date: null }, 'agency', '2017-08-20'), holding(), actors), 'other');
});

test('statements are gathered by source, contradiction first', () => {
  const list = [said({ id: '1', kind: 'clashed' }, 'a'), said({ id: '2', actor: 'syrian_government' }, 'b'), said({ id: '3' }, 'c'), said({ id: '4', actor: 'syrian_government' }, 'a')];
  const groups = bySource(list, (one) => stanceOf(one, holding(), actors));
  assert.deepEqual(groups.map((g) => g.map((b) => b.report.source + b.claim.id)), [['c3'], ['a4', 'a1'], ['b2']]);
  assert.deepEqual(bySource([], () => 'beside'), []);
});

test('of a front the places nearest to the click are taken, each once, those of no known spot last', () => {
  const spots: Record<string, [number, number]> = { near: [38.01, 35], far: [39, 35], middle: [38.3, 35] };
  const picked = {
    kind: 'front' as const, lon: 38, lat: 35,
    front: { a: 'x', b: 'y', km: 1, places: [['far', 'lost'], ['near', 'lost'], ['near', 'middle'], ['middle', 'far']] as [string, string][] },
  };
  assert.deepEqual(nearSides(picked, (id) => spots[id] ?? null), { a: ['near', 'middle'], b: ['middle', 'far'] });
});

test('a history is walked by the days on which it turns', () => {
  const holdings = [holding({ from: null, to: day('2017-08-12') }), holding(), holding({ from: day('2017-09-01'), to: null, contested: true })];
  const place = { id: 'p', name_ar: '', name_en: '', kind: 'town', lat: 0, lon: 0, admin1: '' };
  assert.deepEqual(turns({ place, holdings }), ['2017-08-12', '2017-09-01']);
  assert.equal(holdingOn(holdings, day('2017-08-12')), holdings[1]);
  assert.equal(holdingOn(holdings, day('2017-08-11')), holdings[0]);
  assert.equal(holdingOn(holdings.slice(1), day('2017-08-11')), null);
});

test('a holding of no known beginning is not one since ever', () => {
  const taken = [holding({ holder: 'islamic_state', from: null, to: day('2017-08-12'), since_basis: 'inferred' }), holding({ to: null })];
  const on = (of: HistoryHolding[], text: string): (string | undefined)[] => [knownOn(of, day(text))?.holding.holder, knownOn(of, day(text))?.how];
  assert.deepEqual(on(taken, '2016-08-12'), ['islamic_state', 'taken']);
  assert.deepEqual(on(taken, '2016-08-11'), [undefined, undefined]);
  const confirmed = [{ ...holding({ from: null, to: null }), because: [said({ date: day('2017-09-01') }), said({ date: day('2017-08-12') })] }];
  assert.deepEqual(on(confirmed, '2016-08-12'), ['syrian_government', 'taken'], 'it goes on after the day on which it is first spoken of');
  assert.deepEqual(on(confirmed, '2016-08-11'), [undefined, undefined]);
  assert.deepEqual(stretches(taken, day('2016-08-02'), day('2017-08-21')).map(({ from, size, concluded }) => [from * 385, size * 385, concluded].map((n) => (typeof n === 'number' ? Math.round(n) : n))),
    [[10, 365, true], [375, 10, false]]);
});

test('in whose hands a place is first found had it for some time before', () => {
  const found = (change: Partial<Claim> = {}, held: Partial<HistoryHolding> = {}): string | null => {
    const of = [holding({ since_basis: 'baseline', because: [said({ date: day('2017-08-12'), ...change })], ...held })];
    assert.equal(holdingOn(of, day('2017-08-11')), null, 'no report tells of that day');
    assert.equal(knownOn(of, addDays(day('2017-08-12'), -181)), null);
    return knownOn(of, addDays(day('2017-08-12'), -180))?.how ?? null;
  };
  assert.equal(found(), 'found');
  assert.equal(found({}, { since_basis: 'stated' }), null);
  assert.equal(found({}, { contested: true }), null);
  assert.equal(found({}, { holder: 'unknown' }), null);
  assert.equal(found({ date_basis: 'baseline' }), null, 'a map shows its own day');
});

const answer = (change: Partial<Who>): Who => ({
  place: null, day: day('2017-08-13'), holder: 'islamic_state', contested: true, others: ['sdf'], disputes: [], since: null, since_basis: null, uncertain: false,
  last_confirmed: null, age_days: null, inferred: false, inferred_from: [], confidence: 1, because: [said({ actor: 'sdf' })], against: [], before: null, after: null, ...change,
});

test('a clause speaks for the party it names, or for the one whose ally that is', () => {
  const of = { holder: 'syrian_government', others: ['sdf'] };
  const rows: [Partial<Claim>, string | null][] = [
    [{ actor: 'sdf' }, 'sdf'], [{ actor: 'syrian_government' }, 'syrian_government'], [{ actor: 'hezbollah' }, 'syrian_government'],
    [{ actor: 'islamic_state' }, 'islamic_state'], [{ actor: null, from: 'sdf' }, null], [{ actor: 'unknown' }, null],
  ];
  for (const [claim, party] of rows) assert.equal(speaksFor(said(claim), of, actors), party);
  assert.equal(speaksFor(said({ actor: 'hezbollah' }), { ...of, others: ['hezbollah'] }, actors), 'hezbollah', 'where it is there itself');
});

test('why a holder is shown for whom no clause speaks', () => {
  const before = { holder: 'islamic_state', from: null, to: null };
  const rows: [string | null, Partial<Who>][] = [
    [null, { because: [said({ actor: 'sdf' }), said({ actor: 'islamic_state' })] }],
    [null, { because: [] }],
    [null, { holder: 'unknown' }],
    ['before', { before }],
    ['passing', { before, uncertain: true }],
    ['taken', { because: [said({ actor: 'sdf', from: 'islamic_state' })] }],
    ['taken', { before, contested: false, others: [], because: [said({ actor: 'sdf', from: 'islamic_state' })] }],
    ['left', { contested: false, others: [], because: [said({ actor: null, from: 'sdf' })] }],
    ['bare', {}],
  ];
  for (const [rest, change] of rows) assert.equal(restOf(answer(change), actors), rest);
});
