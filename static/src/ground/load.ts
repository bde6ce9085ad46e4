import type { Api } from '../api/client.ts';
import { Lru } from '../lru.ts';
import { scopeQuery, type Scope } from '../scope.ts';
import { Ground } from './ground.ts';

/** How often the two documents are asked for before it is given up that they belong together. */
const TRIES = 3;

/** Fetches the ground over time, in a scope, and keeps the last three scopes asked for. */
export class GroundLoader {
  readonly #api: Api;
  readonly #grounds = new Lru<Ground>(3);

  constructor(api: Api) {
    this.#api = api;
  }

  load = async (scope: Scope, signal: AbortSignal): Promise<Ground> => {
    const of = JSON.stringify(scopeQuery(scope));
    const ground = this.#grounds.get(of) ?? (await fetched(this.#api.within(scope), signal));
    this.#grounds.set(of, ground);
    return ground;
  };
}

/** Between the one answer and the other a report may bring new places: then both are asked for again. */
async function fetched(api: Api, signal: AbortSignal): Promise<Ground> {
  for (let left = TRIES - 1; ; left--) {
    const [ground, course] = await Promise.all([api.ground(signal), api.course(signal)]);
    if (ground.id === course.ground || left === 0) return new Ground(ground, course);
  }
}
