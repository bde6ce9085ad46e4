import type { DayCount } from '../api/types.ts';
import { parseDay, type Day } from '../day.ts';
import { h } from '../dom.ts';
import { longDay, strings } from '../i18n/index.ts';
import { WAYS, type Comparison, type State } from '../state.ts';
import type { Range } from '../timeline/scale.ts';
import { shortcutDay, SHORTCUTS } from './days.ts';

export interface ChooserEvents {
  day: (day: Day) => void;
  how: (how: Comparison['how']) => void;
  stop: () => void;
}

/** Which day the chosen one is compared with, and how the map shows both. */
export class Chooser {
  readonly element: HTMLElement;
  readonly #all: Range;
  readonly #on: ChooserEvents;
  readonly #label = h('span');
  readonly #input: HTMLInputElement;
  readonly #shortcuts = h('div', { class: 'shortcuts', role: 'group' });
  readonly #ways = h('div', { class: 'ways', role: 'radiogroup' });
  readonly #stop: HTMLElement;
  readonly #seen = h('p', { class: 'soft' });
  #drawn = '';

  constructor(all: Range, on: ChooserEvents) {
    [this.#all, this.#on] = [all, on];
    this.#input = h('input', { type: 'date', min: all.first, max: all.last, on: { change: () => { this.#chosen(); } } });
    this.#stop = h('button', { type: 'button', class: 'link', on: { click: on.stop } });
    this.element = h('div', { class: 'chooser' },
      h('label', { class: 'against' }, this.#label, this.#input), this.#shortcuts, h('div', { class: 'manner' }, this.#ways, this.#stop), this.#seen);
  }

  render({ day, compare, lang }: State, counts: readonly DayCount[]): void {
    const key = JSON.stringify([day, compare, lang, counts.length]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    const t = strings(lang);
    this.#label.textContent = t.compare.with;
    if (this.#input.value !== (compare?.day ?? '')) this.#input.value = compare?.day ?? '';
    const had = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['do'] : undefined;
    this.#shortcuts.setAttribute('aria-label', t.compare.shortcuts.label);
    this.#shortcuts.replaceChildren(...SHORTCUTS.map((shortcut) => {
      const to = shortcutDay(shortcut, day, counts, this.#all);
      return h('button', {
        type: 'button', 'data-do': shortcut, disabled: !to, title: to && longDay(to, t), 'aria-pressed': String(to !== null && to === compare?.day),
        on: { click: () => { if (to) this.#on.day(to); } },
      }, t.compare.shortcuts[shortcut]);
    }));
    this.#ways.setAttribute('aria-label', t.compare.how);
    this.#ways.replaceChildren(...WAYS.map((way) => h('label', {}, h('input', {
      type: 'radio', name: 'way', value: way, checked: way === (compare?.how ?? 'swipe'), 'data-do': way, on: { change: () => { this.#on.how(way); } },
    }), h('span', {}, t.compare.ways[way]))));
    this.#seen.textContent = compare ? t.compare.seen[compare.how] : '';
    this.#stop.textContent = t.compare.stop;
    this.#ways.hidden = this.#stop.hidden = !compare;
    if (had) this.element.querySelector<HTMLElement>(`[data-do="${had}"]`)?.focus();
  }

  #chosen(): void {
    const day = parseDay(this.#input.value);
    if (day && this.#input.validity.valid) this.#on.day(day);
  }
}
