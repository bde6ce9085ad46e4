import type { Day } from './day.ts';
import type { Figures } from './figures/choice.ts';
import type { Filter } from './filter.ts';
import type { Listing } from './find/choice.ts';
import type { Lang } from './i18n/index.ts';
import type { Look } from './look.ts';
import type { Scope } from './scope.ts';

export type { Lang } from './i18n/index.ts';

/** Where the map looks. Degrees, WGS84. */
export interface View {
  zoom: number;
  lat: number;
  lon: number;
}

/** What the reader has picked on the map or in the search box. */
export type Selection =
  | { kind: 'place'; id: string; claim?: string } // the claim: what is said of it that is asked for
  | { kind: 'point'; lon: number; lat: number };

/** A report open beside the map, and the claim in it that is asked for. */
export interface OpenReport {
  id: string;
  claim: string | null;
}

/** The rooms of the panel: why it is so, lists, two days beside each other, figures, and taking away. */
export const ROOMS = ['why', 'find', 'compare', 'figures', 'take'] as const;
export type Room = (typeof ROOMS)[number];

/** How two days are shown: one on either side of a line, or what passed from one to the other over the later. */
export const WAYS = ['swipe', 'overlay'] as const;

/** The earlier day that the chosen one is compared with. */
export interface Comparison {
  day: Day;
  how: (typeof WAYS)[number];
}

/** A ring of longitude and latitude in degrees, not closed; at least three corners. */
export type Region = readonly (readonly [lon: number, lat: number])[];

/** Everything that decides what the page shows. All of it fits in the address. */
export interface State {
  day: Day;
  from: Day | null; // events from this day to the chosen one; null: of the last `window` days
  window: number; // events of this many days, the chosen day the last of them
  lang: Lang;
  look: Look;
  view: View | null; // null: the whole country
  room: Room;
  selection: Selection | null;
  report: OpenReport | null;
  compare: Comparison | null;
  region: Region | null; // of which the figures are; null: a governorate, or as `figures` says
  figures: Figures;
  listing: Listing; // of what is found
  filter: Filter; // what is shown of all that counts
  scope: Scope; // what counts
}

/** The windows offered, in days. */
export const WINDOWS = [1, 3, 7, 30] as const;

type Listener = (now: State, before: State) => void;

/** Holds the state and tells every listener, in order of arrival, when it changes. */
export class Store {
  #state: State;
  readonly #listeners: Listener[] = [];

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  /** Changes the fields named. Listeners hear nothing where none of them differs. */
  set(change: Partial<State>): void {
    const before = this.#state;
    const now = { ...before, ...change };
    if (JSON.stringify(now) === JSON.stringify(before)) return;
    this.#state = now;
    for (const tell of this.#listeners) tell(now, before);
  }

  listen(listener: Listener): void {
    this.#listeners.push(listener);
  }
}
