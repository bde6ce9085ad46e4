import { formatHash, parseHash, type Arrival } from './hash.ts';
import type { State } from './state.ts';

/** Keeps the state in the address bar, so that a view can be linked and the back button works. */
export class Address {
  readonly #arrive: (change: Partial<State>) => void;

  /** Arrive is called when the reader goes back or forward, or edits the address. */
  constructor(arrive: (change: Partial<State>) => void) {
    this.#arrive = arrive;
    window.addEventListener('popstate', () => { this.#arrive(this.read()); });
  }

  read(): Arrival {
    return parseHash(location.hash);
  }

  /** Makes the state a step to which the reader can go back; nothing where it is the step they are on. */
  push(state: State): void {
    const hash = `#${formatHash(state)}`;
    if (hash !== location.hash) history.pushState(null, '', hash);
  }

  /** Puts the state into the present step. */
  replace(state: State): void {
    history.replaceState(null, '', `#${formatHash(state)}`);
  }
}
