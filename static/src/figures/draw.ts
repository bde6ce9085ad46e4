import { dayParts } from '../day.ts';
import type { Strings } from '../i18n/index.ts';
import type { Paper } from '../map/palette.ts';
import { Scale } from '../timeline/scale.ts';
import { bandPath, linePath, type Stretch } from './paths.ts';
import { mostOf, type Plot, type Series, type Step } from './plot.ts';
import { s } from './svg.ts';
import { dayTicks } from '../timeline/ticks.ts';
import { ticks } from './ticks.ts';

/** What a plot is drawn into, in pixels. */
export interface Frame {
  width: number;
  height: number;
  paper: Paper;
  t: Strings; // whose direction is that of time
  id: string; // begins the names of patterns: one of its own for each drawing of a page
}

/** A drawn plot, and where on it a day lies. */
export interface Drawn {
  group: SVGGElement;
  scale: Scale; // along the plot alone
  left: number; // of the plot
  top: number;
  bottom: number;
}

const FOOT = 18;
const HEAD = 8;
const SIDE = { stack: 48, lines: 48, bars: 34, rows: 82 };
const SMALL = 10.5; // pixels of letters

/**
 * Draws a plot, time running as the words do. All that it needs is said in its
 * own attributes, so that it looks the same in a file of its own.
 */
export function drawPlot(plot: Plot, frame: Frame): Drawn {
  const { width, height, t } = frame;
  const rtl = t.direction === 'rtl';
  const side = SIDE[plot.form];
  const scale = new Scale(plot, Math.max(1, width - side - 4), rtl);
  const drawn: Drawn = { group: s('g'), scale, left: rtl ? 4 : side, top: HEAD, bottom: height - FOOT };
  const marks = { stack: stacked, lines, bars, rows }[plot.form](plot, drawn, frame);
  drawn.group.append(s('defs', {}, ...patterns(plot, frame)), ...valueAxis(plot, drawn, frame), marks, ...dayAxis(drawn, frame));
  return drawn;
}

/** How a series is filled. */
export function fillOf({ wear, colour, id }: Series, prefix: string): string {
  return wear === 'plain' ? colour : `url(#${prefix}-${id.replace(/\W/g, '')})`;
}

