import type { Actors } from '../actors.ts';
import { UNKNOWN } from '../actors.ts';
import { NONE } from '../ground/labels.ts';
import type { Mesh } from '../ground/mesh.ts';

/** What is to be seen of each cell on a day. */
export interface Shades {
  state: Int32Array; // the number of states where nothing is known
  tone: Uint8Array; // how old the evidence is, from 0, fresh, to 3
  reported: Uint8Array; // 1, or 0 where it is only concluded
}

/** Who holds ground in a state alone, or who contests it. */
export interface State {
  holder: string | null;
  parties: string[];
}

/** How ground is filled. */
export const FILL = { plain: 0, hatched: 1, dotted: 2 } as const;

/** Texels in a row of the table of cells: any WebGL2 can have a texture as wide. */
export const ROW = 1024;

/**
 * The table of cells as the shader reads it, four bytes a cell: its state, the
 * lesser byte first, the tone, and whether it is reported. Whole rows of ROW
 * cells; those that are too many are 0.
 */
export function texels({ state, tone, reported }: Shades): Uint8Array {
  const out = new Uint8Array(4 * ROW * Math.max(1, Math.ceil(state.length / ROW)));
  for (let cell = 0, at = 0; cell < state.length; cell++, at += 4) {
    out[at] = state[cell]! & 255;
    out[at + 1] = state[cell]! >> 8;
    out[at + 2] = tone[cell]!;
    out[at + 3] = reported[cell]!;
  }
  return out;
}

/**
 * The table of states as the shader reads it, eight bytes a state and one more
 * for ground of which nothing is known: the colour and how it is filled, the
 * colour of its stripes and 255, or less where the ground of hidden parties is
 * drawn faint.
 */
export function paletteOf(states: readonly State[], actors: Actors, stripe: string, hidden: ReadonlySet<string>): Uint8Array {
  const rows = [...states, { holder: UNKNOWN, parties: [] }].map((state) => {
    const { holder, parties } = state;
    const first = holder ?? parties[0] ?? UNKNOWN;
    const other = parties.find((p) => p !== first);
    const fill = parties.length > 0 ? FILL.hatched : first === UNKNOWN ? FILL.dotted : FILL.plain;
    return [...rgb(actors.colour(first)), fill, ...rgb(other === undefined ? stripe : actors.colour(other)), isHidden(state, hidden) ? FAINT : 255];
  });
  return Uint8Array.from(rows.flat());
}

const FAINT = 40; // of 255

/** Whether all parties that ground in a state is of are hidden. */
function isHidden({ holder, parties }: State, hidden: ReadonlySet<string>): boolean {
  return (holder === null ? parties : [holder, ...parties]).every((p) => hidden.has(p));
}

/** The bytes of a colour written #rrggbb. */
export function rgb(colour: string): [number, number, number] {
  const n = parseInt(colour.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
}

/** Edges on a day, four numbers each: x, y of the one end and of the other. */
export interface Lines {
  fronts: Float32Array<ArrayBuffer>; // between two that each hold their side alone
  hems: Float32Array<ArrayBuffer>; // where ground otherwise goes over from one state to another, or ends
}

/**
 * The edges of a mesh along which something ends. Between ground of which nothing
 * is known and ground of no place nothing does, and neither does where all the
 * parties on both sides are hidden.
 */
export function linesOf({ origin, cell }: Mesh, nodes: Float32Array, { state, states, hidden }: { state: Int32Array; states: readonly State[]; hidden: ReadonlySet<string> }): Lines {
  const single = states.map((s) => s.parties.length === 0);
  const seen = states.map((s) => !isHidden(s, hidden));
  const stateOf = (c: number): number => (c < 0 || state[c]! >= single.length ? NONE : state[c]!);
  const kind = new Uint8Array(cell.length / 2); // by edge: 1 for a front, 2 for a hem
  const count = [0, 0, 0];
  for (let e = 0; e < kind.length; e++) {
    const [left, right] = [stateOf(cell[2 * e]!), stateOf(cell[2 * e + 1]!)];
    if (left !== right && (seen[left] || seen[right])) kind[e] = single[left] && single[right] ? 1 : 2;
    count[kind[e]!]!++;
  }
  const drawn = (which: number): Float32Array<ArrayBuffer> => {
    const out = new Float32Array(4 * count[which]!); // counted first: lists that grow cost more than all the rest
    for (let e = 0, at = 0; e < kind.length; e++) {
      if (kind[e] !== which) continue;
      const [from, to] = [2 * origin[2 * e]!, 2 * origin[2 * e + 1]!];
      out[at++] = nodes[from]!;
      out[at++] = nodes[from + 1]!;
      out[at++] = nodes[to]!;
      out[at++] = nodes[to + 1]!;
    }
    return out;
  };
  return { fronts: drawn(1), hems: drawn(2) };
}
