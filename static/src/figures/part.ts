import type { Query } from '../api/client.ts';
import type { Region, State } from '../state.ts';

/** West, south, east and north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** The part of the country that figures are of. */
export type Part =
  | { kind: 'country' }
  | { kind: 'view'; box: Box }
  | { kind: 'governorate'; name: string }
  | { kind: 'region'; ring: Region };

/** The part that is chosen: a region that is drawn before a governorate, and that before the rest. No map, no view. */
export function partOf({ region, filter, figures }: State, view: () => Box | null): Part {
  if (region) return { kind: 'region', ring: region };
  if (filter.governorate) return { kind: 'governorate', name: filter.governorate };
  const box = figures.of === 'view' ? view() : null;
  return box ? { kind: 'view', box } : { kind: 'country' };
}

/** A part as the server is asked for it. */
export function partQuery(part: Part): Query {
  switch (part.kind) {
    case 'country':
      return {};
    case 'view':
      return { bbox: part.box.map((degrees) => degrees.toFixed(4)).join(',') };
    case 'governorate':
      return { in: part.name };
    case 'region':
      return { within: JSON.stringify({ type: 'Polygon', coordinates: [[...part.ring, part.ring[0]]] }) };
  }
}
