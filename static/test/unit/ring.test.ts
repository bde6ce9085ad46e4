import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CORNERS, crosses, troubleOf } from '../../src/ring.ts';
import type { Region } from '../../src/state.ts';
import { forAll } from './random.ts';

/** Corners around a point, in the order of their directions: such a region never crosses itself. */
function star(corners: number, reach: () => number): Region {
  return Array.from({ length: corners }, (_, i) => {
    const [angle, far] = [(2 * Math.PI * i) / corners, reach()];
    return [38 + far * Math.cos(angle), 35 + far * Math.sin(angle)];
  });
}

test('a region has at least three corners and at most sixty', () => {
  assert.equal(troubleOf([]), 'few');
  assert.equal(troubleOf([[38, 35], [39, 35]]), 'few');
  assert.equal(troubleOf([[38, 35], [39, 35], [39, 36]]), null);
  assert.equal(troubleOf(star(CORNERS.most, () => 1)), null);
  assert.equal(troubleOf(star(CORNERS.most + 1, () => 1)), 'many');
});

test('corners around a point make a region, in either direction; with two that change places they cross', () => {
  forAll((r) => {
    const ring = star(r.int(3, 20), () => 1 + r.next());
    assert.equal(troubleOf(ring), null);
    assert.equal(troubleOf(ring.toReversed()), null);
    if (ring.length < 4) return;
    const at = r.int(0, ring.length - 1);
    const next = (at + 1) % ring.length;
    const round = star(ring.length, () => 1); // where all corners are as far out, any two in the wrong order cross
    const swapped = round.map((corner, i) => (i === at ? round[next] : i === next ? round[at] : corner) ?? corner);
    assert.equal(troubleOf(swapped), 'crosses');
  });
});

test('sides that touch, run back over each other or have no length cross too', () => {
  const rows: [string, Region][] = [
    ['a bow tie', [[0, 0], [2, 2], [2, 0], [0, 2]]],
    ['a corner on a side', [[0, 0], [4, 0], [4, 4], [2, 0], [0, 4]]],
    ['two corners in one place', [[0, 0], [4, 0], [4, 4], [0, 0], [0, 4]]],
    ['one corner twice', [[0, 0], [4, 0], [4, 0], [4, 4]]],
    ['in line', [[0, 0], [1, 1], [2, 2]]],
    ['out and back', [[0, 0], [4, 0], [2, 0], [2, 4]]],
  ];
  for (const [what, ring] of rows) assert.equal(troubleOf(ring), 'crosses', what);
});

test('a line that is not closed yet may end anywhere but on itself', () => {
  assert.equal(crosses([[0, 0], [4, 0], [4, 4], [2, 2]]), false);
  assert.equal(crosses([[0, 0], [4, 0], [4, 4], [2, -2]]), true);
  assert.equal(crosses([[0, 0], [4, 0]]), false);
  assert.equal(crosses([[0, 0]]), false);
});
