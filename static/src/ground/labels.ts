import type { Mesh } from './mesh.ts';
import { twin } from './mesh.ts';

/** Ground that is not part of anything. */
export const NONE = -1;

/** A mesh whose cells carry labels, NONE or from 0 on. */
export class Labelled {
  readonly mesh: Mesh;
  readonly #cells: number;
  readonly #left: Int32Array; // by half-edge

  constructor(mesh: Mesh, label: Int32Array) {
    [this.mesh, this.#cells] = [mesh, label.length];
    const { cell } = mesh;
    this.#left = new Int32Array(cell.length);
    for (let h = 0; h < cell.length; h++) this.#left[h] = cell[h]! < 0 ? NONE : label[cell[h]!]!;
  }

  /** The label on the left of a half-edge. */
  left(h: number): number {
    return this.#left[h]!;
  }

  right(h: number): number {
    return this.#left[twin(h)]!;
  }

  /** Whether something with a label ends here, with it on the left. */
  isBorder(h: number): boolean {
    const left = this.left(h);
    return left !== NONE && left !== this.right(h);
  }

  /** The border that goes on from a border with the same label on its left. */
  after(h: number): number {
    const { next } = this.mesh;
    const left = this.left(h);
    let on = next[h]!;
    while (this.right(on) === left) on = next[twin(on)]!;
    return on;
  }

  /** By cell the piece of ground it is part of: cells with one label that hang together over edges. */
  pieces(): Int32Array {
    const { cell } = this.mesh;
    const parent = new Int32Array(this.#cells);
    for (let i = 0; i < parent.length; i++) parent[i] = i;
    const root = (i: number): number => {
      while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
      return i;
    };
    for (let h = 0; h < cell.length; h += 2) {
      if (this.left(h) !== NONE && this.left(h) === this.right(h)) parent[root(cell[h]!)] = root(cell[h + 1]!);
    }
    for (let i = 0; i < parent.length; i++) parent[i] = root(i);
    return parent;
  }
}
