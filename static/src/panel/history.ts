import type { PlaceHistory } from '../api/types.ts';
import { clampDay } from '../day.ts';
import { h } from '../dom.ts';
import { bothNames, link, party, section, type Context } from './context.ts';
import { holdingOn } from './course.ts';
import { others } from './others.ts';
import { spanWords, stripView } from './strip.ts';

/** The holders of a place through time: a strip of colours with the chosen day on it, and the same in words. `named`: it is another place than the one asked for. */
export function historyView({ place, holdings }: PlaceHistory, named: boolean, context: Context): HTMLElement {
  const { t, day, first, last, go } = context;
  const now = holdingOn(holdings, day);
  const rows = holdings.map((holding) => {
    const { from } = holding;
    const current = holding === now;
    const span = spanWords(holding, context);
    return h('li', { class: current ? 'current' : null, 'aria-current': current ? 'date' : null },
      party(holding.holder, context),
      holding.contested && h('span', { class: 'tag' }, holding.uncertain ? t.who.uncertain : t.legend.contested),
      holding.contested && others(holding, context),
      from ? link(span, () => { go.day(clampDay(from, first, last)); }) : span);
  });
  return section(t.who.history, named && h('p', { class: 'soft' }, t.who.historyOf, ' ', bothNames(place, context)),
    stripView(holdings, context), h('ol', { class: 'spells', reversed: true }, ...rows.reverse()));
}
