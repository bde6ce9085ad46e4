/** Rings in the plane of longitude and latitude: closed, the last point the first. */
import type { Position } from 'geojson';

/** Polygons of exteriors and of the holes in them: each hole belongs to the smallest exterior around it. */
export function assembled(outer: Position[][], holes: Position[][]): Position[][][] {
  const [only] = outer;
  if (only && outer.length === 1) return [[only, ...holes]];
  const shape = outer.map((ring) => ({ polygon: [ring], area: signedArea(ring), box: boxOf(ring) }));
  for (const ring of holes) {
    const [x, y] = middleOfLongest(ring);
    const around = shape.filter(({ polygon: [exterior = []], box: [west, south, east, north] }) =>
      x >= west && x <= east && y >= south && y <= north && contains(exterior, x, y));
    around.sort((a, b) => a.area - b.area)[0]?.polygon.push(ring);
  }
  return shape.map(({ polygon }) => polygon);
}

/** The area of a closed ring in square degrees, negative for one that runs clockwise. */
export function signedArea(ring: Position[]): number {
  const x0 = ring[0]![0]!;
  const y0 = ring[0]![1]!;
  let twice = 0;
  for (let i = 1; i < ring.length; i++) { // taking points apart by pattern costs half of a day's time
    const a = ring[i - 1]!;
    const b = ring[i]!;
    twice += (a[0]! - x0) * (b[1]! - y0) - (b[0]! - x0) * (a[1]! - y0);
  }
  return twice / 2;
}

type Box = [west: number, south: number, east: number, north: number];

function boxOf(ring: Position[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring as [number, number][]) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** A point of a ring that lies on no other: rings of one label meet at most in nodes. */
function middleOfLongest(ring: Position[]): [number, number] {
  let [longest, middle]: [number, [number, number]] = [-1, [0, 0]];
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    if (length > longest) [longest, middle] = [length, [(ax + bx) / 2, (ay + by) / 2]];
  }
  return middle;
}

/** Whether a ring runs around a point: the rule of even and odd crossings. */
function contains(ring: Position[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
  }
  return inside;
}
