/** How ground looks, in GLSL. Lengths are CSS pixels but where it says otherwise. */
import { FILL, ROW } from './cells_day.ts';

/** Looks up what is known of a corner's cell, and how its state is painted. */
export const CELLS_VERTEX = `#version 300 es
precision highp float;
precision highp int;
uniform mat4 u_matrix;
uniform highp usampler2D u_cells;
uniform highp usampler2D u_states;
layout(location = 0) in vec2 a_position;
layout(location = 1) in uint a_cell;
flat out vec3 v_colour;
flat out vec3 v_stripe;
flat out float v_strength;
flat out uint v_fill;
flat out uint v_reported;

void main() {
  uvec4 known = texelFetch(u_cells, ivec2(a_cell % ${ROW}u, a_cell / ${ROW}u), 0);
  int state = int(known.r | known.g << 8);
  uvec4 first = texelFetch(u_states, ivec2(0, state), 0);
  uvec4 other = texelFetch(u_states, ivec2(1, state), 0);
  v_colour = vec3(first.rgb) / 255.0;
  v_stripe = vec3(other.rgb) / 255.0;
  v_fill = first.a;
  v_strength = (1.0 - 0.17 * float(known.b)) * float(other.a) / 255.0; // older evidence is paler
  v_reported = known.a;
  gl_Position = u_matrix * vec4(a_position, 0.0, 1.0);
}`;

/**
 * Patterns repeat every 12 pixels and hang on the ground, not on the window. What
 * is only concluded has fine light lines, which run against the hatching.
 */
export const CELLS_FRAGMENT = `#version 300 es
precision highp float;
precision highp int;
uniform vec2 u_anchor; // device pixels
uniform float u_ratio; // device pixels in a pixel
uniform vec3 u_grey; // of unknown ground
flat in vec3 v_colour;
flat in vec3 v_stripe;
flat in float v_strength;
flat in uint v_fill;
flat in uint v_reported;
out vec4 colour;

/** How much of a pixel a line of a width covers whose middle is so far away. */
float line(float away, float width) {
  return clamp((0.5 * width - away) * u_ratio + 0.5, 0.0, 1.0);
}

/** How far it is to the nearest of lines that are so far apart along the axes. */
float toLine(float along, float apart) {
  return abs(mod(along, apart) - 0.5 * apart) * 0.70710678;
}

void main() {
  vec2 p = (gl_FragCoord.xy - u_anchor) / u_ratio;
  float alpha = 0.52 * v_strength;
  vec3 c = v_colour;
  if (v_fill == ${FILL.dotted}u) {
    vec2 q = mod(vec2(p.x + 3.0 * floor(mod(p.y, 12.0) / 6.0), p.y), 6.0) - 3.0;
    alpha = mix(0.18, 0.7, line(length(q), 1.6)) * v_strength;
    c = u_grey;
  } else {
    if (v_fill == ${FILL.hatched}u) {
      c = mix(c, v_stripe, line(toLine(p.x - p.y, 12.0), 4.2));
      alpha = 0.62 * v_strength;
    }
    if (v_reported == 0u) alpha *= 1.0 - 0.45 * line(toLine(p.x + p.y, 4.0), 1.0);
  }
  colour = vec4(c * alpha, alpha);
}`;

/** An edge, made as wide as a line and half a pixel more on every side. */
export const LINES_VERTEX = `#version 300 es
precision highp float;
uniform mat4 u_matrix;
uniform vec2 u_half; // half of the window, device pixels
uniform float u_radius; // half of the line's width, device pixels
layout(location = 0) in vec4 a_ends;
out vec2 v_at; // along the edge and across it
flat out float v_length;

void main() {
  vec4 from = u_matrix * vec4(a_ends.xy, 0.0, 1.0);
  vec4 to = u_matrix * vec4(a_ends.zw, 0.0, 1.0);
  vec2 a = from.xy / from.w * u_half;
  vec2 b = to.xy / to.w * u_half;
  v_length = length(b - a);
  vec2 along = v_length > 0.0 ? (b - a) / v_length : vec2(1.0, 0.0);
  float reach = u_radius + 0.5;
  v_at = vec2(gl_VertexID % 2 == 0 ? -reach : v_length + reach, gl_VertexID < 2 ? -reach : reach);
  gl_Position = vec4((a + along * v_at.x + vec2(-along.y, along.x) * v_at.y) / u_half, 0.0, 1.0);
}`;

/** Round at its ends, so that edges that meet leave no gap. */
export const LINES_FRAGMENT = `#version 300 es
precision highp float;
uniform float u_radius;
uniform vec4 u_colour;
in vec2 v_at;
flat in float v_length;
out vec4 colour;

void main() {
  float beyond = max(max(-v_at.x, v_at.x - v_length), 0.0);
  colour = u_colour * clamp(u_radius + 0.5 - length(vec2(beyond, v_at.y)), 0.0, 1.0);
}`;
