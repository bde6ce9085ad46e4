import type { Day } from '../day.ts';
import { addDays, clampDay, daysBetween } from '../day.ts';

/** A run of days, both ends included. */
export interface Range {
  first: Day;
  last: Day;
}

/** How many days a range has; at least 1. */
export function lengthOf({ first, last }: Range): number {
  return daysBetween(first, last) + 1;
}

/**
 * Days laid out over a width in pixels, each day a cell. Where `rtl` is true,
 * time runs from right to left, as the page does.
 */
export class Scale {
  readonly range: Range;
  readonly width: number;
  readonly rtl: boolean;

  constructor(range: Range, width: number, rtl: boolean) {
    [this.range, this.width, this.rtl] = [range, width, rtl];
  }

  /** Pixels of one day. */
  get cell(): number {
    return this.width / lengthOf(this.range);
  }

  /** Where the cell of a day begins in time: its left edge, or its right one where time runs leftwards. */
  edge(day: Day): number {
    const x = daysBetween(this.range.first, day) * this.cell;
    return this.rtl ? this.width - x : x;
  }

  /** The middle of a day's cell. */
  middle(day: Day): number {
    return this.edge(day) + (this.rtl ? -0.5 : 0.5) * this.cell;
  }

  /** The day at x; beyond the ends, the nearer end. */
  dayAt(x: number): Day {
    const along = (this.rtl ? this.width - x : x) / this.cell;
    const index = Math.min(Math.max(Math.floor(along), 0), lengthOf(this.range) - 1);
    return addDays(this.range.first, index);
  }
}

/**
 * The part of `all` that is shown so that `day` is in it: `days` days long,
 * the same as `now` where that still holds the day, otherwise centred on it.
 * All of it where it is no longer than `days`, or `days` is null.
 */
export function visible(all: Range, days: number | null, day: Day, now: Range | null): Range {
  if (days === null || lengthOf(all) <= days) return all;
  if (now && lengthOf(now) === days && now.first <= day && day <= now.last) return now;
  const first = clampDay(addDays(day, -Math.floor(days / 2)), all.first, addDays(all.last, 1 - days));
  return { first, last: addDays(first, days - 1) };
}
