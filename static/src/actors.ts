import type { Actor } from './api/types.ts';
import type { Lang } from './state.ts';
import { nameOf, word } from './i18n/index.ts';

export const UNKNOWN = 'unknown';
const NO_COLOUR = '#9b968a';

/** The parties, by id. An id that the server did not list has the id as its name and a grey of its own. */
export class Actors {
  readonly list: readonly Actor[];
  readonly #byId: Map<string, Actor>;

  constructor(list: readonly Actor[]) {
    this.list = list;
    this.#byId = new Map(list.map((a) => [a.id, a]));
  }

  colour(id: string): string {
    return this.#byId.get(id)?.colour ?? NO_COLOUR;
  }

  /** The party that stands for a side: the first listed on it, or the side's own id where none is. */
  leader(side: string): string {
    return this.list.find((a) => a.side === side)?.id ?? side;
  }

  name(id: string, lang: Lang): string {
    const actor = this.#byId.get(id);
    return actor ? nameOf(actor, lang) : word({}, id);
  }
}
