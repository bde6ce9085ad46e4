import type { Position } from 'geojson';
import type { Labelled } from './labels.ts';
import { assembled, signedArea } from './rings.ts';

/** A piece of ground that hangs together, with one label. */
interface Piece {
  label: number;
  outer: Position[][]; // as a rule one: a cell may lie on both shores of a bay
  holes: Position[][];
}

/** The ground of each label as the coordinates of a MultiPolygon (RFC 7946); empty where it has none. */
export function shapesOf(ground: Labelled, labels: number): Position[][][][] {
  const { origin, points, cell } = ground.mesh;
  const pieceOf = ground.pieces();
  const pieces = new Map<number, Piece>();
  const keep = (start: number, loop: number[]): void => {
    if (loop.length < 3) return;
    const ring = loop.map((node) => points[node]!);
    ring.push(ring[0]!);
    const of = pieceOf[cell[start]!]!;
    const piece = pieces.get(of) ?? { label: ground.left(start), outer: [], holes: [] };
    pieces.set(of, piece);
    const area = signedArea(ring);
    if (area > 0) piece.outer.push(ring);
    else if (area < 0) piece.holes.push(ring);
  };
  const done = new Uint8Array(origin.length);
  const place = new Int32Array(points.length).fill(-1); // by node: where it stands in the chain
  for (let start = 0; start < origin.length; start++) {
    if (done[start] === 1 || !ground.isBorder(start)) continue;
    const chain: number[] = [];
    const found = (loop: number[]): void => { keep(start, loop); };
    for (let h = start; done[h] === 0; h = ground.after(h)) {
      done[h] = 1;
      cutAt(origin[h]!, chain, place, found);
      place[origin[h]!] = chain.push(origin[h]!) - 1;
    }
    for (const node of chain) place[node] = -1;
    keep(start, chain);
  }
  const shapes: Position[][][][] = Array.from({ length: labels }, () => []);
  for (const { label, outer, holes } of pieces.values()) shapes[label]!.push(...assembled(outer, holes));
  return shapes;
}

/** Where a chain comes back to a node, what lies between is a ring of its own. */
function cutAt(node: number, chain: number[], place: Int32Array, found: (loop: number[]) => void): void {
  const at = place[node]!;
  if (at < 0) return;
  const loop = chain.splice(at);
  for (const n of loop) place[n] = -1;
  found(loop);
}
