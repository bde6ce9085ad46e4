import type { CustomLayerInterface, CustomRenderMethodInput, Map as GlMap } from 'maplibre-gl';
import { LINES_FRAGMENT, LINES_VERTEX } from './cells_shader.ts';
import { fromOrigin, program, upload } from './gl.ts';

/** A line drawn along the edges; more of them lie over each other. */
export interface Stroke {
  colour: [red: number, green: number, blue: number, alpha: number]; // from 0 to 1
  width: [at5: number, at10: number]; // pixels at zoom 5 and 10
}

interface Kept {
  program: WebGLProgram;
  edges: WebGLVertexArrayObject;
  buffer: WebGLBuffer; // of the edges
}

/** Edges of cells as lines: other edges every day, few enough to be uploaded with the frame that shows them. */
export class LinesLayer implements CustomLayerInterface {
  readonly id: string;
  readonly type = 'custom';
  #strokes: readonly Stroke[] = [];
  #map: GlMap | null = null;
  #kept: Kept | null = null;
  #origin: readonly [number, number] = [0, 0];
  #edges = new Float32Array();
  #stale = false;

  constructor(id: string) {
    this.id = id;
  }

  /** How the edges are drawn from now on. */
  stroke(strokes: readonly Stroke[]): void {
    this.#strokes = strokes;
    this.#map?.triggerRepaint();
  }

  /** The edges of a day, four numbers each, counted from an origin on Web Mercator. */
  show(origin: readonly [number, number], edges: Float32Array<ArrayBuffer>): void {
    [this.#origin, this.#edges, this.#stale] = [origin, edges, true];
    this.#map?.triggerRepaint();
  }

  onAdd(map: GlMap, gl: WebGL2RenderingContext): void {
    const edges = gl.createVertexArray();
    gl.bindVertexArray(edges);
    const buffer = upload(gl, { at: 0, data: this.#edges, size: 4 });
    gl.vertexAttribDivisor(0, 1);
    gl.bindVertexArray(null);
    this.#map = map;
    this.#kept = { program: program(gl, LINES_VERTEX, LINES_FRAGMENT), edges, buffer };
    this.#stale = false;
  }

  onRemove(_: GlMap, gl: WebGL2RenderingContext): void {
    if (!this.#kept) return;
    gl.deleteVertexArray(this.#kept.edges);
    gl.deleteBuffer(this.#kept.buffer);
    gl.deleteProgram(this.#kept.program);
    this.#kept = this.#map = null;
  }

  render(gl: WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput): void {
    const [kept, map, edges] = [this.#kept, this.#map, this.#edges.length / 4];
    if (!kept || !map || edges === 0) return;
    if (this.#stale) {
      gl.bindBuffer(gl.ARRAY_BUFFER, kept.buffer);
      gl.bufferData(gl.ARRAY_BUFFER, this.#edges, gl.DYNAMIC_DRAW);
      this.#stale = false;
    }
    const uniform = (name: string): WebGLUniformLocation | null => gl.getUniformLocation(kept.program, name);
    gl.useProgram(kept.program);
    gl.uniformMatrix4fv(uniform('u_matrix'), false, fromOrigin(defaultProjectionData.mainMatrix, this.#origin));
    gl.uniform2f(uniform('u_half'), gl.drawingBufferWidth / 2, gl.drawingBufferHeight / 2);
    gl.bindVertexArray(kept.edges);
    const far = Math.min(Math.max((map.getZoom() - 5) / 5, 0), 1);
    for (const { colour: [red, green, blue, alpha], width: [at5, at10] } of this.#strokes) {
      gl.uniform1f(uniform('u_radius'), ((at5 + (at10 - at5) * far) / 2) * map.getPixelRatio());
      gl.uniform4f(uniform('u_colour'), red * alpha, green * alpha, blue * alpha, alpha);
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, edges);
    }
    gl.bindVertexArray(null);
  }
}
