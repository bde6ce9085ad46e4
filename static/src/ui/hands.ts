import type { Actors } from '../actors.ts';
import { h } from '../dom.ts';
import { partiesOf, type Hands } from '../hands.ts';
import type { Strings } from '../i18n/index.ts';
import type { Lang } from '../state.ts';
import { swatch } from './swatch.ts';

export interface Speech {
  actors: Actors;
  t: Strings;
  lang: Lang;
}

/** In whose hands something is: a party, or those who contest it. */
export function handsView(hands: Hands, { actors, t, lang }: Speech): HTMLElement {
  return h('span', { class: 'hands' },
    ...partiesOf(hands).map((id) => h('span', { class: 'party' }, swatch(actors.colour(id)), h('bdi', {}, actors.name(id, lang)))),
    hands.holder === null && h('span', { class: 'tag' }, t.legend.contested));
}

/** The same in plain words, for a table to take away. */
export function handsWords(hands: Hands, { actors, t, lang }: Speech): string {
  const parties = partiesOf(hands).map((id) => actors.name(id, lang)).join(' + ');
  return hands.holder === null ? `${t.legend.contested}: ${parties}` : parties;
}
