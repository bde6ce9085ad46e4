import { dayNumber, type Day } from '../day.ts';
import type { CourseDocument } from './format.ts';

/** What is known of the cells on a day, and how well. */
export interface Standings {
  state: Int32Array; // by cell; the number of states where nothing is known
  place: Int32Array; // by cell: which of its places is the first that says so
  reported: Uint8Array; // by cell: 1 where it is reported, 0 where it is only concluded, and where nothing is known
  age: Int32Array; // by cell: days since the last claims that say so; -1 where nothing was said yet, and where nothing is known
}

/** The day of claims that there are none of: later than all others. */
const NEVER = 2 ** 31 - 1;

/** In which state each cell was over time, and when that was said. */
export class Course {
  readonly states: CourseDocument['states'];
  readonly #begin: Int32Array; // by cell, and one more: where its entries begin
  readonly #day: Int32Array; // by entry: from which day on
  readonly #code: Int32Array; // by entry: the state
  readonly #said: Int32Array; // by entry: the day of the last claims
  readonly #last: Last;

  constructor({ epoch, states, cells }: CourseDocument) {
    this.states = states;
    this.#begin = new Int32Array(cells.length + 1);
    this.#last = lastOf(cells.length);
    const most = cells.reduce((sum, list) => sum + list.length / 2, 0);
    [this.#day, this.#code, this.#said] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
    const first = epoch ? dayNumber(epoch) : 0;
    for (let cell = 0, at = 0; cell < cells.length; cell++) {
      at = this.#read(cells[cell]!, first, at);
      this.#begin[cell + 1] = at;
    }
  }

  /** Reads the list of a cell to the entries from one on; the entry after its last. */
  #read(list: number[], first: number, begin: number): number {
    let at = begin;
    for (let i = 0, day = first, code = 0; i < list.length; i += 2) {
      const what = list[i + 1]!;
      day += list[i]!;
      if (what >= 0) code = what;
      if (at > begin && this.#day[at - 1] === day) at--; // of the evidence for what begins on that day
      this.#day[at] = day;
      this.#code[at] = code;
      this.#said[at] = what >= 0 ? day : saidBy(what, day);
      at++;
    }
    return at;
  }

  /** What is known of each cell on a day. */
  on(day: Day): Standings {
    const number = dayNumber(day);
    const { from, to, state, place, reported, said } = this.#last;
    const age = new Int32Array(from.length);
    for (let cell = 0; cell < age.length; cell++) {
      if (number < from[cell]! || number >= to[cell]!) this.#turn(cell, number);
      age[cell] = Math.max(number - said[cell]!, -1);
    }
    return { state: state.slice(), place: place.slice(), reported: reported.slice(), age };
  }

  /** Tells all that is known of the cells: from which day (its number) on a cell is in a state, and whether that is reported. */
  each(tell: (cell: number, day: number, state: number, reported: boolean) => void): void {
    const states = this.states.length;
    for (let cell = 0; cell + 1 < this.#begin.length; cell++) {
      for (let at = this.#begin[cell]!; at < this.#begin[cell + 1]!; at++) {
        const code = this.#code[at]!;
        if (code === 0) tell(cell, this.#day[at]!, states, false);
        else tell(cell, this.#day[at]!, ((code - 1) >> 1) % states, code % 2 === 0);
      }
    }
  }

  /** Brings a cell to a day. */
  #turn(cell: number, day: number): void {
    const [begin, end] = [this.#begin[cell]!, this.#begin[cell + 1]!];
    let [low, high] = [begin, end];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#day[middle]! <= day) low = middle + 1;
      else high = middle;
    }
    const { from, to, state, place, reported, said } = this.#last;
    const code = low === begin ? 0 : this.#code[low - 1]!;
    const [n, states] = [(code - 1) >> 1, this.states.length];
    from[cell] = low === begin ? -NEVER : this.#day[low - 1]!;
    to[cell] = low === end ? NEVER : this.#day[low]!;
    state[cell] = code === 0 ? states : n % states;
    place[cell] = code === 0 ? 0 : Math.floor(n / states);
    reported[cell] = code === 0 ? 0 : (code - 1) & 1;
    said[cell] = code === 0 ? NEVER : this.#said[low - 1]!;
  }
}

/** What is known of the cells on the day last asked for, and from which day to which: few change from one step of the slider to the next. */
interface Last extends Omit<Standings, 'age'> {
  from: Int32Array; // by cell
  to: Int32Array; // by cell: the day after the last
  said: Int32Array; // by cell
}

function lastOf(cells: number): Last {
  return {
    from: new Int32Array(cells), to: new Int32Array(cells), said: new Int32Array(cells), // from no day to none
    state: new Int32Array(cells), place: new Int32Array(cells), reported: new Uint8Array(cells),
  };
}

/** The day of the last claims, by a code of the evidence from a day on. */
function saidBy(code: number, day: number): number {
  if (code === -1) return NEVER;
  return code % 2 === 0 ? day + (code + 2) / 2 : day - (code + 1) / 2;
}
