import { dayParts } from '../day.ts';
import type { Strings } from '../i18n/index.ts';
import type { Inks } from '../inks.ts';
import type { Paper } from '../map/palette.ts';
import type { Bin } from './bins.ts';
import type { Scale } from './scale.ts';
import { dayTicks } from './ticks.ts';

const AXIS = 16; // pixels under the bars for the months
const ROOM = 44; // pixels that the name of a month needs
const CLAIMS = 0.3; // share of the height for the statements, below the line

export interface ChartInput {
  scale: Scale;
  bins: readonly Bin[];
  inks: Inks;
  t: Strings;
}

/**
 * Draws changes of control above a line, stacked by who took over, and the
 * number of statements below it. Each has its own scale: there are many more
 * statements than changes.
 */
export function drawChart(canvas: HTMLCanvasElement, { scale, bins, inks, t }: ChartInput): void {
  const height = canvas.clientHeight;
  const dense = window.devicePixelRatio || 1;
  canvas.width = Math.round(scale.width * dense);
  canvas.height = Math.round(height * dense);
  const c = canvas.getContext('2d');
  if (!c) return;
  c.scale(dense, dense);
  const plot = height - AXIS;
  const line = Math.round(plot * (1 - CLAIMS));
  const { actors, paper } = inks;
  axis(c, { scale, plot, paper, t });
  const most = (of: (b: Bin) => number): number => Math.max(1, ...bins.map(of));
  const [mostChanges, mostClaims] = [most((b) => b.changes), most((b) => b.claims)];
  for (const bin of bins) {
    const { x, width } = bar(scale, bin);
    c.fillStyle = paper.faint;
    c.fillRect(x, line + 1, width, Math.max(1.5, (bin.claims / mostClaims) * (plot - line - 2)));
    let top = line;
    for (const [actor, n] of [...bin.byActor].sort((a, b) => b[1] - a[1])) {
      const tall = Math.max(2, (n / mostChanges) * (line - 4));
      c.fillStyle = actors.colour(actor);
      c.fillRect(x, top - tall, width, tall);
      top -= tall;
    }
  }
  c.fillStyle = paper.border;
  c.fillRect(0, line, scale.width, 1);
}

/** Left edge and width of a bar in pixels, with a gap where there is room for one. */
function bar(scale: Scale, { first, last }: Bin): { x: number; width: number } {
  const [a, b] = [scale.edge(first), scale.edge(last) + (scale.rtl ? -scale.cell : scale.cell)];
  const wide = Math.abs(b - a);
  const gap = wide > 3 ? Math.min(2, wide * 0.2) : 0;
  return { x: Math.min(a, b) + gap / 2, width: wide - gap };
}

/** Months where there is room for them, otherwise years. */
function axis(c: CanvasRenderingContext2D, { scale, plot, paper, t }: { scale: Scale; plot: number; paper: Paper; t: Strings }): void {
  c.font = `11px ${getComputedStyle(c.canvas).fontFamily}`;
  c.textBaseline = 'top';
  c.textAlign = 'start';
  c.direction = scale.rtl ? 'rtl' : 'ltr';
  for (const { day, of } of dayTicks(scale.range, scale.width, ROOM)) {
    const { year, month } = dayParts(day);
    const x = scale.edge(day);
    c.fillStyle = month === 1 ? paper.border : paper.land;
    c.fillRect(Math.round(x), 0, 1, plot + 4);
    c.fillStyle = paper.soft;
    c.fillText(of === 'year' ? String(year) : (t.monthsShort[month - 1] ?? ''), x + (scale.rtl ? -4 : 4), plot + 4);
  }
}
