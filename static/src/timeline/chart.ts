import { dayParts, monthStarts, type Day } from '../day.ts';
import type { Strings } from '../i18n/index.ts';
import type { Inks } from '../inks.ts';
import type { Paper } from '../map/palette.ts';
import type { Bin } from './bins.ts';
import { lengthOf, type Scale } from './scale.ts';

const AXIS = 16; // pixels under the bars for the months
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
  const starts = monthStarts(scale.range.first, scale.range.last);
  const monthWidth = scale.width / (lengthOf(scale.range) / 30.4);
  const every = [1, 3, 12, 24, 60].find((n) => n * monthWidth >= 44) ?? 120;
  for (const day of starts) {
    const { year, month } = dayParts(day);
    if ((year * 12 + month - 1) % every !== 0) continue;
    const x = scale.edge(day);
    c.fillStyle = month === 1 ? paper.border : paper.land;
    c.fillRect(Math.round(x), 0, 1, plot + 4);
    c.fillStyle = paper.soft;
    c.fillText(tick(day, every, t), x + (scale.rtl ? -4 : 4), plot + 4);
  }
}

function tick(day: Day, every: number, t: Strings): string {
  const { year, month } = dayParts(day);
  if (every >= 12) return String(year);
  return month === 1 ? String(year) : (t.monthsShort[month - 1] ?? '');
}
