import type { Source } from './api/types.ts';
import type { Day } from './day.ts';

/** Whose words count, and up to when: what every answer is asked for in. */
export interface Scope {
  without: readonly string[]; // ids of sources that do not count, in order, each once
  knownOn: Day | null; // only what was known by the end of this day counts; null: all that is known now
}

/** All sources, as known now. */
export const EVERYTHING: Scope = { without: [], knownOn: null };

/** A scope as the parameters of a question; none for everything. */
export function scopeQuery({ without, knownOn }: Scope): { without?: readonly string[]; as_known_on?: Day } {
  return { ...(without.length > 0 ? { without } : {}), ...(knownOn ? { as_known_on: knownOn } : {}) };
}

/** Ids in order, each once, and no empty ones. */
export function idsOf(list: readonly string[]): string[] {
  return [...new Set(list)].filter((id) => id !== '').sort();
}

/** The scope in which a source counts, or does not. */
export function turned(scope: Scope, id: string, counts: boolean): Scope {
  const others = scope.without.filter((other) => other !== id);
  return { ...scope, without: counts ? others : idsOf([...others, id]) };
}

/**
 * The scope as the server can be asked in it: a source of which nothing was
 * known is nothing that could be left out, and the server refuses its name.
 */
export function askable(scope: Scope, sources: readonly Pick<Source, 'id'>[]): Scope {
  return { ...scope, without: scope.without.filter((id) => sources.some((s) => s.id === id)) };
}

export function sameScope(a: Scope, b: Scope): boolean {
  return JSON.stringify(scopeQuery(a)) === JSON.stringify(scopeQuery(b));
}

/** A source that the reader may leave out; with the id alone where nothing is known of it. */
export type Choice = Pick<Source, 'id'> & Partial<Source>;

/**
 * The sources to choose from: those with reports, whoever speaks for a side
 * first and then whoever has the most; and those that are left out already,
 * whether or not there is anything of them.
 */
export function choices(sources: readonly Source[], { without }: Scope): Choice[] {
  const heard = sources.filter((s) => s.reports > 0 || without.includes(s.id))
    .sort((a, b) => Number(b.side !== '') - Number(a.side !== '') || b.reports - a.reports);
  return [...heard, ...without.filter((id) => !sources.some((s) => s.id === id)).map((id) => ({ id }))];
}
