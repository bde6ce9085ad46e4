import type { Api } from './api/client.ts';
import type { Areas, Claims, Fronts, Holdings } from './api/layers.ts';
import type { Day } from './day.ts';
import { Lru } from './lru.ts';
import { scopeQuery, type Scope } from './scope.ts';

/** Which day, how many days of events up to it, and what counts. */
export interface DayKey {
  day: Day;
  window: number;
  scope: Scope;
}

/** All that the map shows of a day. */
export interface DayData {
  areas: Areas;
  fronts: Fronts;
  holdings: Holdings;
  claims: Claims;
}

/**
 * The parties that are on the map of a day, each with the ground that it alone
 * holds in km²: 0 for one that has only places, or shares all it has.
 */
export function heldGround({ areas, holdings }: Pick<DayData, 'areas' | 'holdings'>): Map<string, number> {
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

type Control = Omit<DayData, 'claims'>;

/** Fetches days, and keeps the last 90 asked for: going back over them asks nobody. */
export class DayLoader {
  readonly #api: Api;
  readonly #control = new Lru<Control>(90);
  readonly #claims = new Lru<Claims>(90);

  constructor(api: Api) {
    this.#api = api;
  }

  load = async ({ day, window, scope }: DayKey, signal: AbortSignal): Promise<DayData> => {
    const api = this.#api.within(scope);
    const of = `${day} ${JSON.stringify(scopeQuery(scope))}`;
    const ofWindow = `${window} ${of}`;
    const [control, claims] = await Promise.all([
      this.#control.get(of) ?? fetchControl(api, day, signal),
      this.#claims.get(ofWindow) ?? api.claims(day, window, signal),
    ]);
    this.#control.set(of, control);
    this.#claims.set(ofWindow, claims);
    return { ...control, claims };
  };
}

async function fetchControl(api: Api, day: Day, signal: AbortSignal): Promise<Control> {
  const [areas, fronts, holdings] = await Promise.all([
    api.areas(day, signal), api.fronts(day, signal), api.holdings(day, signal),
  ]);
  return { areas, fronts, holdings };
}
