import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Difference, Holdings, PassageProps } from '../../src/api/layers.ts';
import type { DayCount } from '../../src/api/types.ts';
import { cut, lineAt, shareAt, shareByKey } from '../../src/compare/clip.ts';
import { changesBetween, monthsBefore, ordered, shortcutDay } from '../../src/compare/days.ts';
import { drawnDifference } from '../../src/compare/drawn.ts';
import { pairsOf, shownPairs, totalsOf } from '../../src/compare/pairs.ts';
import type { Day } from '../../src/day.ts';
import { passageFrom, passageKey } from '../../src/hands.ts';
import { yoke, type Moving } from '../../src/map/yoke.ts';

const day = (text: string): Day => text as Day;
const count = (on: string, changes: number): DayCount => ({ day: day(on), claims: changes + 1, changes, by_actor: {}, by_kind: {} });
const all = { first: day('2017-01-01'), last: day('2017-12-31') };

type Side = string | string[]; // who holds, or who contest
function ground(from: Side, to: Side, [least, km2, most]: [number, number, number], part: 'ground' | 'band' = 'ground'): Difference['features'][number] {
  const properties: PassageProps = {
    part, km2, km2_least: least, km2_most: most,
    from: typeof from === 'string' ? from : null, from_parties: typeof from === 'string' ? [] : from,
    to: typeof to === 'string' ? to : null, to_parties: typeof to === 'string' ? [] : to,
  };
  return { type: 'Feature', geometry: { type: 'MultiPolygon', coordinates: [] }, properties };
}
const difference = (...features: Difference['features']): Difference => ({ type: 'FeatureCollection', features });

function held(places: Record<string, [holder: string, ...others: string[]]>): Holdings {
  return {
    type: 'FeatureCollection',
    features: Object.entries(places).map(([place, [holder, ...others]]) => ({
      type: 'Feature', geometry: { type: 'Point', coordinates: [0, 0] },
      properties: { place, name_ar: '', name_en: place, kind: 'town', holder, contested: others.length > 0, others, inferred: false, since: null, last_confirmed: null, confidence: 1 },
    })),
  };
}

test('shortcuts lead to calendar days, and to the eve of the last change', () => {
  const counts = [count('2017-03-05', 2), count('2017-03-20', 1), count('2017-03-25', 0), count('2017-04-02', 3)];
  const to = (shortcut: Parameters<typeof shortcutDay>[0], of = '2017-03-31'): string | null => shortcutDay(shortcut, day(of), counts, all);
  assert.equal(to('week'), '2017-03-24');
  assert.equal(to('month'), '2017-02-28', 'a month that has no such day');
  assert.equal(to('quarter', '2017-12-31'), '2017-09-30');
  assert.equal(to('change'), '2017-03-19');
  assert.equal(to('change', '2017-03-20'), '2017-03-19', 'a change on the day itself');
  assert.equal(to('change', '2017-02-01'), null, 'no change before');
  assert.equal(to('year'), null, 'before all days');
  assert.equal(monthsBefore(day('2016-02-29'), 12), '2015-02-28');
  assert.equal(monthsBefore(day('2017-01-15'), 1), '2016-12-15');
});

test('changes between two days are those after the first, the second included', () => {
  const counts = [count('2017-03-05', 2), count('2017-03-20', 1), count('2017-04-02', 3)];
  assert.equal(changesBetween(counts, ordered(day('2017-04-02'), day('2017-03-05'))), 4);
  assert.equal(changesBetween(counts, ordered(day('2017-03-05'), day('2017-03-05'))), 0);
});

test('ground and places are gathered by the hands they passed out of and into, the most ground first', () => {
  const pairs = pairsOf(
    difference(ground('is', 'gov', [1, 2, 3]), ground('is', 'gov', [1, 2, 3], 'band'), ground(['is', 'sdf'], 'sdf', [5, 9, 12])),
    held({ raqqa: ['is', 'sdf'], sukhnah: ['is'], kept: ['gov'], gone: ['is'] }),
    held({ raqqa: ['sdf'], sukhnah: ['gov'], kept: ['gov'], found: ['gov'] }), 'unknown',
  );
  assert.deepEqual(pairs.map((p) => [p.from.holder ?? p.from.parties, p.to.holder, p.extent.km2, p.places.map((place) => place.place)]), [
    [['is', 'sdf'], 'sdf', 9, ['raqqa']], ['is', 'gov', 2, ['sukhnah']], ['is', 'unknown', 0, ['gone']], ['unknown', 'gov', 0, ['found']],
  ]);
  assert.deepEqual(pairsOf(difference(), held({ a: ['is'] }), held({ a: ['is'] }), 'unknown'), []);
});

test('a party’s net lies between the least it gained less the most it lost, and the other way round', () => {
  const pairs = pairsOf(difference(
    ground('is', 'gov', [10, 20, 30]), ground('gov', ['gov', 'is'], [1, 2, 4]), ground('unknown', 'gov', [0, 1, 2]),
  ), held({}), held({}), 'unknown');
  assert.deepEqual(totalsOf(pairs, 'unknown'), [
    { party: 'is', gained: { km2: 0, least: 0, most: 0 }, lost: { km2: 20, least: 10, most: 30 }, net: { km2: -20, least: -30, most: -10 } },
    { party: 'gov', gained: { km2: 21, least: 10, most: 32 }, lost: { km2: 2, least: 1, most: 4 }, net: { km2: 19, least: 6, most: 31 } },
  ]);
});

