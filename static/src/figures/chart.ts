import { csv } from '../csv.ts';
import { addDays, clampDay, dayNumber, type Day } from '../day.ts';
import { h, icon } from '../dom.ts';
import { longDay, strings } from '../i18n/index.ts';
import type { Paper } from '../map/palette.ts';
import { save } from '../save.ts';
import type { Lang } from '../state.ts';
import { dayByKey } from '../timeline/keys.ts';
import { lengthOf } from '../timeline/scale.ts';
import { drawPlot, type Drawn } from './draw.ts';
import { pictureOf, type Caption } from './picture.ts';
import { rowsOf, stepOn, type Plot, type Step } from './plot.ts';
import { s } from './svg.ts';
import { tableOf } from './table.ts';

const WIDE = 'M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5';
const CROSS = 'M6 6l12 12M18 6L6 18';

/** What a figure shows. */
export interface ChartInput {
  plot: Plot;
  caption: Caption;
  file: string; // what its files are called, without their endings
  value: (n: number) => string; // a value in words
  reading: (day: Day, step: Step | null) => HTMLElement; // what it says of a day
  day: Day; // that the page shows
  lang: Lang;
  paper: Paper;
}

export interface ChartEvents {
  go: (day: Day) => void;
  resize: () => void; // the reader wants it larger, or small again
}

/** A figure: the plot, what it says of the day under the pointer, the same as a table, and its files. */
export class Chart {
  readonly element: HTMLElement;
  readonly #id: string;
  readonly #height: number;
  readonly #on: ChartEvents;
  readonly #head = h('div', { class: 'figure-head' });
  readonly #svg = s('svg', { role: 'img' });
  readonly #reader: HTMLElement;
  readonly #reading = h('div', { class: 'reading' });
  readonly #table = h('details', { class: 'as-table' });
  readonly #cursor = s('path', { class: 'cursor' });
  #input: ChartInput | null = null;
  #drawn: Drawn | null = null;
  #at: Day | null = null; // that is read; null: the day of the page

