import { Map as GlMap, setWorkerUrl, type GeoJSONSource, type PaddingOptions } from 'maplibre-gl';
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection, Point } from 'geojson';
import type { Filter } from '../filter.ts';
import { strings } from '../i18n/index.ts';
import type { Control } from '../ground/ground.ts';
import type { Inks } from '../inks.ts';
import type { Lang, View } from '../state.ts';
import { countryNames } from './countries.ts';
import type { Shades } from './cells_day.ts';
import { Colouring, type Coloured } from './colouring.ts';
import { drawImage, RATIO } from './draw.ts';
import { drawnAreas } from './features.ts';
import { nothing } from './nothing.ts';
import { Pointer, type PointerEvents } from './pointer.ts';
import { mapStyle, touches, type SourceId } from './style.ts';

/** The whole country: west, south, east, north. */
const HOME: [number, number, number, number] = [35.5, 32.2, 42.5, 37.4];
/** As far as anyone may look; the base map reaches further. */
const LIMITS: [number, number, number, number] = [28, 26.5, 52.5, 42.5];

export interface MapEvents extends PointerEvents {
  move: (view: View) => void; // when it has come to rest
}

export interface MapViewOptions {
  container: HTMLElement;
  inks: Inks;
  lang: Lang;
  view: View | null;
  worker: string; // addresses
  base: string;
  padding: () => PaddingOptions; // what covers the map
  calm: boolean; // the reader wants no motion
  on: MapEvents;
}

/** The map. Everything on it comes through `show`; everything the reader does goes out through `on`. */
export class MapView {
  readonly gl: GlMap;
  readonly pointer: Pointer;
  readonly #o: MapViewOptions;
  #style: StyleSpecification; // as the map was last told to look
  #lang: Lang;
  readonly #colouring: Colouring;
  #behind = false; // what answers to the pointer is of another day than what is seen

