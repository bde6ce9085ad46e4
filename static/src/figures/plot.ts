import type { Day } from '../day.ts';
import type { Range } from '../timeline/scale.ts';

/** How ground that is nobody's alone is told apart. */
export type Wear = 'plain' | 'hatched' | 'dotted';

/** What a figure counts: a party, ground of another kind, or events of a kind. */
export interface Series {
  id: string;
  name: string; // in the reader's language
  colour: string;
  wear: Wear;
}

/** Days through which the values stay the same, or that are counted together. */
export interface Step extends Range {
  values: number[]; // by series; none is negative
}

/** Numbers over time, as they are drawn, told and written to a file. */
export interface Plot extends Range {
  form: 'stack' | 'lines' | 'bars' | 'rows'; // on each other, or each from nothing; bars on each other, or in a row of their own
  series: Series[];
  steps: Step[]; // in order; of days between them nothing is known
}

/** The step that a day is in; null where there is none. */
export function stepOn({ steps }: Plot, day: Day): Step | null {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.first ?? day) <= day) low = middle + 1;
    else high = middle;
  }
  const step = steps[low - 1];
  return step && day <= step.last ? step : null;
}

/** The height that the tallest of a plot needs; 0 where there is nothing. */
export function mostOf({ form, steps }: Plot): number {
  const tall = form === 'stack' || form === 'bars' ? (v: number[]) => v.reduce((a, b) => a + b, 0) : (v: number[]) => Math.max(0, ...v);
  return steps.reduce((most, { values }) => Math.max(most, tall(values)), 0);
}

/** A plot as a table: days, and a column for each series. Bars of nothing are left out. */
export function rowsOf(plot: Plot, heads: { first: string; last: string }): (string | number)[][] {
  const counted = plot.form === 'bars' || plot.form === 'rows';
  const steps = counted ? plot.steps.filter(({ values }) => values.some((v) => v > 0)) : plot.steps;
  return [
    [heads.first, heads.last, ...plot.series.map((s) => s.name)],
    ...steps.map(({ first, last, values }) => [first, last, ...values]),
  ];
}
