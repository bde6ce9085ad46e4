/**
 * How long a day of the ground takes, what every step of the slider needs and what
 * is made where it rests: 7,056 cells with forty states each over ten
 * years, held by who has the nearest seat as it moves, some of it contested.
 *
 *   npm run bench [-- ground.json course.json]    of these documents instead
 */
import { readFile } from 'node:fs/promises';
import { addDays, daysBetween, type Day } from '../../src/day.ts';
import { Ground } from '../../src/ground/ground.ts';
import type { CourseDocument, GroundDocument } from '../../src/ground/format.ts';
import { linesOf, texels } from '../../src/map/cells_day.ts';
import { triangles } from '../../src/map/cells_mesh.ts';
import { EPOCH } from '../unit/bricks.ts';
import { Random } from '../unit/random.ts';
import { war } from './war.ts';

const LAST = addDays(EPOCH, 3650);

const [ground, history] = await documents(process.argv.slice(2));
let began = performance.now();
const read = new Ground(ground, history);
console.log(`${ground.cells.length} cells, ${ground.edges.length / 4} edges, read in ${(performance.now() - began).toFixed(1)} ms`);

began = performance.now();
const { nodes, index } = triangles(read.mesh);
console.log(`cut into ${index.length / 3} triangles in ${(performance.now() - began).toFixed(1)} ms`);

took('a step of the slider', (day) => {
  const shades = read.standings(day);
  if (!shades) return;
  read.held(shades);
  texels(shades);
  linesOf(read.mesh, nodes, { state: shades.state, states: read.states, hidden: new Set() });
});
took('the shapes where it rests', (day) => { read.on(day); });

/** Tells how long something takes on the days of ten years, a week apart. */
function took(what: string, on: (day: Day) => void): void {
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (let day: Day = history.epoch ?? EPOCH; daysBetween(day, LAST) > 0; day = addDays(day, 7)) {
    began = performance.now();
    on(day);
    times.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(cpu); // all threads: the garbage collector's too
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? NaN).toFixed(2);
  console.log(`${what}: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms a day, `
    + `${((user + system) / 1000 / times.length).toFixed(2)} ms of processor time; ${times.length} days`);
}

async function documents(files: string[]): Promise<[GroundDocument, CourseDocument]> {
  if (files.length === 0) return war(84, new Random(1));
  const [first, second] = await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as unknown));
  return [first as GroundDocument, second as CourseDocument];
}
