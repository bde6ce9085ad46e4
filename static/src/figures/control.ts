import { UNKNOWN } from '../actors.ts';
import type { Period, Share } from '../api/types.ts';
import { addDays, type Day } from '../day.ts';
import type { Range } from '../timeline/scale.ts';
import type { Figures } from './choice.ts';
import type { Plot, Series } from './plot.ts';

/** Stands for ground that several parties are in; no party has this id. */
export const CONTESTED = '(contested)';

export interface ControlInput {
  range: Range;
  form: Figures['form'];
  hidden: readonly string[]; // parties that are left out
  order: readonly string[]; // in which parties stand
  face: (id: string) => Series;
}

/** Square kilometres over time: parties in order, then what several are in, then what nobody is known to hold. */
export function controlPlot(periods: readonly Period[], { range, form, hidden, order, face }: ControlInput): Plot {
  const shown = periods.filter((p) => p.start <= range.last && (p.end === null || p.end > range.first))
    .map((p) => ({ ...p, shares: p.shares.filter((share) => passes(share, hidden)) }));
  const there = new Set(shown.flatMap((p) => p.shares.map(kindOf)));
  const parties = [...there].filter((id) => id !== CONTESTED && id !== UNKNOWN);
  const place = (id: string): number => order.indexOf(id) + 1 || order.length + 1;
  parties.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  const ids = [...parties, ...[CONTESTED, UNKNOWN].filter((id) => there.has(id))];
  return {
    ...range, form, series: ids.map(face),
    steps: shown.map(({ start, end, shares }) => ({
      first: start > range.first ? start : range.first,
      last: end === null || end > range.last ? range.last : addDays(end, -1),
      values: ids.map((id) => sum(shares.filter((share) => kindOf(share) === id))),
    })),
  };
}

/** Whether a share is shown: contested ground as long as anyone in it is. */
export function passes({ holder, parties }: Share, hidden: readonly string[]): boolean {
  return holder === null ? parties.some((id) => !hidden.includes(id)) : !hidden.includes(holder);
}

/** The period that a day is in; null before anything is known. */
export function periodOn(periods: readonly Period[], day: Day): Period | null {
  return periods.find((p) => p.start <= day && (p.end === null || day < p.end)) ?? null;
}

/** All that a period covers, in km². */
export function covered({ shares }: Period): number {
  return sum(shares);
}

function kindOf({ holder }: Share): string {
  return holder ?? CONTESTED;
}

function sum(shares: readonly Share[]): number {
  return Math.round(shares.reduce((all, { km2 }) => all + km2, 0) * 1000) / 1000;
}
