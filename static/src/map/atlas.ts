import type { FeatureCollection, Point } from 'geojson';
import type { Api } from '../api/client.ts';
import type { Holdings, Labels } from '../api/layers.ts';
import type { DayData } from '../daydata.ts';
import type { Control, Ground, Shades } from '../ground/ground.ts';
import type { Inks } from '../inks.ts';
import { byId, h } from '../dom.ts';
import type { Sight } from '../find/choice.ts';
import { strings, type Named } from '../i18n/index.ts';
import type { Lang, View } from '../state.ts';
import type { Notices } from '../ui/notices.ts';
import { plainLink, plainPicture } from '../ui/plain.ts';
import { Beside } from './beside.ts';
import { Camera } from './camera.ts';
import { COVERING, covered } from './covered.ts';
import { drawnBasis, type At, type Basis } from './layers_basis.ts';
import { Frame } from './frame.ts';
import { Hover, hoverWords } from './hover.ts';
import { layDay } from './lay.ts';
import { Pencil, type PencilEvents } from './pencil.ts';
import type { Picked } from './pick.ts';
import { nothing } from './nothing.ts';
import { MapView, type MapEvents } from './view.ts';

declare const WORKER_URL: string; // set by the build
declare const BASE_URL: string;

export interface AtlasOptions extends Omit<MapEvents, 'hover'> {
  inks: Inks;
  lang: Lang;
  view: View | null;
  sight: Sight;
  api: Api;
  notices: Notices;
}

/** The map with all that belongs to it. Where the browser cannot draw one it says so, and the rest of the page works. */
export class Atlas {
  readonly #o: AtlasOptions;
  readonly #view: MapView | null;
  readonly #frame: Frame | null;
  readonly #hover = new Hover(byId('hover'));
  #places = new Map<string, Holdings['features'][number]>();
  #data: DayData | null = null;
  #beside: Beside | null = null;
  #labels: Labels | null = null;
  #ring: Point | null = null;
  #lang: Lang;
  #sight: Sight;
  #following = true;

  constructor(options: AtlasOptions) {
    this.#o = options;
    [this.#lang, this.#sight] = [options.lang, options.sight];
    this.#view = this.#open(byId('map'), options.pick);
    this.#view?.filter(options.sight.all);
    this.#frame = this.#view && new Frame(this.#view, byId('buttons'), byId('foot'));
    void this.#label();
  }

  /** Shows who holds the ground on a day; null for a day on which nothing is known. */
  colour(ground: Ground, day: Shades | null): void {
    this.#view?.colour(ground, day);
  }

  /** Lets the ground tell the pointer of that day. */
  answer(control: Control): void {
    this.#view?.answer(control);
  }

  /** Shows what lies on it. */
  show(data: DayData): void {
    this.#data = data;
    this.#places = new Map(data.holdings.features.map((f) => [f.properties.place, f]));
    this.#draw();
  }

  /** Leaves out what is hidden. */
  filter(sight: Sight): void {
    this.#sight = sight;
    this.#view?.filter(sight.all);
    this.#beside?.filter(sight.places);
    this.#draw();
  }

  /** Takes another language, or the colours as they are now. */
  dress(lang: Lang): void {
    if (lang !== this.#lang) {
      this.#lang = lang;
      this.#draw();
    }
    if (!this.#view) byId('map').replaceChildren(plainPicture(strings(lang).map.picture), h('p', {}, strings(lang).map.failed), plainLink(strings(lang).take.plain));
    this.#view?.dress(lang);
    this.#beside?.dress(lang);
    this.#frame?.render(strings(lang));
  }

  /** The names of a place of the day shown; its id where it is not on the map. */
  names(id: string): Named {
    return this.#places.get(id)?.properties ?? { name_ar: null, name_en: id };
  }

  /** Where a place of the day shown lies; null where it is not on the map. */
  where(id: string): At | null {
    const [lon, lat] = this.#places.get(id)?.geometry.coordinates ?? [];
    return lon === undefined || lat === undefined ? null : [lon, lat];
  }

  /** Rings the places that an answer rests on, and links them with the spot that is judged by them; null takes all that away. */
  rest(basis: Basis | null): void {
    this.#view?.show('basis', drawnBasis(basis));
  }

  /** Rings a point, and the first time after `follow` also sees to it that nothing covers it. */
  point(lon: number, lat: number): void {
    this.#mark({ type: 'Point', coordinates: [lon, lat] });
    if (this.#following) this.#view?.reveal(lon, lat);
    this.#following = false;
  }

  unpoint(): void {
    this.#mark(null);
  }

  /** Rings a point for as long as a list beside the map speaks of it; null gives the ring back to what is picked. */
  hint(at: Point | null): void {
    this.#view?.ring(at ?? this.#ring);
  }

  /** Shows what changed hands between two days, over who holds the ground; null takes it away. */
  differ(difference: FeatureCollection | null): void {
    this.#view?.show('difference', difference ?? nothing);
  }

  /**
   * Puts another map into a container over this one, which looks and moves as
   * it does; null where the browser draws none. There is one at most.
   */
  beside(container: HTMLElement, pick: (picked: Picked) => void): Beside | null {
    const view = this.#view && this.#open(container, pick);
    if (!this.#view || !view) return null;
    this.#beside = new Beside(this.#view, view, () => { this.#beside = null; });
    this.#beside.filter(this.#sight.places);
    if (this.#labels) view.show('labels', this.#labels);
    view.ring(this.#ring);
    return this.#beside;
  }

  /** Moves what is seen up by so many pixels. */
  lift(pixels: number): void {
    this.#view?.lift(pixels);
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

  /** West, south, east and north of what is to be seen of the map beside the panel, in degrees; null where there is none. */
  bounds(): [number, number, number, number] | null {
    return this.#view?.bounds(covered(['panel'])) ?? null;
  }

  /** A hand that draws a region on the map; null where there is none. */
  pencil(on: PencilEvents): Pencil | null {
    return this.#view && new Pencil(this.#view, on);
  }

  /** What takes pictures of the map; null where there is none. */
  camera(): Camera | null {
    return this.#view && new Camera(this.#view);
  }

  #draw(): void {
    if (this.#data && this.#view) layDay(this.#view, this.#data, { actors: this.#o.inks.actors, sight: this.#sight, t: strings(this.#lang) });
  }

  #mark(ring: Point | null): void {
    this.#ring = ring;
    this.#view?.ring(ring);
    this.#beside?.ring(ring);
  }

  #open(container: HTMLElement, pick: (picked: Picked) => void): MapView | null {
    const { inks, view, move, spot } = this.#o;
    try {
      return new MapView({
        container, inks, lang: this.#lang, view, worker: WORKER_URL, base: BASE_URL, padding: () => covered(COVERING),
        calm: window.matchMedia('(prefers-reduced-motion: reduce)').matches,
        on: { pick: (picked) => { this.#hover.hide(); pick(picked); }, move, spot, hover: (hit, x, y) => {
          this.#hover.show(hit && hoverWords(hit, { actors: inks.actors, lang: this.#lang, names: (id) => this.names(id) }), x, y, container.clientWidth);
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
      this.#labels = await api.labels();
      this.#view?.show('labels', this.#labels);
      this.#beside?.label(this.#labels);
    } catch (error) {
      notices.fail('labels', 'labels', error, () => void this.#label());
    }
  }
}
