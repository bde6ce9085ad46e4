import type { Api } from './api/client.ts';
import type { Advances, ClaimFeature, Claims, Holdings, Pockets } from './api/layers.ts';
import type { Day } from './day.ts';
import { filterQuery, type Filter } from './filter.ts';
import { Lru } from './lru.ts';
import { groupOf } from './map/groups.ts';
import { scopeQuery, type Scope } from './scope.ts';
import { Spans } from './span.ts';
import type { Range } from './timeline/scale.ts';

/** Which day, the days of events that end with it, what counts, and what of it is shown. */
export interface DayKey {
  day: Day;
  span: Range;
  scope: Scope;
  filter: Filter;
}

/** What lies on the ground on a day: the places and pockets, and what is said of the days of the span. */
export interface DayData {
  holdings: Holdings;
  pockets: Pockets;
  claims: Claims;
  advances: Advances;
}

/**
 * The parties that are on the map of a day, each with the ground that it alone
 * holds in km²: those with ground, and 0 for one that has only places or is only
 * said to have acted.
 */
export function withPlaces(held: ReadonlyMap<string, number>, { holdings, claims }: Pick<DayData, 'holdings' | 'claims'>): Map<string, number> {
  const out = new Map(held);
  const add = (party: string | null): void => { if (party) out.set(party, out.get(party) ?? 0); };
  for (const { properties: p } of holdings.features) for (const party of [p.holder, ...p.others]) add(party);
  for (const { geometry, properties: p } of claims.features) if (geometry && groupOf(p.kind)) add(p.actor);
  return out;
}

/** Fetches days, and keeps the last 90 asked for: going back over them asks nobody. */
export class DayLoader {
  readonly #api: Api;
  readonly #days = new Lru<Pick<DayData, 'holdings' | 'pockets'>>(90);
  readonly #claims = new Spans<ClaimFeature>(90);
  readonly #advances = new Lru<Advances>(90);

  constructor(api: Api) {
    this.#api = api;
  }

  load = async ({ day, span, scope, filter }: DayKey, signal: AbortSignal): Promise<DayData> => {
    const whole = this.#api.within(scope);
    const api = whole.narrowed(filter);
    const of = JSON.stringify([scopeQuery(scope), filterQuery(filter)]);
    const [ofDay, features, advances] = await Promise.all([
      kept(this.#days, `${day} ${of}`, async () => {
        const [holdings, pockets] = await Promise.all([api.holdings(day, signal), whole.pockets(day, signal)]);
        return { holdings, pockets };
      }),
      this.#claims.list(of, span, async (days) => (await api.claims(days, signal)).features),
      kept(this.#advances, `${span.first} ${span.last} ${of}`, () => whole.advances(span, signal)),
    ]);
    return { ...ofDay, claims: { features }, advances };
  };
}

/** What is kept under a key; asked for where it is not. */
async function kept<V>(lru: Lru<V>, key: string, ask: () => Promise<V>): Promise<V> {
  const value = lru.get(key) ?? await ask();
  lru.set(key, value);
  return value;
}
