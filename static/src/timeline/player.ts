/** Milliseconds: when the step after one that was due is due. A step that comes more than a whole one late sets the clock anew: what is lost is not made up for in a rush. */
export function nextDue(due: number, now: number, every: number): number {
  return now - due > every ? now + every : due + every;
}

/** Steps through the days at a steady pace, and never faster than the map can follow. */
export class Player {
  readonly #step: () => boolean; // false: there is nothing further
  readonly #ready: () => boolean; // the day shown before has arrived
  readonly #changed: (playing: boolean) => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  speed = 4; // days a second

  constructor(step: () => boolean, ready: () => boolean, changed: (playing: boolean) => void) {
    [this.#step, this.#ready, this.#changed] = [step, ready, changed];
  }

  get playing(): boolean {
    return this.#timer !== null;
  }

  toggle(): void {
    if (this.playing) this.stop();
    else this.#start();
  }

  stop(): void {
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#changed(false);
  }

  #start(): void {
    if (!this.#step()) return;
    this.#wait(performance.now());
    this.#changed(true);
  }

  /** Waits for the step after the one that was due at `before`. */
  #wait(before: number): void {
    const due = nextDue(before, performance.now(), 1000 / this.speed);
    this.#timer = setTimeout(() => {
      if (this.#ready() && !this.#step()) this.stop();
      else this.#wait(due);
    }, due - performance.now());
  }
}
