import { addDays, clampDay, parseDay, type Day } from '../day.ts';
import { h } from '../dom.ts';
import { strings, type Strings } from '../i18n/index.ts';
import type { Page } from '../page.ts';
import { save } from '../save.ts';
import type { Lang } from '../state.ts';
import { MOST, schedule, SPEEDS, STEPS, weight, type Schedule } from './film.ts';
import { record, recordable } from './record.ts';
import { shoot } from './shots.ts';
import { lasting } from './webm.ts';

/** Of the work that a film is: how much it is to draw it. The rest is to record it. */
const DRAWING = 0.8;

/** How many days before the chosen one a film begins where no range is set. */
const USUAL = 30;

/** The play through days as a film, drawn and recorded in the page. */
export class FilmPart {
  readonly element = h('section', { class: 'take-film' });
  readonly #page: Page;
  readonly #from = h('input', { type: 'date', id: 'film-from' });
  readonly #to = h('input', { type: 'date', id: 'film-to' });
  readonly #speed = h('select', { id: 'film-speed' });
  readonly #every = h('select', { id: 'film-every' });
  readonly #start = h('button', { type: 'button', on: { click: () => { void this.#make(); } } });
  readonly #cancel = h('button', { type: 'button', hidden: true, on: { click: () => { this.#work?.abort(); } } });
  readonly #bar = h('progress', { max: 1, value: 0, hidden: true });
  readonly #about = h('p', { class: 'soft' });
  readonly #told = h('p', { class: 'soft', role: 'status' });
  #work: AbortController | null = null;
  #lang: Lang | null = null;

  constructor(page: Page) {
    this.#page = page;
    for (const field of [this.#from, this.#to, this.#speed, this.#every]) field.addEventListener('change', () => { this.#tell(); });
  }

  render(): void {
    const state = this.#page.state();
    if (this.#lang === null) {
      const { first, last } = this.#page.all;
      for (const field of [this.#from, this.#to]) [field.min, field.max] = [first, last];
      [this.#from.value, this.#to.value] = [clampDay(state.from ?? addDays(state.day, -USUAL), first, state.day), state.day];
    }
    if (state.lang !== this.#lang) this.#build(strings(state.lang));
    this.#lang = state.lang;
  }

  leave(): void {
    this.#work?.abort();
  }

  #build(t: Strings): void {
    const { film, noMap } = t.take;
    if (!recordable() || !this.#page.atlas().camera()) {
      this.element.replaceChildren(h('h3', {}, film.title), h('p', { class: 'soft' }, recordable() ? noMap : film.missing));
      return;
    }
    options(this.#speed, SPEEDS.map((n) => [n, n.toLocaleString('en')]), 4);
    options(this.#every, STEPS.map((n) => [n, film.everies[n]]), 1);
    [this.#start.textContent, this.#cancel.textContent] = [film.start, film.cancel];
    this.#bar.setAttribute('aria-label', film.title);
    const choice = (words: string, field: HTMLElement): HTMLElement => h('label', { class: 'choice' }, h('span', {}, words), field);
    this.element.replaceChildren(h('h3', {}, film.title),
      h('div', { class: 'row' }, choice(film.from, this.#from), choice(film.to, this.#to)),
      h('div', { class: 'row' }, choice(film.speed, this.#speed), choice(film.every, this.#every)),
      this.#about, h('div', { class: 'row' }, this.#start, this.#bar, this.#cancel), this.#told);
    this.#tell();
  }

  /** Says what film the choices make. */
  #tell(): void {
    const { film } = this.#words();
    const made = this.#schedule();
    this.#start.disabled = typeof made === 'string';
    this.#about.textContent = typeof made === 'string' ? made
      : film.about(made.shots.length, film.seconds(made.length / 1000), film.megabytes(weight(made) / 1e6));
  }

  /** The film that is chosen, or what is wrong with the choice. */
  #schedule(): Schedule | string {
    const { film } = this.#words();
    const [first, last] = [this.#day(this.#from), this.#day(this.#to)];
    if (!first || !last || first > last) return film.range;
    const made = schedule({ first, last }, Number(this.#speed.value), Number(this.#every.value));
    return made.shots.length > MOST ? film.many(MOST) : made;
  }

  async #make(): Promise<void> {
    const made = this.#schedule();
    const type = recordable();
    if (typeof made === 'string' || !type) return;
    const { film } = this.#words();
    const { signal } = this.#work = new AbortController();
    const say = (share: number, words: string): void => { [this.#bar.value, this.#about.textContent] = [share, words]; };
    this.#busy(true);
    this.#told.textContent = '';
    try {
      const all = made.shots.length;
      const frames = await shoot(this.#page, {
        days: made.shots.map(({ day }) => day), signal, progress: (n) => { say(DRAWING * n / all, film.drawing(n, all)); },
      });
      const video = await record({
        type, schedule: made, frames, signal, progress: (share) => { say(DRAWING + (1 - DRAWING) * share, film.recording(this.#words().percent(share))); },
      });
      const bytes = lasting(new Uint8Array(await video.arrayBuffer()), made.length);
      save(`frontline-${this.#from.value}-${this.#to.value}.webm`, 'video/webm', bytes);
      this.#told.textContent = film.done;
    } catch (error) {
      if (!signal.aborted) {
        console.warn(error);
        this.#told.textContent = film.failed;
      }
    }
    this.#work = null;
    this.#busy(false);
    this.#tell();
  }

  /** While a film is made, nothing about it can be chosen. */
  #busy(busy: boolean): void {
    for (const field of [this.#from, this.#to, this.#speed, this.#every, this.#start]) field.disabled = busy;
    this.#bar.hidden = this.#cancel.hidden = !busy;
    this.#bar.value = 0;
    (busy ? this.#cancel : this.#start).focus();
  }

  #day(field: HTMLInputElement): Day | null {
    const day = parseDay(field.value);
    const { first, last } = this.#page.all;
    return day && day >= first && day <= last ? day : null;
  }

  #words(): Strings['take'] & Pick<Strings, 'percent'> {
    const t = strings(this.#page.state().lang);
    return { ...t.take, percent: t.percent };
  }
}

/** Fills a list anew; what was chosen stays so. */
function options(list: HTMLSelectElement, all: readonly [value: number, words: string][], usual: number): void {
  const chosen = Number(list.value || usual);
  list.replaceChildren(...all.map(([value, words]) => h('option', { value, selected: value === chosen }, words)));
}
