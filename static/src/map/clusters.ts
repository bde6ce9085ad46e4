import type { ExpressionSpecification, GeoJSONSourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import { UNKNOWN, type Actors } from '../actors.ts';
import { GROUPS, type Group } from './groups.ts';
import { nothing } from './nothing.ts';

/** The last whole zoom at which events that lie close are drawn as one. */
const LAST = 7;
/** Into how many parts the ring of a cluster is divided, so that its images stay few. */
const PARTS = 4;

/** Where a cluster keeps how many of its events are a party's. */
const by = (actor: string): string => `by_${actor}`;

const idsOf = (actors: Actors): string[] => [...new Set([...actors.list.map((a) => a.id), UNKNOWN])];

/** A source of events that gathers those that lie close, and counts them by group and by party. */
export function eventSource(actors: Actors): GeoJSONSourceSpecification {
  const count = (property: string, value: string): unknown => ['+', ['case', ['==', ['get', property], value], 1, 0]];
  return {
    type: 'geojson', data: nothing, cluster: true, clusterMaxZoom: LAST, clusterRadius: 36, clusterMinPoints: 3,
    clusterProperties: Object.fromEntries([
      ...GROUPS.map((group) => [group, count('group', group)]),
      ...idsOf(actors).map((id) => [by(id), count('actor', id)]),
    ]) as Record<string, unknown>,
  };
}

/** The zoom at which no events are gathered any more. */
export const APART = LAST + 1;

/** The name of the image of a cluster: the group that most of its events are of, the first where several are, and the shares of the parties. */
export function clusterImage(actors: Actors): ExpressionSpecification {
  const counts = GROUPS.map((group): ExpressionSpecification => ['get', group]);
  const most: ExpressionSpecification = ['max', ...counts] as ExpressionSpecification;
  const [last, ...others] = [...GROUPS].reverse();
  const first = others.reduce<ExpressionSpecification | Group>((rest, group) => ['case', ['==', ['get', group], most], group, rest], last ?? 'control');
  const share = (id: string): ExpressionSpecification => {
    const count: ExpressionSpecification = ['coalesce', ['get', by(id)], 0];
    const parts: ExpressionSpecification = ['ceil', ['/', ['*', PARTS, count], ['get', 'point_count']]];
    return ['case', ['>', count, 0], ['concat', id, ':', ['to-string', parts], ','], ''];
  };
  return ['concat', 'cluster|', first, '|', ...idsOf(actors).map(share)];
}

/** How many events of each group a cluster holds, those of most first; none for what is no cluster. */
export function groupsIn(properties: Record<string, unknown>): [Group, number][] {
  if (!('point_count' in properties)) return [];
  const counts = GROUPS.map((group): [Group, number] => [group, Number(properties[group] ?? 0)]);
  return counts.filter(([, n]) => n > 0).sort(([, a], [, b]) => b - a);
}
