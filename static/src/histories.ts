import type { Api } from './api/client.ts';
import type { PlaceHistory } from './api/types.ts';
import { Lru } from './lru.ts';
import { scopeQuery, type Scope } from './scope.ts';

/** Who held places over time, in a scope. It does not change while the page is open, so the last 30 asked for are kept. */
export class Histories {
  readonly #api: Api;
  readonly #kept = new Lru<PlaceHistory>(30);

  constructor(api: Api) {
    this.#api = api;
  }

  async of(place: string, scope: Scope, signal: AbortSignal): Promise<PlaceHistory> {
    const key = `${place} ${JSON.stringify(scopeQuery(scope))}`;
    const history = this.#kept.get(key) ?? (await this.#api.within(scope).history(place, signal));
    this.#kept.set(key, history);
    return history;
  }
}
