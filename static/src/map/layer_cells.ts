import type { CustomLayerInterface, CustomRenderMethodInput, Map as GlMap } from 'maplibre-gl';
import { ROW } from './cells_day.ts';
import type { Triangles } from './cells_mesh.ts';
import { CELLS_FRAGMENT, CELLS_VERTEX } from './cells_shader.ts';
import { fill, fromOrigin, program, table, upload } from './gl.ts';

const PERIOD = 12; // pixels after which all patterns repeat

interface Kept {
  program: WebGLProgram;
  uniform: (name: string) => WebGLUniformLocation | null;
  cells: WebGLTexture;
  states: WebGLTexture;
  corners: WebGLVertexArrayObject | null;
  buffers: WebGLBuffer[]; // of the corners
}

/**
 * The cells of the ground, uploaded once. A day is a table of a few bytes a cell,
 * so it is drawn with the next frame. Whatever is set waits for that frame, and is
 * uploaded again should the browser take the context away and give another.
 */
export class CellsLayer implements CustomLayerInterface {
  readonly id = 'cells';
  readonly type = 'custom';
  readonly #grey: [number, number, number];
  #map: GlMap | null = null;
  #kept: Kept | null = null;
  #ground: Triangles | null = null;
  #states: Uint8Array | null = null;
  #cells: Uint8Array | null = null;
  #stale = { ground: false, states: false, cells: false };

  /** The grey of unknown ground: red, green and blue from 0 to 1. */
  constructor(grey: [number, number, number]) {
    this.#grey = grey;
  }

  /** Other ground, or none; nothing is drawn on it until its states and cells are shown. */
  lay(ground: Triangles | null): void {
    this.#ground = ground;
    this.#cells = null;
    this.#changed('ground');
  }

  /** How the states are painted: the bytes of paletteOf. */
  paint(states: Uint8Array): void {
    this.#states = states;
    this.#changed('states');
  }

  /** A day: the bytes of texels, of the ground that was laid; null draws nothing. */
  show(cells: Uint8Array | null): void {
    this.#cells = cells;
    this.#changed('cells');
  }

  onAdd(map: GlMap, gl: WebGL2RenderingContext): void {
    const linked = program(gl, CELLS_VERTEX, CELLS_FRAGMENT);
    this.#map = map;
    this.#kept = {
      program: linked, uniform: (name) => gl.getUniformLocation(linked, name),
      cells: table(gl), states: table(gl), corners: null, buffers: [],
    };
    this.#stale = { ground: true, states: true, cells: true };
  }

  onRemove(_: GlMap, gl: WebGL2RenderingContext): void {
    if (!this.#kept) return;
    this.#drop(gl, this.#kept);
    gl.deleteTexture(this.#kept.cells);
    gl.deleteTexture(this.#kept.states);
    gl.deleteProgram(this.#kept.program);
    this.#kept = this.#map = null;
  }

  render(gl: WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput): void {
    const [kept, ground] = [this.#kept, this.#ground];
    if (!kept || !ground || !this.#states || !this.#cells) return;
    this.#bring(gl, kept, ground);
    const matrix = fromOrigin(defaultProjectionData.mainMatrix, ground.origin);
    const ratio = this.#map?.getPixelRatio() ?? 1;
    const anchor = (clip: number, side: number): number => ((clip + 1) / 2) * side % (PERIOD * ratio);
    const [x = 0, y = 0, w = 1] = [matrix[12], matrix[13], matrix[15]];
    gl.useProgram(kept.program);
    gl.uniformMatrix4fv(kept.uniform('u_matrix'), false, matrix);
    gl.uniform2f(kept.uniform('u_anchor'), anchor(x / w, gl.drawingBufferWidth), anchor(y / w, gl.drawingBufferHeight));
    gl.uniform1f(kept.uniform('u_ratio'), ratio);
    gl.uniform3fv(kept.uniform('u_grey'), this.#grey);
    [kept.cells, kept.states].forEach((texture, unit) => {
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.bindTexture(gl.TEXTURE_2D, texture);
      gl.uniform1i(kept.uniform(unit === 0 ? 'u_cells' : 'u_states'), unit);
    });
    gl.bindVertexArray(kept.corners);
    gl.drawElements(gl.TRIANGLES, ground.index.length, gl.UNSIGNED_INT, 0);
    gl.bindVertexArray(null);
  }

  /** Uploads what has changed. */
  #bring(gl: WebGL2RenderingContext, kept: Kept, ground: Triangles): void {
    gl.activeTexture(gl.TEXTURE0);
    if (this.#stale.cells && this.#cells) fill(gl, kept.cells, ROW, this.#cells);
    if (this.#stale.states && this.#states) fill(gl, kept.states, 2, this.#states);
    if (this.#stale.ground) {
      this.#drop(gl, kept);
      kept.corners = gl.createVertexArray();
      gl.bindVertexArray(kept.corners);
      const index = gl.createBuffer();
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, index);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, ground.index, gl.STATIC_DRAW);
      kept.buffers = [index, upload(gl, { at: 0, data: ground.corners, size: 2 }), upload(gl, { at: 1, data: ground.cell, size: 1 })];
    }
    this.#stale = { ground: false, states: false, cells: false };
  }

  #drop(gl: WebGL2RenderingContext, kept: Kept): void {
    gl.deleteVertexArray(kept.corners);
    for (const buffer of kept.buffers) gl.deleteBuffer(buffer);
    [kept.corners, kept.buffers] = [null, []];
  }

  #changed(what: 'ground' | 'states' | 'cells'): void {
    this.#stale[what] = true;
    this.#map?.triggerRepaint();
  }
}
