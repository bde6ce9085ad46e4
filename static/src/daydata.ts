import type { Api } from './api/client.ts';
import type { Areas, Claims, Holdings } from './api/layers.ts';
import type { Day } from './day.ts';
import { Lru } from './lru.ts';
import { scopeQuery, type Scope } from './scope.ts';

/** Which day, how many days of events up to it, and what counts. */
export interface DayKey {
  day: Day;
  window: number;
  scope: Scope;
}

/** What lies on the ground on a day: the places, and what is said of the days up to it. */
export interface DayData {
  holdings: Holdings;
  claims: Claims;
}

/**
 * The parties that are on the map of a day, each with the ground that it alone
 * holds in km²: 0 for one that has only places, or shares all it has.
 */
export function heldGround(areas: Areas, holdings: Holdings): Map<string, number> {
  const out = new Map<string, number>();
  const add = (party: string | null, km2: number): void => {
    if (party) out.set(party, (out.get(party) ?? 0) + km2);
  };
  for (const { properties: p } of areas.features) {
    add(p.holder, p.contested ? 0 : p.km2);
    for (const party of p.parties) add(party, 0);
  }
  for (const { properties: p } of holdings.features) for (const party of [p.holder, ...p.others]) add(party, 0);
  return out;
}

/** Fetches days, and keeps the last 90 asked for: going back over them asks nobody. */
export class DayLoader {
  readonly #api: Api;
  readonly #holdings = new Lru<Holdings>(90);
  readonly #claims = new Lru<Claims>(90);

  constructor(api: Api) {
    this.#api = api;
  }

  load = async ({ day, window, scope }: DayKey, signal: AbortSignal): Promise<DayData> => {
    const api = this.#api.within(scope);
    const of = `${day} ${JSON.stringify(scopeQuery(scope))}`;
    const ofWindow = `${window} ${of}`;
    const [holdings, claims] = await Promise.all([
      this.#holdings.get(of) ?? api.holdings(day, signal),
      this.#claims.get(ofWindow) ?? api.claims(day, window, signal),
    ]);
    this.#holdings.set(of, holdings);
    this.#claims.set(ofWindow, claims);
    return { holdings, claims };
  };
}
