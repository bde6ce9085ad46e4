import type { CourseDocument, GroundDocument } from '../../src/ground/format.ts';
import type { Day } from '../../src/day.ts';
import { parseDay } from '../../src/day.ts';

/** Ground of rows of square bricks, every second row half a brick on: a degree a side, three edges at a node. */
export function bricks(rows: number, columns: number): GroundDocument {
  const shift = (row: number): number => (row % 2) / 2;
  const cellAt = (row: number, x: number): number => {
    const column = Math.floor(x - shift(row));
    return row < 0 || row >= rows || column < 0 || column >= columns ? -1 : row * columns + column;
  };
  const across = 2 * columns + 2; // nodes in a row, half a degree apart
  const edges: [from: number, to: number, left: number, right: number][] = [];
  const add = (from: number, to: number, left: number, right: number): void => {
    if (left >= 0) edges.push([from, to, left, right]);
    else if (right >= 0) edges.push([to, from, right, left]);
  };
  for (let y = 0; y <= rows; y++) {
    for (let k = 0; k + 1 < across; k++) add(y * across + k, y * across + k + 1, cellAt(y, (k + 0.5) / 2), cellAt(y - 1, (k + 0.5) / 2));
    for (let c = 0; c <= columns && y < rows; c++) {
      const k = 2 * (c + shift(y));
      add(y * across + k, (y + 1) * across + k, cellAt(y, c + shift(y) - 0.5), cellAt(y, c + shift(y) + 0.5));
    }
  }
  const nodes = Array.from({ length: across * (rows + 1) }, (_, i) => [(i % across) * 500_000, Math.floor(i / across) * 1_000_000] as const);
  return {
    format: 2, id: 'bricks', scale: 1_000_000,
    nodes: nodes.flatMap(([lon, lat], i) => [lon - (nodes[i - 1]?.[0] ?? 0), lat - (nodes[i - 1]?.[1] ?? 0)]),
    edges: edges.flatMap(([from, to, left, right], i) => [from - (edges[i - 1]?.[0] ?? 0), to - from, left, right]),
    cells: Array.from({ length: rows * columns }, (_, i) => ({ km2: 100, places: [{ id: `p${i}`, name_ar: `م${i}`, name_en: `P${i}` }] })),
  };
}

export const EPOCH: Day = parseDay('2011-03-15')!;

/** A course on bricks: of two holders, red and blue, and of ground that they contest. */
export function course(cells: number[][]): CourseDocument {
  const states = [{ holder: 'blue', parties: [] }, { holder: 'red', parties: [] }, { holder: null, parties: ['blue', 'red'] }];
  return { format: 2, ground: 'bricks', epoch: EPOCH, states, cells };
}
