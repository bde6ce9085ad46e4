/**
 * How long a day of the ground takes: 7,056 cells with forty states each over ten
 * years, held by who has the nearest seat as it moves, some of it contested.
 *
 *   npm run bench [-- ground.json course.json]    of these documents instead
 */
import { readFile } from 'node:fs/promises';
import { addDays, daysBetween, type Day } from '../../src/day.ts';
import { Ground } from '../../src/ground/ground.ts';
import type { CourseDocument, GroundDocument } from '../../src/ground/format.ts';
import { bricks, course, EPOCH } from '../unit/bricks.ts';
import { Random } from '../unit/random.ts';

const SIDE = 84;
const LAST = addDays(EPOCH, 3650);

const [ground, history] = await documents(process.argv.slice(2));
let began = performance.now();
const read = new Ground(ground, history);
console.log(`${ground.cells.length} cells, ${ground.edges.length / 4} edges, read in ${(performance.now() - began).toFixed(1)} ms`);

const times: number[] = [];
for (let day: Day = history.epoch ?? EPOCH; daysBetween(day, LAST) > 0; day = addDays(day, 7)) {
  began = performance.now();
  read.on(day);
  times.push(performance.now() - began);
}
times.sort((a, b) => a - b);
const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? NaN).toFixed(2);
console.log(`${times.length} days: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms a day`);

async function documents(files: string[]): Promise<[GroundDocument, CourseDocument]> {
  if (files.length === 0) return [bricks(SIDE, SIDE), course(war(new Random(1)))];
  const [first, second] = await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as unknown));
  return [first as GroundDocument, second as CourseDocument];
}

/** A line between two holders that wanders over the map, and a contested strip along it. */
function war(random: Random): number[][] {
  return Array.from({ length: SIDE * SIDE }, (_, cell) => {
    const [x, y] = [cell % SIDE, Math.floor(cell / SIDE)];
    return Array.from({ length: 40 }, (_, step) => {
      const line = SIDE * (0.5 + 0.3 * Math.sin(step / 5 + y / 9)) + 12 * Math.sin(y / 3 + step);
      const state = Math.abs(x - line) < 2 ? 2 : x < line ? 0 : 1;
      return [step === 0 ? random.int(0, 60) : random.int(60, 120), 2 * state + random.int(1, 2)];
    }).flat();
  });
}
