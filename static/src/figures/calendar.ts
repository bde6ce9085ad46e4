import { addDays, clampDay, monthStarts, weekday, type Day } from '../day.ts';
import type { Range } from '../timeline/scale.ts';
import type { Figures } from './choice.ts';

/** The days, weeks (from Monday on) or months of a range, in order; the first and the last as far as they lie in it. */
export function spansOf({ first, last }: Range, every: Figures['every']): Range[] {
  const out: Range[] = [];
  for (let day = first; day <= last;) {
    const end = clampDay(endOf(day, every), first, last);
    out.push({ first: day, last: end });
    day = addDays(end, 1);
  }
  return out;
}

function endOf(day: Day, every: Figures['every']): Day {
  switch (every) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, (7 - weekday(day)) % 7);
    case 'month': {
      const [next] = monthStarts(addDays(day, 1), addDays(day, 31));
      return addDays(next ?? day, -1);
    }
  }
}
