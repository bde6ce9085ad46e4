import type { Holdings } from '../api/layers.ts';
import type { Day } from '../day.ts';
import { byId, h, icon } from '../dom.ts';
import type { Ground } from '../ground/ground.ts';
import { direction, longDay, strings } from '../i18n/index.ts';
import type { Atlas } from '../map/atlas.ts';
import type { Beside } from '../map/beside.ts';
import { COVERING, covered } from '../map/covered.ts';
import type { Picked } from '../map/pick.ts';
import type { Lang } from '../state.ts';
import { cut, lineAt, shareAt, shareByKey, type Line } from './clip.ts';
import type { ordered } from './days.ts';

const GRIP = 'M9 7l-5 5 5 5M15 7l5 5-5 5';

export interface SwipeView {
  days: ReturnType<typeof ordered>;
  day: Day; // of the second map: one of the two
  lang: Lang;
}

/** Two days on either side of a line that the reader moves: a second map over the first, cut off at the line. */
export class Swipe {
  readonly #stage = byId('stage');
  readonly #sheet = h('div', { id: 'beside' });
  readonly #eras = { from: h('span', { class: 'era earlier' }), to: h('span', { class: 'era later' }) };
  readonly #handle: HTMLElement;
  readonly #map: Beside | null;
  readonly #sizes = new ResizeObserver(() => { this.#cut(); });
  readonly #padding = covered(COVERING);
  #line: Line | null = null;
  #view: SwipeView | null = null;

  /** Pick is told what is clicked on the second map. */
  constructor(atlas: Atlas, pick: (picked: Picked) => void) {
    this.#handle = h('div', {
      class: 'divider', role: 'slider', tabindex: 0, 'aria-valuemin': 0, 'aria-valuemax': 100,
      on: {
        keydown: (e) => { this.#key(e); },
        pointerdown: (e) => { this.#press(e); },
        pointermove: (e) => { if (this.#handle.hasPointerCapture(e.pointerId)) this.#drag(e); },
      },
    }, this.#eras.from, h('span', { class: 'grip' }, icon(GRIP)), this.#eras.to);
    byId('map').after(this.#sheet, this.#handle);
    this.#map = atlas.beside(this.#sheet, pick);
    this.#sizes.observe(this.#stage);
  }

  render(view: SwipeView): void {
    this.#view = view;
    const { days, day, lang } = view;
    const t = strings(lang);
    this.#eras.from.textContent = longDay(days.from, t);
    this.#eras.to.textContent = longDay(days.to, t);
    this.#handle.setAttribute('aria-label', t.compare.line);
    this.#map?.name(t.compare.map(longDay(day, t)));
    this.#line = { share: this.#line?.share ?? this.#middle(lang), rtl: direction(lang) === 'rtl' };
    this.#cut();
  }

  /** Shows who held the ground on the day of the second map. */
  colour(ground: Ground, day: Day): void {
    this.#map?.colour(ground, day);
  }

  /** Shows who held the places on the day of the second map. */
  show(holdings: Holdings): void {
    this.#map?.show(holdings);
  }

  /** Takes line and map away. */
  remove(): void {
    this.#sizes.disconnect();
    this.#map?.remove();
    this.#sheet.remove();
    this.#handle.remove();
  }

  /** The middle of what nothing covers. */
  #middle(lang: Lang): number {
    const { left, right } = this.#padding;
    const width = this.#stage.clientWidth;
    return shareAt((left + width - right) / 2, width, direction(lang) === 'rtl');
  }

  #cut(): void {
    if (!this.#line || !this.#view) return;
    const { days, day, lang } = this.#view;
    const t = strings(lang);
    const width = this.#stage.clientWidth;
    const { left, right } = cut(this.#line, width, day === days.from ? 'earlier' : 'later');
    this.#sheet.style.clipPath = `inset(0 ${right}px 0 ${left}px)`;
    this.#handle.style.left = `${lineAt(this.#line, width)}px`;
    this.#handle.setAttribute('aria-valuenow', String(Math.round(this.#line.share * 100)));
    this.#handle.setAttribute('aria-valuetext', t.compare.share(t.percent(this.#line.share), longDay(days.from, t)));
  }

  #move(share: number): void {
    if (!this.#line) return;
    this.#line = { ...this.#line, share };
    this.#cut();
  }

  #key(e: KeyboardEvent): void {
    if (e.altKey || e.ctrlKey || e.metaKey || !this.#line) return;
    const share = shareByKey(e, this.#line);
    if (share === null) return;
    this.#move(share);
    e.preventDefault();
  }

  #press(e: PointerEvent): void {
    if (e.button !== 0) return;
    this.#handle.setPointerCapture(e.pointerId);
    this.#handle.focus({ preventScroll: true });
    e.preventDefault();
  }

  #drag(e: PointerEvent): void {
    if (!this.#line) return;
    const { left, width } = this.#stage.getBoundingClientRect();
    this.#move(shareAt(e.clientX - left, width, this.#line.rtl));
  }
}
