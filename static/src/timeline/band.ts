import { clampDay, type Day } from '../day.ts';
import { h } from '../dom.ts';
import { longDay, strings, weekdayName } from '../i18n/index.ts';
import type { Lang, State } from '../state.ts';
import { dayByKey } from './keys.ts';
import { lengthOf, type Range, type Scale } from './scale.ts';

/** What of the time is chosen: the day, and the first one of a range that ends with it. */
export type Chosen = Pick<State, 'day' | 'from'>;

export interface ChosenEvents {
  drag: (change: Partial<Chosen>) => void; // while a handle moves
  settle: (change: Partial<Chosen>) => void; // when it is let go, or a key moved it
}

/** The days of a range on the chart: a band up to the chosen day, with a handle at its first day. */
export class Band {
  readonly band = h('div', { class: 'band', hidden: true, 'aria-hidden': 'true' });
  readonly start: HTMLElement; // the handle, a slider
  readonly #all: Range;
  readonly #on: ChosenEvents;
  #scale: Scale;
  #day: Day;
  #from: Day;

  constructor(all: Range, scale: Scale, on: ChosenEvents) {
    [this.#all, this.#scale, this.#on, this.#day, this.#from] = [all, scale, on, all.last, all.last];
    this.start = h('div', {
      class: 'start', role: 'slider', tabindex: 0, hidden: true, 'aria-valuemin': 0,
      on: {
        keydown: (e) => { this.#key(e); },
        pointerdown: (e) => { this.#press(e); },
        pointermove: (e) => { if (this.start.hasPointerCapture(e.pointerId)) this.#on.drag({ from: this.#under(e) }); },
        pointerup: () => { this.#on.settle({ from: this.#from }); },
      },
    });
  }

  /** Shows a range on a scale; where its first day is not on the scale, its handle stands at the edge. */
  render(scale: Scale, { day, from }: Chosen, lang: Lang): void {
    this.band.hidden = this.start.hidden = from === null;
    if (from === null) return;
    const t = strings(lang);
    [this.#scale, this.#day, this.#from] = [scale, day, from < day ? from : day];
    const { first, last } = scale.range;
    const [a, b] = [clampDay(this.#from, first, last), clampDay(day, first, last)].map((d) => scale.edge(d)) as [number, number];
    const end = b + (scale.rtl ? -scale.cell : scale.cell);
    this.band.style.transform = `translateX(${Math.min(a, end)}px)`;
    this.band.style.width = `${Math.abs(end - a)}px`;
    this.start.style.transform = `translateX(${a}px)`;
    this.start.setAttribute('aria-label', t.time.start);
    this.start.setAttribute('aria-valuemax', String(lengthOf({ first: this.#all.first, last: day }) - 1));
    this.start.setAttribute('aria-valuenow', String(lengthOf({ first: this.#all.first, last: this.#from }) - 1));
    this.start.setAttribute('aria-valuetext', `${weekdayName(this.#from, t)} ${longDay(this.#from, t)}`);
  }

  #key(e: KeyboardEvent): void {
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    const to = dayByKey(e, this.#from, { first: this.#all.first, last: this.#day }, this.#scale.rtl);
    if (!to) return;
    this.#on.settle({ from: to });
    e.preventDefault();
  }

  #press(e: PointerEvent): void {
    if (e.button !== 0) return;
    this.start.setPointerCapture(e.pointerId);
    this.start.focus({ preventScroll: true });
    e.preventDefault();
  }

  #under(e: PointerEvent): Day {
    const left = this.start.parentElement?.getBoundingClientRect().left ?? 0;
    return clampDay(this.#scale.dayAt(e.clientX - left), this.#all.first, this.#day);
  }
}
