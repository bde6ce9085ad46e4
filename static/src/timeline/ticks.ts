import { dayParts, monthStarts, type Day } from '../day.ts';
import { lengthOf, type Range } from './scale.ts';

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
