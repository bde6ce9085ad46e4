import type { DayCount } from '../api/types.ts';
import { GROUPS, groupOf } from '../map/groups.ts';
import type { Range } from '../timeline/scale.ts';
import { spansOf } from './calendar.ts';
import type { Figures } from './choice.ts';
import type { Plot, Series } from './plot.ts';

export interface CountInput {
  range: Range;
  every: Figures['every'];
  hidden: readonly string[]; // series that are left out
  order: readonly string[]; // in which series stand
  face: (id: string) => Series;
}

/** Changes of control that reports state, by who took over. */
export function changesPlot(counts: readonly DayCount[], input: CountInput): Plot {
  return counted('bars', counts, input, (count) => Object.entries(count.by_actor));
}

/** Events that reports state as facts, by kind. */
export function eventsPlot(counts: readonly DayCount[], input: Omit<CountInput, 'order'>): Plot {
  return counted('rows', counts, { ...input, order: GROUPS }, (count) => Object.entries(count.by_kind)
    .flatMap(([kind, n]): [string, number][] => {
      const group = groupOf(kind);
      return group ? [[group, n]] : [];
    }));
}

type Tally = (count: DayCount) => [id: string, n: number][];

function counted(form: Plot['form'], counts: readonly DayCount[], { range, every, hidden, order, face }: CountInput, tally: Tally): Plot {
  const spans = spansOf(range, every);
  const sums = spans.map(() => new Map<string, number>());
  const days = counts.filter((c) => c.day >= range.first && c.day <= range.last).sort((a, b) => (a.day < b.day ? -1 : 1));
  let at = 0;
  for (const count of days) {
    while (count.day > (spans[at]?.last ?? count.day)) at++;
    const sum = sums[at];
    for (const [id, n] of tally(count)) if (!hidden.includes(id)) sum?.set(id, (sum.get(id) ?? 0) + n);
  }
  const there = new Set(sums.flatMap((sum) => [...sum.keys()]));
  const ids = [...order.filter((id) => there.has(id)), ...[...there].filter((id) => !order.includes(id)).sort()];
  return { ...range, form, series: ids.map(face), steps: spans.map((span, i) => ({ ...span, values: ids.map((id) => sums[i]?.get(id) ?? 0) })) };
}
