import type { FrontProps, PocketProps } from '../api/layers.ts';
import type { State } from '../state.ts';

/** What lies under the pointer: its layer and its properties, and where it is if that is a point. */
export interface Hit {
  layer: string;
  properties: Record<string, unknown>;
  at?: { lon: number; lat: number };
}

/** What a click means. Degrees, WGS84. */
export type Picked =
  | { kind: 'place'; id: string }
  | { kind: 'event'; place: string | null; claim: string; report: string; lon: number; lat: number }
  | { kind: 'advance'; place: string; claim: string; report: string }
  | { kind: 'pocket'; pocket: PocketProps; lon: number; lat: number }
  | { kind: 'front'; front: FrontProps; lon: number; lat: number }
  | { kind: 'passage'; key: string } // ground that changed hands between two days
  | { kind: 'point'; lon: number; lat: number };

/** What a click is aimed at: something to be picked, or several events that have to be taken apart first. */
export type Target = Picked | { kind: 'cluster'; cluster: number; lon: number; lat: number };

/** A stretch of front, and where it was clicked. */
export type PickedFront = Extract<Picked, { kind: 'front' }>;

/** What stays picked until anything else is, and is too long for an address. */
export type PickedGround = Extract<Picked, { kind: 'front' | 'pocket' }>;

/** The layers that answer to the pointer, the nearest to the eye first. */
export const ANSWERING = [
  'events_badge', 'events_cluster', 'places_sign', 'places_dot', 'labels_place', 'labels_town', 'labels_city', 'advances_body',
  'pockets_label', 'pockets_ring', 'fronts_casing', 'difference_ground', 'areas_held',
];

/**
 * Sends a click to exactly one thing: an event or a place before a line, a line
 * before ground that changed hands, and that before the ground. The bare ground,
 * with or without an area, is a point.
 */
export function pick(hits: readonly Hit[], lon: number, lat: number): Target {
  const order = (hit: Hit): number => ANSWERING.indexOf(hit.layer);
  for (const hit of [...hits].sort((a, b) => order(a) - order(b))) {
    const target = targetOf(hit, hit.at ?? { lon, lat });
    if (target) return target;
  }
  return { kind: 'point', lon, lat };
}

/** What a hit means; null where it leaves the click to what lies under it. */
function targetOf({ layer, properties: p }: Hit, at: { lon: number; lat: number }): Target | null {
  const text = (key: string): string => String(p[key]);
  switch (layer) {
    case 'events_badge':
      return { kind: 'event', place: typeof p['place'] === 'string' ? p['place'] : null, claim: text('claim'), report: text('report'), ...at };
    case 'events_cluster':
      return { kind: 'cluster', cluster: Number(p['cluster_id']), ...at };
    case 'advances_body':
      return { kind: 'advance', place: text('place'), claim: text('claim'), report: text('report') };
    case 'pockets_label':
    case 'pockets_ring':
      return { kind: 'pocket', pocket: pocketOf(p), ...at };
    case 'difference_ground':
      return { kind: 'passage', key: text('passage') };
    case 'fronts_casing':
      return { kind: 'front', front: frontOf(p), ...at };
    default: {
      const place = p['place'] ?? p['id'];
      return typeof place === 'string' && !layer.startsWith('areas_') ? { kind: 'place', id: place } : null;
    }
  }
}

/** How a click on the map changes what is shown. */
export function stepTo(picked: Picked): Partial<State> {
  switch (picked.kind) {
    case 'place':
    case 'point':
      return { room: 'why', selection: picked, report: null };
    case 'event':
      return picked.place
        ? { room: 'why', selection: { kind: 'place', id: picked.place, claim: picked.claim }, report: null }
        : { room: 'why', selection: null, report: { id: picked.report, claim: picked.claim } };
    case 'advance':
      return { room: 'why', selection: { kind: 'place', id: picked.place }, report: { id: picked.report, claim: picked.claim } };
    case 'pocket':
    case 'front':
    case 'passage':
      return { room: 'why', selection: null, report: null };
  }
}

/** Properties that hold lists come back from the map as JSON text. */
export function listOf<T>(value: unknown): T[] {
  return (typeof value === 'string' ? JSON.parse(value) : value) as T[];
}

function frontOf(p: Record<string, unknown>): FrontProps {
  return { a: String(p['a']), b: String(p['b']), km: Number(p['km']), places: listOf(p['places']) };
}

function pocketOf(p: Record<string, unknown>): PocketProps {
  const day = (key: string): PocketProps['since'] => (typeof p[key] === 'string' ? p[key] as PocketProps['since'] : null);
  return {
    side: String(p['side']), since: day('since'), until: day('until'), km2: Number(p['km2']), km2_held: Number(p['km2_held']),
    km2_contested: Number(p['km2_contested']), km2_unknown: Number(p['km2_unknown']), places: listOf(p['places']), closed: listOf(p['closed']),
  };
}
