import type { Position } from 'geojson';

const KM_PER_DEGREE = 111.195; // along a meridian of a sphere of 6371 km
const BEND = 0.1; // how far the arrow swings out to its left, in parts of its length
const LONG = 30; // km: an arrow longer than this is no broader
/** Half widths and the length of the head, in parts of the arrow's length. */
const TAIL = 0.016;
const NECK = 0.034;
const BARB = 0.095;
const HEAD = 0.24;
const STEPS = 14;

/** A point on the ground, in km from where the arrow begins: east, north. */
type Km = readonly [x: number, y: number];

/**
 * The outline of an arrow over the ground from one point to another, a closed
 * ring that runs counterclockwise: bent a little to the left, broader towards
 * its head, whose tip is at the end. Degrees of longitude and latitude, not
 * across the antimeridian; null where both points are the same.
 */
export function arrowRing(from: Position, to: Position): Position[] | null {
  const [lon0 = 0, lat0 = 0] = from;
  const [lon1 = 0, lat1 = 0] = to;
  const perLon = KM_PER_DEGREE * Math.cos(((lat0 + lat1) / 2) * (Math.PI / 180));
  const [x, y] = [(lon1 - lon0) * perLon, (lat1 - lat0) * KM_PER_DEGREE];
  const length = Math.hypot(x, y);
  if (length === 0) return null;
  const broad = Math.min(length, LONG);
  const middle: Km = [x / 2 - y * 2 * BEND, y / 2 + x * 2 * BEND];
  const neck = 1 - (HEAD * broad) / length;
  const beside = (t: number, half: number): Km => {
    const [px, py] = bent(middle, [x, y], t);
    const [dx, dy] = heading(middle, [x, y], t);
    return [px - dy * half * broad, py + dx * half * broad];
  };
  const side = (sign: 1 | -1): Km[] => Array.from({ length: STEPS + 1 }, (_, i) => {
    const share = i / STEPS;
    return beside(share * neck, sign * (TAIL + (NECK - TAIL) * share));
  });
  const ring: Km[] = [...side(-1), beside(neck, -BARB), [x, y], beside(neck, BARB), ...side(1).reverse()];
  const closed = [...ring, ...ring.slice(0, 1)];
  return closed.map(([e, n]) => [lon0 + e / perLon, lat0 + n / KM_PER_DEGREE]);
}

/** A point of the quadratic curve from 0, 0 by way of `middle` to `end`; t is 0…1. */
function bent(middle: Km, end: Km, t: number): Km {
  const [a, b] = [2 * t * (1 - t), t * t];
  return [a * middle[0] + b * end[0], a * middle[1] + b * end[1]];
}

/** Which way the curve runs there, as a vector of length 1. */
function heading(middle: Km, end: Km, t: number): Km {
  const [a, b] = [1 - 2 * t, t];
  const [x, y] = [a * middle[0] + b * end[0], a * middle[1] + b * end[1]];
  const length = Math.hypot(x, y);
  return [x / length, y / length];
}