  /** Height is that of the plot in pixels; a figure that is `large` offers to be small again. */
  constructor(id: string, { height, large }: { height: number; large: boolean }, on: ChartEvents) {
    [this.#id, this.#height, this.#on] = [id, height, on];
    this.#reader = h('div', { class: 'reader', role: 'slider', tabindex: 0, 'aria-valuemin': 0, on: {
      keydown: (e) => { this.#key(e); },
      pointermove: (e) => { this.#read(this.#under(e)); },
      pointerleave: () => { this.#read(null); },
      blur: () => { this.#read(null); },
      click: (e) => { on.go(this.#under(e)); },
    } });
    this.#table.addEventListener('toggle', () => { this.#tell(); });
    this.element = h('figure', { class: large ? 'figure large' : 'figure', id }, this.#head,
      h('div', { class: 'plot' }, this.#svg, this.#reader), this.#reading, this.#table);
    new ResizeObserver(() => { this.#draw(); }).observe(this.#reader);
  }

  /** Shows other numbers, or the same in other words and colours. */
  render(input: ChartInput): void {
    this.#input = input;
    const { plot, caption, lang } = input;
    const t = strings(lang).figures;
    const large = this.element.classList.contains('large');
    this.#head.replaceChildren(
      h('h3', {}, caption.title), ...(large ? [h('p', { class: 'soft' }, caption.of)] : []),
      h('div', { class: 'tools' }, tool(t.csv, 'CSV', () => { this.#saveTable(); }), tool(t.svg, 'SVG', () => { this.#savePicture(); }),
        tool(large ? strings(lang).close : t.enlarge, icon(large ? CROSS : WIDE), this.#on.resize)));
    this.#reader.setAttribute('aria-label', `${caption.title}. ${t.help}`);
    this.#reader.setAttribute('aria-valuemax', String(lengthOf(plot) - 1));
    this.#svg.setAttribute('aria-label', summary(input));
    this.#table.replaceChildren(h('summary', {}, t.table));
    this.#draw();
    this.#tell();
  }

  /** Shows where another day lies. */
  turn(day: Day): void {
    if (!this.#input) return;
    this.#input = { ...this.#input, day };
    this.#read(this.#at);
  }

  #draw(): void {
    const width = this.#reader.clientWidth;
    if (!this.#input || width === 0) return;
    const { plot, lang, paper, caption } = this.#input;
    const height = this.#height;
    this.#drawn = drawPlot(plot, { width, height, paper, t: strings(lang), id: this.#id });
    for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}`, direction: strings(lang).direction })) {
      this.#svg.setAttribute(name, String(value));
    }
    this.#svg.replaceChildren(s('title', {}, caption.title), this.#drawn.group, this.#cursor);
    this.#read(this.#at);
  }

  /** Reads a day, or where there is none the day of the page. */
  #read(at: Day | null): void {
    this.#at = at;
    if (!this.#input || !this.#drawn) return;
    const { plot, lang, reading } = this.#input;
    const day = clampDay(at ?? this.#input.day, plot.first, plot.last);
    const { scale, left, top, bottom } = this.#drawn;
    const x = left + scale.middle(day);
    this.#cursor.setAttribute('d', `M${x} ${top}V${bottom}`);
    const step = stepOn(plot, day);
    this.#reading.replaceChildren(reading(day, step));
    this.#reader.setAttribute('aria-valuenow', String(dayNumber(day) - dayNumber(plot.first)));
    this.#reader.setAttribute('aria-valuetext', spoken(this.#input, step, longDay(day, strings(lang))));
  }

  #under(e: MouseEvent): Day {
    const { plot: { first } } = this.#input ?? { plot: { first: '' as Day } };
    return this.#drawn?.scale.dayAt(e.clientX - this.#reader.getBoundingClientRect().left - this.#drawn.left) ?? first;
  }

  /** Arrows read from day to day, and from bar to bar; Enter goes to the day that is read. */
  #key(e: KeyboardEvent): void {
    if (!this.#input || e.altKey || e.ctrlKey || e.metaKey) return;
    const { plot, day, lang } = this.#input;
    const from = clampDay(this.#at ?? day, plot.first, plot.last);
    const to = dayByKey(e, from, plot, strings(lang).direction === 'rtl');
    if (to) this.#read(beyond(plot, from, to));
    else if (e.key === 'Enter') this.#on.go(from);
    else if (e.key === 'Escape' && this.#at !== null) this.#read(null);
    else return;
    e.preventDefault();
  }

  #tell(): void {
    if (!this.#input || !this.#table.open) return;
    const { plot, value, lang, caption } = this.#input;
    this.#table.querySelector('.scroller')?.remove();
    this.#table.append(tableOf(rowsOf(plot, strings(lang).figures.heads), value, caption.title));
  }

  #saveTable(): void {
    if (!this.#input) return;
    const { plot, file, lang } = this.#input;
    save(`${file}.csv`, 'text/csv;charset=utf-8', csv(rowsOf(plot, strings(lang).figures.heads)));
  }

  #savePicture(): void {
    if (!this.#input) return;
    const { plot, file, lang, paper, caption } = this.#input;
    const picture = pictureOf(plot, caption, { width: 1000, height: 560, paper, t: strings(lang) });
    save(`${file}.svg`, 'image/svg+xml', new XMLSerializer().serializeToString(picture));
  }
}

/** The day that a step leads to: of bars the next one, where it would only lead to another day of the same. */
function beyond(plot: Plot, from: Day, to: Day): Day {
  const step = stepOn(plot, from);
  if (plot.form === 'stack' || plot.form === 'lines' || !step || step !== stepOn(plot, to)) return to;
  return clampDay(addDays(to > from ? step.last : step.first, to > from ? 1 : -1), plot.first, plot.last);
}

function tool(label: string, sign: Node | string, click: () => void): HTMLElement {
  return h('button', { type: 'button', class: 'tool', title: label, 'aria-label': label, on: { click } }, sign);
}

function spoken({ plot, value }: ChartInput, step: Step | null, words: string): string {
  const values = plot.series.map(({ name }, i) => ({ name, n: step?.values[i] ?? 0 })).filter(({ n }) => n > 0);
  return [words, ...values.map(({ name, n }) => `${name} ${value(n)}`)].join('; ');
}

/** What the plot shows, in words: its first and its last values. */
function summary(input: ChartInput): string {
  const { plot: { steps }, caption, lang } = input;
  const t = strings(lang);
  const ends = [steps[0], steps.length > 1 ? steps.at(-1) : undefined].filter((step) => step !== undefined);
  return [`${caption.title}. ${caption.of}.`, ...ends.map((step) => `${spoken(input, step, longDay(step.first, t))}.`)].join(' ');
}
