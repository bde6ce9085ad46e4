import type { Actors } from '../actors.ts';
import type { PocketProps } from '../api/layers.ts';
import { parseDay } from '../day.ts';
import { h } from '../dom.ts';
import { passageFrom } from '../hands.ts';
import { longDay, nameOf, strings, word, type Strings } from '../i18n/index.ts';
import type { Lang } from '../state.ts';
import { handsView } from '../ui/hands.ts';
import { swatch } from '../ui/swatch.ts';
import { groupsIn } from './clusters.ts';
import { listOf, type Hit } from './pick.ts';

type Line = Node | string; // "" for one that is left out
type Properties = Hit['properties'];

interface Words {
  actors: Actors;
  lang: Lang;
  names: (place: string) => { name_ar: string | null; name_en: string | null };
}

/** The card beside the pointer. */
export class Hover {
  readonly #card: HTMLElement;

  constructor(card: HTMLElement) {
    this.#card = card;
  }

  hide(): void {
    this.#card.hidden = true;
  }

  /** Shows words at a point of a map so many pixels wide, on the side of it where there is room; null hides the card. */
  show(words: Node[] | null, x: number, y: number, width: number): void {
    this.#card.hidden = !words;
    if (!words) return;
    this.#card.replaceChildren(...words);
    const flip = x > width - 240;
    this.#card.style.transform = `translate(${x + (flip ? -14 : 14)}px, ${y + 14}px)${flip ? ' translateX(-100%)' : ''}`;
  }
}

/** What the pointer is told about a thing on the map before it is clicked; null where there is nothing to tell. */
export function hoverWords(hit: Hit, words: Words): Node[] | null {
  const lines = linesOf(hit, words, strings(words.lang)).filter((line) => line !== '');
  return lines.length > 0 ? lines.map((line) => (typeof line === 'string' ? h('span', {}, line) : line)) : null;
}

function linesOf({ layer, properties: p }: Hit, words: Words, t: Strings): Line[] {
  if (layer === 'events_cluster') return cluster(p, t);
  if (layer.startsWith('pockets_')) return pocket(p, words, t);
  if (layer.startsWith('difference_')) return passage(p, words, t);
  if (layer.startsWith('advances_')) return advance(p, words, t);
  const lines: Line[] = [];
  const text = (key: string): string | null => textOf(p, key);
  const [group, holder, other, actor] = [text('group'), text('holder'), text('other'), text('actor')];
  const name = nameOf({ name_ar: text('name_ar'), name_en: text('name_en') }, words.lang);
  if (group) lines.push(strong(word(t.groups, group)));
  if (name) lines.push(strong(h('bdi', {}, name)));
  if (layer === 'places_sign') lines.push(word(t.placeKinds, text('kind') ?? ''));
  if (layer.startsWith('fronts_')) {
    lines.push(strong(t.legend.front), ...[text('a'), text('b')].map((id) => (id ? party(id, words) : '')));
  }
  if (p['contested'] === true) lines.push(t.legend.contested);
  for (const id of [actor, holder, other]) if (id) lines.push(party(id, words));
  if (p['inferred'] === true) lines.push(t.who.inferred);
  return lines;
}

function cluster(p: Properties, t: Strings): Line[] {
  return [strong(t.onMap.events(Number(p['point_count']))), ...groupsIn(p).map(([group, n]) => `${t.groups[group]}: ${n}`), h('span', { class: 'soft' }, t.onMap.nearer)];
}

function pocket(p: Properties, words: Words, t: Strings): Line[] {
  const since = parseDay(textOf(p, 'since') ?? '');
  const until = parseDay(textOf(p, 'until') ?? '');
  const closing = listOf<PocketProps['closed'][number]>(p['closed']).flatMap((gate) => gate.places);
  return [
    strong(`${t.onMap.pocket} · ${textOf(p, 'label') ?? ''}`), party(textOf(p, 'party') ?? '', words),
    since ? t.onMap.shutSince(longDay(since, t)) : '', until ? t.who.until(longDay(until, t)) : '',
    ...(closing.length > 0 ? [`${t.onMap.closedAt} ${closing.slice(0, 3).map((id) => nameOf(words.names(id), words.lang)).join(' · ')}`] : []),
  ];
}

function passage(p: Properties, { actors, lang }: Words, t: Strings): Line[] {
  const { from, to } = passageFrom(textOf(p, 'passage') ?? '');
  const [km2, least, most] = ['km2', 'least', 'most'].map((key) => Number(p[key])) as [number, number, number];
  const context = { actors, t, lang };
  return [
    strong(t.compare.ground), handsView(from, context),
    h('span', {}, h('span', { class: 'arrow', 'aria-hidden': 'true' }), ' ', handsView(to, context)),
    h('span', { class: 'soft' }, t.compare.extent(km2, least, most)),
  ];
}

function advance(p: Properties, words: Words, t: Strings): Line[] {
  const day = parseDay(textOf(p, 'day') ?? '');
  return [
    strong(t.groups.advance), party(textOf(p, 'actor') ?? '', words), day ? longDay(day, t) : '', p['concluded'] === true ? t.onMap.concluded : '',
  ];
}

function textOf(p: Properties, key: string): string | null {
  const value = p[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

function strong(text: Line): HTMLElement {
  return h('strong', {}, text);
}

function party(id: string, { actors, lang }: Words): HTMLElement {
  return h('span', { class: 'party' }, swatch(actors.colour(id)), h('bdi', {}, actors.name(id, lang)));
}
