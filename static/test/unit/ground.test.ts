import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Position } from 'geojson';
import { addDays } from '../../src/day.ts';
import { Ground } from '../../src/ground/ground.ts';
import { toneOf } from '../../src/ground/tone.ts';
import { bricks, course, EPOCH } from './bricks.ts';
import { forAll, type Random } from './random.ts';

const [BLUE, RED, CONTESTED] = [2, 4, 6]; // codes of what is reported

/** Ground that stays as it is, said row by row from the south: b, r, x for contested, . for nothing known. */
function map(...rows: string[]): Ground {
  const codes: Record<string, number[]> = { b: [0, BLUE], r: [0, RED], x: [0, CONTESTED], '.': [] };
  const [first = ''] = rows;
  return new Ground(bricks(rows.length, first.length), course(Array.from(rows.join(''), (c) => codes[c] ?? assert.fail(c))));
}

const areaOf = (ring: Position[]): number =>
  ring.slice(1).reduce((sum, [x = 0, y = 0], i) => sum + ((ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0)) / 2, 0);

test('ground around a pocket has a hole, and a front runs around it', () => {
  const { areas, fronts } = map('bbbbb', 'bbrbb', 'bbbbb').on(EPOCH);
  assert.deepEqual(areas.features.map(({ properties: p, geometry: g }): unknown[] => [p.holder, p.contested, p.km2, g.coordinates.map((c) => c.length)]), [
    ['blue', false, 1400, [2]], ['red', false, 100, [1]],
  ]);
  const [front, ...more] = fronts.features;
  assert.ok(front && more.length === 0);
  assert.deepEqual([front.properties.a, front.properties.b, front.properties.places.length], ['blue', 'red', 6]);
  assert.deepEqual(front.geometry.coordinates[0], front.geometry.coordinates.at(-1));
  assert.ok(areaOf(front.geometry.coordinates) < 0, 'a lies on the left: around, so clockwise');
  assert.ok(Math.abs(front.properties.km - 443.0) < 3, `${front.properties.km} km around a degree by a degree`);
});

test('a pocket in a pocket is in no hole but its own', () => {
  const { areas } = map('bbbbbbb', 'brrrrrb', 'brbbbrb', 'brbrbrb', 'brbbbrb', 'brrrrrb', 'bbbbbbb').on(EPOCH);
  const [blue, red] = areas.features;
  assert.deepEqual([blue?.geometry.coordinates.map((c) => c.length), red?.geometry.coordinates.map((c) => c.length)], [[2, 2], [2, 1]]);
});

test('contested ground has no front, and neither has ground of which nothing is known', () => {
  const { areas, fronts } = map('bxr', 'b.r').on(EPOCH);
  assert.deepEqual(areas.features.map(({ properties: p }): unknown[] => [p.holder, p.contested, p.parties]), [
    ['blue', false, []], ['red', false, []], [null, true, ['blue', 'red']], ['unknown', false, []],
  ]);
  assert.deepEqual(fronts.features, []);
});

test('a state begins on its day, and what nobody knows ends it', () => {
  const ground = new Ground(bricks(1, 1), course([[10, RED, 5, 0, 7, 3]]));
  const holder = (day: number): unknown => ground.on(addDays(EPOCH, day)).areas.features[0]?.properties.holder;
  assert.deepEqual([-1, 9, 10, 14, 15, 21, 22, 999].map(holder), [undefined, 'unknown', 'red', 'red', 'unknown', 'unknown', 'red', 'red']);
});

test('evidence ages from the day it is of, until something is said anew', () => {
  const ground = new Ground(bricks(1, 1), course([[10, RED, 100, -2, 300, -202, 0, 0, 50, BLUE, 0, -1, 10, 3, 0, -41]]));
  const age = (day: number): number | undefined => ground.standings(addDays(EPOCH, day))?.age[0];
  const said = (day: number): unknown => ground.on(addDays(EPOCH, day)).areas.features[0]?.properties.said;
  for (const [what, day, want] of [
    ['before anything is known of it', 9, -1], ['on the day', 10, 0], ['later', 109, 99], ['said again', 110, 0], ['later', 409, 299],
    ['when nothing is known any more', 410, -1], ['what nobody says', 460, -1], ['what is concluded from later words', 489, -1],
    ['on the day of these', 490, 0], ['after it', 500, 10],
  ] as const) {
    assert.equal(age(day), want, `${what}: day ${day}`);
    assert.equal(said(day), want < 0 ? null : addDays(EPOCH, day - want), `${what}: day ${day}`);
  }
});