test('what concerns a hidden party is neither listed nor drawn, whoever contested it', () => {
  const of = difference(ground('is', 'gov', [1, 2, 3]), ground(['gov', 'is'], 'hts', [1, 2, 3]), ground('sdf', 'hts', [1, 2, 3]));
  const pairs = pairsOf(of, held({}), held({}), 'unknown');
  assert.deepEqual(shownPairs(pairs, ['is']).map((p) => p.from.holder), ['sdf']);
  assert.deepEqual(drawnDifference(of, ['is']).features.map((f): unknown[] => [f.properties?.['part'], f.properties?.['from']]), [['veil', undefined], ['ground', 'sdf']]);
  assert.deepEqual(drawnDifference(of, ['is', 'hts']).features, [], 'no veil over nothing');
});

test('ground is drawn in its new hands, striped in the old; contested ground is hatched', () => {
  const { features } = drawnDifference(difference(
    ground('is', 'gov', [1, 2, 3]), ground(['gov', 'is'], 'gov', [1, 2, 3]), ground('gov', ['gov', 'is'], [1, 2, 3]), ground('unknown', ['sdf'], [1, 2, 3]),
  ), []);
  assert.deepEqual(features.slice(1).map((f): unknown[] => [f.properties?.['pattern'], f.properties?.['from']]), [
    ['passage|is|gov', 'is'], ['passage|is|gov', 'is'], ['hatch|gov|is', 'gov'], ['hatch|sdf|unknown', 'unknown'],
  ]);
});

test('a passage survives being written as a text', () => {
  const passage = { from: { holder: null, parties: ['a "b"', 'c'] }, to: { holder: 'd', parties: [] } };
  assert.deepEqual(passageFrom(passageKey(passage)), passage);
});

test('the line follows pointer and keys, and cuts the map of the side that it is on', () => {
  const [ltr, rtl] = [{ share: 0.25, rtl: false }, { share: 0.25, rtl: true }];
  assert.equal(lineAt(ltr, 400), 100);
  assert.equal(lineAt(rtl, 400), 300);
  for (const line of [ltr, rtl]) assert.equal(shareAt(lineAt(line, 400), 400, line.rtl), 0.25);
  assert.deepEqual([shareAt(-5, 400, false), shareAt(500, 400, false), shareAt(500, 400, true)], [0, 1, 0]);
  assert.deepEqual(cut(ltr, 400, 'earlier'), { left: 0, right: 300 });
  assert.deepEqual(cut(ltr, 400, 'later'), { left: 100, right: 0 });
  assert.deepEqual(cut(rtl, 400, 'earlier'), { left: 300, right: 0 });
  const press = (key: string, line = ltr, shiftKey = false): number | null => shareByKey({ key, shiftKey }, line);
  assert.deepEqual([press('ArrowRight'), press('ArrowRight', rtl), press('ArrowLeft', ltr, true), press('Home'), press('End'), press('a')], [0.27, 0.23, 0.15, 0, 1, null]);
  assert.equal(press('PageDown', { share: 0.05, rtl: false }), 0, 'no further than the edge');
});

/** A camera that tells of its moves at once, as a map does, and looks no further west than a meridian. */
class Camera implements Moving {
  readonly #listeners = new Set<() => void>();
  readonly #west: number;
  #lng = 0;
  moves = 0;

  constructor(west: number) {
    this.#west = west;
  }

  on(_: 'move', listener: () => void): void { this.#listeners.add(listener); }
  off(_: 'move', listener: () => void): void { this.#listeners.delete(listener); }
  getCenter(): { lng: number; lat: number } { return { lng: this.#lng, lat: 0 }; }
  getZoom(): number { return 5; }
  getPadding(): { top: number } { return { top: 0 }; }

  jumpTo({ center }: { center: { lng: number } }): void {
    this.moves++;
    this.#lng = Math.max(center.lng, this.#west);
    for (const tell of [...this.#listeners]) tell();
  }
}

test('two maps move as one, whichever is moved, and neither answers the other', () => {
  const [a, b] = [new Camera(-10), new Camera(0)];
  a.jumpTo({ center: { lng: 7 } });
  const free = yoke(a, b);
  assert.equal(b.getCenter().lng, 7);
  b.jumpTo({ center: { lng: 9 } });
  assert.equal(a.getCenter().lng, 9);
  a.jumpTo({ center: { lng: -5 } }); // further than b can look
  assert.deepEqual([a.getCenter().lng, b.getCenter().lng], [-5, 0]);
  assert.deepEqual([a.moves, b.moves], [3, 3]);
  free();
  a.jumpTo({ center: { lng: 1 } });
  assert.equal(b.getCenter().lng, 0);
});
