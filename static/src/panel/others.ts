import type { Dispute } from '../api/types.ts';
import { h } from '../dom.ts';
import { word } from '../i18n/index.ts';
import { party, type Context } from './context.ts';

/** Who else is in a place, or may be, and why. */
export function others(of: { others: string[]; disputes: Dispute[] }, context: Context): HTMLElement {
  return h('ul', { class: 'others' }, ...of.others.map((id) => {
    const why = of.disputes.find((d) => d.party === id)?.why;
    return h('li', {}, party(id, context), why && h('span', { class: 'soft' }, ` · ${word(context.t.causes, why)}`));
  }));
}
