import { dayParts, monthStarts, type Day } from '../day.ts';
import { lengthOf, type Range } from '../timeline/scale.ts';

/** Round values from 0 up to `most`, at most `count` of them above 0; whole ones where that is asked for. */
export function ticks(most: number, count: number, whole = false): number[] {
  if (!(most > 0)) return [0];
  const rough = most / count;
  const ten = 10 ** Math.floor(Math.log10(rough));
  const nice = [1, 2, 2.5, 5, 10].map((n) => n * ten).find((n) => n >= rough * (1 - 1e-9)) ?? rough;
  const step = whole ? Math.max(1, Math.ceil(nice)) : nice;
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, i) => i * step);
}

/** A day that is marked on the axis of time. */
export interface DayTick {
  day: Day;
  of: 'year' | 'month'; // what begins on it, and names it
}

/** The months or years that are marked on an axis of so many pixels, `room` pixels or more from each other. */
export function dayTicks(range: Range, width: number, room: number): DayTick[] {
  const month = (width / lengthOf(range)) * 30.4;
  const every = [1, 2, 3, 6, 12, 24, 60].find((n) => n * month >= room) ?? 120;
  return monthStarts(range.first, range.last)
    .map((day) => ({ day, ...dayParts(day) }))
    .filter(({ year, month: m }) => (year * 12 + m - 1) % every === 0)
    .map(({ day, month: m }) => ({ day, of: every >= 12 || m === 1 ? 'year' : 'month' }));
}
