/** The little of WebGL2 that the layers of our own need. */

/** Links a program. One that does not compile is an error with the driver's words. */
export function program(gl: WebGL2RenderingContext, vertex: string, fragment: string): WebGLProgram {
  const out = gl.createProgram();
  for (const [type, source] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]] as const) {
    const shader = gl.createShader(type);
    if (!shader) continue; // the context is lost: linking fails
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(out, shader);
    gl.deleteShader(shader); // with the program
  }
  gl.linkProgram(out);
  if (!gl.getProgramParameter(out, gl.LINK_STATUS) && !gl.isContextLost()) throw new Error(`shader: ${gl.getProgramInfoLog(out) ?? ''}`);
  return out;
}

/** Numbers of one kind that belong to corners: `size` of them at each. */
export interface Attribute {
  at: number; // its location
  data: Float32Array | Uint32Array;
  size: number;
}

/** Uploads an attribute to the vertex array that is bound; whole numbers stay whole. */
export function upload(gl: WebGL2RenderingContext, { at, data, size }: Attribute): WebGLBuffer {
  const buffer = gl.createBuffer();
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
  gl.enableVertexAttribArray(at);
  if (data instanceof Uint32Array) gl.vertexAttribIPointer(at, size, gl.UNSIGNED_INT, 0, 0);
  else gl.vertexAttribPointer(at, size, gl.FLOAT, false, 0, 0);
  return buffer;
}

/** A texture of bytes that is read texel by texel. */
export function table(gl: WebGL2RenderingContext): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  return texture;
}

/** Fills a table with rows of `width` texels, four bytes each. */
export function fill(gl: WebGL2RenderingContext, texture: WebGLTexture, width: number, bytes: Uint8Array): void {
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.bindBuffer(gl.PIXEL_UNPACK_BUFFER, null);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8UI, width, bytes.length / 4 / width, 0, gl.RGBA_INTEGER, gl.UNSIGNED_BYTE, bytes);
}

/**
 * The matrix that takes positions counted from an origin to clip space: that of
 * the map, moved there while numbers are still exact enough. Column by column.
 */
export function fromOrigin(matrix: ArrayLike<number>, [x, y]: readonly [number, number]): Float32Array {
  const m = Array.from(matrix);
  for (let row = 0; row < 4; row++) m[12 + row] = (m[row] ?? 0) * x + (m[4 + row] ?? 0) * y + (m[12 + row] ?? 0);
  return Float32Array.from(m);
}
