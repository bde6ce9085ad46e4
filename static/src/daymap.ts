import type { Api } from './api/client.ts';
import type { Holdings } from './api/layers.ts';
import { DayLoader, heldGround, type DayData, type DayKey } from './daydata.ts';
import { Follow } from './follow.ts';
import type { Control, Ground } from './ground/ground.ts';
import { GroundLoader } from './ground/load.ts';
import type { Scope } from './scope.ts';
import type { Notices } from './ui/notices.ts';

/** For how long the day has to stay before its places and claims are asked for, in milliseconds. */
const REST = 120;

export interface DayMapOptions {
  api: Api;
  notices: Notices;
  control: (control: Control) => void; // who holds the ground, at every step
  data: (data: DayData) => void; // what lies on it, where the slider rests
  held: (km2: ReadonlyMap<string, number>) => void; // by party
  busy: (busy: boolean) => void;
}

/** What the map shows of a day: the ground follows the slider at once, for it is known for every day; the rest is fetched. */
export class DayMap {
  readonly #o: DayMapOptions;
  readonly #grounds: Follow<Scope, Ground>;
  readonly #days: Follow<DayKey, DayData>;
  readonly #loading = new Set<string>();
  #key: DayKey | null = null;
  #ground: Ground | null = null; // of the scope of the key
  #control: Control | null = null;
  #holdings: Holdings = { type: 'FeatureCollection', features: [] };

  constructor(options: DayMapOptions) {
    this.#o = options;
    const { api, notices } = options;
    this.#grounds = new Follow<Scope, Ground>({
      load: new GroundLoader(api).load,
      show: (_, ground) => {
        notices.clear('ground');
        this.#ground = ground;
        this.#draw();
      },
      fail: (scope, error) => { notices.fail('ground', 'day', error, () => { this.#grounds.demand(scope); }); },
      busy: (busy) => { this.#busy('ground', busy); },
    });
    this.#days = new Follow<DayKey, DayData>({
      rest: REST,
      load: new DayLoader(api).load,
      show: (_, data) => {
        notices.clear('day');
        this.#holdings = data.holdings;
        options.data(data);
        this.#count();
      },
      fail: (key, error) => { notices.fail('day', 'day', error, () => { this.#days.demand(key); }); },
      busy: (busy) => { this.#busy('day', busy); },
    });
  }

  /** Whether anything of the day is still being fetched. */
  get busy(): boolean {
    return this.#loading.size > 0;
  }

  /** Shows a day; in another scope than before, once that is there. */
  show(key: DayKey): void {
    const scope = this.#key?.scope;
    this.#key = key;
    if (key.scope === scope) {
      this.#draw();
      this.#days.want(key);
      return;
    }
    this.#ground = this.#control = null;
    this.#grounds.demand(key.scope);
    this.#days.demand(key);
  }

  /** The names of a place that has ground, by its id. */
  names(id: string): { name_ar: string; name_en: string } | null {
    return this.#ground?.place(id) ?? null;
  }

  #draw(): void {
    if (!this.#ground || !this.#key) return;
    this.#control = this.#ground.on(this.#key.day);
    this.#o.control(this.#control);
    this.#count();
  }

  #count(): void {
    if (this.#control) this.#o.held(heldGround(this.#control.areas, this.#holdings));
  }

  #busy(what: string, busy: boolean): void {
    if (busy) this.#loading.add(what);
    else this.#loading.delete(what);
    this.#o.busy(this.busy);
  }
}
