import { addDays, clampDay, type Day } from './day.ts';
import { Lru } from './lru.ts';
import type { State } from './state.ts';
import type { Range } from './timeline/scale.ts';

/**
 * The days of which events, changes and statements are shown: from the first
 * day of the range where the reader has set one, otherwise the last `window`.
 * A range that begins after the chosen day is that day alone.
 */
export function spanOf({ day, from, window }: Pick<State, 'day' | 'from' | 'window'>): Range {
  if (from === null) return { first: addDays(day, 1 - window), last: day };
  return { first: from < day ? from : day, last: day };
}

/** A range as the server is asked for it: half-open. */
export function halfOpen({ first, last }: Range): { from: Day; to: Day } {
  return { from: first, to: addDays(last, 1) };
}

/**
 * Lists of what happened in spans of days, oldest first. One that begins where
 * the span before it did and reaches further asks for its new days alone, as
 * where time plays and the range grows with it.
 */
export class Spans<T> {
  readonly #lists: Lru<readonly T[]>;
  #before: { of: string; span: Range; list: readonly T[] } | null = null;

  /** Keeps the last `size` lists that were asked for. */
  constructor(size: number) {
    this.#lists = new Lru(size);
  }

  /** The list of a span; `of` tells apart lists of different things. */
  async list(of: string, span: Range, load: (span: Range) => Promise<readonly T[]>): Promise<readonly T[]> {
    const key = `${span.first} ${span.last} ${of}`;
    const list = this.#lists.get(key) ?? (await this.#grown(of, span, load));
    this.#lists.set(key, list);
    this.#before = { of, span, list };
    return list;
  }

  async #grown(of: string, span: Range, load: (span: Range) => Promise<readonly T[]>): Promise<readonly T[]> {
    const before = this.#before;
    if (before?.of !== of || before.span.first !== span.first || before.span.last >= span.last) return load(span);
    return [...before.list, ...(await load({ first: addDays(before.span.last, 1), last: span.last }))];
  }
}

/** The same state on days that there are. */
export function within({ first, last }: Range, state: State): State {
  return { ...state, day: clampDay(state.day, first, last), from: state.from && clampDay(state.from, first, last) };
}
