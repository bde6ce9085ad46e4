import type { Query } from '../api/client.ts';
import type { Day } from '../day.ts';
import { partQuery, type Box } from '../figures/part.ts';
import { GROUPS, groupOf } from '../map/groups.ts';
import { scopeQuery, type Scope } from '../scope.ts';
import { halfOpen, spanOf } from '../span.ts';
import type { State } from '../state.ts';

/** What can be taken away, as the server names it, in the order in which it is offered. */
export const LAYERS = ['areas', 'fronts', 'holdings', 'claims', 'pockets', 'advances'] as const;
export type Layer = (typeof LAYERS)[number];

/** The formats of a file, as the server names them. */
export const FORMATS = ['geojson', 'geojsonseq', 'csv', 'kml', 'kmz', 'gpkg'] as const;
export type Format = (typeof FORMATS)[number];

/** What a file is to have in it. */
export interface Wish {
  state: State;
  layers: readonly Layer[];
  box: Box | null; // no more than meets it; null: all of the country
  scope: Scope; // as the server can be asked in it
  actors: readonly string[]; // every party there is, and the unknown
  kinds: readonly string[]; // of claims
}

/** What of the filter a file does not follow. */
export type Untold = 'words' | 'ground';

/**
 * A wish as the server is asked for it: a day for what stands, a half-open span
 * for what happened, and of the filter what the layers can be narrowed by. A
 * region that is drawn counts before a governorate, as in the figures.
 */
export function exportQuery({ state, layers, box, scope, actors, kinds }: Wish): Query {
  const { day, region, filter: { hidden, without, sources, governorate, sure } } = state;
  const quoting = layers.some(quotes);
  const some = <T>(name: string, list: readonly T[]): Record<string, readonly T[]> => (list.length > 0 ? { [name]: list } : {});
  return {
    ...some('layer', layers), day, ...(layers.some(happens) ? halfOpen(spanOf(state)) : {}),
    ...(box ? partQuery({ kind: 'view', box }) : {}),
    ...(region ? partQuery({ kind: 'region', ring: region }) : governorate ? { in: governorate } : {}),
    ...some('actor', hidden.length > 0 ? actors.filter((id) => !hidden.includes(id)) : []),
    ...some('kind', layers.includes('claims') && without.length > 0 ? shown(kinds, without) : []),
    ...(quoting ? some('source', sources) : {}), ...(quoting && sure > 0 ? { sure } : {}),
    ...scopeQuery(scope),
  };
}

/** What of the filter the file of a wish does not follow: words in reports never, and the ground no single sources and no confidence. */
export function untold({ state: { filter }, layers }: Pick<Wish, 'state' | 'layers'>): Untold[] {
  const narrowed = filter.sources.length > 0 || filter.sure > 0;
  return [...(filter.words ? ['words' as const] : []), ...(narrowed && !layers.every(quotes) ? ['ground' as const] : [])];
}

/** The name of the file: the day, or the days from the first to the last. */
export function fileName({ day, from }: Pick<State, 'day' | 'from'>, ending: string): string {
  const since: Day | null = from && from < day ? from : null;
  return `frontline-${since ? `${since}-` : ''}${day}.${ending}`;
}

/** The kinds that are shown: those of no group always. */
function shown(kinds: readonly string[], without: readonly (typeof GROUPS)[number][]): string[] {
  return kinds.filter((kind) => {
    const group = groupOf(kind);
    return group === null || !without.includes(group);
  });
}

/** Whether a layer tells of what happened in days, and not of how things stood on one. */
function happens(layer: Layer): boolean {
  return layer === 'claims' || layer === 'advances';
}

/** Whether its features rest on words of their own, which sources and confidence can narrow. */
function quotes(layer: Layer): boolean {
  return layer === 'claims' || layer === 'holdings';
}
