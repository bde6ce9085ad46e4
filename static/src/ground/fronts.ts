import type { Position } from 'geojson';
import type { Labelled } from './labels.ts';
import { NONE } from './labels.ts';
import { twin } from './mesh.ts';

/** A line along which the same two labels meet, the lesser on its left. */
export interface Border {
  left: number;
  right: number;
  line: Position[]; // closed where it runs around
  cells: [number, number][]; // on its left and right, along it
}

/** The lines between labels, by left and right. */
export function bordersOf(ground: Labelled): Border[] {
  const { origin } = ground.mesh;
  const faces = (h: number): boolean => ground.left(h) !== NONE && ground.left(h) < ground.right(h);
  const follower = new Int32Array(origin.length).fill(-1);
  const follows = new Uint8Array(origin.length);
  const all: number[] = [];
  for (let h = 0; h < origin.length; h++) {
    if (!faces(h)) continue;
    all.push(h);
    const on = ground.after(h);
    if (ground.right(on) !== ground.right(h)) continue;
    follower[h] = on;
    follows[on] = 1;
  }
  const done = new Uint8Array(origin.length);
  const out: Border[] = [];
  const trace = (start: number): void => {
    const chain: number[] = [];
    for (let h = start; h >= 0 && done[h] === 0; h = follower[h]!) {
      done[h] = 1;
      chain.push(h);
    }
    if (chain.length > 0) out.push(drawn(ground, chain));
  };
  for (const h of all) if (follows[h] === 0) trace(h);
  for (const h of all) trace(h); // what is left runs around
  return out.sort((a, b) => a.left - b.left || a.right - b.right);
}

function drawn(ground: Labelled, chain: number[]): Border {
  const { points, origin, cell } = ground.mesh;
  const [first, last] = [chain[0]!, chain[chain.length - 1]!];
  return {
    left: ground.left(first), right: ground.right(first),
    line: [...chain.map((h) => points[origin[h]!]!), points[origin[twin(last)]!]!],
    cells: chain.map((h) => [cell[h]!, cell[twin(h)]!]),
  };
}

/** The mean radius of the Earth in kilometres, as the server reckons. */
const RADIUS_KM = 6371.0088;

/** The great-circle length of a line in kilometres. */
export function lengthKm(line: Position[]): number {
  const radians = Math.PI / 180;
  let km = 0;
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1] as [number, number];
    const [bx, by] = line[i] as [number, number];
    const across = Math.sin(((by - ay) * radians) / 2) ** 2
      + Math.cos(ay * radians) * Math.cos(by * radians) * Math.sin(((bx - ax) * radians) / 2) ** 2;
    km += 2 * RADIUS_KM * Math.asin(Math.sqrt(across));
  }
  return km;
}
