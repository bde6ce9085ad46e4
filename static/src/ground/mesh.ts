import type { Position } from 'geojson';
import type { GroundDocument } from './format.ts';

/**
 * The edges of the ground, each as two half-edges: 2·e as it is sent, and 2·e + 1
 * against it. A half-edge has its cell on the left.
 */
export interface Mesh {
  points: Position[]; // by node: lon, lat in degrees; shapes share them, so they must not be changed
  origin: Int32Array; // by half-edge: the node it leaves
  cell: Int32Array; // by half-edge; -1 for ground of no place
  next: Int32Array; // by half-edge: the one that goes on around the same cell; -1 where there is no cell
}

/** The other direction of a half-edge. */
export const twin = (h: number): number => h ^ 1;

/** Reads nodes and edges. Edges that do not close around their cells are an error. */
export function meshOf({ scale, nodes, edges }: GroundDocument): Mesh {
  const points: Position[] = [];
  for (let i = 0, lon = 0, lat = 0; i < nodes.length; i += 2) {
    lon += nodes[i]!;
    lat += nodes[i + 1]!;
    points.push([lon / scale, lat / scale]);
  }
  const origin = new Int32Array(edges.length / 2);
  const cell = new Int32Array(edges.length / 2);
  for (let i = 0, h = 0, from = 0; i < edges.length; i += 4, h += 2) {
    from += edges[i]!;
    origin[h] = from;
    origin[h + 1] = from + edges[i + 1]!;
    cell[h] = edges[i + 2]!;
    cell[h + 1] = edges[i + 3]!;
  }
  return { points, origin, cell, next: around(points.length, origin, cell) };
}

/** For each half-edge the one that leaves where it ends and has the same cell on its left. */
function around(nodes: number, origin: Int32Array, cell: Int32Array): Int32Array {
  const first = new Int32Array(nodes).fill(-1); // by node: a half-edge that leaves it
  const other = new Int32Array(origin.length); // by half-edge: another that leaves the same node
  origin.forEach((node, h) => {
    other[h] = first[node]!;
    first[node] = h;
  });
  const taken = new Uint8Array(origin.length); // where a cell touches itself, each goes on from one
  return origin.map((_, h) => {
    if (cell[h]! < 0) return -1;
    let on = first[origin[twin(h)]!]!;
    while (on >= 0 && (cell[on] !== cell[h] || taken[on] === 1)) on = other[on]!;
    if (on < 0) throw new Error(`ground: cell ${cell[h]!} is not closed at node ${origin[twin(h)]!}`);
    taken[on] = 1;
    return on;
  });
}
