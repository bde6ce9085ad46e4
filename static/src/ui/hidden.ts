import type { Actors } from '../actors.ts';
import type { Source } from '../api/types.ts';
import { h } from '../dom.ts';
import { ALL, type Filter } from '../filter.ts';
import { strings, word } from '../i18n/index.ts';
import type { Lang } from '../state.ts';
import { sourceName } from './sources.ts';
import { swatch } from './swatch.ts';

const { words: NO_WORDS, ...SHOWN } = ALL; // apart: words that look for reports narrow no map
const NAMED = 3; // things that are named; more are counted

export interface HiddenOptions {
  actors: Actors;
  sources: () => readonly Source[];
  change: (change: Partial<Filter>) => void;
}

/** Says over the map that not everything is shown, and brings it back. */
export class Hidden {
  readonly #root: HTMLElement;
  readonly #o: HiddenOptions;

  constructor(root: HTMLElement, options: HiddenOptions) {
    [this.#root, this.#o] = [root, options];
  }

  /** The words are those that narrow the map. */
  render({ hidden, without, sources, governorate, sure, words }: Filter, lang: Lang): void {
    const t = strings(lang);
    const { actors, change } = this.#o;
    const listed = this.#o.sources();
    const gone = [
      ...hidden.map((id) => h('span', { class: 'party' }, swatch(actors.colour(id)), h('bdi', {}, actors.name(id, lang)))),
      ...without.map((group) => h('span', {}, t.groups[group])),
    ];
    const only = [
      ...(governorate === null ? [] : [h('bdi', {}, word(t.governorates, governorate))]),
      ...sources.map((id) => h('bdi', {}, sourceName(listed.find((s) => s.id === id) ?? { id }, lang))),
      ...(words ? [h('bdi', {}, t.hidden.words(words))] : []),
      ...(sure > 0 ? [h('span', {}, t.hidden.sure(t.percent(sure)))] : []),
    ];
    this.#root.hidden = gone.length + only.length === 0;
    this.#root.replaceChildren(...(this.#root.hidden ? [] : [
      h('div', {}, told(gone, t.hidden.label, t.hidden.many), told(only, t.hidden.only, t.hidden.several)),
      h('button', { type: 'button', class: 'link', on: { click: () => { change(words ? { ...SHOWN, words: NO_WORDS } : SHOWN); } } }, t.hidden.all),
    ]));
  }
}

/** A line of names behind a heading, or of how many there are; none for none. */
function told(names: HTMLElement[], label: string, many: (n: number) => string): HTMLElement | false {
  if (names.length === 0) return false;
  if (names.length > NAMED) return h('p', {}, h('strong', {}, many(names.length)));
  return h('p', {}, h('strong', {}, label), ' ', ...names.flatMap((name, i) => (i > 0 ? [' · ', name] : [name])));
}
