import { addDays, daysBetween, type Day } from '../day.ts';
import type { Range } from '../timeline/scale.ts';

/** Days a second, and every how many days there is a picture, as they are offered. */
export const SPEEDS = [2, 4, 8, 15, 30] as const;
export const STEPS = [1, 2, 7, 30] as const;

/** As many pictures as a film can have, so that they fit into memory. */
export const MOST = 2000;

/** Bits a second that a film takes at most. */
export const BITS = 4_000_000;

/** The first and the last picture stand still for so long, in milliseconds. */
export const STILL = 700;

/** When each day of a film is shown, in milliseconds from its beginning. */
export interface Schedule {
  shots: readonly { day: Day; at: number }[];
  length: number;
}

/**
 * A film through the days of a range at so many days a second, with a picture
 * of every n-th of them. Its last picture is always that of the last day, and
 * comes as late as the days before it ask for.
 */
export function schedule({ first, last }: Range, speed: number, every: number): Schedule {
  const span = daysBetween(first, last);
  const count = Math.ceil(span / every);
  const offsets = Array.from({ length: count }, (_, i) => i * every);
  const shots = [...offsets, span].map((days) => ({ day: addDays(first, days), at: days === 0 ? 0 : STILL + (days - 1) * 1000 / speed }));
  return { shots, length: (shots.at(-1)?.at ?? 0) + STILL };
}

/** What the file of a film weighs at most, in bytes. */
export function weight({ length }: Schedule): number {
  return Math.ceil(length / 1000 * BITS / 8);
}
