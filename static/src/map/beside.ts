import type { Point } from 'geojson';
import type { Holdings, Labels } from '../api/layers.ts';
import type { Day } from '../day.ts';
import type { Ground } from '../ground/ground.ts';
import type { Lang } from '../state.ts';
import { ALL, type Filter } from '../filter.ts';
import { drawnPlaces } from './features.ts';
import type { MapView } from './view.ts';
import { yoke } from './yoke.ts';

/** A second map over the first, of another day: it moves as the first does, and the first as it does. */
export class Beside {
  readonly #view: MapView;
  readonly #removed: () => void;
  readonly #free: () => void;
  #filter: Filter = ALL;
  #holdings: Holdings | null = null;

  constructor(main: MapView, view: MapView, removed: () => void) {
    [this.#view, this.#removed, this.#free] = [view, removed, yoke(main.gl, view.gl)];
  }

  /** Shows who held the ground on its day. */
  colour(ground: Ground, day: Day): void {
    this.#view.colour(ground, ground.standings(day));
    this.#view.answer(ground.on(day));
  }

  /** Shows who held the places on its day. */
  show(holdings: Holdings): void {
    this.#holdings = holdings;
    this.#view.show('places', drawnPlaces(holdings, this.#filter));
  }

  /** Leaves out what is hidden. */
  filter(filter: Filter): void {
    this.#filter = filter;
    this.#view.filter(filter);
    if (this.#holdings) this.show(this.#holdings);
  }

  label(labels: Labels): void {
    this.#view.show('labels', labels);
  }

  ring(at: Point | null): void {
    this.#view.ring(at);
  }

  /** Takes another language, or the colours as they are now. */
  dress(lang: Lang): void {
    this.#view.dress(lang);
  }

  /** Says to screen readers what this map shows. */
  name(label: string): void {
    this.#view.gl.getCanvas().setAttribute('aria-label', label);
  }

  /** Takes the map away; the first one moves alone again. */
  remove(): void {
    this.#free();
    this.#view.gl.remove();
    this.#removed();
  }
}
