/**
 * What the reader feels who drags the slider through a year, a day a frame: the
 * real program and a real browser, with a war of 7,056 and of 33,124 cells in
 * place of the sample's ground.
 *
 *   npm run bench:scrub [-- ground.json course.json]    of these documents instead
 */
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import type { CDPSession, Page } from 'playwright-core';
import type { Meta } from '../../src/api/types.ts';
import { addDays, parseDay } from '../../src/day.ts';
import type { CourseDocument, GroundDocument } from '../../src/ground/format.ts';
import { settled, World } from '../browser/world.ts';
import { Random } from '../unit/random.ts';
import { laidOver, war } from './war.ts';

const DAYS = 365;
const PATIENCE = 30_000; // ms that a pass may take: it ends before the year does where frames are slow
const OVER: [number, number, number, number] = [35.7, 32.4, 42.3, 37.2]; // Syria
const VSYNC = 1000 / 60;

/** Runs in the page before all else: what was drawn can still be looked at after it was shown. */
const KEEP_PICTURES = `{
  const get = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, how) {
    return get.call(this, kind, { ...how, preserveDrawingBuffer: true });
  };
}`;

interface Scrub {
  frames: number[]; // ms from each to the next
  input: number[]; // ms of script from the movement of the pointer to its end
  pictures: number; // that differ from the one before, where they were looked at
}

interface Drag {
  left: number; // the slider, in pixels
  width: number;
  y: number;
  days: number;
  patience: number;
  look: boolean; // whether the pictures are looked at, which takes time
}

const world = await World.start();
try {
  for (const documents of await given(process.argv.slice(2))) await measure(documents);
} finally {
  await world.stop();
}

async function given(files: string[]): Promise<[GroundDocument, CourseDocument][]> {
  if (files.length === 0) {
    return [84, 182].map((side) => {
      const [ground, course] = war(side, new Random(1));
      return [laidOver(OVER, ground), course];
    });
  }
  const [ground, course] = await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as unknown));
  return [[ground as GroundDocument, course as CourseDocument]];
}

async function measure([ground, course]: [GroundDocument, CourseDocument]): Promise<void> {
  const { first } = (await (await fetch(`${world.address}api/meta`)).json()) as Meta;
  const day = parseDay(first ?? '');
  if (!day) throw new Error('the sample has no days');
  const known = { ...course, epoch: addDays(day, -1000), states: named(course.states) };
  const { page } = await world.visit(`day=${day}&lang=en`);
  await page.route('**/api/ground*', (route) => route.fulfill({ json: ground }));
  await page.route('**/api/course*', (route) => route.fulfill({ json: known }));
  await page.reload();
  await settled(page);
  const notice = page.locator('.notice').first();
  if ((await notice.count()) > 0) throw new Error(`the page does not take the documents: ${await notice.innerText()}`);

  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await work(cdp);
  const { frames, input } = await scrub(page, false);
  const after = await work(cdp);
  const days = frames.length;
  const late = (ms: number): number => frames.filter((f) => f > ms).length;
  const a = (what: 'script' | 'task'): string => ((1000 * (after[what] - before[what])) / days).toFixed(2);
  console.log(`${ground.cells.length} cells, ${days} days, drawn by ${await renderer(page)}, load ${(loadavg()[0] ?? NaN).toFixed(1)}`);
  console.log(`  frames    median ${at(frames, 0.5)} ms, 95 % ${at(frames, 0.95)} ms, longest ${at(frames, 1)} ms; `
    + `${late(VSYNC + 2)} later than 1/60 s, ${late(2 * VSYNC + 2)} later than 1/30 s`);
  console.log(`  input     median ${at(input, 0.5)} ms, 95 % ${at(input, 0.95)} ms, longest ${at(input, 1)} ms of script a day`);
  console.log(`  main      ${a('task')} ms of processor time a day, ${a('script')} ms of it script`);

  await page.addInitScript({ content: KEEP_PICTURES });
  await page.reload();
  await settled(page);
  const looked = await scrub(page, true);
  console.log(`  pictures  ${looked.pictures} of ${looked.frames.length} days, looked at by a second pass`);
  await page.context().close();
}

/** The states with parties of the sample, so that they have colours. */
function named(states: CourseDocument['states']): CourseDocument['states'] {
  const names = ['syrian_government', 'opposition', 'sdf', 'islamic_state', 'hts', 'turkey_backed'];
  const ids = [...new Set(states.flatMap((s) => [...(s.holder ? [s.holder] : []), ...s.parties]))];
  const as = (id: string): string => names[ids.indexOf(id)] ?? id;
  return states.map(({ holder, parties }) => ({ holder: holder && as(holder), parties: parties.map(as) }));
}

/** Seconds of processor time that the page's main thread has worked so far. */
async function work(cdp: CDPSession): Promise<{ script: number; task: number }> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((m) => m.name === name)?.value ?? NaN;
  return { script: of('ScriptDuration'), task: of('TaskDuration') };
}

/** Drags the handle from the first day on, a day further before each frame. */
async function scrub(page: Page, look: boolean): Promise<Scrub> {
  const track = await page.locator('.track').boundingBox();
  if (!track) throw new Error('the page has no slider');
  await page.mouse.move(track.x + 0.5, track.y + 20);
  await page.mouse.down();
  await settled(page);
  const result = await page.evaluate(dragged, { left: track.x, width: track.width, y: track.y + 20, days: DAYS, patience: PATIENCE, look });
  await page.mouse.up();
  await settled(page);
  return result;
}

/** Runs in the page, all of it: what is said outside is not there. */
async function dragged({ left, width, y, days, patience, look }: Drag): Promise<Scrub> {
  const slider = document.querySelector('.track');
  const map = document.querySelector<HTMLCanvasElement>('#map canvas');
  if (!slider || !map) throw new Error('the page has no slider or no map');
  const [w, h] = [map.width >> 2, map.height >> 2];
  const small = new OffscreenCanvas(w, h).getContext('2d', { willReadFrequently: true });
  let last: Uint8ClampedArray | null = null;
  const out: Scrub = { frames: [], input: [], pictures: 0 };
  let time = await new Promise<number>(requestAnimationFrame);
  const end = time + patience;
  for (let day = 1; day <= days && time < end; day++) {
    const clientX = left + ((day + 0.5) * width) / (days + 1);
    const began = performance.now();
    slider.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY: y, bubbles: true, pointerId: 1, buttons: 1 }));
    out.input.push(performance.now() - began);
    const now = await new Promise<number>(requestAnimationFrame);
    out.frames.push(now - time);
    time = now;
    if (!look) continue;
    small?.drawImage(map, 0, 0, w, h);
    const picture = small?.getImageData(0, 0, w, h).data;
    if (last && picture?.some((v, i) => v !== last?.[i])) out.pictures++;
    last = picture ?? null;
  }
  return out;
}

async function renderer(page: Page): Promise<string> {
  return page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    const info = gl?.getExtension('WEBGL_debug_renderer_info');
    return String(gl && info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : 'no WebGL2');
  });
}

function at(values: number[], share: number): string {
  return ([...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? NaN).toFixed(1);
}
