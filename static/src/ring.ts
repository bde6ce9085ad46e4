import type { Region } from './state.ts';

type Corner = Region[number];

/** How many corners a region can have: those of a surface, and what an address can hold. */
export const CORNERS = { least: 3, most: 60 } as const;

/** Why corners make no region. */
export type Trouble = 'few' | 'many' | 'crosses';

/** What keeps corners from being a region; null where nothing does. */
export function troubleOf(corners: Region): Trouble | null {
  if (corners.length < CORNERS.least) return 'few';
  if (corners.length > CORNERS.most) return 'many';
  return crosses([...corners, ...corners.slice(0, 1)]) ? 'crosses' : null;
}

/**
 * Whether a line through points meets itself, in the plane of longitude and
 * latitude: sides that touch or run back over the one before do too. A line that
 * ends where it began is a ring, whose ends may meet.
 */
export function crosses(line: readonly Corner[]): boolean {
  const sides = line.slice(1).map((to, i): [Corner, Corner] => [line[i] ?? to, to]);
  const ring = line.length > 2 && same(line[0], line.at(-1));
  return sides.some(([a, b], i) => sides.slice(i + 1).some(([c, d], k) => {
    if (k === 0) return foldsBack(a, b, d);
    if (ring && i === 0 && k === sides.length - 2) return foldsBack(c, d, b);
    return meet(a, b, c, d);
  }));
}

const same = (a: Corner | undefined, b: Corner | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** Twice the area of a triangle, positive where it turns to the left. */
function turn(a: Corner, b: Corner, c: Corner): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** Whether the way from b to c runs back over that from a to b. */
function foldsBack(a: Corner, b: Corner, c: Corner): boolean {
  return turn(a, b, c) === 0 && (a[0] - b[0]) * (c[0] - b[0]) + (a[1] - b[1]) * (c[1] - b[1]) >= 0;
}

/** Whether two sides have a point in common. */
function meet(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  const [c1, d1, a1, b1] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (c1 * d1 < 0 && a1 * b1 < 0) return true;
  return (c1 === 0 && within(a, b, c)) || (d1 === 0 && within(a, b, d)) || (a1 === 0 && within(c, d, a)) || (b1 === 0 && within(c, d, b));
}

/** Whether a point that is in line with a side is on it. */
function within([ax, ay]: Corner, [bx, by]: Corner, [x, y]: Corner): boolean {
  return Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by);
}
