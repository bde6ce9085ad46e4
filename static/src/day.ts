/**
 * Days of the Gregorian calendar in UTC, written YYYY-MM-DD. Days compare with
 * < and > as text. No function here looks at the clock or the local time zone.
 */
declare const brand: unique symbol;
export type Day = string & { readonly [brand]: 'Day' };

const MS = 86_400_000;
const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads YYYY-MM-DD. Any other form, and days that do not exist, give null. */
export function parseDay(text: string): Day | null {
  const m = FORM.exec(text);
  if (!m || m[1] === '0000') return null;
  const at = new Date(0);
  at.setUTCFullYear(Number(m[1]), Number(m[2]) - 1, Number(m[3]));
  return at.toISOString().slice(0, 10) === text ? (text as Day) : null;
}

/** The number of the day, counted from 1970-01-01 as 0. Always whole. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / MS;
}

/** The day with this number; fractions are rounded down. */
export function dayAt(number: number): Day {
  return new Date(Math.floor(number) * MS).toISOString().slice(0, 10) as Day;
}

/** The day n days after (before, where n is negative). */
export function addDays(day: Day, n: number): Day {
  return dayAt(dayNumber(day) + n);
}

/** How many days b comes after a; negative where it comes before. */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a);
}

/** The day itself, or the nearer end of [first, last], both included. */
export function clampDay(day: Day, first: Day, last: Day): Day {
  return day < first ? first : day > last ? last : day;
}

/** Day of the week: 0 is Sunday. */
export function weekday(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

export interface DayParts {
  year: number;
  month: number; // 1…12
  date: number; // 1…31
}

/** Year, month and day of the month. */
export function dayParts(day: Day): DayParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

/** The first day of each month in [first, last]; that of first itself only where first is it. */
export function monthStarts(first: Day, last: Day): Day[] {
  const out: Day[] = [];
  let { year, month } = dayParts(first);
  for (;;) {
    const day = dayAt(Date.UTC(year, month - 1, 1) / MS);
    if (day > last) return out;
    if (day >= first) out.push(day);
    if (++month > 12) [year, month] = [year + 1, 1];
  }
}
