/** A stretch of a drawn line or band: from x to x, in pixels, and what is drawn between. */
export interface Stretch {
  from: number;
  to: number;
  low: number; // y of the foot
  high: number; // y of the top
}

/** A line over the tops of stretches, in steps; where one does not begin at the end of the other, the line breaks off. */
export function linePath(stretches: readonly Stretch[]): string {
  return runs(stretches).map((run) => run.map(({ from, to, high }, i) =>
    `${i === 0 ? 'M' : 'L'}${n(from)} ${n(high)}L${n(to)} ${n(high)}`).join('')).join('');
}

/** The band between the feet and the tops of stretches, in steps. */
export function bandPath(stretches: readonly Stretch[]): string {
  return runs(stretches).map((run) => {
    const back = run.toReversed().map(({ from, to, low }) => `L${n(to)} ${n(low)}L${n(from)} ${n(low)}`);
    return `${linePath(run)}${back.join('')}Z`;
  }).join('');
}

/** Stretches that follow on each other, together. */
function runs(stretches: readonly Stretch[]): Stretch[][] {
  const out: Stretch[][] = [];
  let end = NaN;
  for (const stretch of stretches) {
    if (Math.abs(stretch.from - end) < 0.01) out.at(-1)?.push(stretch);
    else out.push([stretch]);
    end = stretch.to;
  }
  return out;
}

/** A length with as many decimals as can be seen. */
function n(pixels: number): string {
  return String(Math.round(pixels * 100) / 100);
}
