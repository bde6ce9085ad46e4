import type { FrontProps } from '../api/layers.ts';

/** What lies under the pointer: its layer and its properties. */
export interface Hit {
  layer: string;
  properties: Record<string, unknown>;
}

/** What a click means. Degrees, WGS84. */
export type Picked =
  | { kind: 'place'; id: string }
  | { kind: 'front'; front: FrontProps; lon: number; lat: number }
  | { kind: 'point'; lon: number; lat: number };

/** The layers that answer to the pointer, the nearest to the eye first. */
export const ANSWERING = [
  'events_badge', 'places_dot', 'labels_place', 'labels_town', 'labels_city', 'fronts_casing', 'areas_held',
  'areas_contested', 'areas_unknown',
];

/**
 * Sends a click to exactly one thing: an event or a place before a front, a
 * front before the ground. The bare ground, with or without an area, is a point.
 */
export function pick(hits: readonly Hit[], lon: number, lat: number): Picked {
  const order = (hit: Hit): number => ANSWERING.indexOf(hit.layer);
  for (const { properties, layer } of [...hits].sort((a, b) => order(a) - order(b))) {
    const place = properties['place'] ?? properties['id'];
    if (typeof place === 'string' && !layer.startsWith('areas_')) return { kind: 'place', id: place };
    if (layer.startsWith('fronts_')) return { kind: 'front', front: frontOf(properties), lon, lat };
  }
  return { kind: 'point', lon, lat };
}

/** Properties that hold lists come back from the map as JSON text. */
function frontOf(p: Record<string, unknown>): FrontProps {
  const places: unknown = typeof p['places'] === 'string' ? JSON.parse(p['places']) : p['places'];
  return { a: String(p['a']), b: String(p['b']), km: Number(p['km']), places: places as FrontProps['places'] };
}
