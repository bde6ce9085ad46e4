import type { DayCount } from '../api/types.ts';
import type { Day } from '../day.ts';
import { addDays, dayNumber } from '../day.ts';
import { lengthOf, type Range } from './scale.ts';

/** What happened in a run of days: one bar of the chart. */
export interface Bin extends Range {
  claims: number;
  changes: number;
  byActor: Map<string, number>;
}

/** Forward or back. */
export type Step = 1 | -1;

/** Gathers the days of a range into bars of `days` days each, from its first day on; the last may be shorter. Bars of nothing are left out. */
export function bins(counts: readonly DayCount[], range: Range, days: number): Bin[] {
  const start = dayNumber(range.first);
  const out = new Map<number, Bin>();
  for (const count of counts) {
    if (count.day < range.first || count.day > range.last) continue;
    const i = Math.floor((dayNumber(count.day) - start) / days);
    const bin = out.get(i) ?? emptyBin(addDays(range.first, i * days), days, range.last);
    out.set(i, bin);
    bin.claims += count.claims;
    bin.changes += count.changes;
    for (const [actor, n] of Object.entries(count.by_actor)) bin.byActor.set(actor, (bin.byActor.get(actor) ?? 0) + n);
  }
  return [...out.values()];
}

/** How many days a bar holds so that it is at least `least` pixels wide. */
export function daysPerBar(range: Range, width: number, least: number): number {
  return Math.max(1, Math.ceil((least * lengthOf(range)) / Math.max(width, 1)));
}

/** The counts without the changes by which hidden parties took over. Statements are everybody's, and stay. */
export function withoutParties(counts: readonly DayCount[], hidden: readonly string[]): readonly DayCount[] {
  if (hidden.length === 0) return counts;
  return counts.map((count) => {
    const shown = Object.entries(count.by_actor).filter(([id]) => !hidden.includes(id));
    return { ...count, by_actor: Object.fromEntries(shown), changes: shown.reduce((sum, [, n]) => sum + n, 0) };
  });
}

/** The nearest day with a change of control after `day`, or before it where `step` is -1; null where there is none. */
export function nextChange(counts: readonly DayCount[], day: Day, step: Step): Day | null {
  return nearest(counts.filter((c) => c.changes > 0).map((c) => c.day), day, step);
}

/** The nearest of some days after `day`, or before it; null where there is none. */
export function nearest(days: readonly Day[], day: Day, step: Step): Day | null {
  const inOrder = [...days].sort();
  return (step > 0 ? inOrder.find((d) => d > day) : inOrder.findLast((d) => d < day)) ?? null;
}

function emptyBin(first: Day, days: number, end: Day): Bin {
  const last = addDays(first, days - 1);
  return { first, last: last < end ? last : end, claims: 0, changes: 0, byActor: new Map() };
}
