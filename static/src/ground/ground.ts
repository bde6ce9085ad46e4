import type { FeatureCollection, MultiPolygon } from 'geojson';
import { UNKNOWN } from '../actors.ts';
import type { AreaProps, Fronts } from '../api/layers.ts';
import type { Period } from '../api/types.ts';
import { addDays, type Day } from '../day.ts';
import { shapesOf } from './areas.ts';
import { Course, type Standings } from './course.ts';
import { checkFormat, type CourseDocument, type GroundDocument } from './format.ts';
import { bordersOf, lengthKm } from './fronts.ts';
import { Labelled, NONE } from './labels.ts';
import { meshOf, type Mesh } from './mesh.ts';
import { periodsOf } from './shares.ts';
import { toneOf } from './tone.ts';

/** The areas as /api/areas says them, and the day of the newest claims that say so of any of their ground; null where none does yet. */
export type Areas = FeatureCollection<MultiPolygon, AreaProps & { said: Day | null }>;

/** Who holds the ground on a day, as /api/areas and /api/fronts say it. */
export interface Control {
  areas: Areas;
  fronts: Fronts;
}

/** What is to be seen of the cells on a day. */
export interface Shades extends Standings {
  tone: Uint8Array; // by cell: how old the evidence is, as toneOf says it of its age
}

type Place = GroundDocument['cells'][number]['places'][number];

/** The ground over time: fetched once, it draws every day by itself. */
export class Ground {
  readonly mesh: Mesh;
  readonly #course: Course;
  readonly #cells: GroundDocument['cells'];
  readonly #km2: Float64Array; // by cell
  readonly #places: Map<string, Place>;
  readonly #first: Day | null; // on which anything is known
  #periods: Period[] | null = null;

  /** Documents of another format, or that do not belong together, are an error. */
  constructor(ground: GroundDocument, course: CourseDocument) {
    checkFormat('ground', ground);
    checkFormat('course', course);
    if (course.ground !== ground.id) throw new Error(`ground ${ground.id}, and a course of ${course.ground}`);
    this.mesh = meshOf(ground);
    this.#course = new Course(course);
    this.#first = course.epoch;
    this.#cells = ground.cells;
    this.#km2 = Float64Array.from(ground.cells, (c) => c.km2);
    this.#places = new Map(ground.cells.flatMap((c) => c.places.map((p) => [p.id, p])));
  }

  /** A place that has ground, by its id. */
  place(id: string): Place | null {
    return this.#places.get(id) ?? null;
  }

  /** The states that the ground is ever in, by their numbers: held by holder, then contested; ground of which nothing is known has the next number. */
  get states(): CourseDocument['states'] {
    return this.#course.states;
  }

  /** The cells on a day, at every step of the slider: shapes are made by on, where it rests. Null before anything is known. */
  standings(day: Day): Shades | null {
    if (!this.#knows(day)) return null;
    const standings = this.#course.on(day);
    const tone = new Uint8Array(standings.age.length);
    for (let cell = 0; cell < tone.length; cell++) tone[cell] = toneOf(standings.age[cell]!);
    return { ...standings, tone };
  }

  /** The parties that have ground, each with what it alone holds in km²: 0 for one that only contests some. */
  held({ state }: Standings): Map<string, number> {
    const km2 = new Float64Array(this.states.length + 1);
    for (let cell = 0; cell < state.length; cell++) km2[state[cell]!]! += this.#km2[cell]!;
    const out = new Map<string, number>();
    this.states.forEach(({ holder, parties }, s) => {
      if (!(km2[s]! > 0)) return;
      if (holder) out.set(holder, thousandths(km2[s]!));
      for (const party of parties) out.set(party, out.get(party) ?? 0);
    });
    return out;
  }

  /** The day; nothing before the first on which anything is known. */
  on(day: Day): Control {
    const known = this.#knows(day);
    const standings = this.#course.on(day);
    return {
      areas: { type: 'FeatureCollection', features: known ? this.#areas(day, standings) : [] },
      fronts: { type: 'FeatureCollection', features: known ? this.#fronts(standings) : [] },
    };
  }

  /** How much of the ground was in each state, over time. */
  periods(): readonly Period[] {
    return (this.#periods ??= periodsOf(this.#course, this.#km2));
  }

  #knows(day: Day): boolean {
    return this.#first !== null && day >= this.#first;
  }

  #areas(day: Day, { state, reported, age }: Standings): Areas['features'] {
    const { states } = this;
    const km2 = new Float64Array(states.length + 1);
    const km2Reported = new Float64Array(states.length + 1);
    const youngest = new Int32Array(states.length + 1).fill(-1); // by state: the least age of evidence
    for (let cell = 0; cell < state.length; cell++) {
      const s = state[cell]!;
      km2[s]! += this.#km2[cell]!;
      if (reported[cell] === 1) km2Reported[s]! += this.#km2[cell]!;
      if (age[cell]! >= 0 && (youngest[s]! < 0 || age[cell]! < youngest[s]!)) youngest[s] = age[cell]!;
    }
    const features: Areas['features'] = [];
    shapesOf(new Labelled(this.mesh, state), km2.length).forEach((coordinates, s) => {
      if (coordinates.length === 0) return;
      const { holder, parties } = states[s] ?? { holder: UNKNOWN, parties: [] };
      features.push({
        type: 'Feature', geometry: { type: 'MultiPolygon', coordinates },
        properties: {
          holder, contested: parties.length > 0, parties, km2: thousandths(km2[s]!), km2_reported: thousandths(km2Reported[s]!),
          said: youngest[s]! < 0 ? null : addDays(day, -youngest[s]!),
        },
      });
    });
    return features;
  }

  #fronts({ state, place }: Standings): Fronts['features'] {
    const { states } = this;
    const front = Int32Array.from({ length: states.length + 1 }, (_, s) => (states[s]?.holder ? s : NONE)); // contested ground has none
    const held = new Int32Array(state.length);
    for (let cell = 0; cell < held.length; cell++) held[cell] = front[state[cell]!]!;
    const holder = (s: number): string => states[s]?.holder ?? '';
    const speaker = (cell: number): string => this.#cells[cell]!.places[place[cell]!]!.id;
    return bordersOf(new Labelled(this.mesh, held)).map(({ left, right, line, cells }): Fronts['features'][number] => ({
      type: 'Feature', geometry: { type: 'LineString', coordinates: line },
      properties: { a: holder(left), b: holder(right), km: thousandths(lengthKm(line)), places: pairs(cells, speaker) },
    }));
  }
}

/** The places between which a line runs, each pair once. */
function pairs(cells: [number, number][], speaker: (cell: number) => string): [string, string][] {
  const seen = new Set<number>();
  const once = cells.filter(([a, b]) => seen.size < seen.add(a * 2 ** 26 + b).size); // cells number fewer than that
  return once.map(([a, b]) => [speaker(a), speaker(b)]);
}

function thousandths(x: number): number {
  return Math.round(x * 1000) / 1000;
}
