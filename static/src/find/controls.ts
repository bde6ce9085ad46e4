import { h } from '../dom.ts';
import type { Strings } from '../i18n/index.ts';
import { LISTS, type Listing } from './choice.ts';
import { ORDERS, type Order } from './lists.ts';

/** The choice of a list, and what each of them can be narrowed and ordered by. */
export class Controls {
  readonly element = h('div', { class: 'listing' });
  readonly #choose: (change: Partial<Listing>) => void;
  #drawn = '';

  constructor(choose: (change: Partial<Listing>) => void) {
    this.#choose = choose;
  }

  render(now: Listing, t: Strings): void {
    const key = JSON.stringify([now, t.own]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    const had = document.activeElement instanceof HTMLInputElement && this.element.contains(document.activeElement) ? document.activeElement.value : null;
    const part = h('fieldset', { class: 'parts' }, h('legend', { class: 'unseen' }, t.find.list),
      ...LISTS.map((list) => h('label', {},
        h('input', { type: 'radio', name: 'list', value: list, checked: list === now.list, on: { change: () => { this.#choose({ list }); } } }),
        h('span', {}, t.find.lists[list]))));
    this.element.replaceChildren(part, h('div', { class: 'narrow' }, now.list === 'reports'
      ? tick('of-days', t.find.ofDays, now.ofDays, (ofDays) => { this.#choose({ ofDays }); })
      : tick('in-view', t.find.inView, now.inView, (inView) => { this.#choose({ inView }); }),
    now.list === 'places' && this.#orders(now.order, t)));
    if (had) [...this.element.querySelectorAll('input')].find((input) => input.value === had)?.focus();
  }

  #orders(chosen: Order, t: Strings): HTMLElement {
    const list = h('select', { 'aria-label': t.find.order, name: 'order' },
      ...ORDERS.map((order) => h('option', { value: order, selected: order === chosen }, t.find.orders[order])));
    list.addEventListener('change', () => { this.#choose({ order: ORDERS.find((o) => o === list.value) ?? 'name' }); });
    return list;
  }
}

function tick(value: string, label: string, checked: boolean, turn: (on: boolean) => void): HTMLElement {
  const box = h('input', { type: 'checkbox', value, checked });
  box.addEventListener('change', () => { turn(box.checked); });
  return h('label', { class: 'tick' }, box, h('span', {}, label));
}
