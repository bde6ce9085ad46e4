import type { Actor } from './api/types.ts';
import type { Lang } from './state.ts';
import { nameOf, word } from './i18n/index.ts';
import type { Palette } from './look.ts';
import { lifted, safeColours } from './colours.ts';

export const UNKNOWN = 'unknown';
const NO_COLOUR = '#9b968a';

/** The parties, by id. An id that the server did not list has the id as its name and a grey of its own. */
export class Actors {
  readonly list: readonly Actor[];
  readonly #byId: Map<string, Actor>;
  readonly #safe: ReadonlyMap<string, string>;
  palette: Palette = 'usual'; // in which colour() answers
  dark = false; // on dark paper, where colours near black are lifted off it

  constructor(list: readonly Actor[]) {
    this.list = list;
    this.#byId = new Map(list.map((a) => [a.id, a]));
    this.#safe = safeColours(list);
  }

  colour(id: string): string {
    const safe = this.palette === 'safe' ? this.#safe.get(id) : undefined;
    const colour = safe ?? this.#byId.get(id)?.colour ?? NO_COLOUR;
    return this.dark ? lifted(colour) : colour;
  }

  /** The party that stands for a side: the first listed on it, or the side's own id where none is. */
  leader(side: string): string {
    return this.list.find((a) => a.side === side)?.id ?? side;
  }

  /** The side of a party: its own id where it is on none that is known. */
  side(id: string): string {
    return this.#byId.get(id)?.side || id;
  }

  name(id: string, lang: Lang): string {
    const actor = this.#byId.get(id);
    return actor ? nameOf(actor, lang) : word({}, id);
  }
}
