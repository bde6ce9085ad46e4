import type { DayCount } from '../api/types.ts';
import type { Day } from '../day.ts';
import { h } from '../dom.ts';
import { direction, longDay, strings, weekdayName, type Strings } from '../i18n/index.ts';
import type { Inks } from '../inks.ts';
import type { Lang } from '../state.ts';
import { swatch } from '../ui/swatch.ts';
import { Band, type Chosen, type ChosenEvents } from './band.ts';
import { bins, daysPerBar, type Bin } from './bins.ts';
import { drawChart } from './chart.ts';
import { dayByKey } from './keys.ts';
import { lengthOf, Scale, visible, type Range } from './scale.ts';

const BAR = 2.5; // pixels that a bar has at least

/** The chart of days with the handle on it, a slider that is as wide as its chart; and beside it the slider of the first day of a range. */
export class Track {
  readonly element: HTMLElement;
  readonly #slider: HTMLElement;
  readonly #band: Band;
  readonly #canvas = h('canvas', { class: 'chart', 'aria-hidden': 'true' });
  readonly #handle = h('div', { class: 'handle', 'aria-hidden': 'true' });
  readonly #tip = h('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' });
  readonly #all: Range;
  #counts: readonly DayCount[];
  readonly #inks: Inks;
  readonly #on: ChosenEvents;
  #scale: Scale;
  #bins: Bin[] = [];
  #drawn = '';
  #chosen: Chosen;
  #lang: Lang = 'en';
  #dragging = false;
  #anchor: Day | null = null; // where a range is being drawn from
  span: number | null = null; // days shown at once; null is all

  constructor(all: Range, counts: readonly DayCount[], inks: Inks, on: ChosenEvents) {
    [this.#all, this.#counts, this.#inks, this.#on] = [all, counts, inks, on];
    this.#chosen = { day: all.last, from: null };
    this.#scale = new Scale(all, 1, false);
    this.#band = new Band(all, this.#scale, on);
    this.#slider = h('div', {
      class: 'track', role: 'slider', tabindex: 0, 'aria-valuemin': 0, 'aria-valuemax': lengthOf(all) - 1,
      on: {
        keydown: (e) => { this.#key(e); },
        pointerdown: (e) => { this.#press(e); },
        pointermove: (e) => { this.#move(e); },
        pointerup: () => { this.#release(); },
        pointercancel: () => { this.#release(); },
        pointerleave: () => { this.#tip.hidden = true; },
      },
    }, this.#canvas, this.#band.band, this.#handle, this.#tip);
    this.element = h('div', { class: 'times' }, this.#slider, this.#band.start);
    new ResizeObserver(() => { this.render(this.#chosen, this.#lang); }).observe(this.#slider);
  }

  /** Shows a day, and a range that ends with it; the chart is drawn again only where its own input has changed. */
  render(chosen: Chosen, lang: Lang): void {
    [this.#chosen, this.#lang] = [chosen, lang];
    const { day } = chosen;
    const t = strings(lang);
    const inks = this.#inks;
    const rtl = direction(lang) === 'rtl';
    const range = visible(this.#all, this.span, day, this.#scale.range);
    const { clientWidth, clientHeight } = this.#slider;
    const width = clientWidth || 1;
    this.#scale = new Scale(range, width, rtl);
    const key = `${range.first}|${range.last}|${width}|${clientHeight}|${lang}|${inks.paper.ink}|${inks.actors.palette}`;
    if (key !== this.#drawn) {
      this.#drawn = key;
      this.#bins = bins(this.#counts, range, daysPerBar(range, width, BAR));
      drawChart(this.#canvas, { scale: this.#scale, bins: this.#bins, inks: this.#inks, t });
    }
    this.#band.render(this.#scale, chosen, lang);
    this.#handle.style.transform = `translateX(${this.#scale.middle(day)}px)`;
    this.#slider.setAttribute('aria-label', `${t.time.label}. ${t.time.help}`);
    this.#slider.setAttribute('aria-valuenow', String(lengthOf({ first: this.#all.first, last: day }) - 1));
    this.#slider.setAttribute('aria-valuetext', spoken(day, this.#counts.find((c) => c.day === day), t));
  }

  /** Takes other counts of the same days. */
  count(counts: readonly DayCount[]): void {
    [this.#counts, this.#drawn] = [counts, ''];
    this.render(this.#chosen, this.#lang);
  }

  #key(e: KeyboardEvent): void {
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    const to = dayByKey(e, this.#chosen.day, this.#all, this.#scale.rtl);
    if (!to) return;
    this.#on.settle({ day: to });
    e.preventDefault();
  }

  /** With Shift a range is drawn from the day under the pointer, in either direction. */
  #press(e: PointerEvent): void {
    if (e.button !== 0) return;
    const day = this.#under(e);
    this.#dragging = true;
    this.#anchor = e.shiftKey ? day : null;
    this.#slider.setPointerCapture(e.pointerId);
    this.#slider.focus({ preventScroll: true });
    this.#drag(day);
    e.preventDefault();
  }

  #move(e: PointerEvent): void {
    const day = this.#under(e);
    if (this.#dragging) this.#drag(day);
    this.#tell(day);
  }

  #drag(day: Day): void {
    const from = this.#anchor;
    if (from === null) this.#on.drag({ day });
    else this.#on.drag(from < day ? { from, day } : { from: day, day: from });
  }

  #release(): void {
    if (!this.#dragging) return;
    this.#dragging = false;
    this.#on.settle(this.#chosen);
  }

  #under(e: PointerEvent): Day {
    return this.#scale.dayAt(e.clientX - this.#slider.getBoundingClientRect().left);
  }

  #tell(day: Day): void {
    const t = strings(this.#lang);
    const bin = this.#bins.find((b) => b.first <= day && day <= b.last);
    const one = !bin || bin.first === bin.last;
    const days = one ? longDay(day, t) : `${longDay(bin.first, t)} – ${longDay(bin.last, t)}`;
    const parties = [...(bin?.byActor ?? [])].map(([id, n]) =>
      h('div', { class: 'party' }, swatch(this.#inks.actors.colour(id)), `${this.#inks.actors.name(id, this.#lang)}: ${n}`));
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
