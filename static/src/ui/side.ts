import type { Actors } from '../actors.ts';
import { h } from '../dom.ts';
import { strings } from '../i18n/index.ts';
import type { Lang } from '../state.ts';
import { swatch } from './swatch.ts';

/** Whom a source speaks for; nothing where it is on no side. */
export function sideTag(side: string, actors: Actors, lang: Lang): HTMLElement | null {
  if (side === '') return null;
  const party = actors.leader(side);
  return h('span', { class: 'tag side' }, `${strings(lang).speaksFor} `, swatch(actors.colour(party)), h('bdi', {}, actors.name(party, lang)));
}
