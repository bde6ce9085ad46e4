import type { Actors } from '../actors.ts';
import { UNKNOWN } from '../actors.ts';
import type { Group } from './groups.ts';
import { parseImageName, type ImageName } from './images.ts';
import { paper } from './palette.ts';

/** Device pixels in a unit of an image: drawn at double size for dense screens. */
export const RATIO = 2;
const BADGE = 22; // units

/** Draws an image by its name, at RATIO pixels a unit; null for a name that is not of this map. */
export function drawImage(name: string, actors: Actors): ImageData | null {
  const image = parseImageName(name);
  if (!image) return null;
  const side = image.kind === 'event' ? BADGE : 12;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * RATIO;
  const c = canvas.getContext('2d');
  if (!c) return null;
  c.scale(RATIO, RATIO);
  drawInto(c, image, actors);
  return c.getImageData(0, 0, canvas.width, canvas.height);
}

/** The badge of a group of events as the legend shows it. */
export function drawBadge(c: CanvasRenderingContext2D, group: Group): void {
  badge(c, group, paper.soft, true);
}

/** Hatching of two colours in a square of 12 units; it tiles. */
export function drawHatch(c: CanvasRenderingContext2D, ground: string, stripe: string): void {
  c.fillStyle = ground;
  c.fillRect(0, 0, 12, 12);
  c.strokeStyle = stripe;
  c.lineWidth = 4.2;
  for (const x of [-12, 0, 12]) {
    c.beginPath();
    c.moveTo(x - 3, 15);
    c.lineTo(x + 15, -3);
    c.stroke();
  }
}

/** A grey wash with faint dots in a square of 12 units; it tiles. */
export function drawDots(c: CanvasRenderingContext2D): void {
  c.fillStyle = 'rgba(150, 143, 128, 0.22)';
  c.fillRect(0, 0, 12, 12);
  c.fillStyle = '#8f897b';
  for (const [x, y] of [[3, 3], [9, 3], [6, 9], [0, 9], [12, 9]] as const) {
    c.beginPath();
    c.arc(x, y, 0.8, 0, 2 * Math.PI);
    c.fill();
  }
}

function drawInto(c: CanvasRenderingContext2D, image: ImageName, actors: Actors): void {
  switch (image.kind) {
    case 'hatch':
      drawHatch(c, actors.colour(image.holder), image.other === UNKNOWN ? paper.halo : actors.colour(image.other));
      break;
    case 'dots':
      drawDots(c);
      break;
    case 'event':
      badge(c, image.group, actors.colour(image.actor), image.firm);
  }
}

/** A disc rimmed in the party's colour with the sign of the group in it. */
function badge(c: CanvasRenderingContext2D, group: Group, rim: string, firm: boolean): void {
  c.globalAlpha = firm ? 1 : 0.5;
  c.beginPath();
  c.arc(11, 11, 9.2, 0, 2 * Math.PI);
  c.fillStyle = paper.white;
  c.fill();
  c.strokeStyle = rim;
  c.lineWidth = 2.6;
  if (!firm) c.setLineDash([2.4, 2]);
  c.stroke();
  c.setLineDash([]);
  c.strokeStyle = c.fillStyle = paper.ink;
  c.lineWidth = 1.6;
  c.lineCap = c.lineJoin = 'round';
  const sign = SIGNS[group];
  const path = new Path2D(sign.d);
  if (sign.fill) c.fill(path);
  c.stroke(path);
}

/** The signs, in a square of 22 units. */
const SIGNS: Record<Group, { d: string; fill?: boolean }> = {
  control: { d: 'M8.3 16V6.2 M8.3 6.2h6.2l-1.6 2.3 1.6 2.3H8.3z', fill: true },
  advance: { d: 'M6 11h9 M11.4 7.2 15.4 11l-4 3.8' },
  strike: { d: 'M11 5.8l1.3 3.4 3.4-1.2-1.7 3.2 2.4 2.4-3.5.1-.6 3.2-2-2.8-3.1 1.4 1-3.3-2.9-1.9 3.4-.7z', fill: true },
  clash: { d: 'M6.8 6.8l8.4 8.4 M15.2 6.8l-8.4 8.4 M6.4 13.2l2.4 2.4 M13.2 15.6l2.4-2.4' },
  siege: { d: 'M14.9 7.6a5 5 0 1 1-2.4-1.4 M11 10.2a.8.8 0 1 0 .01 0z' },
  landing: { d: 'M6 10.4a5 4.6 0 0 1 10 0z M6.4 10.6 11 15.4l4.6-4.8' },
  casualties: { d: 'M11 6.2a2 2 0 1 0 .01 0z M7 15.4a4 4.2 0 0 1 8 0z', fill: true },
};
