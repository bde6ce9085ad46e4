import { UNKNOWN } from '../actors.ts';
import type { Areas, Fronts } from '../api/layers.ts';
import type { Day } from '../day.ts';
import { shapesOf } from './areas.ts';
import { Course, type Standings } from './course.ts';
import { checkFormat, type CourseDocument, type GroundDocument } from './format.ts';
import { bordersOf, lengthKm } from './fronts.ts';
import { Labelled, NONE } from './labels.ts';
import { meshOf, type Mesh } from './mesh.ts';

/** Who holds the ground on a day, as /api/areas and /api/fronts say it. */
export interface Control {
  areas: Areas;
  fronts: Fronts;
}

type Place = GroundDocument['cells'][number]['places'][number];

/** The ground over time: fetched once, it draws every day by itself. */
export class Ground {
  readonly #mesh: Mesh;
  readonly #course: Course;
  readonly #cells: GroundDocument['cells'];
  readonly #km2: Float64Array; // by cell
  readonly #places: Map<string, Place>;
  readonly #first: Day | null; // on which anything is known

  /** Documents of another format, or that do not belong together, are an error. */
  constructor(ground: GroundDocument, course: CourseDocument) {
    checkFormat('ground', ground);
    checkFormat('course', course);
    if (course.ground !== ground.id) throw new Error(`ground ${ground.id}, and a course of ${course.ground}`);
    this.#mesh = meshOf(ground);
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

  /** The day; nothing before the first on which anything is known. */
  on(day: Day): Control {
    const known = this.#first !== null && day >= this.#first;
    const standings = this.#course.on(day);
    return {
      areas: { type: 'FeatureCollection', features: known ? this.#areas(standings) : [] },
      fronts: { type: 'FeatureCollection', features: known ? this.#fronts(standings) : [] },
    };
  }

  #areas({ state }: Standings): Areas['features'] {
    const { states } = this.#course;
    const km2 = new Float64Array(states.length + 1);
    for (let cell = 0; cell < state.length; cell++) km2[state[cell]!]! += this.#km2[cell]!;
    const features: Areas['features'] = [];
    shapesOf(new Labelled(this.#mesh, state), km2.length).forEach((coordinates, s) => {
      if (coordinates.length === 0) return;
      const { holder, parties } = states[s] ?? { holder: UNKNOWN, parties: [] };
      features.push({
        type: 'Feature', geometry: { type: 'MultiPolygon', coordinates },
        properties: { holder, contested: parties.length > 0, parties, km2: thousandths(km2[s]!) },
      });
    });
    return features;
  }

  #fronts({ state, place }: Standings): Fronts['features'] {
    const { states } = this.#course;
    const front = Int32Array.from({ length: states.length + 1 }, (_, s) => (states[s]?.holder ? s : NONE)); // contested ground has none
    const held = new Int32Array(state.length);
    for (let cell = 0; cell < held.length; cell++) held[cell] = front[state[cell]!]!;
    const holder = (s: number): string => states[s]?.holder ?? '';
    const speaker = (cell: number): string => this.#cells[cell]!.places[place[cell]!]!.id;
    return bordersOf(new Labelled(this.#mesh, held)).map(({ left, right, line, cells }): Fronts['features'][number] => ({
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
