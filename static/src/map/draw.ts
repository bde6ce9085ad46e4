import { UNKNOWN } from '../actors.ts';
import type { Inks } from '../inks.ts';
import { drawBadge, drawCluster, drawSign } from './badges.ts';
import { parseImageName, type ImageName } from './images.ts';
import { DOTS } from './palette.ts';

/** Device pixels in a unit of an image: drawn at double size for dense screens. */
export const RATIO = 2;
const SIDES: Record<ImageName['kind'], number> = { hatch: 12, passage: 12, ring: 12, event: 22, sign: 22, cluster: 34 }; // units

/** Draws an image by its name, at RATIO pixels a unit; null for a name that is not of this map. */
export function drawImage(name: string, inks: Inks): ImageData | null {
  const image = parseImageName(name);
  if (!image) return null;
  const side = SIDES[image.kind];
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * RATIO;
  const c = canvas.getContext('2d', { willReadFrequently: true }); // kept where it can be read back without waiting for the GPU
  if (!c) return null;
  c.scale(RATIO, RATIO);
  drawInto(c, image, inks);
  return c.getImageData(0, 0, canvas.width, canvas.height);
}

/** Hatching of two colours in a square of 12 units; it tiles. */
export function drawHatch(c: CanvasRenderingContext2D, ground: string, stripe: string): void {
  drawSlanted(c, { ground, stripe, width: 4.2, from: 15, to: -3 });
}

/** A colour with thin stripes of another in a square of 12 units, falling where those of a hatch rise; it tiles. */
function drawStripes(c: CanvasRenderingContext2D, ground: string, stripe: string): void {
  drawSlanted(c, { ground, stripe, width: 1.8, from: -3, to: 15 });
}

/** A colour, and over it stripes that run from one height at the left to another at the right. */
function drawSlanted(c: CanvasRenderingContext2D, { ground, stripe, width, from, to }: { ground: string; stripe: string; width: number; from: number; to: number }): void {
  c.fillStyle = ground;
  c.fillRect(0, 0, 12, 12);
  c.strokeStyle = stripe;
  c.lineWidth = width;
  for (const x of [-12, 0, 12]) {
    c.beginPath();
    c.moveTo(x - 3, from);
    c.lineTo(x + 15, to);
    c.stroke();
  }
}

/** A grey wash with faint dots in a square of 12 units; it tiles. */
export function drawDots(c: CanvasRenderingContext2D): void {
  c.fillStyle = 'rgba(150, 143, 128, 0.22)';
  c.fillRect(0, 0, 12, 12);
  c.fillStyle = DOTS;
  for (const [x, y] of [[3, 3], [9, 3], [6, 9], [0, 9], [12, 9]] as const) {
    c.beginPath();
    c.arc(x, y, 0.8, 0, 2 * Math.PI);
    c.fill();
  }
}

/** A tooth of a colour from the upper edge into a square of 12 units, as a besieged place is ringed; it tiles. */
export function drawRing(c: CanvasRenderingContext2D, colour: string, halo: string): void {
  for (const [ink, more] of [[halo, 1], [colour, 0]] as const) {
    c.fillStyle = ink;
    c.beginPath();
    c.moveTo(3 - more, 0);
    c.lineTo(9 + more, 0);
    c.lineTo(6, 9 + more * 2);
    c.fill();
  }
}

function drawInto(c: CanvasRenderingContext2D, image: ImageName, { actors, paper }: Inks): void {
  const stripe = (id: string): string => (id === UNKNOWN ? paper.halo : actors.colour(id));
  switch (image.kind) {
    case 'hatch':
      drawHatch(c, actors.colour(image.holder), stripe(image.other));
      break;
    case 'passage':
      drawStripes(c, actors.colour(image.to), stripe(image.from));
      break;
    case 'ring':
      c.transform(1, 0, 0, -1, 0, 12); // the lower edge is the outer one
      drawRing(c, actors.colour(image.actor), paper.halo);
      break;
    case 'event':
      drawBadge(c, image.group, { rim: actors.colour(image.actor), firm: image.firm, paper });
      break;
    case 'cluster':
      drawCluster(c, image.group, image.shares.map(([actor, parts]) => [actors.colour(actor), parts]), paper);
      break;
    case 'sign':
      drawSign(c, image.sign, { rim: actors.colour(image.holder), how: image.how, paper });
  }
}
