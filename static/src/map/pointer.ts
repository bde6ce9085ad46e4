import type { GeoJSONSource, Map as GlMap, MapMouseEvent } from 'maplibre-gl';
import { APART } from './clusters.ts';
import { listenForSpot, type Spot } from './gestures.ts';
import { ANSWERING, pick, type Hit, type Picked } from './pick.ts';

const NEAR = 6; // pixels around the pointer that still count as a hit

export interface PointerEvents {
  pick: (picked: Picked) => void;
  hover: (hit: Hit | null, x: number, y: number) => void;
  spot: (spot: Spot) => void; // the reader wants to know about this very spot
}

/** What the map answers to the mouse, to fingers and to the keys that stand for them. */
export class Pointer {
  drawing = false; // the pointer and Enter draw, and pick nothing
  readonly #gl: GlMap;
  readonly #on: PointerEvents;
  readonly #goTo: (lon: number, lat: number, zoom: number) => void;

  constructor(gl: GlMap, on: PointerEvents, goTo: (lon: number, lat: number, zoom: number) => void) {
    [this.#gl, this.#on, this.#goTo] = [gl, on, goTo];
    gl.on('click', (e) => {
      if (!this.drawing) this.#pick(e.point, e.lngLat);
    });
    listenForSpot(gl, (spot) => {
      if (!this.drawing) on.spot(spot);
    });
    gl.getCanvas().addEventListener('keydown', (e) => {
      if (e.key === 'Enter' && !this.drawing) this.#pickMiddle();
    });
    gl.on('mousemove', (e) => {
      if (!this.drawing) this.#hover(e);
    });
    gl.on('mouseout', () => {
      on.hover(null, 0, 0);
    });
  }

  #hits(point: { x: number; y: number }, near: number): Hit[] {
    const box: [[number, number], [number, number]] = [[point.x - near, point.y - near], [point.x + near, point.y + near]];
    const layers = ANSWERING.filter((id) => this.#gl.getLayer(id));
    return this.#gl.queryRenderedFeatures(box, { layers }).map(({ layer, properties, geometry }) => {
      const [lon, lat] = geometry.type === 'Point' ? geometry.coordinates : [];
      return { layer: layer.id, properties, ...(lon !== undefined && lat !== undefined ? { at: { lon, lat } } : {}) };
    });
  }

  #pick(point: { x: number; y: number }, { lng, lat }: { lng: number; lat: number }): void {
    const target = pick(this.#hits(point, NEAR), lng, lat);
    if (target.kind === 'cluster') void this.#takeApart(target.cluster, target.lon, target.lat);
    else this.#on.pick(target);
  }

  /** Goes as near to a cluster as it takes for it to fall apart. */
  async #takeApart(cluster: number, lon: number, lat: number): Promise<void> {
    this.#on.hover(null, 0, 0);
    const zoom = await this.#gl.getSource<GeoJSONSource>('events')?.getClusterExpansionZoom(cluster);
    this.#goTo(lon, lat, Math.min(zoom ?? APART, APART));
  }

  /** The keyboard's click: on what lies in the middle of the map. */
  #pickMiddle(): void {
    const middle = this.#gl.getCenter();
    this.#pick(this.#gl.project(middle), middle);
  }

  #hover(e: MapMouseEvent): void {
    const hits = this.#hits(e.point, 2);
    const hit = ANSWERING.map((layer) => hits.find((h) => h.layer === layer)).find((h) => h !== undefined) ?? null;
    this.#gl.getCanvas().style.cursor = hit ? 'pointer' : '';
    this.#on.hover(hit, e.point.x, e.point.y);
  }
}