test('evidence of a day before the one on which it comes to count is as old as it is', () => {
  const ground = new Ground(bricks(1, 1), course([[10, RED, 0, -62, 100, BLUE]]));
  assert.deepEqual([10, 20, 110].map((day) => ground.standings(addDays(EPOCH, day))?.age[0]), [30, 40, 0]);
});

test('a day knows of each cell its state, whether that is reported, and how old the evidence is', () => {
  const ground = new Ground(bricks(1, 5), course([[0, RED], [0, 1], [400, BLUE], [800, CONTESTED], []]));
  const shades = ground.standings(addDays(EPOCH, 800));
  assert.ok(shades);
  assert.deepEqual([shades.state, shades.reported, shades.tone].map((list) => [...list]), [[1, 0, 0, 2, 3], [1, 0, 1, 1, 0], [3, 3, 2, 0, 0]]);
  assert.deepEqual(ground.states.map((s) => s.holder), ['blue', 'red', null]);
});

test('a day is the same whatever day was asked for before', () => {
  forAll((r: Random) => {
    const list = (): number[] => Array.from({ length: r.int(0, 6) }, () => [r.int(1, 9), r.of([0, 1, BLUE, RED, CONTESTED, -1, -2, -5, -8])]).flat();
    const documents = [bricks(1, 3), course([list(), list(), list()])] as const;
    const ground = new Ground(...documents);
    for (let i = 0; i < 8; i++) {
      const day = addDays(EPOCH, r.int(-3, 60));
      assert.deepEqual(ground.standings(day), new Ground(...documents).standings(day));
    }
  });
});

test('belief falls by a quarter from tone to tone', () => {
  assert.deepEqual([-1, 0, 151, 152, 365, 366, 730, 731, 9999].map(toneOf), [0, 0, 0, 1, 1, 2, 2, 3, 3]);
});

test('an area knows how much of it is reported, and when any of it was last spoken of', () => {
  const ground = new Ground(bricks(1, 4), course([[0, RED], [50, 3], [20, RED], [90, BLUE]]));
  assert.deepEqual(ground.on(addDays(EPOCH, 60)).areas.features.map(({ properties: p }): unknown[] => [p.holder, p.km2, p.km2_reported, p.said]), [
    ['red', 300, 200, addDays(EPOCH, 50)], ['unknown', 100, 0, null],
  ]);
});

test('areas are as large as their cells, are wound as GeoJSON wants, and fronts are their borders', () => {
  forAll((r: Random) => {
    const [rows, columns] = [r.int(1, 8), r.int(1, 8)];
    const ground = map(...Array.from({ length: rows }, () => Array.from({ length: columns }, () => r.of(['b', 'b', 'r', 'r', 'x', '.'])).join('')));
    const { areas, fronts } = ground.on(EPOCH);
    let all = 0;
    for (const { geometry, properties } of areas.features) {
      let area = 0;
      for (const polygon of geometry.coordinates) {
        polygon.forEach((ring, i) => {
          assert.ok(i === 0 ? areaOf(ring) > 0 : areaOf(ring) < 0);
          assert.equal(new Set(ring.map(String)).size, ring.length - 1, 'a ring passes through a point once');
          area += areaOf(ring);
        });
      }
      assert.ok(Math.abs(area * 100 - properties.km2) < 1e-6, `${area * 100} and ${properties.km2} km²`);
      all += properties.km2;
    }
    assert.equal(all, rows * columns * 100);
    const sides = (lines: Position[][]): string[] =>
      lines.flatMap((line) => line.slice(1).map((p, i) => [String(line[i]), String(p)].sort().join(' ')));
    const edges = (holder: string): Set<string> => new Set(sides(areas.features
      .filter((f) => f.properties.holder === holder).flatMap((f) => f.geometry.coordinates.flat())));
    const [blue, red] = [edges('blue'), edges('red')];
    const shared = [...blue].filter((side) => red.has(side)).sort();
    assert.deepEqual(sides(fronts.features.map((f) => f.geometry.coordinates)).sort(), shared);
  });
});

test('documents that cannot be read are refused', () => {
  const [ground, of] = [bricks(2, 2), course([[], [], [], []])];
  assert.throws(() => new Ground({ ...ground, format: 1 }, of), /ground: format 1/);
  assert.throws(() => new Ground(ground, { ...of, ground: 'other' }), /ground bricks, and a course of other/);
  assert.throws(() => new Ground({ ...ground, edges: ground.edges.slice(4) }, of), /cell \d is not closed/);
  assert.deepEqual(new Ground(bricks(0, 0), { ...course([]), epoch: null }).on(EPOCH).areas.features, []);
});
