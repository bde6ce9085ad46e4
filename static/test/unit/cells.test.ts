import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Actors } from '../../src/actors.ts';
import { Ground } from '../../src/ground/ground.ts';
import { meshOf } from '../../src/ground/mesh.ts';
import { FILL, linesOf, paletteOf, ROW, texels } from '../../src/map/cells_day.ts';
import { triangles, type Triangles } from '../../src/map/cells_mesh.ts';
import { fromOrigin } from '../../src/map/gl.ts';
import { bricks, course, EPOCH } from './bricks.ts';
import { forAll } from './random.ts';

const actors = new Actors([['blue', '#0000ff'], ['red', '#ff0000'], ['unknown', '#808080']].map(([id = '', colour = '']) =>
  ({ id, name_en: id, name_ar: id, side: id, colour })));
const states = [{ holder: 'blue', parties: [] }, { holder: 'red', parties: [] }, { holder: null, parties: ['blue', 'red'] }];
const [BLUE, RED, BOTH, NOTHING] = [0, 1, 2, 3];

/** Twice the area of each triangle, in squares of the world's width; above 0 where it runs clockwise with y to the south. */
const areasOf = ({ corners, index }: Triangles): number[] => Array.from({ length: index.length / 3 }, (_, t) => {
  const [ax, ay, bx, by, cx, cy] = [0, 1, 2].flatMap((k) => {
    const at = 2 * (index[3 * t + k] ?? NaN);
    return [corners[at] ?? NaN, corners[at + 1] ?? NaN];
  }) as [number, number, number, number, number, number];
  return (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
});

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);

test('a cell is cut into triangles that cover it once, of corners that its neighbours share', () => {
  const cut = triangles(meshOf(bricks(3, 4)));
  const nodes = new Set(Array.from({ length: cut.nodes.length / 2 }, (_, i) => `${cut.nodes[2 * i]} ${cut.nodes[2 * i + 1]}`));
  const areas = areasOf(cut);
  assert.ok(areas.every((a) => a <= 0) || areas.every((a) => a >= 0), 'no triangle is turned over');
  assert.equal(new Set(cut.cell).size, 12);
  for (let cell = 0; cell < 12; cell++) {
    const own = Array.from(cut.cell.keys()).filter((corner) => cut.cell[corner] === cell);
    const shared = own.filter((c) => nodes.has(`${cut.corners[2 * c]} ${cut.corners[2 * c + 1]}`));
    assert.equal(shared.length, 6, 'the six around it; the seventh is its middle');
  }
});

/** A ground of one cell for each list of rings; points in steps of 0.01 degrees. */
function ground(...cells: [number, number][][][]): Parameters<typeof meshOf>[0] {
  const points = cells.flat(2);
  const edges: [number, number, number][] = [];
  let first = 0;
  cells.forEach((rings, cell) => {
    for (const ring of rings) {
      ring.forEach((_, i) => edges.push([first + i, first + ((i + 1) % ring.length), cell]));
      first += ring.length;
    }
  });
  return {
    format: 2, id: 'x', scale: 100,
    nodes: points.flatMap(([x, y], i) => [x - (points[i - 1]?.[0] ?? 0), y - (points[i - 1]?.[1] ?? 0)]),
    edges: edges.flatMap(([from, to, cell], i) => [from - (edges[i - 1]?.[0] ?? 0), to - from, cell, -1]),
    cells: cells.map(() => ({ km2: 1, places: [] })),
  };
}

test('cells that are bent, have a hole or lie on two shores are cut into what they cover', () => {
  const rows: [string, [number, number][][], number][] = [
    ['a square', [[[0, 0], [10, 0], [10, 10], [0, 10]]], 100],
    ['a corner of the outline runs in', [[[0, 0], [10, 0], [10, 10], [9, 1], [0, 10]]], 55],
    ['a hole', [[[0, 0], [10, 0], [10, 10], [0, 10]], [[4, 4], [4, 6], [6, 6], [6, 4]]], 96],
    ['two shores', [[[0, 0], [4, 0], [4, 10], [0, 10]], [[6, 0], [10, 0], [10, 10], [6, 10]]], 80],
  ];
  for (const [what, rings, expected] of rows) {
    const square = sum(areasOf(triangles(meshOf(ground([[[0, 0], [10, 0], [10, 10], [0, 10]]])))).map(Math.abs)) / 100;
    const got = sum(areasOf(triangles(meshOf(ground(rings)))).map(Math.abs)) / square;
    assert.ok(Math.abs(got - expected) < 0.05, `${what}: ${got} for ${expected}`);
  }
});

test('positions are exact to a hundredth of a pixel at zoom 13', () => {
  const document = bricks(5, 8); // eight degrees from west to east
  const { origin, nodes } = triangles(meshOf(document));
  const mesh = meshOf(document);
  const world = 512 * 2 ** 13; // pixels
  mesh.points.forEach(([lon = NaN, lat = NaN], i) => {
    const x = lon / 360 + 0.5;
    const y = 0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);
    assert.ok(Math.abs(origin[0] + (nodes[2 * i] ?? NaN) - x) * world < 0.01, `lon ${lon}`);
    assert.ok(Math.abs(origin[1] + (nodes[2 * i + 1] ?? NaN) - y) * world < 0.01, `lat ${lat}`);
  });
});

