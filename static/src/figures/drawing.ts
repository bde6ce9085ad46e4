import { byId, h } from '../dom.ts';
import type { Strings } from '../i18n/index.ts';
import type { Atlas } from '../map/atlas.ts';
import type { Pencil } from '../map/pencil.ts';
import type { Trouble } from '../ring.ts';
import type { Region } from '../state.ts';

export interface DrawingEvents {
  done: (ring: Region) => void;
  begin: () => void;
  end: () => void;
}

/** The tools with which a region is drawn: a bar over the map, there while it is being drawn or something has to be said of it. */
export class Drawing {
  readonly #pencil: Pencil | null;
  readonly #on: DrawingEvents;
  readonly #bar = h('div', { id: 'drawing', role: 'toolbar', hidden: true });
  readonly #status = h('p', { role: 'status' });
  readonly #help = h('p', { class: 'soft' });
  readonly #buttons = h('div', { class: 'tools' });
  #t: Strings;

  constructor(atlas: Atlas, t: Strings, on: DrawingEvents) {
    [this.#t, this.#on] = [t, on];
    this.#pencil = atlas.pencil({
      corners: (n) => { this.#say(this.#t.figures.draw.corners(n)); },
      refuse: (why) => { this.#refuse(why); },
      done: (ring) => {
        this.#bar.hidden = true;
        on.done(ring);
      },
      end: () => {
        this.#bar.hidden = true;
        on.end();
      },
    });
    this.#bar.append(this.#status, this.#help, this.#buttons);
    byId('stage').append(this.#bar);
  }

  /** Whether there is a map to draw on. */
  get possible(): boolean {
    return this.#pencil !== null;
  }

  /** Shows a region on the map, in the words of a language. */
  render(region: Region | null, t: Strings): void {
    this.#t = t;
    this.#pencil?.show(region);
    this.#bar.setAttribute('aria-label', t.figures.draw.start);
  }

  start(): void {
    const { draw } = this.#t.figures;
    const button = (label: string, click: () => void): HTMLElement => h('button', { type: 'button', on: { click } }, label);
    this.#bar.hidden = false;
    this.#help.textContent = draw.help;
    this.#buttons.replaceChildren(
      button(draw.finish, () => this.#pencil?.finish()), button(draw.back, () => this.#pencil?.back()),
      button(draw.cancel, () => this.#pencil?.stop()));
    this.#say(draw.corners(0));
    this.#on.begin();
    this.#pencil?.start();
  }

  /** Puts the tools away, and takes the region off the map. */
  leave(): void {
    this.#pencil?.stop();
    this.#pencil?.show(null);
    this.#bar.hidden = true;
  }

  #refuse(why: Trouble): void {
    this.#say(this.#t.figures.draw.trouble[why]);
    if (!this.#bar.hidden) return;
    this.#help.textContent = '';
    this.#buttons.replaceChildren(h('button', { type: 'button', on: { click: () => { this.#bar.hidden = true; } } }, this.#t.close));
    this.#bar.hidden = false;
  }

  #say(words: string): void {
    this.#status.textContent = words;
  }
}
