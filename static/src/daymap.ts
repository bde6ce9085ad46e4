import type { Api } from './api/client.ts';
import { DayLoader, withPlaces, type DayData, type DayKey } from './daydata.ts';
import { Follow, REST } from './follow.ts';
import type { Control, Ground, Shades } from './ground/ground.ts';
import { GroundLoader } from './ground/load.ts';
import type { Scope } from './scope.ts';
import type { Notices } from './ui/notices.ts';

/** What is on the ground before the first answer. */
const UNKNOWN_YET: Pick<DayData, 'holdings' | 'claims'> = { holdings: { type: 'FeatureCollection', features: [] }, claims: { features: [] } };

export interface DayMapOptions {
  api: Api;
  notices: Notices;
  ground: () => void; // there is another ground
  colour: (ground: Ground, day: Shades | null) => void; // who holds it, at every step; null before anything is known
  control: (control: Control) => void; // the same as shapes, where the slider rests
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
  #held: ReadonlyMap<string, number> = new Map(); // km² by party
  #resting: ReturnType<typeof setTimeout> | undefined;
  #data: DayData | null = null;

  constructor(options: DayMapOptions) {
    this.#o = options;
    const { api, notices } = options;
    this.#grounds = new Follow<Scope, Ground>({
      load: new GroundLoader(api).load,
      show: (_, ground) => {
        notices.clear('ground');
        this.#ground = ground;
        this.#draw();
        options.ground();
      },
      fail: (scope, error) => { notices.fail('ground', 'day', error, () => { this.#grounds.demand(scope); }); },
      busy: (busy) => { this.#busy('ground', busy); },
    });
    this.#days = new Follow<DayKey, DayData>({
      rest: REST,
      load: new DayLoader(api).load,
      show: (_, data) => {
        notices.clear('day');
        this.#data = data;
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
    this.#ground = null;
    this.#grounds.demand(key.scope);
    this.#days.demand(key);
  }

  /** Who held the ground over time, in the scope of the day; null until it is there. */
  get ground(): Ground | null {
    return this.#ground;
  }

  #draw(): void {
    const [ground, day] = [this.#ground, this.#key?.day];
    if (!ground || !day) return;
    const shades = ground.standings(day);
    this.#o.colour(ground, shades);
    this.#held = shades ? ground.held(shades) : new Map();
    this.#count();
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => { this.#o.control(ground.on(day)); }, REST);
  }

  #count(): void {
    if (this.#ground) this.#o.held(withPlaces(this.#held, this.#data ?? UNKNOWN_YET));
  }

  #busy(what: string, busy: boolean): void {
    if (busy) this.#loading.add(what);
    else this.#loading.delete(what);
    this.#o.busy(this.busy);
  }
}
