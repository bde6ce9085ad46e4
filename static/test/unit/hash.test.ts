import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayAt } from '../../src/day.ts';
import { formatHash, parseHash } from '../../src/hash.ts';
import { EVERY, FIGURES, FORMS, PARTS, TIMES } from '../../src/figures/choice.ts';
import { ALL } from '../../src/filter.ts';
import { PALETTES, PLAIN, THEMES } from '../../src/look.ts';
import { GROUPS } from '../../src/map/groups.ts';
import { EVERYTHING, idsOf } from '../../src/scope.ts';
import { LISTS, usualListing } from '../../src/find/choice.ts';
import { ORDERS } from '../../src/find/lists.ts';
import { ROOMS, WAYS, WINDOWS, type Region, type Selection, type State } from '../../src/state.ts';
import { forAll, type Random } from './random.ts';

const IDS = ['sy-homs-kadir', 'a&b=c', 'الكدير', '100%', '#', 'a b+c', '/../', 'x?y'];

function anyState(r: Random): State {
  const degrees = (most: number): number => Number(((r.next() * 2 - 1) * most).toFixed(4)) || 0;
  const selections: (Selection | null)[] = [
    null, { kind: 'place', id: r.of(IDS) }, { kind: 'place', id: r.of(IDS), claim: r.of(IDS) }, { kind: 'point', lon: degrees(180), lat: degrees(90) },
  ];
  return {
    day: dayAt(r.int(0, 30000)),
    lang: r.of(['ar', 'en'] as const),
    view: r.of([null, { zoom: r.int(0, 2400) / 100, lat: degrees(90), lon: degrees(180) }]),
    selection: r.of(selections),
    report: r.of([null, { id: r.of(IDS), claim: r.of([null, ...IDS]) }]),
    window: r.of(WINDOWS),
    from: r.of([null, dayAt(r.int(0, 30000))]),
    look: { theme: r.of(THEMES), palette: r.of(PALETTES) },
    room: r.of(ROOMS),
    compare: r.of([null, { day: dayAt(r.int(0, 30000)), how: r.of(WAYS) }]),
    region: r.of([null, anyRegion(r)]),
    figures: { of: r.of(PARTS), form: r.of(FORMS), every: r.of(EVERY), time: r.of([null, ...TIMES]) },
    filter: {
      hidden: idsOf([r.of(IDS), r.of(IDS)]), without: idsOf([r.of(GROUPS), r.of(GROUPS)]) as typeof GROUPS[number][], sources: idsOf([r.of(IDS), '']),
      governorate: r.of([null, 'Deir ez-Zor', ...IDS]), sure: r.of([0, 0.25, 1]), words: r.of(['', ...IDS]),
    },
    listing: { list: r.of(LISTS), inView: r.of([true, false]), ofDays: r.of([true, false]), order: r.of(ORDERS) },
    scope: { without: idsOf([r.of(IDS), r.of(IDS), ''].slice(r.int(0, 2))), knownOn: r.of([null, dayAt(r.int(0, 30000))]) },
  };
}

/** A region around a point, its corners in the order of their directions, so that no side crosses another. */
function anyRegion(r: Random): Region {
  const [lon, lat, turn] = [r.int(-170, 170), r.int(-80, 80), r.next()];
  const corners = r.int(3, 6);
  return Array.from({ length: corners }, (_, i) => {
    const [angle, far] = [(2 * Math.PI * (i + turn)) / corners, 1 + r.next() * 8];
    return [Number((lon + far * Math.cos(angle)).toFixed(4)), Number((lat + far * Math.sin(angle)).toFixed(4))];
  });
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
    report: null, window: 3, scope: EVERYTHING, from: null, look: PLAIN, room: 'why', compare: null, region: null, figures: FIGURES, filter: ALL, listing: usualListing(''),
  };
  const address = 'day=2017-08-12&map=8.2/35.274/38.846&lang=ar&days=3&place=sy-homs-kadir';
  assert.equal(formatHash(state), address);
  assert.equal(
    formatHash({ ...state, scope: { without: ['sana', 'sdf-press'], knownOn: dayAt(17410) } }),
    `${address}&without=sana&without=sdf-press&as_known_on=2017-09-01`);
});

test('an address of everything else can be read too', () => {
  const state = { ...parseHash('#'), day: dayAt(17390), lang: 'en', window: 3 } as const;
  assert.equal(formatHash({
    ...state, from: dayAt(17380), look: { theme: 'dark', palette: 'safe' }, room: 'compare', compare: { day: dayAt(17300), how: 'swipe' },
    region: [[38, 35], [39, 35], [39, 36]], figures: { of: 'view', form: 'lines', every: 'month', time: 'all' }, filter: { ...ALL, hidden: ['sdf'], without: ['strike'], governorate: 'Homs', sure: 0.5 },
    listing: { list: 'places', inView: true, ofDays: false, order: 'since' },
  }), 'day=2017-08-12&from=2017-08-02&lang=en&days=3&theme=dark&colours=safe&room=compare&against=2017-05-14&how=swipe'
    + '&region=35,38;35,39;36,39&of=view&form=lines&every=month&time=all&hide=sdf&hide_kind=strike&in=Homs&sure=0.5&list=places&in_view=1&order=since');
});

test('what makes no sense is left out', () => {
  const nothing = {
    view: null, selection: null, report: null, scope: EVERYTHING, from: null, look: PLAIN, room: 'why', compare: null, region: null, figures: FIGURES, filter: ALL, listing: usualListing(''),
  };
  for (const hash of ['', '#', '#day=2017-02-30', '#map=8/95/38', '#map=8/35', '#map=8/35/38/0', '#map=x/y/z', '#lang=fr', '#days=5', '#at=1,2,3', '#at=,', '#claim=x', '#said=x', '#search-box', '#without=', '#as_known_on=2017-13-01', '#from=x', '#room=attic',
    '#theme=pink&colours=loud', '#against=2017-02-30', '#region=35,38;36,38', '#region=35,38;36,38;95,38', '#region=35,38;36,39;35,39;36,38', '#of=moon&form=pie&every=hour&time=ever', '#sure=2', '#hide=&hide_kind=picnic', '#list=stars&in_view=yes&of_days=0&order=random']) {
    assert.deepEqual(parseHash(hash), nothing, hash);
  }
});
