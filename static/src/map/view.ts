import { Map as GlMap, setWorkerUrl, type GeoJSONSource, type MapMouseEvent, type PaddingOptions } from 'maplibre-gl';
import type { FeatureCollection, Point } from 'geojson';
import type { Actors } from '../actors.ts';
import { strings } from '../i18n/index.ts';
import type { Lang, View } from '../state.ts';
import { countryNames } from './countries.ts';
import { drawImage, RATIO } from './draw.ts';
import { bothFrom, label } from './layers_labels.ts';
import { ANSWERING, pick, type Hit, type Picked } from './pick.ts';
import { mapStyle, nothing, type SourceId } from './style.ts';

/** The whole country: west, south, east, north. */
const HOME: [number, number, number, number] = [35.5, 32.2, 42.5, 37.4];
/** As far as anyone may look; the base map reaches further. */
const LIMITS: [number, number, number, number] = [28, 26.5, 52.5, 42.5];
const NEAR = 6; // pixels around the pointer that still count as a hit

export interface MapEvents {
  pick: (picked: Picked) => void;
  hover: (hit: Hit | null, x: number, y: number) => void;
  move: (view: View) => void; // when it has come to rest
}

export interface MapViewOptions {
  container: HTMLElement;
  actors: Actors;
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
  readonly #o: MapViewOptions;

  /** Throws where the browser cannot draw with WebGL. */
  constructor(options: MapViewOptions) {
    const { container, actors, lang, view, worker, base } = options;
    this.#o = options;
    setWorkerUrl(new URL(worker, document.baseURI).href);
    this.gl = new GlMap({
      container,
      style: mapStyle(actors, lang, new URL(base, document.baseURI).href),
      ...(view ? { center: [view.lon, view.lat], zoom: view.zoom } : { bounds: HOME, fitBoundsOptions: { padding: this.#padding(24) } }),
      maxBounds: LIMITS,
      maxZoom: 13,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: options.calm ? 0 : 120,
    });
    this.gl.touchZoomRotate.disableRotation();
    this.gl.keyboard.disableRotation();
    this.gl.setMissingStyleImageResolver((name) => {
      this.#draw(name);
    });
    this.gl.on('click', (e) => {
      options.on.pick(pick(this.#hits(e.point, NEAR), e.lngLat.lng, e.lngLat.lat));
    });
    this.gl.getCanvas().addEventListener('keydown', (e) => {
      if (e.key === 'Enter') this.#pickMiddle();
    });
    this.gl.on('mousemove', (e) => {
      this.#hover(e);
    });
    this.gl.on('mouseout', () => {
      options.on.hover(null, 0, 0);
    });
    this.gl.on('idle', () => {
      container.removeAttribute('aria-busy'); // all of it is drawn, and can be clicked
    });
    this.gl.on('moveend', () => {
      options.on.move(this.view());
    });
    this.setLang(lang);
  }

  view(): View {
    const { lng, lat } = this.gl.getCenter();
    return { zoom: this.gl.getZoom(), lat, lon: lng };
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

  setLang(lang: Lang): void {
    this.gl.getCanvas().setAttribute('aria-label', strings(lang).map.label);
    this.#whenReady(() => {
      for (const [id, both] of Object.entries(bothFrom)) this.gl.setLayoutProperty(id, 'text-field', label(lang, both));
      this.gl.setLayoutProperty('labels_country', 'text-letter-spacing', lang === 'ar' ? 0 : 0.16);
    });
    this.show('countries', countryNames(strings(lang)));
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

  #padding(more: number): PaddingOptions {
    const { top = 0, bottom = 0, left = 0, right = 0 } = this.#o.padding();
    return { top: top + more, bottom: bottom + more, left: left + more, right: right + more };
  }

  #hits(point: { x: number; y: number }, near: number): Hit[] {
    const box: [[number, number], [number, number]] = [[point.x - near, point.y - near], [point.x + near, point.y + near]];
    const layers = ANSWERING.filter((id) => this.gl.getLayer(id));
    return this.gl.queryRenderedFeatures(box, { layers }).map((f) => ({ layer: f.layer.id, properties: f.properties }));
  }

  /** The keyboard's click: on what lies in the middle of the map. */
  #pickMiddle(): void {
    const { lng, lat } = this.gl.getCenter();
    this.#o.on.pick(pick(this.#hits(this.gl.project([lng, lat]), NEAR), lng, lat));
  }

  #hover(e: MapMouseEvent): void {
    const hits = this.#hits(e.point, 2);
    const hit = ANSWERING.map((layer) => hits.find((h) => h.layer === layer)).find((h) => h !== undefined) ?? null;
    this.gl.getCanvas().style.cursor = hit ? 'pointer' : '';
    this.#o.on.hover(hit, e.point.x, e.point.y);
  }

  #draw(name: string): void {
    const image = drawImage(name, this.#o.actors);
    if (image && !this.gl.hasImage(name)) this.gl.addImage(name, image, { pixelRatio: RATIO });
  }

  #whenReady(then: () => void): void {
    if (this.gl.getSource('areas')) then();
    else void this.gl.once('style.load', then);
  }
}
