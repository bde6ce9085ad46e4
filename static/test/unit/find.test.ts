import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClaimFeature, Holdings } from '../../src/api/layers.ts';
import type { Day } from '../../src/day.ts';
import { ALL, filterQuery, narrowings, showsEvent, showsPlace } from '../../src/filter.ts';
import { dayOf, eventsOf, inside, placesOf, spotOf, tally } from '../../src/find/lists.ts';
import { reportQuery, type Wish } from '../../src/find/load.ts';
import { folded, wordTest } from '../../src/find/words.ts';
import { drawnEvents } from '../../src/map/events.ts';
import { drawnPlaces } from '../../src/map/features.ts';

const day = (text: string): Day => text as Day;

const claim = (id: string, more: Partial<ClaimFeature['properties']> = {}, at: [number, number] | null = [38.8, 35.3]): ClaimFeature => ({
  type: 'Feature',
  geometry: at && { type: 'Point', coordinates: at },
  properties: {
    id, kind: 'captured', modality: 'asserted', actor: 'sdf', date: day('2017-08-12'), published: day('2017-08-13'), quote: 'سيطر الجيش على الكدير',
    place_id: 'kadir', name_ar: 'الكدير', name_en: 'al-Kadir', surface: 'الكدير', report_title: '', source: 'SANA', lon: null, lat: null, ...more,
  } as ClaimFeature['properties'],
});

const place = (id: string, more: Partial<Holdings['features'][number]['properties']> = {}, at: [number, number] = [38.8, 35.3]): Holdings['features'][number] => ({
  type: 'Feature', geometry: { type: 'Point', coordinates: at },
  properties: {
    place: id, name_ar: '', name_en: id, kind: 'town', holder: 'sdf', contested: false, others: [], inferred: false,
    since: null, last_confirmed: null, confidence: 0.5, ...more,
  },
});

const ids = (features: readonly ClaimFeature[]): string[] => features.map((f) => f.properties.id);

test('words: spellings of one word meet, in both scripts', () => {
  for (const [phenomenon, a, b] of [
    ['hamza on alef', 'أبو كمال', 'ابو كمال'],
    ['alef with madda', 'آثريا', 'اثريا'],
    ['teh marbuta', 'السخنة', 'السخنه'],
    ['alef maksura', 'حتى', 'حتي'],
    ['vowel signs', 'حَلَب', 'حلب'],
    ['tatweel', 'حمـــص', 'حمص'],
    ['Persian yeh and keheh', 'کردی', 'كردي'],
    ['capitals and accents', 'Türkiye', 'turkiye'],
    ['presentation forms', 'ﻻ', 'لا'],
  ]) assert.equal(folded(a ?? ''), folded(b ?? ''), phenomenon);
});

test('words: each has to stand in one of the texts, a phrase as a whole', () => {
  for (const [phenomenon, words, passes] of [
    ['none', '', true],
    ['only marks', '?! «»', true],
    ['within a longer word', 'كدير', true],
    ['in different texts', 'kadir الجيش', true],
    ['one of two is missing', 'kadir حلب', false],
    ['a phrase', '«سيطر الجيش»', true],
    ['a phrase in another order', '"الجيش سيطر"', false],
    ['a phrase over the border of two texts', '"الكدير al-Kadir"', false],
    ['what means something to a pattern', '.*', true],
    ['the same beside a word', 'kadir (', true],
  ] as const) assert.equal(wordTest(words)(['سيطر الجيش على الكدير', 'al-Kadir', null]), passes, phenomenon);
});

test('what the filter hides is neither on the map nor in a list', () => {
  const claims = { features: [
    claim('shown'), claim('party', { actor: 'hts', place_id: 'b' }), claim('kind', { kind: 'struck', place_id: 'c' }),
    claim('nobody', { actor: null, kind: 'clashed', place_id: 'd' }),
  ] };
  const filter = { ...ALL, hidden: ['hts'], without: ['strike' as const] };
  assert.deepEqual(ids(eventsOf(claims, { filter, view: null })), ['shown', 'nobody']);
  assert.deepEqual(drawnEvents(claims, filter).points.features.map((f): unknown => f.properties?.['place']), ['kadir', 'd']);
  const holdings: Holdings = { type: 'FeatureCollection', features: [place('a'), place('b', { holder: 'hts' }), place('c', { holder: 'hts', others: ['sdf'] })] };
  assert.deepEqual(placesOf(holdings, { filter, view: null }, { order: 'name', lang: 'en' }).map((f) => f.properties.place), ['a', 'c']);
  assert.deepEqual(drawnPlaces(holdings, filter).features.map((f): unknown => f.properties?.['place']), ['a', 'c']);
});

