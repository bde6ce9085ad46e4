import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayAt } from '../../src/day.ts';
import { formatHash, parseHash } from '../../src/hash.ts';
import { EVERYTHING, idsOf } from '../../src/scope.ts';
import { WINDOWS, type Selection, type State } from '../../src/state.ts';
import { forAll, type Random } from './random.ts';

const IDS = ['sy-homs-kadir', 'a&b=c', 'الكدير', '100%', '#', 'a b+c', '/../', 'x?y'];

function anyState(r: Random): State {
  const degrees = (most: number): number => Number(((r.next() * 2 - 1) * most).toFixed(4)) || 0;
  const selections: (Selection | null)[] = [
    null, { kind: 'place', id: r.of(IDS) }, { kind: 'point', lon: degrees(180), lat: degrees(90) },
  ];
  return {
    day: dayAt(r.int(0, 30000)),
    lang: r.of(['ar', 'en'] as const),
    view: r.of([null, { zoom: r.int(0, 2400) / 100, lat: degrees(90), lon: degrees(180) }]),
    selection: r.of(selections),
    report: r.of([null, { id: r.of(IDS), claim: r.of([null, ...IDS]) }]),
    window: r.of(WINDOWS),
    scope: { without: idsOf([r.of(IDS), r.of(IDS), ''].slice(r.int(0, 2))), knownOn: r.of([null, dayAt(r.int(0, 30000))]) },
  };
}

test('an address gives back the state that made it', () => {
  forAll((r) => {
    const state = anyState(r);
    assert.deepEqual(parseHash(`#${formatHash(state)}`), state);
  });
});

test('an address can be read by a person', () => {
  const state: State = {
    day: dayAt(17390), lang: 'ar', view: { zoom: 8.2, lat: 35.274, lon: 38.846 }, selection: { kind: 'place', id: 'sy-homs-kadir' },
    report: null, window: 3, scope: EVERYTHING,
  };
  const address = 'day=2017-08-12&map=8.2/35.274/38.846&lang=ar&days=3&place=sy-homs-kadir';
  assert.equal(formatHash(state), address);
  assert.equal(
    formatHash({ ...state, scope: { without: ['sana', 'sdf-press'], knownOn: dayAt(17410) } }),
    `${address}&without=sana&without=sdf-press&as_known_on=2017-09-01`);
});

test('what makes no sense is left out', () => {
  const nothing = { view: null, selection: null, report: null, scope: EVERYTHING };
  for (const hash of ['', '#', '#day=2017-02-30', '#map=8/95/38', '#map=8/35', '#map=8/35/38/0', '#map=x/y/z', '#lang=fr', '#days=5', '#at=1,2,3', '#at=,', '#claim=x', '#search-box', '#without=', '#as_known_on=2017-13-01']) {
    assert.deepEqual(parseHash(hash), nothing, hash);
  }
});
