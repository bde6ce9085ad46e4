/** How the page looks, as the reader wants it. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export const PALETTES = ['usual', 'safe'] as const;
export type Palette = (typeof PALETTES)[number];

export interface Look {
  theme: (typeof THEMES)[number]; // auto: as the reader's machine
  palette: Palette; // safe: told apart by eyes that see fewer colours
}

/** As it comes. */
export const PLAIN: Look = { theme: 'auto', palette: 'usual' };

/** Whether a look is dark, where the machine prefers dark or does not. */
export function isDark({ theme }: Look, preferred: boolean): boolean {
  return theme === 'auto' ? preferred : theme === 'dark';
}
