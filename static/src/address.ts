import { formatHash, parseHash, type Arrival } from './hash.ts';
import type { State } from './state.ts';

/** For how long the reader rests on a day for it to be a step of its own, in milliseconds. */
const PAUSE = 800;

/** Keeps the state in the address bar, so that a view can be linked and the back button works. */
export class Address {
  #stepped = -Infinity; // when the reader last went on by days alone
  readonly #arrive: (change: Partial<State>) => void;

  /** Arrive is called when the reader goes back or forward, or edits the address. */
  constructor(arrive: (change: Partial<State>) => void) {
    this.#arrive = arrive;
    window.addEventListener('popstate', () => { this.#arrive(this.read()); });
  }

  read(): Arrival {
    return parseHash(location.hash);
  }

  /** Makes the state a step to which the reader can go back; nothing where it is the step they are on. Days that are gone through without a rest are one step. */
  push(state: State): void {
    const hash = `#${formatHash(state)}`;
    if (hash === location.hash) return;
    const [now, onward] = [performance.now(), ofAnotherDay(hash) === ofAnotherDay(location.hash)];
    if (onward && now - this.#stepped < PAUSE) history.replaceState(null, '', hash);
    else history.pushState(null, '', hash);
    this.#stepped = onward ? now : -Infinity;
  }

  /** Puts the state into the present step. */
  replace(state: State): void {
    history.replaceState(null, '', `#${formatHash(state)}`);
  }
}

/** What an address says but for its day. */
function ofAnotherDay(hash: string): string {
  return hash.replace(/^#day=[\d-]*/, '');
}
