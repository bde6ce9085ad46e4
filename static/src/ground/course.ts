import { dayNumber, type Day } from '../day.ts';
import type { CourseDocument } from './format.ts';

/** What is known of the cells on a day. */
export interface Standings {
  state: Int32Array; // by cell; the number of states where nothing is known
  place: Int32Array; // by cell: which of its places is the first that says so
}

/** In which state each cell was over time. */
export class Course {
  readonly states: CourseDocument['states'];
  readonly #begin: Int32Array; // by cell, and one more: where its entries begin
  readonly #day: Int32Array; // by entry: from which day on
  readonly #code: Int32Array;

  constructor({ epoch, states, cells }: CourseDocument) {
    this.states = states;
    this.#begin = new Int32Array(cells.length + 1);
    cells.forEach((list, i) => { this.#begin[i + 1] = this.#begin[i]! + list.length / 2; });
    const entries = this.#begin[cells.length]!;
    [this.#day, this.#code] = [new Int32Array(entries), new Int32Array(entries)];
    const first = epoch ? dayNumber(epoch) : 0;
    let at = 0;
    for (const list of cells) {
      for (let i = 0, day = first; i < list.length; i += 2, at++) {
        day += list[i]!;
        this.#day[at] = day;
        this.#code[at] = list[i + 1]!;
      }
    }
  }

  /** What is known of each cell on a day. */
  on(day: Day): Standings {
    const number = dayNumber(day);
    const cells = this.#begin.length - 1;
    const [state, place] = [new Int32Array(cells), new Int32Array(cells)];
    const states = this.states.length;
    for (let cell = 0; cell < cells; cell++) {
      const code = this.#codeOn(number, this.#begin[cell]!, this.#begin[cell + 1]!);
      const n = (code - 1) >> 1;
      state[cell] = code === 0 ? states : n % states;
      place[cell] = code === 0 ? 0 : Math.floor(n / states);
    }
    return { state, place };
  }

  /** The code of the last of some entries that has begun; 0 where none has. */
  #codeOn(day: number, begin: number, end: number): number {
    let [low, high] = [begin, end];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#day[middle]! <= day) low = middle + 1;
      else high = middle;
    }
    return low === begin ? 0 : this.#code[low - 1]!;
  }
}
