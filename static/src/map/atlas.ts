import type { PaddingOptions } from 'maplibre-gl';
import type { Actors } from '../actors.ts';
import type { Api } from '../api/client.ts';
import type { Labels } from '../api/layers.ts';
import type { DayData } from '../daydata.ts';
import type { Control } from '../ground/ground.ts';
import { byId } from '../dom.ts';
import { strings } from '../i18n/index.ts';
import type { Lang, View } from '../state.ts';
import type { Notices } from '../ui/notices.ts';
import { drawnAreas, drawnEvents, drawnPlaces } from './features.ts';
import { Frame } from './frame.ts';
import { hoverWords } from './hover.ts';
import type { Picked } from './pick.ts';
import { MapView } from './view.ts';

declare const WORKER_URL: string; // set by the build
declare const BASE_URL: string;

export interface AtlasOptions {
  actors: Actors;
  lang: Lang;
  view: View | null;
  api: Api;
  notices: Notices;
  pick: (picked: Picked) => void;
  move: (view: View) => void;
}

interface Named {
  name_ar: string | null;
  name_en: string | null;
}

/** The map with all that belongs to it. Where the browser cannot draw one it says so, and the rest of the page works. */
export class Atlas {
  readonly #o: AtlasOptions;
  readonly #view: MapView | null;
  readonly #frame: Frame | null;
  readonly #hover = byId('hover');
  #places = new Map<string, Named>();
  #lang: Lang;
  #following = true;

  constructor(options: AtlasOptions) {
    this.#o = options;
    this.#lang = options.lang;
    this.#view = this.#open();
    this.#frame = this.#view && new Frame(this.#view, byId('buttons'), byId('foot'));
    void this.#label();
  }

  /** Shows who holds the ground. */
  colour({ areas, fronts }: Control): void {
    this.#view?.show('areas', drawnAreas(areas));
    this.#view?.show('fronts', fronts);
  }

  /** Shows what lies on it. */
  show({ holdings, claims }: DayData): void {
    this.#places = new Map(holdings.features.map((f) => [f.properties.place, f.properties]));
    this.#view?.show('places', drawnPlaces(holdings));
    this.#view?.show('events', drawnEvents(claims));
  }

  setLang(lang: Lang): void {
    this.#lang = lang;
    if (!this.#view) byId('map').textContent = strings(lang).map.failed;
    this.#view?.setLang(lang);
    this.#frame?.render(strings(lang));
  }

  /** The names of a place of the day shown; its id where it is not on the map. */
  names(id: string): Named {
    return this.#places.get(id) ?? { name_ar: null, name_en: id };
  }

  /** Rings a point, and the first time after `follow` also sees to it that nothing covers it. */
  point(lon: number, lat: number): void {
    this.#view?.ring({ type: 'Point', coordinates: [lon, lat] });
    if (this.#following) this.#view?.reveal(lon, lat);
    this.#following = false;
  }

  unpoint(): void {
    this.#view?.ring(null);
  }

  follow(): void {
    this.#following = true;
  }

  goTo(lon: number, lat: number): void {
    this.#following = false;
    this.#view?.goTo(lon, lat, 9);
  }

  look(view: View): void {
    this.#view?.look(view);
  }

  #open(): MapView | null {
    const { actors, lang, view, pick, move } = this.#o;
    const container = byId('map');
    try {
      return new MapView({
        container, actors, lang, view, worker: WORKER_URL, base: BASE_URL, padding: covered,
        calm: window.matchMedia('(prefers-reduced-motion: reduce)').matches,
        on: { pick: (picked) => { this.#hover.hidden = true; pick(picked); }, move, hover: (hit, x, y) => {
          const words = hit && hoverWords(hit, actors, strings(this.#lang), this.#lang);
          this.#hover.hidden = !words;
          if (!words) return;
          this.#hover.replaceChildren(...words);
          const flip = x > container.clientWidth - 240;
          this.#hover.style.transform = `translate(${x + (flip ? -14 : 14)}px, ${y + 14}px)${flip ? ' translateX(-100%)' : ''}`;
        } },
      });
    } catch (error) {
      console.warn(error);
      return null;
    }
  }

  async #label(): Promise<void> {
    const { api, notices } = this.#o;
    try {
      const labels: Labels = await api.labels();
      this.#view?.show('labels', labels);
    } catch (error) {
      notices.fail('labels', 'labels', error, () => void this.#label());
    }
  }
}

/** How much of the map the panel, the sources and the legend cover, in pixels from each side. */
function covered(): PaddingOptions {
  const stage = byId('stage').getBoundingClientRect();
  const out = { top: 0, bottom: 0, left: 0, right: 0 };
  for (const id of ['panel', 'sources', 'legend']) {
    const box = byId(id).getBoundingClientRect();
    if (box.height < 80) continue; // folded: it covers a strip at most
    if (box.width > stage.width * 0.8) out.bottom = Math.max(0, stage.bottom - box.top);
    else if (stage.width < 760) continue; // a legend opened over a phone's map
    else if (box.left < stage.left + stage.width / 2) out.left = Math.max(out.left, box.right - stage.left);
    else out.right = Math.max(out.right, stage.right - box.left);
  }
  return out;
}
