import type { DayCount } from '../api/types.ts';
import { addDays, dayNumber, dayParts, type Day } from '../day.ts';
import type { Range } from '../timeline/scale.ts';

/** The days that are offered to compare a day with. */
export const SHORTCUTS = ['change', 'week', 'month', 'quarter', 'year'] as const;
export type Shortcut = (typeof SHORTCUTS)[number];

/** Two days in order, whichever of them is named first. */
export function ordered(a: Day, b: Day): { from: Day; to: Day } {
  return a < b ? { from: a, to: b } : { from: b, to: a };
}

/**
 * The day that a shortcut leads to from a day: a week, one, three or twelve
 * calendar months before it, or the eve of the last day on which a change of
 * control was told, the day itself included, for after that nothing differs.
 * Null where there is none, or it lies before all days there are.
 */
export function shortcutDay(shortcut: Shortcut, day: Day, counts: readonly DayCount[], { first }: Range): Day | null {
  const to = {
    change: () => eveOfChange(day, counts), week: () => addDays(day, -7), month: () => monthsBefore(day, 1),
    quarter: () => monthsBefore(day, 3), year: () => monthsBefore(day, 12),
  }[shortcut]();
  return to && to >= first ? to : null;
}

function eveOfChange(day: Day, counts: readonly DayCount[]): Day | null {
  const last = counts.reduce<Day | null>((found, c) => (c.changes > 0 && c.day <= day && (!found || c.day > found) ? c.day : found), null);
  return last && addDays(last, -1);
}

/** The same day of an earlier month, or the last of that month where it has no such day. */
export function monthsBefore(day: Day, months: number): Day {
  const { year, month, date } = dayParts(day);
  const since = (year * 12 + month - 1) - months;
  const start = firstOf(since);
  const days = dayNumber(firstOf(since + 1)) - dayNumber(start);
  return addDays(start, Math.min(date, days) - 1);
}

/** The first day of a month, counted from January of the year 0. */
function firstOf(month: number): Day {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01` as Day;
}

/** How many changes of control are told of the days after `from`, up to and with `to`. */
export function changesBetween(counts: readonly DayCount[], { from, to }: { from: Day; to: Day }): number {
  return counts.reduce((sum, c) => sum + (c.day > from && c.day <= to ? c.changes : 0), 0);
}
