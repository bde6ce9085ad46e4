import { parseDay, type Day } from '../day.ts';
import { h } from '../dom.ts';
import { longDay, type Strings } from '../i18n/index.ts';
import type { Chosen } from './band.ts';
import type { Range } from './scale.ts';

/** The chosen day and the range that ends with it, to be typed, begun here, or ended. */
export class Dates {
  readonly element: HTMLDetailsElement;
  readonly #summary = h('summary');
  readonly #from: HTMLInputElement;
  readonly #day: HTMLInputElement;
  readonly #labels = [h('span'), h('span')] as const;
  readonly #begin: HTMLButtonElement;
  readonly #end: HTMLButtonElement;
  readonly #hint = h('p', { class: 'soft' });
  #chosen: Chosen;

  constructor({ first, last }: Range, choose: (change: Partial<Chosen>) => void) {
    this.#chosen = { day: last, from: null };
    const input = (typed: (day: Day) => void): HTMLInputElement => {
      const field = h('input', { type: 'date', min: first, max: last });
      field.addEventListener('change', () => {
        const day = field.validity.valid ? parseDay(field.value) : null; // a year that is still being typed is out of bounds
        if (day) typed(day);
      });
      return field;
    };
    this.#from = input((from) => { choose({ from }); });
    this.#day = input((day) => { choose({ day }); });
    const button = (name: string, change: () => Partial<Chosen>): HTMLButtonElement =>
      h('button', { type: 'button', class: name, on: { click: () => { choose(change()); } } });
    this.#begin = button('begin', () => ({ from: this.#chosen.day }));
    this.#end = button('end', () => ({ from: null }));
    const row = (label: HTMLElement, field: HTMLElement): HTMLElement => h('label', {}, label, field);
    this.element = h('details', { class: 'dates' }, this.#summary, h('div', { class: 'card' },
      row(this.#labels[0], this.#from), row(this.#labels[1], this.#day), h('div', { class: 'acts' }, this.#begin, this.#end), this.#hint));
    this.element.addEventListener('keydown', (e) => {
      if (e.key !== 'Escape' || !this.element.open) return;
      this.element.open = false;
      this.#summary.focus();
    });
  }

  render(chosen: Chosen, t: Strings): void {
    this.#chosen = chosen;
    const [{ day, from }, { time }] = [chosen, t];
    this.#summary.textContent = from ? time.since(longDay(from, t)) : time.range;
    this.#summary.title = time.rangeHelp;
    [this.#labels[0].textContent, this.#labels[1].textContent, this.#hint.textContent] = [time.from, time.to, time.rangeHelp];
    [this.#begin.textContent, this.#end.textContent] = [time.fromHere, time.clear];
    this.#end.disabled = from === null;
    for (const [field, value] of [[this.#from, from ?? ''], [this.#day, day]] as const) if (field.value !== value) field.value = value;
  }
}
