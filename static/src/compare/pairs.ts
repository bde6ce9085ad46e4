import type { Difference, Holdings, HoldingProps } from '../api/layers.ts';
import { handsOf, partiesOf, passageKey, passageOf, sameHands, type Hands, type Passage } from '../hands.ts';

/** Square kilometres: as drawn, and between which bounds they may be. */
export interface Extent {
  km2: number;
  least: number;
  most: number;
}

/** What passed from the hands of some into those of others between two days: ground, and places. */
export interface Pair extends Passage {
  key: string;
  extent: Extent; // all 0 where only places passed
  places: HoldingProps[]; // as they are on the later day, by name
}

/** The ground of a party over two days. Contested ground is nobody's. */
export interface Total {
  party: string;
  gained: Extent;
  lost: Extent;
  net: Extent; // least and most may be below 0
}

const NOTHING: Extent = { km2: 0, least: 0, most: 0 };

/**
 * What differs between two days, the most ground first. Places that an answer
 * does not have are in nobody's known hands: coming from there or going there
 * is a passage too, from or to `unknown`.
 */
export function pairsOf(difference: Difference, before: Holdings, after: Holdings, unknown: string): Pair[] {
  const pairs = new Map<string, Pair>();
  const pair = (passage: Passage): Pair => {
    const key = passageKey(passage);
    const found = pairs.get(key) ?? { key, ...passage, extent: NOTHING, places: [] };
    pairs.set(key, found);
    return found;
  };
  for (const { properties: p } of difference.features) {
    if (p.part === 'ground') pair(passageOf(p)).extent = { km2: p.km2, least: p.km2_least, most: p.km2_most };
  }
  for (const [from, to, place] of moved(before, after, unknown)) pair({ from, to }).places.push(place);
  return [...pairs.values()].sort((a, b) => b.extent.km2 - a.extent.km2 || b.places.length - a.places.length || (a.key < b.key ? -1 : 1));
}

/** The places whose hands differ. */
function moved(before: Holdings, after: Holdings, unknown: string): [from: Hands, to: Hands, place: HoldingProps][] {
  const was = new Map(before.features.map(({ properties: p }) => [p.place, p]));
  const is = new Map(after.features.map(({ properties: p }) => [p.place, p]));
  const nobody: Hands = { holder: unknown, parties: [] };
  const hands = (p: HoldingProps | undefined): Hands => (p ? handsOf(p) : nobody);
  const all = [...is.values(), ...[...was.values()].filter((p) => !is.has(p.place))];
  return all.map((p): [Hands, Hands, HoldingProps] => [hands(was.get(p.place)), hands(is.get(p.place)), p])
    .filter(([from, to]) => !sameHands(from, to));
}

/** Whether any of these parties has a hand in a passage. */
export function concerns({ from, to }: Passage, parties: readonly string[]): boolean {
  return [...partiesOf(from), ...partiesOf(to)].some((id) => parties.includes(id));
}

/** The pairs in which none of the hidden parties has a hand. */
export function shownPairs(pairs: readonly Pair[], hidden: readonly string[]): Pair[] {
  return pairs.filter((pair) => !concerns(pair, hidden));
}

/** What each party gained and lost, whoever is hidden; the greatest change first. Of `unknown` nothing is told. */
export function totalsOf(pairs: readonly Pair[], unknown: string): Total[] {
  const totals = new Map<string, Total>();
  const total = (party: string): Total => {
    const found = totals.get(party) ?? { party, gained: NOTHING, lost: NOTHING, net: NOTHING };
    totals.set(party, found);
    return found;
  };
  for (const { from, to, extent } of pairs) {
    if (extent.most === 0) continue;
    if (to.holder !== null) total(to.holder).gained = sum(total(to.holder).gained, extent);
    if (from.holder !== null) total(from.holder).lost = sum(total(from.holder).lost, extent);
  }
  totals.delete(unknown);
  return [...totals.values()].map((t) => ({ ...t, net: less(t.gained, t.lost) })).sort((a, b) => Math.abs(b.net.km2) - Math.abs(a.net.km2));
}

function sum(a: Extent, b: Extent): Extent {
  return { km2: a.km2 + b.km2, least: a.least + b.least, most: a.most + b.most };
}

function less(a: Extent, b: Extent): Extent {
  return { km2: a.km2 - b.km2, least: a.least - b.most, most: a.most - b.least };
}