test('the matrix from an origin takes a position to where the map’s own takes the sum', () => {
  const matrix = [3, 1, 0, 0.5, 2, 5, 0, 0.25, 0, 0, 1, 0, 7, 11, 0, 1];
  const m = fromOrigin(matrix, [10, 20]);
  const apply = (of: ArrayLike<number>, x: number, y: number): number[] => [0, 1, 3].map((row) => (of[row] ?? 0) * x + (of[4 + row] ?? 0) * y + (of[12 + row] ?? 0));
  assert.deepEqual(apply(m, 1, 2), apply(matrix, 11, 22));
});

test('a day is four bytes a cell: its state, the tone and whether it is reported', () => {
  const bytes = texels({ state: Int32Array.from([0, 700]), tone: Uint8Array.from([3, 1]), reported: Uint8Array.from([0, 1]) });
  assert.deepEqual([...bytes.slice(0, 9)], [0, 0, 3, 0, 700 & 255, 2, 1, 1, 0]);
  assert.equal(bytes.length, 4 * ROW);
});

test('ground is plain in its holder’s colour, hatched where contested, dotted where nobody knows', () => {
  const rows = (hidden: string[]): number[][] => {
    const bytes = paletteOf(states, actors, '#fafafa', new Set(hidden));
    return states.concat({ holder: null, parties: [] }).map((_, s) => [...bytes.slice(8 * s, 8 * s + 8)]);
  };
  const shown = rows([]);
  assert.deepEqual(shown[BLUE]?.slice(0, 4), [0, 0, 255, FILL.plain]);
  assert.deepEqual(shown[RED]?.slice(0, 4), [255, 0, 0, FILL.plain]);
  assert.deepEqual(shown[BOTH], [0, 0, 255, FILL.hatched, 255, 0, 0, 255]);
  assert.deepEqual(shown[NOTHING]?.[3], FILL.dotted);
  const faint = rows(['red']).map((row) => (row[7] ?? 0) < 255);
  assert.deepEqual(faint, [false, true, false, false], 'what the other contests stays');
});

test('a contest that only one is known of is striped in paper', () => {
  const bytes = paletteOf([{ holder: null, parties: ['red'] }], actors, '#fafafa', new Set());
  assert.deepEqual([...bytes.slice(0, 7)], [255, 0, 0, FILL.hatched, 250, 250, 250]);
});

test('fronts are the edges between two that hold their side alone; where ground otherwise changes is a hem', () => {
  const mesh = meshOf(bricks(1, 5));
  const { nodes } = triangles(mesh);
  const without = (hidden: string[], ...state: number[]): [number, number] => {
    const { fronts, hems } = linesOf(mesh, nodes, { state: Int32Array.from(state), states, hidden: new Set(hidden) });
    return [fronts.length / 4, hems.length / 4];
  };
  const of = (...state: number[]): [number, number] => without([], ...state);
  const around = 2 + 4 * 5; // edges of the row, of which each brick has two above and two below
  assert.deepEqual(of(RED, RED, RED, RED, RED), [0, around], 'beyond the border there is no ground');
  assert.deepEqual(of(BLUE, BLUE, RED, RED, RED), [1, around]);
  assert.deepEqual(of(BLUE, BOTH, RED, RED, RED), [0, around + 2]);
  assert.deepEqual(without(['red'], BLUE, BLUE, RED, RED, RED), [1, 9], 'a party that is shown keeps its lines');
  assert.deepEqual(without(['red', 'blue'], BLUE, BOTH, RED, RED, RED), [0, 0], 'between hidden parties there are none');
  assert.deepEqual(of(BLUE, NOTHING, NOTHING, RED, BLUE), [1, around + 2 - 8]);
  assert.deepEqual(of(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING), [0, 0]);
});

test('the fronts of the cells are as many edges as the front lines have', () => {
  forAll((r) => {
    const [rows, columns] = [r.int(1, 6), r.int(1, 6)];
    const codes = Array.from({ length: rows * columns }, () => r.of([[0, 2], [0, 4], [0, 6], []]));
    const over = new Ground(bricks(rows, columns), course(codes));
    const shades = over.standings(EPOCH);
    assert.ok(shades);
    const { fronts } = linesOf(over.mesh, triangles(over.mesh).nodes, { state: shades.state, states: over.states, hidden: new Set() });
    const segments = sum(over.on(EPOCH).fronts.features.map((f) => f.geometry.coordinates.length - 1));
    assert.equal(fronts.length / 4, segments);
  });
});

test('ground held is that of the areas of the day, at every step', () => {
  forAll((r) => {
    const codes = Array.from({ length: 12 }, () => r.of([[0, 2], [0, 3], [0, 4], [0, 6], []]));
    const over = new Ground(bricks(3, 4), course(codes));
    const shades = over.standings(EPOCH);
    assert.ok(shades);
    const held = over.held(shades);
    for (const { properties: { holder, km2 } } of over.on(EPOCH).areas.features) {
      if (holder && holder !== 'unknown') assert.equal(held.get(holder), km2);
    }
  });
});

test('a mesh without cells is no triangles and no lines', () => {
  const mesh = meshOf(bricks(0, 0));
  const cut = triangles(mesh);
  assert.deepEqual([cut.index.length, cut.corners.length], [0, 0]);
  assert.deepEqual(linesOf(mesh, cut.nodes, { state: new Int32Array(), states, hidden: new Set() }), { fronts: new Float32Array(), hems: new Float32Array() });
});
