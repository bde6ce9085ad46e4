import { drawPlot, fillOf, patterns, type Frame } from './draw.ts';
import type { Plot } from './plot.ts';
import { s } from './svg.ts';

/** What a picture says beside its plot. */
export interface Caption {
  title: string;
  of: string; // the part of the country, and the days
  notes: string[]; // what it rests on
}

const SIDE = 28;
const LETTER = 7.2; // pixels that a letter takes, about

/** A plot as a drawing that stands alone: title, legend, what it rests on; nothing in it is of another file. */
export function pictureOf(plot: Plot, { title, of, notes }: Caption, { width, height, paper, t }: Omit<Frame, 'id'>): SVGSVGElement {
  const rtl = t.direction === 'rtl';
  const start = (x: number): number => (rtl ? width - x : x); // so many pixels from where lines of text begin
  const say = (text: string, y: number, size: number, fill = paper.ink): SVGElement =>
    s('text', { x: start(SIDE), y, 'font-size': size, fill, 'font-weight': size > 16 ? 600 : null }, text);
  const { items, tall } = legend(plot, { width, paper, start });
  const [head, foot] = [82 + tall, 18 * notes.length + 18];
  const { group } = drawPlot(plot, { width: width - 2 * SIDE, height: height - head - foot, paper, t, id: 'fill' });
  group.setAttribute('transform', `translate(${SIDE} ${head})`);
  return s('svg', {
    xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, direction: t.direction, lang: t.names,
    'font-family': 'sans-serif', role: 'img', 'aria-label': `${title}. ${of}`,
  }, s('title', {}, `${title}. ${of}`), s('defs', {}, ...patterns(plot, { id: 'sign', paper })),
  s('rect', { width, height, fill: paper.halo }), say(title, 40, 22), say(of, 62, 13, paper.soft), ...items, group,
  ...notes.map((note, i) => say(note, height - foot + 22 + i * 18, 11, paper.soft)));
}

interface Place {
  width: number;
  paper: Frame['paper'];
  start: (x: number) => number;
}

/** The names of the series with their colours, as many in a line as there is room for. Rows have their names beside them. */
function legend({ series, form }: Plot, { width, paper, start }: Place): { items: SVGElement[]; tall: number } {
  if (form === 'rows') return { items: [], tall: 0 };
  let [x, y] = [SIDE, 90];
  const items = series.flatMap((one) => {
    const wide = one.name.length * LETTER + 34;
    if (x + wide > width - SIDE && x > SIDE) [x, y] = [SIDE, y + 20];
    const [left, right] = [start(x), start(x + 12)].sort((a, b) => a - b) as [number, number];
    const item = [
      s('rect', { x: left, y: y - 10, width: right - left, height: 12, fill: fillOf(one, 'sign'), stroke: paper.faint, 'stroke-width': 0.6 }),
      s('text', { x: start(x + 18), y, 'font-size': 12, fill: paper.ink }, one.name),
    ];
    x += wide;
    return item;
  });
  return { items, tall: series.length > 0 ? y - 90 + 20 : 0 };
}
