import type { Actors } from '../actors.ts';
import { h } from '../dom.ts';
import { nameOf, word, type Strings } from '../i18n/index.ts';
import type { Lang } from '../state.ts';
import { swatch } from '../ui/swatch.ts';
import type { Hit } from './pick.ts';

/** What the pointer is told about a thing on the map before it is clicked; null where there is nothing to tell. */
export function hoverWords(hit: Hit, actors: Actors, t: Strings, lang: Lang): (Node | string)[] | null {
  const p = hit.properties;
  const text = (key: string): string | null => (typeof p[key] === 'string' && p[key] !== '' ? p[key] : null);
  const name = nameOf({ name_ar: text('name_ar'), name_en: text('name_en') }, lang);
  const holder = text('holder');
  const group = text('group');
  const lines: (Node | string)[] = [];
  if (group) lines.push(h('strong', {}, word(t.groups, group)));
  if (name) lines.push(h('strong', {}, h('bdi', {}, name)));
  if (hit.layer.startsWith('fronts_')) {
    lines.push(h('strong', {}, t.legend.front), ...[text('a'), text('b')].map((id) => (id ? party(id, actors, lang) : '')));
  }
  if (p['contested'] === true) lines.push(t.legend.contested);
  if (holder) lines.push(party(holder, actors, lang));
  const other = text('other');
  if (other) lines.push(party(other, actors, lang));
  if (p['inferred'] === true) lines.push(t.who.inferred);
  return lines.length > 0 ? lines : null;
}

function party(id: string, actors: Actors, lang: Lang): HTMLElement {
  return h('span', { class: 'party' }, swatch(actors.colour(id)), h('bdi', {}, actors.name(id, lang)));
}