  /** Throws where the browser cannot draw with WebGL. */
  constructor(options: MapViewOptions) {
    const { container, lang, view, worker } = options;
    [this.#o, this.#lang] = [options, lang];
    setWorkerUrl(new URL(worker, document.baseURI).href);
    this.#style = this.#styled();
    this.gl = new GlMap({
      container,
      style: this.#style,
      ...(view ? { center: [view.lon, view.lat], zoom: view.zoom } : { bounds: HOME, fitBoundsOptions: { padding: this.#padding(24) } }),
      maxBounds: LIMITS,
      maxZoom: 13,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: options.calm ? 0 : 120,
    });
    this.pointer = new Pointer(this.gl, options.on, (lon, lat, zoom) => { this.goTo(lon, lat, zoom); });
    this.#colouring = new Colouring(options.inks);
    this.gl.on('style.load', () => { this.#colouring.addTo(this.gl); }); // again where the context was lost
    this.gl.touchZoomRotate.disableRotation();
    this.gl.keyboard.disableRotation();
    this.gl.setMissingStyleImageResolver((name) => {
      this.#draw(name);
    });
    this.gl.on('idle', () => {
      if (!this.#behind) container.removeAttribute('aria-busy'); // all of it is drawn, and can be clicked
    });
    this.gl.on('moveend', (e) => {
      if (!('led' in e)) options.on.move(this.view()); // of a map that is led, the leader tells
    });
    this.gl.getCanvas().setAttribute('aria-label', strings(lang).map.label);
  }

  /** Whether any of what it was told to show is still to be drawn. */
  get busy(): boolean {
    return this.#o.container.hasAttribute('aria-busy');
  }

  view(): View {
    const { lng, lat } = this.gl.getCenter();
    return { zoom: this.gl.getZoom(), lat, lon: lng };
  }

  /** Colours the ground as it is on a day, at once; null for a day on which nothing is known. */
  colour(ground: Coloured, day: Shades | null): void {
    this.#behind = true;
    this.#o.container.setAttribute('aria-busy', 'true');
    this.#colouring.show(ground, day);
  }

  /** Makes the ground answer to the pointer: who holds it, and where the fronts are. */
  answer({ areas, fronts }: Control): void {
    this.#behind = false;
    this.show('areas', drawnAreas(areas));
    this.show('fronts', fronts);
  }

  /** West, south, east and north of what is to be seen beside what covers so many pixels from each side. */
  bounds({ top = 0, bottom = 0, left = 0, right = 0 }: PaddingOptions): [number, number, number, number] {
    const { clientWidth: width, clientHeight: height } = this.gl.getContainer();
    const [a, b] = [this.gl.unproject([left, height - bottom]), this.gl.unproject([width - right, top])];
    return [a.lng, a.lat, b.lng, b.lat];
  }

  show(source: SourceId, data: FeatureCollection): void {
    this.#o.container.setAttribute('aria-busy', 'true');
    this.#whenReady(() => {
      void this.gl.getSource<GeoJSONSource>(source)?.setData(data);
    });
  }

  /** Rings a point; null takes the ring away. */
  ring(at: Point | null): void {
    this.show('picked', at ? { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: at, properties: {} }] } : nothing);
  }

  /** Takes another language, or the colours as they are now. */
  dress(lang: Lang): void {
    this.#lang = lang;
    this.gl.getCanvas().setAttribute('aria-label', strings(lang).map.label);
    this.#restyle();
    this.#whenReady(() => {
      for (const name of this.gl.listImages()) {
        const image = drawImage(name, this.#o.inks);
        if (image) this.gl.updateImage(name, image);
      }
      this.#colouring.dress();
    });
    this.show('countries', countryNames(strings(lang)));
  }

  /** Draws the ground of the parties that are hidden faint. */
  filter({ hidden }: Filter): void {
    this.#colouring.hide(new Set(hidden));
  }

  /** Looks at the whole country, or as a view says. */
  look(view: View | null): void {
    if (view) this.gl.jumpTo({ center: [view.lon, view.lat], zoom: view.zoom });
    else this.gl.fitBounds(HOME, { padding: this.#padding(24), animate: !this.#o.calm });
  }

  /** Brings a point into the part of the map that nothing covers, at least as near as `zoom`. */
  goTo(lon: number, lat: number, zoom: number): void {
    const to = { center: [lon, lat] as [number, number], zoom: Math.max(this.gl.getZoom(), zoom), padding: this.#padding(0) };
    if (this.#o.calm) this.gl.jumpTo(to);
    else this.gl.flyTo({ ...to, speed: 1.6, essential: false });
  }

  /** Moves no more than is needed for a point not to lie under the panel. */
  reveal(lon: number, lat: number): void {
    const { x, y } = this.gl.project([lon, lat]);
    const { clientWidth: width, clientHeight: height } = this.gl.getContainer();
    const { top = 0, bottom = 0, left = 0, right = 0 } = this.#padding(16);
    const dx = x < left ? x - left : x > width - right ? x - (width - right) : 0;
    const dy = y < top ? y - top : y > height - bottom ? y - (height - bottom) : 0;
    if (dx !== 0 || dy !== 0) this.gl.panBy([dx, dy], { animate: !this.#o.calm });
  }

  /** Moves what is seen up by so many pixels. */
  lift(pixels: number): void {
    if (pixels !== 0) this.gl.panBy([0, pixels], { animate: !this.#o.calm });
  }

  #padding(more: number): PaddingOptions {
    const { top = 0, bottom = 0, left = 0, right = 0 } = this.#o.padding();
    return { top: top + more, bottom: bottom + more, left: left + more, right: right + more };
  }

  #styled(): StyleSpecification {
    const { inks, base } = this.#o;
    return mapStyle(inks, this.#lang, new URL(base, document.baseURI).href);
  }

  #restyle(): void {
    const style = this.#styled();
    const changes = touches(this.#style, style);
    this.#style = style;
    this.#whenReady(() => {
      for (const { layer, kind, name, value } of changes) {
        if (kind === 'paint') this.gl.setPaintProperty(layer, name as never, value as never);
        else this.gl.setLayoutProperty(layer, name as never, value as never);
      }
    });
  }

  #draw(name: string): void {
    const image = drawImage(name, this.#o.inks);
    if (image && !this.gl.hasImage(name)) this.gl.addImage(name, image, { pixelRatio: RATIO });
  }

  #whenReady(then: () => void): void {
    if (this.gl.getSource('areas')) then();
    else void this.gl.once('style.load', then);
  }
}
