import { lengthOf, type Range } from '../timeline/scale.ts';

/** Of what the figures are where no region is drawn and no governorate is chosen. */
export const PARTS = ['country', 'view'] as const;
/** How the ground over time is drawn. */
export const FORMS = ['stack', 'lines'] as const;
/** How long a bar is. */
export const EVERY = ['day', 'week', 'month'] as const;
/** How much time the figures show. */
export const TIMES = ['all', 'year', 'quarter'] as const;

/** What the reader has chosen in the room of figures. */
export interface Figures {
  of: (typeof PARTS)[number];
  form: (typeof FORMS)[number];
  every: (typeof EVERY)[number];
  time: (typeof TIMES)[number] | null; // null: as much as can be read
}

/** As it comes. */
export const FIGURES: Figures = { of: 'country', form: 'stack', every: 'week', time: null };

/** A choice as parts of an address; none for what is as it comes. */
export function figuresParts(figures: Figures): [string, string][] {
  return (['of', 'form', 'every', 'time'] as const).flatMap((key): [string, string][] => {
    const value = figures[key];
    return value === null || value === FIGURES[key] ? [] : [[key, value]];
  });
}

/** The choice that an address names; what makes no sense is as it comes. */
export function parseFigures(q: URLSearchParams): Figures {
  const one = <T extends string>(all: readonly T[], key: string): T | undefined => all.find((value) => value === q.get(key));
  return {
    of: one(PARTS, 'of') ?? FIGURES.of, form: one(FORMS, 'form') ?? FIGURES.form,
    every: one(EVERY, 'every') ?? FIGURES.every, time: one(TIMES, 'time') ?? FIGURES.time,
  };
}

/** How many days are shown at once; null for all there are. */
export function daysShown({ time }: Figures, all: Range): number | null {
  const chosen = time ?? (lengthOf(all) > 500 ? 'year' : 'all');
  return { all: null, year: 366, quarter: 92 }[chosen];
}
