import type { Actors } from './actors.ts';
import { isDark, type Look } from './look.ts';
import { papers, type Paper } from './map/palette.ts';

/** The colours of the page as it is now: those of the parties, and those of the sheet they lie on. */
export class Inks {
  readonly actors: Actors;
  paper: Paper = papers.light;

  constructor(actors: Actors) {
    this.actors = actors;
  }

  /** Puts a look on the page. `preferred`: the reader's machine prefers dark. */
  wear(look: Look, preferred: boolean): void {
    this.actors.palette = look.palette;
    this.actors.dark = isDark(look, preferred);
    this.paper = this.actors.dark ? papers.dark : papers.light;
    document.documentElement.dataset['theme'] = look.theme;
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', this.paper.halo);
  }
}
