import type { DayCount, Period } from '../api/types.ts';
import type { Page } from '../page.ts';
import type { Scope } from '../scope.ts';
import { Lru } from '../lru.ts';
import { partQuery, type Part } from './part.ts';

/** What figures are made of. */
export interface Numbers {
  periods: readonly Period[]; // km²
  counts: readonly DayCount[];
}

/** What is asked for: a part of the country, in a scope. */
export interface Wish {
  part: Part;
  scope: Scope;
}

/** Fetches the numbers of parts of the country, and keeps the last twenty; those of all of it the page has. */
export class NumbersLoader {
  readonly #page: Page;
  readonly #kept = new Lru<Numbers>(20);

  constructor(page: Page) {
    this.#page = page;
  }

  /** The numbers that need not be asked for; null where they have to be, and for the whole country until its ground is there. */
  at(wish: Wish): Numbers | null {
    if (wish.part.kind !== 'country') return this.#kept.get(JSON.stringify(wish)) ?? null;
    const ground = this.#page.ground();
    return ground && { periods: ground.periods(), counts: this.#page.overview().counts };
  }

  load = async (wish: Wish, signal: AbortSignal): Promise<Numbers> => {
    const [api, part] = [this.#page.api.within(wish.scope), partQuery(wish.part)];
    const [periods, counts] = await Promise.all([api.series(part, signal), api.days(signal, part)]);
    this.#kept.set(JSON.stringify(wish), { periods, counts });
    return { periods, counts };
  };
}
