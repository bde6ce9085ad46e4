import earcut from 'earcut';
import type { Position } from 'geojson';
import type { Mesh } from '../ground/mesh.ts';
import { assembled, signedArea } from '../ground/rings.ts';

/** The cells of a ground as triangles. Neighbours share their corners to the bit, so that no seam shows between them. */
export interface Triangles {
  origin: [x: number, y: number]; // what all positions are counted from: Web Mercator, the world's width is 1, y runs south
  nodes: Float32Array; // by node of the mesh: x, y
  corners: Float32Array; // by corner: x, y
  cell: Uint32Array; // by corner
  index: Uint32Array; // three corners a triangle
}

/** Cuts the cells into triangles. A mesh without cells gives none. */
export function triangles(mesh: Mesh): Triangles {
  const [origin, nodes] = projected(mesh.points);
  const corners: number[] = [];
  const cells: number[] = [];
  const index: number[] = [];
  for (const [cell, rings] of ringsOf(mesh)) {
    const shapes = polygons(rings.map((ring) => ring.map((node) => [nodes[2 * node]!, nodes[2 * node + 1]!])));
    for (const shape of shapes) {
      const first = cells.length;
      const cut = fan(shape) ?? ears(shape);
      for (const [x, y] of cut.corners) {
        corners.push(x, y);
        cells.push(cell);
      }
      for (const corner of cut.index) index.push(first + corner);
    }
  }
  return { origin, nodes, corners: new Float32Array(corners), cell: new Uint32Array(cells), index: new Uint32Array(index) };
}

/**
 * Points on Web Mercator, counted from the middle of their box: close to it a
 * float32 still tells apart what lies a hundredth of a pixel apart at zoom 13.
 */
function projected(points: Position[]): [[number, number], Float32Array] {
  const world = points.map(([lon, lat]) => mercator(lon!, lat!));
  const middle = (axis: 0 | 1): number => {
    let [least, most] = [Infinity, -Infinity];
    for (const p of world) [least, most] = [Math.min(least, p[axis]), Math.max(most, p[axis])];
    return world.length === 0 ? 0 : (least + most) / 2;
  };
  const origin: [number, number] = [middle(0), middle(1)];
  const nodes = new Float32Array(2 * points.length);
  world.forEach(([x, y], i) => { nodes.set([x - origin[0], y - origin[1]], 2 * i); });
  return [origin, nodes];
}

/** Web Mercator of a longitude and latitude in degrees, in widths of the world from its north-west corner. */
function mercator(lon: number, lat: number): [x: number, y: number] {
  const north = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return [lon / 360 + 0.5, 0.5 - north / (2 * Math.PI)];
}

/** The nodes around each cell, with the cell on their left; more than one ring where it has a hole or two shores. */
function ringsOf({ origin, cell, next }: Mesh): Map<number, number[][]> {
  const rings = new Map<number, number[][]>();
  const done = new Uint8Array(origin.length);
  for (let start = 0; start < origin.length; start++) {
    if (done[start] === 1 || cell[start]! < 0) continue;
    const ring: number[] = [];
    for (let h = start; done[h] === 0; h = next[h]!) {
      done[h] = 1;
      ring.push(origin[h]!);
    }
    const of = rings.get(cell[start]!);
    if (of) of.push(ring);
    else rings.set(cell[start]!, [ring]);
  }
  return rings;
}

type Ring = [x: number, y: number][]; // open

/** Exteriors, each with its holes. With y to the south an exterior runs clockwise. */
function polygons(rings: Ring[]): Ring[][] {
  const [only] = rings;
  if (only && rings.length === 1) return [[only]];
  const closed = rings.map((ring): Position[] => [...ring, ring[0]!]);
  const outer = closed.filter((ring) => signedArea(ring) < 0);
  const holes = closed.filter((ring) => signedArea(ring) > 0);
  return assembled(outer, holes).map((shape) => shape.map((ring) => ring.slice(0, -1) as Ring));
}

interface Cut {
  corners: Ring;
  index: number[];
}

/** All corners joined to the middle, which most cells can be; null for a shape whose middle does not see them all. */
function fan([ring, ...holes]: Ring[]): Cut | null {
  if (!ring || holes.length > 0) return null;
  const middle: [number, number] = [0, 0];
  for (const [x, y] of ring) [middle[0], middle[1]] = [middle[0] + x / ring.length, middle[1] + y / ring.length];
  const index: number[] = [];
  for (let i = 0; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i]!, ring[(i + 1) % ring.length]!];
    if ((ax - middle[0]) * (by - middle[1]) - (bx - middle[0]) * (ay - middle[1]) > 0) return null;
    index.push(ring.length, i, (i + 1) % ring.length);
  }
  return { corners: [...ring, middle], index };
}

/** Any shape, with holes. */
function ears(shape: Ring[]): Cut {
  const corners = shape.flat();
  let at = 0;
  const holes = shape.slice(0, -1).map((ring) => (at += ring.length));
  return { corners, index: [...earcut(corners.flat(), holes)] };
}
