import { h, icon } from '../dom.ts';
import type { Strings } from '../i18n/index.ts';
import { metresPerPixel, roundLength } from './scale.ts';
import type { MapView } from './view.ts';

const PLUS = 'M12 5v14M5 12h14';
const MINUS = 'M5 12h14';
const WHOLE = 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5';

/** What surrounds the map: zoom buttons, scale bar and the source of the base map. */
export class Frame {
  readonly #map: MapView;
  readonly #buttons: HTMLElement;
  readonly #foot: HTMLElement;
  #scale: HTMLElement = h('div');
  #t: Strings | null = null;

  constructor(map: MapView, buttons: HTMLElement, foot: HTMLElement) {
    [this.#map, this.#buttons, this.#foot] = [map, buttons, foot];
    map.gl.on('move', () => {
      this.#measure();
    });
  }

  render(t: Strings): void {
    this.#t = t;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const button = (label: string, path: string, click: () => void): HTMLElement =>
      h('button', { type: 'button', title: label, 'aria-label': label, on: { click } }, icon(path));
    this.#buttons.replaceChildren(
      button(t.map.zoomIn, PLUS, () => this.#map.gl.zoomIn({ animate: !calm })),
      button(t.map.zoomOut, MINUS, () => this.#map.gl.zoomOut({ animate: !calm })),
      button(t.map.whole, WHOLE, () => { this.#map.look(null); }),
    );
    this.#scale = h('div', { class: 'scale' });
    this.#foot.replaceChildren(this.#scale, h('span', { class: 'credit' }, t.map.base));
    this.#measure();
  }

  #measure(): void {
    if (!this.#t) return;
    const { zoom, lat } = this.#map.view();
    const perPixel = metresPerPixel(zoom, lat);
    const metres = roundLength(perPixel * 110);
    this.#scale.style.width = `${metres / perPixel}px`;
    this.#scale.textContent = metres >= 1000 ? this.#t.km(metres / 1000) : this.#t.metres(metres);
  }
}
