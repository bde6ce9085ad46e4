import type { MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { Feature, FeatureCollection, Position } from 'geojson';
import { CORNERS, crosses, troubleOf, type Trouble } from '../ring.ts';
import type { Region } from '../state.ts';
import type { MapView } from './view.ts';

type Corner = Region[number];

/** Pixels within which two clicks are on the same corner. */
const NEAR = 8;
/** Milliseconds in which a click that closed a region may turn out to be the second of a double click. */
const DOUBLE = 50;

export interface PencilEvents {
  corners: (n: number) => void; // so many are set
  refuse: (why: Trouble) => void; // what was asked for makes no region
  done: (ring: Region) => void; // a region was drawn, or a corner of it moved
  end: () => void; // nothing is being drawn any more
}

/**
 * Draws a region on the map. A click sets a corner; a double click, a click on
 * the first corner, or Enter where the last corner is closes it. With keys alone
 * Enter sets a corner in the middle of the map, Backspace takes the last one
 * back, and Escape gives up. Corners of a region that is there can be dragged.
 */
export class Pencil {
  readonly #map: MapView;
  readonly #on: PencilEvents;
  #mode: 'idle' | 'drawing' | 'dragging' = 'idle';
  #region: Region | null = null; // that is to be shown
  #shown: Region = []; // the same, or as a corner of it is being dragged
  #corners: Corner[] = []; // that are set so far
  #centre: Corner | null = null; // of the map when the last of them was set

  constructor(map: MapView, on: PencilEvents) {
    [this.#map, this.#on] = [map, on];
    const { gl } = map;
    gl.on('click', (e) => { if (this.#drawing) this.#press(cornerOf(e)); });
    gl.on('dblclick', () => { if (this.#drawing) this.finish(); });
    gl.on('mousemove', (e) => { if (this.#drawing) this.#draw(cornerOf(e)); });
    gl.on('mouseenter', 'region_corner', () => { gl.getCanvas().style.cursor = 'move'; });
    gl.on('mousedown', 'region_corner', (e) => { this.#grab(e, 'mousemove', 'mouseup'); });
    gl.on('touchstart', 'region_corner', (e) => { this.#grab(e, 'touchmove', 'touchend'); });
  }

  /** Shows a region; null for none. */
  show(region: Region | null): void {
    if (region === this.#region) return;
    [this.#region, this.#shown] = [region, region ?? []];
    if (!this.#drawing) this.#draw();
  }

  /** Begins to draw. */
  start(): void {
    const { gl } = this.#map;
    this.#turn('drawing');
    [this.#corners, this.#centre] = [[], null];
    gl.doubleClickZoom.disable();
    gl.getCanvas().style.cursor = 'crosshair';
    document.addEventListener('keydown', this.#key);
    gl.getCanvas().focus({ preventScroll: true });
    this.#draw();
  }

  /** Closes the region; where the corners make none, says why and goes on. */
  finish(): void {
    const trouble = troubleOf(this.#corners);
    if (trouble) {
      this.#on.refuse(trouble);
      return;
    }
    const ring = this.#corners;
    this.stop();
    this.#on.done(ring);
  }

  /** Takes the last corner back. */
  back(): void {
    [this.#corners, this.#centre] = [this.#corners.slice(0, -1), null];
    this.#on.corners(this.#corners.length);
    this.#draw();
  }

  /** Gives up; what was shown before is shown again. */
  stop(): void {
    if (!this.#drawing) return;
    const { gl } = this.#map;
    this.#turn('idle');
    setTimeout(() => { if (!this.#drawing) gl.doubleClickZoom.enable(); }, DOUBLE);
    gl.getCanvas().style.cursor = '';
    document.removeEventListener('keydown', this.#key);
    this.#draw();
    this.#on.end();
  }

  get #drawing(): boolean {
    return this.#mode === 'drawing';
  }

  #turn(mode: 'idle' | 'drawing' | 'dragging'): void {
    this.#mode = mode;
    this.#map.pointer.drawing = mode !== 'idle';
  }

  /** A click: on the last corner nothing more, on the first it closes, elsewhere it sets another. */
  #press(corner: Corner): void {
    const [first, last] = [this.#corners[0], this.#corners.at(-1)];
    if (last && this.#near(last, corner)) return;
    if (first && this.#corners.length >= CORNERS.least && this.#near(first, corner)) this.finish();
    else this.#set(corner);
  }

  #set(corner: Corner): void {
    const corners = [...this.#corners, corner];
    const trouble = corners.length > CORNERS.most ? 'many' : crosses(corners) ? 'crosses' : null;
    if (trouble) {
      this.#on.refuse(trouble);
      return;
    }
    [this.#corners, this.#centre] = [corners, rounded(this.#map.gl.getCenter())];
    this.#on.corners(corners.length);
    this.#draw();
  }

  readonly #key = (e: KeyboardEvent): void => {
    const { gl } = this.#map;
    if (e.key === 'Escape') this.stop();
    else if (document.activeElement !== gl.getCanvas()) return;
    else if (e.key === 'Backspace') this.back();
    else if (e.key === 'Enter') this.#enter();
    else return;
    e.preventDefault();
  };

  /** Sets a corner in the middle of the map; where the map has not been moved since the last one was set, closes the region. */
  #enter(): void {
    const middle = rounded(this.#map.gl.getCenter());
    if (this.#centre && this.#near(this.#centre, middle)) this.finish();
    else this.#set(middle);
  }

  #near(a: Corner, b: Corner): boolean {
    const [p, q] = [this.#map.gl.project([a[0], a[1]]), this.#map.gl.project([b[0], b[1]])];
    return Math.hypot(p.x - q.x, p.y - q.y) < NEAR;
  }

  /** Takes hold of a corner until it is let go. */
  #grab(e: MapMouseEvent | MapTouchEvent, move: 'mousemove' | 'touchmove', drop: 'mouseup' | 'touchend'): void {
    if (this.#mode !== 'idle') return;
    const { gl } = this.#map;
    const at = this.#shown.findIndex((corner) => this.#near(corner, cornerOf(e)));
    if (at < 0) return;
    e.preventDefault();
    this.#turn('dragging');
    const before = this.#shown;
    const drag = (to: MapMouseEvent | MapTouchEvent): void => {
      this.#shown = before.map((corner, i) => (i === at ? cornerOf(to) : corner));
      this.#draw();
    };
    gl.on(move, drag);
    gl.once(drop, () => {
      gl.off(move, drag);
      this.#drop(before);
      setTimeout(() => { this.#turn('idle'); }); // the click that ends a drag picks nothing
    });
  }

  #drop(before: Region): void {
    const ring = this.#shown;
    if (ring === before) return;
    const trouble = troubleOf(ring);
    if (trouble) {
      this.#shown = before;
      this.#draw();
      this.#on.refuse(trouble);
    } else {
      this.#on.done(ring);
    }
  }

  #draw(pointer: Corner | null = null): void {
    this.#map.show('region', this.#drawing ? drawn(this.#corners, pointer) : drawn(this.#shown, this.#shown[0] ?? null));
  }
}

/** Corners, the line along them that goes on to `to`, and the ground they shut in. */
function drawn(corners: Region, to: Corner | null): FeatureCollection {
  const feature = (geometry: Feature['geometry']): Feature => ({ type: 'Feature', geometry, properties: {} });
  const line: Position[] = [...corners, ...(to ? [to] : [])].map(([lon, lat]) => [lon, lat]);
  const [first] = line;
  return {
    type: 'FeatureCollection',
    features: [
      ...(first && line.length >= CORNERS.least ? [feature({ type: 'Polygon', coordinates: [[...line, first]] })] : []),
      ...(line.length >= 2 ? [feature({ type: 'LineString', coordinates: line })] : []),
      ...corners.map(([lon, lat]) => feature({ type: 'Point', coordinates: [lon, lat] })),
    ],
  };
}

function cornerOf(e: MapMouseEvent | MapTouchEvent): Corner {
  return rounded(e.lngLat);
}

/** As exact as an address has it. */
function rounded({ lng, lat }: { lng: number; lat: number }): Corner {
  return [Number(lng.toFixed(4)), Number(lat.toFixed(4))];
}
