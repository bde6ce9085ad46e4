import { UNKNOWN } from '../actors.ts';
import type { Period, Share } from '../api/types.ts';
import { dayAt } from '../day.ts';
import type { Course } from './course.ts';

/** What changes on a day, by state: km², those of them that are reported, and cells. */
type Steps = Map<number, [km2: number, reported: number, cells: number]>;

/** How much of the ground was in each state over time, as /api/series says it. `km2` is by cell. */
export function periodsOf(course: Course, km2: Float64Array): Period[] {
  const { states } = course;
  const steps = stepsOf(course, km2);
  const now = Array.from({ length: states.length + 1 }, (): [number, number, number] => [0, 0, 0]);
  now[states.length] = [km2.reduce((a, b) => a + b, 0), 0, km2.filter((k) => k > 0).length];
  const days = [...steps.keys()].sort((a, b) => a - b);
  return days.map((day, i) => {
    for (const [state, step] of steps.get(day)!) step.forEach((by, k) => { now[state]![k]! += by; });
    const next = days[i + 1];
    return { start: dayAt(day), end: next === undefined ? null : dayAt(next), shares: now.flatMap((share, s) => shared(share, states[s])) };
  });
}

function stepsOf(course: Course, km2: Float64Array): Map<number, Steps> {
  const nothing = course.states.length;
  const out = new Map<number, Steps>();
  const add = (day: number, state: number, by: number, reported: boolean, cells: 1 | -1): void => {
    const steps = out.get(day) ?? new Map() as Steps;
    const [k, r, c] = steps.get(state) ?? [0, 0, 0];
    out.set(day, steps.set(state, [k + by, r + (reported ? by : 0), c + cells]));
  };
  let [of, was, said] = [-1, nothing, false];
  course.each((cell, day, state, reported) => {
    if (cell !== of) [of, was, said] = [cell, nothing, false];
    if ((state === was && reported === said) || km2[cell] === 0) return;
    add(day, was, -km2[cell]!, said, -1);
    add(day, state, km2[cell]!, reported, 1);
    [was, said] = [state, reported];
  });
  return out;
}

/** A share as it is told; none where no ground is in that state. */
function shared([km2, reported, cells]: [number, number, number], state: { holder: string | null; parties: string[] } | undefined): Share[] {
  const { holder, parties } = state ?? { holder: UNKNOWN, parties: [] };
  return cells > 0 ? [{ holder, parties, km2: thousandths(km2), km2_reported: thousandths(reported) }] : [];
}

/** To a thousandth, and not below none. */
function thousandths(x: number): number {
  return Math.max(0, Math.round(x * 1000) / 1000);
}
