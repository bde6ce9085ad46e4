/**
 * Cutting to a box [west, south, east, north]. Points are [lon, lat] in
 * degrees; edges are straight on the plate carrée.
 */

/** A closed ring cut to the box, closed again; empty where it lies outside. After Sutherland and Hodgman, 1974. */
export function cutRing(ring, [west, south, east, north]) {
  const sides = [
    [0, west, 1], [0, east, -1], [1, south, 1], [1, north, -1],
  ];
  let out = ring.slice(0, -1);
  for (const [axis, limit, sign] of sides) {
    const inside = (p) => (p[axis] - limit) * sign >= 0;
    out = out.flatMap((p, i) => {
      const q = out.at(i - 1); // the point before; the last one before the first
      const cut = inside(p) === inside(q) ? [] : [crossing(q, p, axis, limit)];
      return inside(p) ? [...cut, p] : cut;
    });
  }
  return out.length > 0 ? [...out, out[0]] : [];
}

/** The stretches of a line that touch the box, each with one point beyond it at either end. */
export function cutLine(line, [west, south, east, north]) {
  const inside = ([x, y]) => x >= west && x <= east && y >= south && y <= north;
  const near = (i) => i >= 0 && i < line.length && inside(line[i]);
  const out = [];
  let open = null;
  line.forEach((p, i) => {
    if (near(i) || near(i - 1) || near(i + 1)) {
      if (!open) out.push((open = []));
      open.push(p);
    } else {
      open = null;
    }
  });
  return out;
}

function crossing(a, b, axis, limit) {
  const t = (limit - a[axis]) / (b[axis] - a[axis]);
  const p = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
  p[axis] = limit;
  return p;
}
