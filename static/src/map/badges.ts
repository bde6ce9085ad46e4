import type { Group } from './groups.ts';
import type { Knowledge } from './images.ts';
import type { Paper } from './palette.ts';
import { EVENT_SIGNS, PLACE_SIGNS, type Sign, type SignKind } from './signs.ts';

type Canvas = CanvasRenderingContext2D;

/** A disc of 22 units rimmed in the party's colour with the sign of a group of events in it; pale and broken where doubtful. */
export function drawBadge(c: Canvas, group: Group, { rim, firm, paper }: { rim: string; firm: boolean; paper: Paper }): void {
  c.globalAlpha = firm ? 1 : 0.5;
  disc(c, 11, 9.2, paper.white);
  c.strokeStyle = rim;
  c.lineWidth = 2.6;
  if (!firm) c.setLineDash([2.4, 2]);
  c.stroke();
  c.setLineDash([]);
  drawPath(c, EVENT_SIGNS[group], paper.ink);
}

/**
 * A disc of 34 units for several events: above, the sign of the group that most
 * of them are of, below, room for their number, around it the shares of those
 * who acted, as colours and parts of any sum.
 */
export function drawCluster(c: Canvas, group: Group, shares: readonly (readonly [colour: string, parts: number])[], paper: Paper): void {
  disc(c, 17, 16.4, paper.halo);
  disc(c, 17, 15.2, paper.white);
  const all = shares.reduce((sum, [, parts]) => sum + parts, 0);
  c.lineWidth = 3.6;
  let from = -Math.PI / 2;
  for (const [colour, parts] of all > 0 ? shares : [[paper.soft, 1] as const]) {
    const to = from + (2 * Math.PI * parts) / (all || 1);
    c.beginPath();
    c.arc(17, 17, 14, from, to);
    c.strokeStyle = colour;
    c.stroke();
    from = to;
  }
  c.translate(8.8, 3.4);
  c.scale(0.75, 0.75);
  drawPath(c, EVENT_SIGNS[group], paper.ink);
}

/** A sign of a topographic sheet in ink on a field of 22 units that is rimmed in the colour of its holder. */
export function drawSign(c: Canvas, kind: SignKind, { rim, how, paper }: { rim: string; how: Knowledge; paper: Paper }): void {
  field(c, 1, paper.halo);
  field(c, 2, paper.white);
  c.strokeStyle = rim;
  c.lineWidth = 2.2;
  if (how === 'inferred') c.setLineDash([2.6, 2]);
  c.stroke();
  c.setLineDash([]);
  if (how === 'contested') {
    c.beginPath();
    c.roundRect(0.9, 0.9, 20.2, 20.2, 5);
    c.strokeStyle = paper.ink;
    c.lineWidth = 1.2;
    c.stroke();
  }
  drawPath(c, PLACE_SIGNS[kind], paper.ink);
}

function disc(c: Canvas, middle: number, radius: number, fill: string): void {
  c.beginPath();
  c.arc(middle, middle, radius, 0, 2 * Math.PI);
  c.fillStyle = fill;
  c.fill();
}

/** A square with round corners, so far from the edges of 22 units. */
function field(c: Canvas, inset: number, fill: string): void {
  c.beginPath();
  c.roundRect(inset, inset, 22 - 2 * inset, 22 - 2 * inset, 4.5);
  c.fillStyle = fill;
  c.fill();
}

function drawPath(c: Canvas, sign: Sign, ink: string): void {
  c.strokeStyle = c.fillStyle = ink;
  c.lineWidth = 1.5;
  c.lineCap = c.lineJoin = 'round';
  const path = new Path2D(sign.d);
  if (sign.fill) c.fill(path);
  c.stroke(path);
}
