import type { Actors } from '../actors.ts';
import { h } from '../dom.ts';
import type { Filter } from '../filter.ts';
import { strings } from '../i18n/index.ts';
import type { Lang } from '../state.ts';
import { swatch } from './swatch.ts';

const NAMED = 3; // things that are named; more are counted

/** Says over the map that not everything is shown, and brings it back. */
export class Hidden {
  readonly #root: HTMLElement;
  readonly #actors: Actors;
  readonly #change: (change: Partial<Filter>) => void;

  constructor(root: HTMLElement, actors: Actors, change: (change: Partial<Filter>) => void) {
    [this.#root, this.#actors, this.#change] = [root, actors, change];
  }

  render({ hidden, without }: Filter, lang: Lang): void {
    const t = strings(lang);
    const names = [
      ...hidden.map((id) => h('span', { class: 'party' }, swatch(this.#actors.colour(id)), h('bdi', {}, this.#actors.name(id, lang)))),
      ...without.map((group) => h('span', {}, t.groups[group])),
    ];
    this.#root.hidden = names.length === 0;
    if (names.length === 0) {
      this.#root.replaceChildren();
      return;
    }
    const listed = names.flatMap((name, i) => (i > 0 ? [' · ', name] : [name]));
    this.#root.replaceChildren(
      h('p', {}, h('strong', {}, names.length > NAMED ? t.hidden.many(names.length) : t.hidden.label), ...(names.length > NAMED ? [] : [' ', ...listed])),
      h('button', { type: 'button', class: 'link', on: { click: () => { this.#change({ hidden: [], without: [] }); } } }, t.hidden.all));
  }
}
