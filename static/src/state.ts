import type { Day } from './day.ts';
import type { Scope } from './scope.ts';

export type Lang = 'ar' | 'en';

/** Where the map looks. Degrees, WGS84. */
export interface View {
  zoom: number;
  lat: number;
  lon: number;
}

/** What the reader has picked on the map or in the search box. */
export type Selection =
  | { kind: 'place'; id: string }
  | { kind: 'point'; lon: number; lat: number };

/** A report open beside the map, and the claim in it that is asked for. */
export interface OpenReport {
  id: string;
  claim: string | null;
}

/** Everything that decides what the page shows. All of it fits in the address. */
export interface State {
  day: Day;
  lang: Lang;
  view: View | null; // null: the whole country
  selection: Selection | null;
  report: OpenReport | null;
  window: number; // events of this many days, the chosen day the last of them
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
