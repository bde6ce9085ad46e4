import type { Who } from '../api/types.ts';
import type { Basis, At } from '../map/layers_basis.ts';
import type { Answer } from './load.ts';

/** What an answer rests on that is not the place itself; null where it rests on nothing else. `where` is asked for places that no clause locates. */
export function basisOf(answer: Answer, where: (place: string) => At | null): Basis | null {
  if (answer.kind === 'front') {
    const { picked: { lon, lat }, sides } = answer;
    const on = [...sides.a, ...sides.b].flatMap(({ place }) => (place ? [[place.lon, place.lat] as const] : []));
    return on.length > 0 ? { of: [lon, lat], on } : null;
  }
  if (answer.kind !== 'who') return null;
  const { who, at } = answer.input;
  const on = who.inferred_from.filter((near) => near.place !== who.place?.id)
    .map((near) => said(who, near.place) ?? where(near.place)).filter((spot) => spot !== null);
  const of: At | null = who.place ? [who.place.lon, who.place.lat] : at;
  return of && on.length > 0 ? { of, on } : null;
}

/** Where the clauses of an answer put a place. */
function said({ because }: Who, place: string): At | null {
  for (const { claim } of because) {
    if (claim.place?.id === place && claim.place.lon !== null && claim.place.lat !== null) return [claim.place.lon, claim.place.lat];
  }
  return null;
}
