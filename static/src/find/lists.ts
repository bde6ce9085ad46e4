import type { ClaimFeature, Claims, Holdings } from '../api/layers.ts';
import type { Day } from '../day.ts';
import { showsEvent, showsPlace, type Filter } from '../filter.ts';
import { groupOf } from '../map/groups.ts';
import { wordTest } from './words.ts';

/** West, south, east and north, in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

export type Listed = Holdings['features'][number];

/** What the places can be in the order of. */
export const ORDERS = ['name', 'since', 'confidence'] as const;
export type Order = (typeof ORDERS)[number];

/** What is in a list beside the map: all that the filter shows, or of that what is in the view. */
export interface Choice {
  filter: Filter;
  view: Bounds | null; // null: anywhere, and nowhere in particular
}

/** The point that stands for where a claim is, longitude first; null where it is nowhere. */
export function spotOf({ geometry, properties: { lon, lat } }: ClaimFeature): [lon: number, lat: number] | null {
  if (geometry?.type === 'Point') return [geometry.coordinates[0] ?? NaN, geometry.coordinates[1] ?? NaN];
  return lon === null || lat === null ? null : [lon, lat];
}

/** The day that an event is of: its own, or for want of one that on which it was published. */
export function dayOf({ properties: { date, published } }: ClaimFeature): Day | null {
  return date ?? published;
}

/** Whether a point is in a view, its edges included. */
export function inside(view: Bounds, [lon, lat]: readonly [number, number]): boolean {
  const [west, south, east, north] = view;
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** A test for the events that a filter lets be seen. To hold a place is no event. Words are sought in the clause, its place and its report's heading. */
export function eventTest(filter: Filter): (p: ClaimFeature['properties']) => boolean {
  const said = wordTest(filter.words);
  return (p) => groupOf(p.kind) !== null && showsEvent(filter, p) && said([p.quote, p.report_title, p.source, p.surface, p.name_ar, p.name_en]);
}

/** A test for the places that a filter lets be seen. Words are sought in the names. */
export function placeTest(filter: Filter): (p: Listed['properties']) => boolean {
  const called = wordTest(filter.words);
  return (p) => showsPlace(filter, p) && called([p.name_ar, p.name_en]);
}

/** The events that are chosen, newest first; those without a day come last. */
export function eventsOf({ features }: Claims, { filter, view }: Choice): ClaimFeature[] {
  const seen = eventTest(filter);
  const chosen = features.filter((f) => {
    const spot = view && spotOf(f);
    return seen(f.properties) && (!view || (spot !== null && inside(view, spot)));
  });
  return chosen.sort((a, b) => order(dayOf(b), dayOf(a)));
}

/** The places that are chosen, in an order: names as the language has them, the last that changed hands first, the least certain first. */
export function placesOf({ features }: Holdings, { filter, view }: Choice, by: { order: Order; lang: 'ar' | 'en' }): Listed[] {
  const seen = placeTest(filter);
  const chosen = features.filter(({ geometry: { coordinates: [lon, lat] }, properties: p }) =>
    seen(p) && (!view || inside(view, [lon ?? NaN, lat ?? NaN])));
  const { compare } = new Intl.Collator(by.lang);
  const name = ({ properties: p }: Listed): string => (by.lang === 'ar' ? p.name_ar || p.name_en : p.name_en || p.name_ar);
  return chosen.sort((a, b) => {
    const [p, q] = [a.properties, b.properties];
    const first = by.order === 'since' ? order(q.since, p.since) : by.order === 'confidence' ? p.confidence - q.confidence : 0;
    return first || compare(name(a), name(b));
  });
}

/** How many events each kind has, and each party: of all that could be shown by ticking it. */
export function tally(keys: readonly (string | null)[]): Map<string, number> {
  const out = new Map<string, number>();
  for (const key of keys) if (key !== null) out.set(key, (out.get(key) ?? 0) + 1);
  return out;
}

/** Days in order; one that is not known is before all others. */
function order(a: Day | null, b: Day | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}
