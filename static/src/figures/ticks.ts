/** Round values from 0 up to `most`, at most `count` of them above 0; whole ones where that is asked for. */
export function ticks(most: number, count: number, whole = false): number[] {
  if (!(most > 0)) return [0];
  const rough = most / count;
  const ten = 10 ** Math.floor(Math.log10(rough));
  const nice = [1, 2, 2.5, 5, 10].map((n) => n * ten).find((n) => n >= rough * (1 - 1e-9)) ?? rough;
  const step = whole ? Math.max(1, Math.ceil(nice)) : nice;
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, i) => i * step);
}
