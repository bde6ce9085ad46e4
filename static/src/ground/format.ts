/** The ground and its course as the server sends them; package timeline/compact says what the numbers mean. */
import type { Day } from '../day.ts';

/** The only format that is known here. */
export const FORMAT = 2;

export interface GroundDocument {
  format: number;
  id: string;
  scale: number; // steps in a degree
  nodes: number[]; // lon, lat, … in steps, each less that of the node before
  edges: number[]; // from, to, left, right, …; from less that of the edge before, to less its own from
  cells: { km2: number; places: { id: string; name_ar: string; name_en: string }[] }[];
}

export interface CourseDocument {
  format: number;
  ground: string; // the id of its ground
  epoch: Day | null; // null: nothing is ever known
  states: { holder: string | null; parties: string[] }[]; // held by holder, then contested
  cells: number[][]; // days, code, …; days since the one before, the first since the epoch; negative codes are of the evidence
}

/** Refuses a document of a format that is not known. */
export function checkFormat(what: string, { format }: { format: number }): void {
  if (format !== FORMAT) throw new Error(`${what}: format ${format}, and this page reads ${FORMAT}: reload it`);
}
