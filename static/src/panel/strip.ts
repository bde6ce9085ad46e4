import type { HistoryHolding } from '../api/types.ts';
import { clampDay, daysBetween, type Day } from '../day.ts';
import { h } from '../dom.ts';
import { direction, longDay } from '../i18n/index.ts';
import { nearest } from '../timeline/bins.ts';
import { lengthOf, Scale } from '../timeline/scale.ts';
import { party, type Context } from './context.ts';
import { course, knownOn, type Known } from './course.ts';

/** A stretch of the strip in shares of its length, 0…1. */
export interface Stretch {
  from: number;
  size: number;
  holding: HistoryHolding;
  concluded: boolean; // no report tells of those days
}

/** Where what is known of a place lies on a strip from `first` to `last`, both included; what lies outside is left out. */
export function stretches(holdings: readonly HistoryHolding[], first: Day, last: Day): Stretch[] {
  const length = daysBetween(first, last) + 1;
  const out: Stretch[] = [];
  for (const known of course(holdings)) {
    const from = Math.max(known.from ? daysBetween(first, known.from) : 0, 0);
    const to = Math.min(known.to ? daysBetween(first, known.to) : length, length);
    if (to > from) out.push({ from: from / length, size: (to - from) / length, holding: known.holding, concluded: known.how !== 'told' });
  }
  return out;
}

/** From when to when somebody held a place, in words. */
export function spanWords({ from, to }: Pick<HistoryHolding, 'from' | 'to'>, { t }: Context): string {
  if (!from && to) return t.who.untilOnly(longDay(to, t));
  return `${from ? longDay(from, t) : '…'} – ${to ? longDay(to, t) : t.day.to}`;
}

/** The same of days that are known; those that are only concluded are said to be so. */
function knownWords({ holding, from, to, how }: Known, context: Context): string {
  const { t } = context;
  return how === 'found' && from && to ? t.who.ahead(longDay(to, t)) : spanWords(holding, context);
}

/** The holders through time as a slider: the pointer reads them, a click goes to its day, arrows go from change to change. */
export function stripView(holdings: readonly HistoryHolding[], context: Context): HTMLElement {
  const { t, actors, lang, day, first, last, go } = context;
  const rtl = direction(lang) === 'rtl';
  const told = h('p', { class: 'spelled', 'aria-hidden': 'true' });
  const tell = (on: Day): void => {
    const known = knownOn(holdings, on);
    told.replaceChildren(...(known ? [party(known.holding.holder, context), h('span', { class: 'soft' }, knownWords(known, context))] : [t.who.nobodyKnown]));
  };
  const strip = h('div', {
    class: 'strip', role: 'slider', tabindex: 0, 'data-keep': 'strip', 'aria-label': t.who.stripLabel,
    'aria-valuemin': 0, 'aria-valuemax': lengthOf({ first, last }) - 1, 'aria-valuenow': daysBetween(first, day),
    'aria-valuetext': spoken(holdings, context),
  }, ...stretches(holdings, first, last).map(({ from, size, holding, concluded }) => {
    const piece = h('div', { class: [holding.contested && 'contested', concluded && 'concluded'].filter(Boolean).join(' ') || null });
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
  const known = knownOn(holdings, day);
  const held = known ? `${actors.name(known.holding.holder, lang)}, ${knownWords(known, context)}` : t.who.nobodyKnown;
  return `${longDay(day, t)}: ${held}`;
}
