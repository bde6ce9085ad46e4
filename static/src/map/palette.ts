/** The colours of the sheet itself: a paper and its ink, so that the parties' colours stand out. */
export interface Paper {
  sea: string;
  land: string;
  home: string; // the country that the map is of
  coast: string;
  river: string;
  border: string;
  homeBorder: string;
  ink: string;
  soft: string; // words of less weight
  faint: string; // rules and bars
  country: string; // names of neighbours
  water: string; // names of seas
  halo: string; // around names and lines
  white: string; // discs and rims
}

/** The dots on ground of which nothing is known, on any paper. */
export const DOTS = '#8f897b';

export const papers: Record<'light' | 'dark', Paper> = {
  light: {
    sea: '#d9e2e4', land: '#ebe7de', home: '#f8f5ee', coast: '#9fb1b6', river: '#9db9c3', border: '#b3ab9c', homeBorder: '#7d7567',
    ink: '#2b2a27', soft: '#6b665c', faint: '#c9c2b4', country: '#8b8476', water: '#6f8b95', halo: '#fbf9f4', white: '#ffffff',
  },
  dark: {
    sea: '#161d21', land: '#22241f', home: '#2c2d28', coast: '#41525a', river: '#3d545f', border: '#4c4a42', homeBorder: '#8a8473',
    ink: '#f0ece2', soft: '#aca695', faint: '#5b574c', country: '#86806f', water: '#5f7f8c', halo: '#1d1e1b', white: '#12130f',
  },
};