test('a place is shown as long as one of those in it is', () => {
  assert.ok(showsPlace({ ...ALL, hidden: ['a'] }, { holder: 'a', others: ['b'] }));
  assert.ok(!showsPlace({ ...ALL, hidden: ['a', 'b'] }, { holder: 'a', others: ['b'] }));
  assert.ok(showsEvent({ ...ALL, without: ['control'] }, { kind: 'holds', actor: null }), 'to hold is no event');
});

test('events: newest first, by publication where no day is told, without any day last; to hold is none', () => {
  const claims = { features: [
    claim('undated', { date: null, published: null }), claim('old', { date: day('2017-08-01') }), claim('published', { date: null }),
    claim('told'), claim('holds', { kind: 'holds' }),
  ] };
  assert.deepEqual(ids(eventsOf(claims, { filter: ALL, view: null })), ['published', 'told', 'old', 'undated']);
  assert.equal(dayOf(claim('x', { date: null })), '2017-08-13');
});

test('in the view: the edges are in it, and what is nowhere is not', () => {
  const view = [38, 35, 39, 36] as const;
  assert.ok(inside(view, [38, 36]));
  assert.ok(!inside(view, [39.01, 35.5]));
  const road = { ...claim('road', { lon: 38.5, lat: 35.5 }), geometry: { type: 'LineString' as const, coordinates: [[30, 30], [40, 40]] } };
  assert.deepEqual(spotOf(road), [38.5, 35.5], 'ground that is no point is where its point is');
  assert.deepEqual(ids(eventsOf({ features: [claim('in'), claim('out', {}, [40, 35]), claim('nowhere', {}, null), road] }, { filter: ALL, view })), ['in', 'road']);
});

test('places: by name as the language has it, the last changed first, the least certain first', () => {
  const holdings: Holdings = { type: 'FeatureCollection', features: [
    place('Zor', { since: day('2017-01-01'), confidence: 0.9, name_ar: 'أ' }), place('Aleppo', { since: null, confidence: 0.9, name_ar: 'ي' }),
    place('émar', { since: day('2017-05-01'), confidence: 0.2, name_ar: 'ب' }),
  ] };
  const sorted = (order: 'name' | 'since' | 'confidence', lang: 'ar' | 'en' = 'en'): string[] =>
    placesOf(holdings, { filter: ALL, view: null }, { order, lang }).map((f) => f.properties.place);
  assert.deepEqual(sorted('name'), ['Aleppo', 'émar', 'Zor']);
  assert.deepEqual(sorted('name', 'ar'), ['Zor', 'émar', 'Aleppo']);
  assert.deepEqual(sorted('since'), ['émar', 'Zor', 'Aleppo']);
  assert.deepEqual(sorted('confidence'), ['émar', 'Aleppo', 'Zor']);
});

test('what is counted is counted by key, and nothing by none', () => {
  assert.deepEqual([...tally(['a', null, 'b', 'a'])], [['a', 2], ['b', 1]]);
});

test('the server is asked for what it can tell, and for nothing where all is shown', () => {
  assert.deepEqual(filterQuery(ALL), {});
  assert.deepEqual(filterQuery({ ...ALL, sources: ['sana'], governorate: 'Homs', sure: 0.5, words: 'x', hidden: ['sdf'] }), { source: ['sana'], in: 'Homs', sure: 0.5 });
  assert.equal(narrowings({ ...ALL, hidden: ['a', 'b'], governorate: 'Homs', words: 'x' }), 4);
});

test('the reports are asked for by the parties and kinds that are left', () => {
  const actors = { list: ['sdf', 'hts'].map((id) => ({ id, name_en: id, name_ar: id, side: '', colour: '#000000' })) };
  const wish: Wish = {
    list: 'reports', day: day('2017-08-13'), span: { first: day('2017-08-11'), last: day('2017-08-13') }, scope: { without: [], knownOn: null }, filter: ALL, ofDays: false, offset: 30,
  };
  assert.deepEqual(reportQuery(wish, actors), { limit: 30, offset: 30 });
  assert.deepEqual(reportQuery({ ...wish, ofDays: true, filter: { ...ALL, words: 'حلب', hidden: ['hts'] } }, actors), {
    q: 'حلب', actor: ['sdf'], from: '2017-08-11', to: '2017-08-14', limit: 30, offset: 30,
  });
  const kinds = reportQuery({ ...wish, filter: { ...ALL, without: ['control', 'advance', 'clash', 'siege', 'landing', 'casualties'] } }, actors);
  assert.deepEqual(kinds?.['kind'], ['holds', 'struck']);
  assert.equal(reportQuery({ ...wish, filter: { ...ALL, hidden: ['hts', 'sdf'] } }, actors), null, 'no party is left');
  assert.equal(reportQuery({ ...wish, filter: { ...ALL, words: '…' } }, actors)?.['q'], undefined, 'no word to look for');
});
