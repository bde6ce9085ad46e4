/** Steps through the days at a pace, and never faster than the map can follow. */
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
    this.#wait();
    this.#changed(true);
  }

  #wait(): void {
    this.#timer = setTimeout(() => {
      if (this.#ready() && !this.#step()) this.stop();
      else this.#wait();
    }, 1000 / this.speed);
  }
}
