import type { Actors } from '../actors.ts';
import type { Api, Query } from '../api/client.ts';
import type { Claims, Holdings } from '../api/layers.ts';
import type { ReportList } from '../api/types.ts';
import type { Day } from '../day.ts';
import type { Filter } from '../filter.ts';
import { GROUPS, KINDS_OF } from '../map/groups.ts';
import type { Scope } from '../scope.ts';
import { halfOpen } from '../span.ts';
import type { Range } from '../timeline/scale.ts';
import type { List } from './choice.ts';
import { anyWord } from './words.ts';

/** What is asked for. */
export interface Wish {
  list: List;
  day: Day;
  span: Range; // the days of events, and of publication
  scope: Scope;
  filter: Filter;
  ofDays: boolean; // of the reports only those published in these days
  offset: number; // the first of the reports
}

export type Found =
  | { list: 'events'; claims: Claims }
  | { list: 'places'; holdings: Holdings }
  | { list: 'reports'; reports: ReportList };

const PAGE = 30; // reports at a time

/** Asks the server for one of the lists. */
export async function find(api: Api, actors: Actors, wish: Wish, signal: AbortSignal): Promise<Found> {
  const { list, day, span, scope, filter } = wish;
  const asked = api.within(scope).narrowed(filter);
  switch (list) {
    case 'events':
      return { list, claims: await asked.claims(span, signal) };
    case 'places':
      return { list, holdings: await asked.holdings(day, signal) };
    case 'reports': {
      const query = reportQuery(wish, actors);
      return { list, reports: query ? await asked.reports(query, signal) : { total: 0, offset: 0, reports: [] } };
    }
  }
}

/** What is asked of the reports: the parties and kinds that are shown are named, where any is not. Null where no party is. */
export function reportQuery({ filter, offset, ofDays, span }: Wish, actors: Pick<Actors, 'list'>): Query | null {
  const { words, hidden, without } = filter;
  const shown = actors.list.map((a) => a.id).filter((id) => !hidden.includes(id));
  if (shown.length === 0 && hidden.length > 0) return null;
  return {
    ...(anyWord(words) ? { q: words } : {}),
    ...(hidden.length > 0 ? { actor: shown } : {}),
    ...(without.length > 0 ? { kind: ['holds', ...GROUPS.filter((g) => !without.includes(g)).flatMap((g) => KINDS_OF[g])] } : {}),
    ...(ofDays ? halfOpen(span) : {}),
    limit: PAGE, offset,
  };
}