/** The patterns of the series that are not plain. */
export function patterns({ series }: Pick<Plot, 'series'>, { id, paper }: Pick<Frame, 'id' | 'paper'>): SVGPatternElement[] {
  return series.filter(({ wear }) => wear !== 'plain').map((one) => s('pattern', {
    id: `${id}-${one.id.replace(/\W/g, '')}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse',
  }, s('rect', { width: 6, height: 6, fill: paper.halo }), one.wear === 'hatched'
    ? s('path', { d: 'M-1.5 7.5L7.5 -1.5M-1.5 1.5L1.5 -1.5M4.5 7.5L7.5 4.5', stroke: one.colour, 'stroke-width': 1.8 })
    : s('path', { d: 'M1.5 1.5h.01M4.5 4.5h.01', stroke: one.colour, 'stroke-width': 1.6, 'stroke-linecap': 'round' })));
}

/** From x to x of days on the drawing. */
function extent({ scale, left }: Drawn, { first, last }: Pick<Step, 'first' | 'last'>): { from: number; to: number } {
  const cell = scale.rtl ? -scale.cell : scale.cell;
  return { from: left + scale.edge(first), to: left + scale.edge(last) + cell };
}

/** Where a value lies on a plot whose greatest is `most`. */
function level({ top, bottom }: Drawn, most: number): (value: number) => number {
  return (value) => bottom - (most > 0 ? (value / most) * (bottom - top) : 0);
}

function stacked(plot: Plot, drawn: Drawn, { paper, id }: Frame): SVGGElement {
  const y = level(drawn, mostOf(plot));
  const feet = plot.steps.map(() => 0);
  return s('g', { stroke: paper.halo, 'stroke-width': 0.6 }, ...plot.series.map((one, i) => {
    const stretches = plot.steps.map((step, k): Stretch => {
      const foot = feet[k] ?? 0;
      feet[k] = foot + (step.values[i] ?? 0);
      return { ...extent(drawn, step), low: y(foot), high: y(feet[k]) };
    });
    return s('path', { d: bandPath(stretches), fill: fillOf(one, id), 'fill-opacity': one.wear === 'plain' ? 0.82 : 1 });
  }));
}

const DASHES = { plain: null, hatched: '5 3', dotted: '1.5 2.5' };

function lines(plot: Plot, drawn: Drawn, { paper }: Frame): SVGGElement {
  const y = level(drawn, mostOf(plot));
  const path = (i: number): string => linePath(plot.steps.map((step) => ({ ...extent(drawn, step), low: drawn.bottom, high: y(step.values[i] ?? 0) })));
  return s('g', { fill: 'none', 'stroke-linejoin': 'round' }, ...plot.series.flatMap(({ colour, wear }, i) => {
    const d = path(i);
    return [s('path', { d, stroke: paper.halo, 'stroke-width': 3.6 }), s('path', { d, stroke: colour, 'stroke-width': 1.8, 'stroke-dasharray': DASHES[wear] })];
  }));
}

/** A bar over its days, with a gap to the next where there is room for one. */
function bar(drawn: Drawn, step: Step, y: number, height: number): Record<string, number> {
  const { from, to } = extent(drawn, step);
  const wide = Math.abs(to - from);
  const gap = wide > 3 ? Math.min(2, wide * 0.2) : 0;
  return { x: round(Math.min(from, to) + gap / 2), y: round(y), width: round(Math.max(wide - gap, 0.8)), height: round(height) };
}

function bars(plot: Plot, drawn: Drawn, { id }: Frame): SVGGElement {
  const y = level(drawn, mostOf(plot));
  return s('g', {}, ...plot.steps.flatMap((step) => {
    let sum = 0;
    return plot.series.flatMap((one, i) => {
      const value = step.values[i] ?? 0;
      sum += value;
      return value > 0 ? [s('rect', { ...bar(drawn, step, y(sum), y(sum - value) - y(sum)), fill: fillOf(one, id) })] : [];
    });
  }));
}

function rows(plot: Plot, drawn: Drawn, { paper }: Frame): SVGGElement {
  const { scale, left, top, bottom } = drawn;
  const most = mostOf(plot);
  const tall = (bottom - top) / Math.max(1, plot.series.length);
  const axis = scale.rtl ? left + scale.width + 6 : left - 6;
  return s('g', {}, ...plot.series.flatMap((one, i) => {
    const foot = top + tall * (i + 1);
    return [
      s('path', { d: `M${left} ${round(foot)}h${round(scale.width)}`, stroke: paper.faint, 'stroke-width': 0.6 }),
      s('text', { x: axis, y: round(foot - tall * 0.25), 'text-anchor': 'end', 'font-size': SMALL, fill: paper.soft }, one.name),
      ...plot.steps.filter(({ values }) => (values[i] ?? 0) > 0).map((step) => {
        const high = Math.max(1.5, ((step.values[i] ?? 0) / most) * (tall - 4));
        return s('rect', { ...bar(drawn, step, foot - high, high), fill: one.colour });
      }),
    ];
  }));
}

/** Round values with a line each; none where every row has its own. */
function valueAxis(plot: Plot, drawn: Drawn, { paper }: Frame): SVGElement[] {
  if (plot.form === 'rows') return [];
  const { scale, left, top, bottom } = drawn;
  const most = mostOf(plot);
  const y = level(drawn, most);
  const x = scale.rtl ? left + scale.width + 6 : left - 6;
  return ticks(most, Math.max(2, Math.floor((bottom - top) / 42)), plot.form === 'bars').flatMap((value) => [
    s('path', { d: `M${left} ${round(y(value))}h${round(scale.width)}`, stroke: value === 0 ? paper.border : paper.faint, 'stroke-width': value === 0 ? 1 : 0.6 }),
    s('text', { x, y: round(y(value) + SMALL * 0.35), 'text-anchor': 'end', 'font-size': SMALL, fill: paper.soft }, value.toLocaleString('en')),
  ]);
}

/** Months where there is room for them, otherwise years. */
function dayAxis({ scale, left, top, bottom }: Drawn, { paper, t }: Frame): SVGElement[] {
  return dayTicks(scale.range, scale.width, 44).flatMap(({ day, of }) => {
    const x = left + scale.edge(day);
    const { year, month } = dayParts(day);
    return [
      s('path', { d: `M${round(x)} ${top}V${bottom + 5}`, stroke: of === 'year' ? paper.border : paper.faint, 'stroke-width': 0.6, 'stroke-opacity': 0.7 }),
      s('text', { x: round(x + (scale.rtl ? -3 : 3)), y: bottom + 14, 'font-size': SMALL, fill: paper.soft }, of === 'year' ? String(year) : (t.monthsShort[month - 1] ?? '')),
    ];
  });
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
