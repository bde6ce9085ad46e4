import type { Actors } from '../actors.ts';
import type { DayCount } from '../api/types.ts';
import type { Day } from '../day.ts';
import { h } from '../dom.ts';
import { direction, longDay, strings, weekdayName, type Strings } from '../i18n/index.ts';
import type { Lang } from '../state.ts';
import { swatch } from '../ui/swatch.ts';
import { bins, daysPerBar, type Bin } from './bins.ts';
import { drawChart } from './chart.ts';
import { dayByKey } from './keys.ts';
import { lengthOf, Scale, visible, type Range } from './scale.ts';

export interface TrackEvents {
  drag: (day: Day) => void; // while the handle moves
  settle: (day: Day) => void; // when it is let go, or a key moved it
  space: () => void;
}

const BAR = 2.5; // pixels that a bar has at least

/** The chart of days with the handle on it: a slider that is as wide as its chart. */
export class Track {
  readonly element: HTMLElement;
  readonly #canvas = h('canvas', { class: 'chart', 'aria-hidden': 'true' });
  readonly #handle = h('div', { class: 'handle', 'aria-hidden': 'true' });
  readonly #tip = h('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' });
  readonly #all: Range;
  #counts: readonly DayCount[];
  readonly #actors: Actors;
  readonly #on: TrackEvents;
  #scale: Scale;
  #bins: Bin[] = [];
  #drawn = '';
  #day: Day;
  #lang: Lang = 'en';
  #dragging = false;
  span: number | null = null; // days shown at once; null is all

  constructor(all: Range, counts: readonly DayCount[], actors: Actors, on: TrackEvents) {
    [this.#all, this.#counts, this.#actors, this.#on] = [all, counts, actors, on];
    this.#day = all.last;
    this.#scale = new Scale(all, 1, false);
    this.element = h('div', {
      class: 'track', role: 'slider', tabindex: 0, 'aria-valuemin': 0, 'aria-valuemax': lengthOf(all) - 1,
      on: {
        keydown: (e) => { this.#key(e); },
        pointerdown: (e) => { this.#press(e); },
        pointermove: (e) => { this.#move(e); },
        pointerup: () => { this.#release(); },
        pointercancel: () => { this.#release(); },
        pointerleave: () => { this.#tip.hidden = true; },
      },
    }, this.#canvas, this.#handle, this.#tip);
    new ResizeObserver(() => { this.render(this.#day, this.#lang); }).observe(this.element);
  }

  /** Shows a day; the chart is drawn again only where its own input has changed. */
  render(day: Day, lang: Lang): void {
    [this.#day, this.#lang] = [day, lang];
    const t = strings(lang);
    const rtl = direction(lang) === 'rtl';
    const range = visible(this.#all, this.span, day, this.#scale.range);
    const width = this.element.clientWidth || 1;
    this.#scale = new Scale(range, width, rtl);
    const key = `${range.first}|${range.last}|${width}|${this.element.clientHeight}|${lang}`;
    if (key !== this.#drawn) {
      this.#drawn = key;
      this.#bins = bins(this.#counts, range, daysPerBar(range, width, BAR));
      drawChart(this.#canvas, { scale: this.#scale, bins: this.#bins, actors: this.#actors, t });
    }
    this.#handle.style.transform = `translateX(${this.#scale.middle(day)}px)`;
    this.element.setAttribute('aria-label', `${t.time.label}. ${t.time.help}`);
    this.element.setAttribute('aria-valuenow', String(lengthOf({ first: this.#all.first, last: day }) - 1));
    this.element.setAttribute('aria-valuetext', spoken(day, this.#counts.find((c) => c.day === day), t));
  }

  /** Takes other counts of the same days. */
  count(counts: readonly DayCount[]): void {
    [this.#counts, this.#drawn] = [counts, ''];
    this.render(this.#day, this.#lang);
  }

  #key(e: KeyboardEvent): void {
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    const to = dayByKey(e, this.#day, this.#all, this.#scale.rtl);
    if (to) this.#on.settle(to);
    else if (e.key === ' ') this.#on.space();
    else return;
    e.preventDefault();
  }

  #press(e: PointerEvent): void {
    if (e.button !== 0) return;
    this.#dragging = true;
    this.element.setPointerCapture(e.pointerId);
    this.element.focus({ preventScroll: true });
    this.#on.drag(this.#under(e));
    e.preventDefault();
  }

  #move(e: PointerEvent): void {
    const day = this.#under(e);
    if (this.#dragging && day !== this.#day) this.#on.drag(day);
    this.#tell(day);
  }

  #release(): void {
    if (!this.#dragging) return;
    this.#dragging = false;
    this.#on.settle(this.#day);
  }

  #under(e: PointerEvent): Day {
    return this.#scale.dayAt(e.clientX - this.element.getBoundingClientRect().left);
  }

  #tell(day: Day): void {
    const t = strings(this.#lang);
    const bin = this.#bins.find((b) => b.first <= day && day <= b.last);
    const one = !bin || bin.first === bin.last;
    const days = one ? longDay(day, t) : `${longDay(bin.first, t)} – ${longDay(bin.last, t)}`;
    const parties = [...(bin?.byActor ?? [])].map(([id, n]) =>
      h('div', { class: 'party' }, swatch(this.#actors.colour(id)), `${this.#actors.name(id, this.#lang)}: ${n}`));
    const counts = bin ? `${t.changes(bin.changes)} · ${t.statements(bin.claims)}` : t.time.quiet;
    this.#tip.replaceChildren(h('strong', {}, days), h('div', {}, counts), ...parties);
    this.#tip.hidden = false;
    const half = this.#tip.offsetWidth / 2;
    const x = Math.min(Math.max(this.#scale.middle(day), half), this.#scale.width - half);
    this.#tip.style.transform = `translateX(${x - half}px)`;
  }
}

function spoken(day: Day, count: DayCount | undefined, t: Strings): string {
  const what = count ? `${t.statements(count.claims)}, ${t.changes(count.changes)}` : t.time.quiet;
  return `${weekdayName(day, t)} ${longDay(day, t)}: ${what}`;
}
