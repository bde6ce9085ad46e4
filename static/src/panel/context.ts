import type { Actors } from '../actors.ts';
import type { Day } from '../day.ts';
import { h } from '../dom.ts';
import { longDay, nameOf, otherLang, otherNameOf, type Strings } from '../i18n/index.ts';
import type { Scope } from '../scope.ts';
import type { Look } from '../look.ts';
import type { Lang } from '../state.ts';
import { swatch } from '../ui/swatch.ts';

interface Named {
  name_ar: string | null;
  name_en: string | null;
}

/** What every part of the panel needs to know and may ask for. */
export interface Context {
  t: Strings;
  lang: Lang;
  look: Look; // that is worn
  actors: Actors;
  day: Day;
  from: Day | null; // of a range that ends with the day
  first: Day;
  last: Day;
  names: (place: string) => Named; // by id; the id itself for a place that is not on the map
  source: (said: { source: string; source_id: string }) => string; // whose words a report is, by its registered name where it has one
  scope: Scope; // in which the answers were asked for
  read: { reports: number; claims: number; places: number }; // what there is in it
  go: {
    place: (id: string) => void;
    day: (day: Day) => void;
    report: (id: string, claim: string | null) => void;
    nextChange: (step: 1 | -1) => void;
    take: () => void; // to where the data is taken away
  };
}

/** A party: its colour and its name. */
export function party(id: string, { actors, lang }: Context): HTMLElement {
  return h('span', { class: 'party' }, swatch(actors.colour(id)), h('bdi', {}, actors.name(id, lang)));
}

/** A day in words that a machine can read too; what is said instead where it is not known. */
export function when(day: Day | null, { t }: Context): HTMLElement {
  return day ? h('time', { datetime: day }, longDay(day, t)) : h('span', {}, t.claim.noDay);
}

/** A place's name in the reader's language, and after it the other one in a lighter hand. */
export function bothNames(place: Named, { lang }: Context): HTMLElement {
  const other = otherNameOf(place, lang);
  return h('span', { class: 'names' },
    h('bdi', { class: 'name', lang }, nameOf(place, lang)),
    other && h('bdi', { class: 'other-name', lang: otherLang(lang) }, other));
}

/** A block with a heading. */
export function section(title: string, ...children: (Node | string | null | false)[]): HTMLElement {
  return h('section', {}, h('h3', {}, title), ...children);
}

/** A button that reads as a link. */
export function link(label: Node | string, click: () => void): HTMLElement {
  return h('button', { type: 'button', class: 'link', on: { click } }, label);
}
