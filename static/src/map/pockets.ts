import type { Feature, FeatureCollection, Point, Position } from 'geojson';
import type { Actors } from '../actors.ts';
import type { Pockets } from '../api/layers.ts';
import { shows, type Filter } from '../filter.ts';
import type { Strings } from '../i18n/index.ts';
import { imageName } from './images.ts';

/** The pockets as the map draws them: their ground, and on each a point for its size in words. */
export function drawnPockets({ features }: Pockets, { actors, filter, t }: { actors: Actors; filter: Filter; t: Strings }): FeatureCollection {
  const out = features.filter((f) => shows(filter, [actors.leader(f.properties.side)])).flatMap((f): Feature[] => {
    const party = actors.leader(f.properties.side);
    const properties = { ...f.properties, party, ring: imageName({ kind: 'ring', actor: party }), label: t.km2(f.properties.km2) };
    const rings = f.geometry.coordinates.map((polygon) => polygon[0] ?? []);
    const largest = rings.reduce((a, b) => (Math.abs(doubleArea(b)) > Math.abs(doubleArea(a)) ? b : a), []);
    const middle: Feature<Point> = { type: 'Feature', geometry: { type: 'Point', coordinates: centroid(largest) }, properties };
    return [{ type: 'Feature', geometry: f.geometry, properties }, ...(largest.length > 0 ? [middle] : [])];
  });
  return { type: 'FeatureCollection', features: out };
}

/** Twice the area of a closed ring in square degrees, below 0 where it runs clockwise. */
function doubleArea(ring: readonly Position[]): number {
  return edges(ring).reduce((sum, [[ax = 0, ay = 0], [bx = 0, by = 0]]) => sum + ax * by - bx * ay, 0);
}

/** The centre of gravity of a closed ring in degrees; its first corner where it has no area. */
function centroid(ring: readonly Position[]): Position {
  const [ox = 0, oy = 0] = ring[0] ?? [];
  const near = ring.map(([x = 0, y = 0]) => [x - ox, y - oy]); // so that large numbers do not eat up small ones
  const area = doubleArea(near);
  if (area === 0) return [ox, oy];
  let [x, y] = [0, 0];
  for (const [[ax = 0, ay = 0], [bx = 0, by = 0]] of edges(near)) {
    const cross = ax * by - bx * ay;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return [ox + x / (3 * area), oy + y / (3 * area)];
}

function edges(ring: readonly Position[]): [Position, Position][] {
  return ring.slice(1).map((to, i) => [ring[i] ?? to, to]);
}
