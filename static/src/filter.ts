import { GROUPS, groupOf, type Group } from './map/groups.ts';
import { idsOf } from './scope.ts';

/** What is shown of all that counts, on the map and in the lists. It changes nobody's hold of anything. */
export interface Filter {
  hidden: readonly string[]; // parties that are not shown, in order
  without: readonly Group[]; // kinds of events that are not shown, in order
  sources: readonly string[]; // whose words alone are shown, in order; none: all
  governorate: string | null; // as places name theirs
  sure: number; // the least confidence that is shown, 0…1
  words: string; // that a report has to have; "" for any
}

/** Everything is shown. */
export const ALL: Filter = { hidden: [], without: [], sources: [], governorate: null, sure: 0, words: '' };

/** Whether anything of some parties is shown: one of them is, or there are none. */
export function shows({ hidden }: Filter, parties: readonly string[]): boolean {
  return parties.length === 0 || parties.some((id) => !hidden.includes(id));
}

/** Whether an event is shown, by its kind and by who is said to have done it. */
export function showsEvent(filter: Filter, { kind, actor }: { kind: string; actor: string | null }): boolean {
  const group = groupOf(kind);
  return (!group || !filter.without.includes(group)) && shows(filter, actor ? [actor] : []);
}

/** Whether a place is shown, by who is in it. */
export function showsPlace(filter: Filter, { holder, others }: { holder: string; others: readonly string[] }): boolean {
  return shows(filter, [holder, ...others]);
}

/** What the server is asked for of claims, of places and of reports alike; nothing for ALL. Parties, kinds and words are not of it. */
export function filterQuery({ sources, governorate, sure }: Filter): { source?: readonly string[]; in?: string; sure?: number } {
  return { ...(sources.length > 0 ? { source: sources } : {}), ...(governorate ? { in: governorate } : {}), ...(sure > 0 ? { sure } : {}) };
}

/** How many ways there are in which less than everything is shown. */
export function narrowings({ hidden, without, sources, governorate, sure, words }: Filter): number {
  return hidden.length + without.length + sources.length + Number(governorate !== null) + Number(sure > 0) + Number(words !== '');
}

/** A filter as parts of an address; none for ALL. */
export function filterParts(filter: Filter): [string, string][] {
  const { hidden, without, sources, governorate, sure, words } = filter;
  return [
    ...hidden.map((id): [string, string] => ['hide', id]),
    ...without.map((group): [string, string] => ['hide_kind', group]),
    ...sources.map((id): [string, string] => ['source', id]),
    ...(governorate ? [['in', governorate] as [string, string]] : []),
    ...(sure > 0 ? [['sure', String(sure)] as [string, string]] : []),
    ...(words ? [['words', words] as [string, string]] : []),
  ];
}

/** The filter that an address names; what makes no sense is left out. */
export function parseFilter(q: URLSearchParams): Filter {
  const sure = Number(q.get('sure') ?? 0);
  return {
    hidden: idsOf(q.getAll('hide')),
    without: idsOf(q.getAll('hide_kind')).filter(isGroup),
    sources: idsOf(q.getAll('source')),
    governorate: q.get('in') || null,
    sure: sure > 0 && sure <= 1 ? sure : 0,
    words: q.get('words') ?? '',
  };
}

function isGroup(text: string): text is Group {
  return GROUPS.some((g) => g === text);
}

/** A list with a member in it, or without it; the members stay in their order. */
export function toggled<T extends string>(list: readonly T[], member: T, present: boolean): T[] {
  const others = list.filter((other) => other !== member);
  return present ? [...others, member].sort() : others;
}
