import type { Shot } from '../map/camera.ts';
import type { Paper } from '../map/palette.ts';
import { roundLength } from '../map/scale.ts';
import { layOut, type Line, type Measure, type SheetInput } from './sheet.ts';

/** A sign of the legend. */
export interface Sign {
  words: string; // what it means
  side: number; // of the square that it is drawn in, in pixels
  draw: (c: CanvasRenderingContext2D) => void;
}

/** What stands around the map, in the language and the colours of the page. */
export interface Surround extends Omit<SheetInput, 'width' | 'height' | 'legend'> {
  signs: readonly Sign[];
  paper: Paper;
  direction: 'ltr' | 'rtl';
  north: string;
  credit: string; // of the base map
  length: (metres: number) => string;
}

/** Pixels that a scale bar is long at most. */
const BAR = 110;

/** Draws the map of a shot and what stands around it onto a canvas, which takes the size it needs: `ratio` times that of the sheet. */
export function paint(canvas: HTMLCanvasElement, shot: Shot, of: Surround, ratio: number): void {
  const c = canvas.getContext('2d');
  if (!c) throw new Error('no canvas of two dimensions');
  const family = getComputedStyle(document.documentElement).fontFamily;
  const font = (size: number, bold: boolean): string => `${bold ? 700 : 400} ${size}px ${family}`;
  const measure: Measure = (text, size, bold) => {
    c.font = font(size, bold);
    return c.measureText(text).width;
  };
  const sheet = layOut({ ...of, width: shot.width, height: shot.height, legend: of.signs.map((sign) => sign.words) }, measure);
  // Whole pixels, and an even number of them, as film wants it.
  [canvas.width, canvas.height] = [even(sheet.width * ratio), even(sheet.height * ratio)];
  c.scale(ratio, ratio);
  c.fillStyle = of.paper.halo;
  c.fillRect(0, 0, sheet.width + 2, sheet.height + 2);
  const { map } = sheet;
  c.drawImage(shot.canvas, map.x, map.y, map.width, map.height);
  c.strokeStyle = of.paper.border;
  c.lineWidth = 1;
  c.strokeRect(map.x + 0.5, map.y + 0.5, map.width - 1, map.height - 1);
  const rtl = of.direction === 'rtl';
  const start = (x: number): number => (rtl ? sheet.width - x : x);
  for (const line of sheet.lines) write(c, line, { of, font, start });
  sheet.signs.forEach(({ x, y }, i) => {
    const sign = of.signs[i];
    if (!sign) return;
    c.save();
    c.translate(start(x) - sign.side / 2, y - sign.side / 2);
    c.beginPath();
    c.rect(0, 0, sign.side, sign.side);
    c.clip();
    sign.draw(c);
    c.restore();
  });
  onMap(c, { ...map, metres: shot.metres, of, font: font(11, false) });
}

interface Pen {
  of: Surround;
  font: (size: number, bold: boolean) => string;
  start: (x: number) => number;
}

function write(c: CanvasRenderingContext2D, { text, x, y, size, tone }: Line, { of, font, start }: Pen): void {
  c.font = font(size, tone === 'title');
  c.fillStyle = tone === 'title' || tone === 'legend' ? of.paper.ink : of.paper.soft;
  c.textAlign = of.direction === 'rtl' ? 'right' : 'left';
  c.direction = tone === 'address' ? 'ltr' : of.direction;
  c.fillText(text, start(x), y);
}

/** Scale bar, credit and north, over the lower edge of the map. */
function onMap(c: CanvasRenderingContext2D, at: { x: number; y: number; width: number; height: number; metres: number; of: Surround; font: string }): void {
  const { of } = at;
  const metres = roundLength(at.metres * BAR);
  const [long, foot] = [metres / at.metres, at.y + at.height - 12];
  const rtl = of.direction === 'rtl';
  const left = rtl ? at.x + at.width - 14 - long : at.x + 14;
  const halo = (text: string, x: number, y: number): void => {
    c.strokeStyle = of.paper.halo;
    c.lineWidth = 3;
    c.strokeText(text, x, y);
    c.fillText(text, x, y);
  };
  c.font = at.font;
  c.direction = of.direction;
  c.fillStyle = of.paper.ink;
  c.lineJoin = 'round';
  for (const [colour, wide] of [[of.paper.halo, 4], [of.paper.ink, 1.5]] as const) {
    [c.strokeStyle, c.lineWidth] = [colour, wide];
    c.beginPath();
    for (const [i, [x, y]] of ([[left, foot - 5], [left, foot], [left + long, foot], [left + long, foot - 5]] as const).entries()) {
      if (i === 0) c.moveTo(x, y);
      else c.lineTo(x, y);
    }
    c.stroke();
  }
  c.textAlign = 'center';
  halo(of.length(metres), left + long / 2, foot - 6);
  c.textAlign = rtl ? 'right' : 'left';
  halo(of.credit, rtl ? left - 14 : left + long + 14, foot);
  const tip = rtl ? at.x + 24 : at.x + at.width - 24;
  c.beginPath();
  c.moveTo(tip, foot - 30);
  c.lineTo(tip + 6, foot - 14);
  c.lineTo(tip, foot - 18);
  c.lineTo(tip - 6, foot - 14);
  c.closePath();
  [c.strokeStyle, c.lineWidth] = [of.paper.halo, 3];
  c.stroke();
  c.fill();
  c.textAlign = 'center';
  halo(of.north, tip, foot);
}

function even(pixels: number): number {
  return Math.max(2, 2 * Math.round(pixels / 2));
}
