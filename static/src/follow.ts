/** For how long a day under the slider has to stay before what is told of it is made or asked for, in milliseconds. */
export const REST = 120;

/** How a wish is met, and who is told. */
export interface Following<K, V> {
  load: (key: K, signal: AbortSignal) => Promise<V>;
  show: (key: K, value: V) => void;
  fail: (key: K, error: unknown) => void;
  busy?: (busy: boolean) => void;
  rest?: number; // milliseconds through which no other wish may come before one is met; 0 where left out
}

/**
 * Follows a wish that changes faster than it can be met, such as the day under
 * a dragged slider. At most one load is under way and only the last wish
 * waits, so the server sets the pace and the screen keeps following. What need
 * not follow every step waits until the wishes come to rest.
 */
export class Follow<K, V> {
  readonly #of: Following<K, V>;
  #waiting: { key: K } | null = null;
  #running: AbortController | null = null;
  #resting: ReturnType<typeof setTimeout> | null = null;

  constructor(of: Following<K, V>) {
    this.#of = of;
  }

  /** Asks for a key after what is being loaded, in place of any earlier wish that waits. */
  want(key: K): void {
    this.#waiting = { key };
    this.#wake();
    if (!this.#of.rest) this.#start();
    else this.#resting = setTimeout(() => { this.#resting = null; this.#start(); }, this.#of.rest);
  }

  /** Asks for a key at once: what is being loaded is aborted and never shown. */
  demand(key: K): void {
    this.cancel();
    this.#waiting = { key };
    this.#start();
  }

  /** Drops what is being loaded and what waits. */
  cancel(): void {
    this.#waiting = null;
    this.#wake();
    if (!this.#running) return;
    this.#running.abort();
    this.#running = null;
    this.#of.busy?.(false);
  }

  #wake(): void {
    if (this.#resting !== null) clearTimeout(this.#resting);
    this.#resting = null;
  }

  #start(): void {
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    const mine = new AbortController();
    this.#running = mine;
    this.#of.busy?.(true);
    while (this.#waiting && this.#resting === null) {
      const { key } = this.#waiting;
      this.#waiting = null;
      await this.#meet(key, mine.signal);
      if (mine.signal.aborted) return;
    }
    this.#running = null;
    this.#of.busy?.(false);
  }

  async #meet(key: K, signal: AbortSignal): Promise<void> {
    try {
      const value = await this.#of.load(key, signal);
      if (!signal.aborted) this.#of.show(key, value);
    } catch (error) {
      if (!signal.aborted) this.#of.fail(key, error);
    }
  }
}
