import type { HistoryHolding, PlaceHistory } from '../api/types.ts';
import type { Day } from '../day.ts';
import { clampDay, daysBetween } from '../day.ts';
import { h } from '../dom.ts';
import { longDay } from '../i18n/index.ts';
import { others } from './others.ts';
import { link, party, section, type Context } from './context.ts';

/** A stretch of the strip in shares of its length, 0…1. */
export interface Stretch {
  from: number;
  size: number;
  holding: HistoryHolding;
}

/**
 * Where the holdings lie on a strip from `first` to `last`, both included.
 * Open ends reach to the edges; holdings outside are left out.
 */
export function stretches(holdings: readonly HistoryHolding[], first: Day, last: Day): Stretch[] {
  const length = daysBetween(first, last) + 1;
  const out: Stretch[] = [];
  for (const holding of holdings) {
    const from = Math.max(holding.from ? daysBetween(first, holding.from) : 0, 0);
    const to = Math.min(holding.to ? daysBetween(first, holding.to) : length, length);
    if (to > from) out.push({ from: from / length, size: (to - from) / length, holding });
  }
  return out;
}

/** The holders of a place through time: a strip of colours with the chosen day on it, and the same in words. */
export function historyView({ holdings }: PlaceHistory, context: Context): HTMLElement {
  const { t, actors, lang, day, first, last, go } = context;
  const strip = h('div', { class: 'strip', 'aria-hidden': 'true' });
  for (const { from, size, holding } of stretches(holdings, first, last)) {
    const piece = h('div', { class: holding.contested ? 'contested' : null, title: actors.name(holding.holder, lang) });
    piece.style.insetInlineStart = `${from * 100}%`;
    piece.style.inlineSize = `${size * 100}%`;
    piece.style.backgroundColor = actors.colour(holding.holder);
    strip.append(piece);
  }
  const mark = h('div', { class: 'now' });
  mark.style.insetInlineStart = `${((daysBetween(first, day) + 0.5) / (daysBetween(first, last) + 1)) * 100}%`;
  strip.append(mark);
  const rows = holdings.map((holding) => {
    const { from, to } = holding;
    const current = (!from || from <= day) && (!to || day < to);
    const span = `${from ? longDay(from, t) : '…'} – ${to ? longDay(to, t) : t.day.to}`;
    return h('li', { class: current ? 'current' : null, 'aria-current': current ? 'date' : null },
      party(holding.holder, context),
      holding.contested && h('span', { class: 'tag' }, holding.uncertain ? t.who.uncertain : t.legend.contested),
      holding.contested && others(holding, context),
      from ? link(span, () => { go.day(clampDay(from, first, last)); }) : span);
  });
  return section(t.who.history, strip, h('ol', { class: 'spells', reversed: true }, ...rows.reverse()));
}
