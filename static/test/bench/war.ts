/** A war to measure with: ground of square cells, and who holds it over ten years. */
import type { CourseDocument, GroundDocument } from '../../src/ground/format.ts';
import { bricks, course } from '../unit/bricks.ts';
import type { Random } from '../unit/random.ts';

/**
 * A line between two holders that wanders over the map, and a contested strip
 * along it: `side` times `side` cells with forty states each over ten years.
 */
export function war(side: number, random: Random): [GroundDocument, CourseDocument] {
  const cells = Array.from({ length: side * side }, (_, cell) => {
    const [x, y] = [cell % side, Math.floor(cell / side)];
    return Array.from({ length: 40 }, (_, step) => {
      const line = side * (0.5 + 0.3 * Math.sin(step / 5 + y / 9)) + 12 * Math.sin(y / 3 + step);
      const state = Math.abs(x - line) < 2 ? 2 : x < line ? 0 : 1;
      return [step === 0 ? random.int(0, 60) : random.int(60, 120), 2 * state + random.int(1, 2)];
    }).flat();
  });
  return [bricks(side, side), course(cells)];
}

/** The same ground laid over a box: west, south, east, north in degrees. */
export function laidOver([west, south, east, north]: [number, number, number, number], ground: GroundDocument): GroundDocument {
  const side = Math.sqrt(ground.cells.length);
  const [lon, lat] = [(east - west) / side, (north - south) / side]; // degrees of a cell
  const nodes = ground.nodes.map((step, i) => Math.round(step * (i % 2 === 0 ? lon : lat)));
  nodes[0] = west * ground.scale;
  nodes[1] = south * ground.scale;
  return { ...ground, nodes };
}
