import type { FrontProps } from '../api/layers.ts';
import { h } from '../dom.ts';
import { bothNames, link, party, section, type Context } from './context.ts';

/** A stretch of front: who faces whom, how long it is, and the pairs of places that draw it. */
export function frontView(front: FrontProps, context: Context): HTMLElement {
  const { t, go, names } = context;
  const side = (id: string): HTMLElement => link(bothNames(names(id), context), () => { go.place(id); });
  return h('div', { class: 'front' },
    h('p', { class: 'holder' }, party(front.a, context), h('span', { class: 'versus', 'aria-hidden': 'true' }), party(front.b, context)),
    h('dl', { class: 'known' }, h('dt', {}, t.front.length), h('dd', {}, t.km(front.km))),
    section(t.who.because,
      h('p', { class: 'soft' }, t.front.why),
      h('ul', { class: 'pairs' }, ...front.places.map(([a, b]) => h('li', {}, side(a), h('span', { class: 'versus', 'aria-hidden': 'true' }), side(b))))));
}
