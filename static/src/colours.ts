import type { Actor } from './api/types.ts';

/**
 * Colours that eyes without one kind of cone tell apart too: those of Okabe and
 * Ito, "Color Universal Design" (2008), and of Tol's "muted" scheme (2021). Those
 * who meet along fronts differ in brightness too, not in hue alone.
 */
const SAFE: Record<string, string> = {
  syrian_government: '#d55e00', islamic_state: '#1a1a1a', opposition: '#009e73', hts: '#b7e28a', turkey_backed: '#56b4e9', sdf: '#f0e442',
  us_coalition: '#0072b2', israel: '#332288', russia: '#cc79a7', iran_backed: '#882255', hezbollah: '#ddcc77', turkey: '#44aa99',
};

/** For parties that have no colour above, in turn. */
const REST = ['#e69f00', '#88ccee', '#aa4499', '#117733', '#999933', '#cc6677'];

/** A safe colour for each party; none for whoever is nobody in particular. */
export function safeColours(list: readonly Actor[]): Map<string, string> {
  const rest = list.filter((a) => !Object.hasOwn(SAFE, a.id) && a.id !== 'unknown' && a.id !== 'civilians');
  return new Map([
    ...Object.entries(SAFE),
    ...rest.map((a, i): [string, string] => [a.id, REST[i % REST.length] ?? a.colour]),
  ]);
}

/** The least lightness that can be seen on dark paper, 0…255. */
const LEAST = 96;

/** A colour (#rrggbb) as it is shown on dark paper: one near black becomes grey, all others stay. */
export function lifted(colour: string): string {
  const rgb = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
  const [r = 0, g = 0, b = 0] = rgb;
  const lightness = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  if (!(lightness < LEAST)) return colour;
  const towards = (LEAST - lightness) / (255 - lightness); // the share of white that lifts it as far
  return `#${rgb.map((v) => Math.round(v + (255 - v) * towards).toString(16).padStart(2, '0')).join('')}`;
}
