import type { FrontProps } from '../api/layers.ts';
import type { Who } from '../api/types.ts';
import { h } from '../dom.ts';
import type { PickedFront } from '../map/pick.ts';
import { clauses } from './clause.ts';
import { bothNames, link, party, section, when, type Context } from './context.ts';

const A_FEW = 2; // places of a side whose words are quoted

/** Places of either side of a front, by id. */
export interface Sides<T> {
  a: T[];
  b: T[];
}

type Where = (place: string) => readonly [lon: number, lat: number] | null;

/** The few places of either side that lie nearest to where a front was clicked; those that nobody knows the spot of come last. */
export function nearSides({ front, lon, lat }: PickedFront, where: Where): Sides<string> {
  const squeeze = Math.cos((lat * Math.PI) / 180);
  const far = (place: string): number => {
    const at = where(place);
    return at ? Math.hypot((at[0] - lon) * squeeze, at[1] - lat) : Infinity;
  };
  const few = (places: string[]): string[] =>
    [...new Set(places)].map((id) => ({ id, far: far(id) })).sort((x, y) => (x.far < y.far ? -1 : Number(x.far > y.far))).slice(0, A_FEW).map(({ id }) => id);
  return { a: few(front.places.map(([a]) => a)), b: few(front.places.map(([, b]) => b)) };
}

/** A stretch of front: who faces whom, how long it is, what reports say of the nearest places of either side, and all pairs that draw it. */
export function frontView(front: FrontProps, sides: Sides<Who>, context: Context): HTMLElement {
  const { t, go, names } = context;
  const versus = (): HTMLElement => h('span', { class: 'versus', 'aria-hidden': 'true' });
  const place = (id: string): HTMLElement => link(bothNames(names(id), context), () => { go.place(id); });
  return h('div', { class: 'front' },
    h('p', { class: 'holder' }, party(front.a, context), versus(), party(front.b, context)),
    h('dl', { class: 'known' }, h('dt', {}, t.front.length), h('dd', {}, t.km(front.km))),
    h('p', { class: 'soft why' }, t.front.why),
    sideView(front.a, sides.a, context), sideView(front.b, sides.b, context),
    section(t.front.line, h('details', {}, h('summary', {}, t.front.pairs(front.places.length)),
      h('ul', { class: 'pairs' }, ...front.places.map(([a, b]) => h('li', {}, place(a), versus(), place(b)))))));
}

/** What reports say of the places of a side: of each the newest clause. */
function sideView(holder: string, places: readonly Who[], context: Context): HTMLElement {
  const { t, go, actors } = context;
  const box = h('section', { class: 'facing' }, h('h3', {}, party(holder, context)), ...places.map((who) => {
    const { place, last_confirmed, because } = who;
    return h('div', { class: 'near' },
      place && h('p', {}, link(bothNames(place, context), () => { go.place(place.id); }),
        last_confirmed && h('span', { class: 'soft' }, ` · ${t.who.lastConfirmed} `, when(last_confirmed, context)),
        who.inferred && h('span', { class: 'tag' }, t.who.inferred)),
      because.length > 0 ? clauses(because.slice(0, 1), context, 1) : h('p', { class: 'soft' }, t.who.noClauses));
  }));
  box.style.borderInlineStartColor = actors.colour(holder);
  return box;
}
