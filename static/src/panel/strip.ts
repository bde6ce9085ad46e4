import type { HistoryHolding } from '../api/types.ts';
import { clampDay, daysBetween, type Day } from '../day.ts';
import { h } from '../dom.ts';
import { direction, longDay } from '../i18n/index.ts';
import { nearest } from '../timeline/bins.ts';
import { lengthOf, Scale } from '../timeline/scale.ts';
import { party, type Context } from './context.ts';

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

/** The holding of a day. */
export function holdingOn(holdings: readonly HistoryHolding[], day: Day): HistoryHolding | null {
  return holdings.find(({ from, to }) => (!from || from <= day) && (!to || day < to)) ?? null;
}

/** From when to when somebody held a place, in words; an end that is not known is left open. */
export function spanWords({ from, to }: Pick<HistoryHolding, 'from' | 'to'>, { t }: Context): string {
  return `${from ? longDay(from, t) : '…'} – ${to ? longDay(to, t) : t.day.to}`;
}

/** The holders through time as a slider: the pointer reads them, a click goes to its day, arrows go from change to change. */
export function stripView(holdings: readonly HistoryHolding[], context: Context): HTMLElement {
  const { t, actors, lang, day, first, last, go } = context;
  const rtl = direction(lang) === 'rtl';
  const told = h('p', { class: 'spelled', 'aria-hidden': 'true' });
  const tell = (on: Day): void => {
    const holding = holdingOn(holdings, on);
    told.replaceChildren(...(holding ? [party(holding.holder, context), h('span', { class: 'soft' }, spanWords(holding, context))] : [t.who.nobodyKnown]));
  };
  const strip = h('div', {
    class: 'strip', role: 'slider', tabindex: 0, 'data-keep': 'strip', 'aria-label': t.who.stripLabel,
    'aria-valuemin': 0, 'aria-valuemax': lengthOf({ first, last }) - 1, 'aria-valuenow': daysBetween(first, day),
    'aria-valuetext': spoken(holdings, context),
  }, ...stretches(holdings, first, last).map(({ from, size, holding }) => {
    const piece = h('div', { class: holding.contested ? 'contested' : null });
    piece.style.insetInlineStart = `${from * 100}%`;
    piece.style.inlineSize = `${size * 100}%`;
    piece.style.backgroundColor = actors.colour(holding.holder);
    return piece;
  }));
  const mark = h('div', { class: 'now' });
  mark.style.insetInlineStart = `${((daysBetween(first, day) + 0.5) / lengthOf({ first, last })) * 100}%`;
  strip.append(mark);
  const under = (e: MouseEvent): Day => {
    const { left, width } = strip.getBoundingClientRect();
    return new Scale({ first, last }, width, rtl).dayAt(e.clientX - left);
  };
  strip.addEventListener('pointermove', (e) => { tell(under(e)); });
  strip.addEventListener('pointerleave', () => { tell(day); });
  strip.addEventListener('click', (e) => { go.day(under(e)); });
  strip.addEventListener('keydown', (e) => {
    const turns = holdings.flatMap(({ from }) => (from ? [clampDay(from, first, last)] : []));
    const to = turnByKey(e.key, turns, day, rtl);
    if (!to) return;
    e.preventDefault();
    go.day(to);
  });
  tell(day);
  return h('div', {}, strip, told);
}

/** The change that a key of the strip leads to; null for any other key, and where there is none. */
function turnByKey(key: string, turns: readonly Day[], day: Day, rtl: boolean): Day | null {
  switch (key) {
    case 'ArrowRight':
      return nearest(turns, day, rtl ? -1 : 1);
    case 'ArrowLeft':
      return nearest(turns, day, rtl ? 1 : -1);
    case 'Home':
      return turns[0] ?? null;
    case 'End':
      return turns.at(-1) ?? null;
    default:
      return null;
  }
}

function spoken(holdings: readonly HistoryHolding[], context: Context): string {
  const { t, actors, lang, day } = context;
  const holding = holdingOn(holdings, day);
  const held = holding ? `${actors.name(holding.holder, lang)}, ${spanWords(holding, context)}` : t.who.nobodyKnown;
  return `${longDay(day, t)}: ${held}`;
}
