import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../src/day.ts';
import { periodOn } from '../../src/figures/control.ts';
import { Ground } from '../../src/ground/ground.ts';
import { bricks, course, EPOCH } from './bricks.ts';
import { forAll } from './random.ts';

test('shares over time: who held how much, what of it was reported, and what is left as unknown', () => {
  // Blue, reported; then red, concluded; then red, reported. The other cell is contested from the third day on.
  const ground = new Ground(bricks(1, 2), course([[0, 2, 10, 3, 5, 4], [2, 6]]));
  const told = ground.periods().map(({ start, end, shares }) => [start, end, ...shares.map((s) => [s.holder ?? s.parties, s.km2, s.km2_reported])]);
  assert.deepEqual(told, [
    [EPOCH, addDays(EPOCH, 2), ['blue', 100, 100], ['unknown', 100, 0]],
    [addDays(EPOCH, 2), addDays(EPOCH, 10), ['blue', 100, 100], [['blue', 'red'], 100, 100]],
    [addDays(EPOCH, 10), addDays(EPOCH, 15), ['red', 100, 0], [['blue', 'red'], 100, 100]],
    [addDays(EPOCH, 15), null, ['red', 100, 100], [['blue', 'red'], 100, 100]],
  ]);
  assert.deepEqual(new Ground(bricks(1, 1), course([[]])).periods(), []);
});

test('the shares of a day are the areas of that day', () => {
  forAll((r) => {
    const cells = Array.from({ length: 12 }, () => Array.from({ length: r.int(0, 4) }, (_, i) => [i === 0 ? r.int(0, 9) : r.int(1, 9), r.int(0, 6)]).flat());
    cells[0] = [0, 1]; // something is known from the epoch on
    const ground = new Ground(bricks(3, 4), course(cells));
    for (let n = 0; n < 40; n += 3) {
      const day = addDays(EPOCH, n);
      const areas = ground.on(day).areas.features.map(({ properties: p }) => [p.holder, p.parties, p.km2]);
      assert.deepEqual(periodOn(ground.periods(), day)?.shares.map((s) => [s.holder, s.parties, s.km2]), areas);
    }
  });
});
