import { arrowRing } from '../map/arrow.ts';
import { drawDots, drawHatch, drawRing } from '../map/draw.ts';
import type { Paper } from '../map/palette.ts';

type Canvas = CanvasRenderingContext2D;

/** Pictures of 16 units of what lies on the map, as the legend shows them. */

export function drawContested(c: Canvas, paper: Paper): void {
  tiled(c, () => { drawHatch(c, '#b9a99b', '#8a9aa6'); });
  frame(c, paper);
}

export function drawUnknown(c: Canvas, paper: Paper): void {
  tiled(c, () => { drawDots(c); });
  frame(c, paper);
}

export function drawBlank(c: Canvas, paper: Paper): void {
  c.fillStyle = paper.home;
  c.fillRect(0, 0, 16, 16);
  frame(c, paper);
}

/** Fills the picture with tiles of 12 units. */
function tiled(c: Canvas, tile: () => void): void {
  for (const [x, y] of [[0, 0], [12, 0], [0, 12], [12, 12]] as const) {
    c.save();
    c.beginPath();
    c.rect(x, y, Math.min(12, 16 - x), Math.min(12, 16 - y));
    c.clip();
    c.translate(x, y);
    tile();
    c.restore();
  }
}

function frame(c: Canvas, paper: Paper): void {
  c.strokeStyle = paper.border;
  c.lineWidth = 1;
  c.strokeRect(0.5, 0.5, 15, 15);
}

export function drawTint(c: Canvas, colour: string): void {
  c.fillStyle = colour;
  c.globalAlpha = 0.55;
  c.fillRect(0, 0, 16, 16);
  c.globalAlpha = 1;
  c.strokeStyle = colour;
  c.strokeRect(0.5, 0.5, 15, 15);
}

export function drawFront(c: Canvas, paper: Paper): void {
  c.strokeStyle = paper.ink;
  c.lineWidth = 2;
  c.beginPath();
  c.moveTo(0, 11);
  c.bezierCurveTo(5, 3, 10, 14, 16, 5);
  c.stroke();
}

export function drawDot(c: Canvas, fill: string, rim: string): void {
  c.beginPath();
  c.arc(8, 8, 4.5, 0, 2 * Math.PI);
  c.fillStyle = fill;
  c.fill();
  c.strokeStyle = rim;
  c.lineWidth = 1.5;
  c.stroke();
}

/** The edge of a pocket: a broken line with teeth inwards. */
export function drawPocket(c: Canvas, paper: Paper): void {
  c.save();
  c.translate(-1, 5);
  c.scale(0.75, 0.75);
  for (let i = 0; i < 2; i++) {
    drawRing(c, paper.soft, paper.halo);
    c.translate(12, 0);
  }
  c.restore();
  c.strokeStyle = paper.ink;
  c.lineWidth = 1.6;
  c.setLineDash([4, 2.4]);
  c.beginPath();
  c.moveTo(0, 4.5);
  c.lineTo(16, 4.5);
  c.stroke();
  c.setLineDash([]);
}

/** The broken edge of where an event is told to be. */
export function drawEdge(c: Canvas, paper: Paper): void {
  c.strokeStyle = paper.soft;
  c.lineWidth = 1;
  c.setLineDash([3, 2]);
  c.beginPath();
  c.moveTo(1, 15);
  c.lineTo(5, 2);
  c.lineTo(15, 8);
  c.closePath();
  c.stroke();
  c.setLineDash([]);
}

/** The arrow of an advance; with a broken edge where only we say whence. */
export function drawArrow(c: Canvas, concluded: boolean, paper: Paper): void {
  const ring = arrowRing([0, 0], [1, 0.45]) ?? [];
  c.beginPath();
  for (const [x = 0, y = 0] of ring) c.lineTo(1 + x * 14, 13 - y * 14);
  c.closePath();
  c.strokeStyle = c.fillStyle = paper.soft;
  c.globalAlpha = concluded ? 0.3 : 0.9;
  c.fill();
  c.globalAlpha = 1;
  c.lineWidth = 1;
  if (concluded) c.setLineDash([2, 1.4]);
  c.stroke();
  c.setLineDash([]);
}

/** Ground that is concluded: fine light lines through its colour. */
export function drawConcluded(c: Canvas, paper: Paper): void {
  c.save();
  c.beginPath();
  c.rect(0, 0, 16, 16);
  c.clip();
  c.fillStyle = paper.soft;
  c.globalAlpha = 0.52;
  c.fillRect(0, 0, 16, 16);
  c.globalAlpha = 0.45;
  c.strokeStyle = paper.home;
  c.lineWidth = 1;
  for (let x = -14; x < 16; x += 4) {
    c.beginPath();
    c.moveTo(x, 0);
    c.lineTo(x + 16, 16);
    c.stroke();
  }
  c.restore();
  frame(c, paper);
}

/** Ground of four ages side by side, the freshest first, in a strip of 64 by 12 units. */
export function drawAges(c: Canvas, paper: Paper): void {
  c.fillStyle = paper.soft;
  for (let tone = 0; tone < 4; tone++) {
    c.globalAlpha = 0.52 * (1 - 0.17 * tone); // as cells_shader.ts has it
    c.fillRect(tone * 16, 0, 16, 12);
  }
  c.globalAlpha = 1;
}
