import { h } from '../dom.ts';
import { toggled, type Filter } from '../filter.ts';
import { strings, type Strings } from '../i18n/index.ts';
import type { Inks } from '../inks.ts';
import { drawBadge, drawCluster, drawSign } from '../map/badges.ts';
import { GROUPS } from '../map/groups.ts';
import type { Paper } from '../map/palette.ts';
import { SIGN_KINDS } from '../map/signs.ts';
import { WINDOWS, type State } from '../state.ts';
import { drawAges, drawArrow, drawBlank, drawConcluded, drawContested, drawDot, drawEdge, drawFront, drawPocket, drawUnknown } from './keys.ts';
import { PartyList } from './legend_parties.ts';
import { sketch } from './swatch.ts';
import { keepFocus, row, toggleRow } from './toggle.ts';

export interface LegendEvents {
  window: (days: number) => void;
  filter: (change: Partial<Filter>) => void;
}

type Shown = Pick<State, 'lang' | 'window' | 'from' | 'filter'>;

/** What the colours and signs mean, what of it is shown, and how many days of events. */
export class Legend {
  readonly #root: HTMLDetailsElement;
  readonly #inks: Inks;
  readonly #on: LegendEvents;
  readonly #summary = h('summary');
  readonly #groups = { held: group(true), events: group(true), lines: group(true), signs: group(false) };
  readonly #parties: PartyList;

  constructor(root: HTMLDetailsElement, inks: Inks, on: LegendEvents) {
    [this.#root, this.#inks, this.#on] = [root, inks, on];
    this.#parties = new PartyList(inks, on.filter);
    this.#root.replaceChildren(this.#summary, h('div', { class: 'rows' }, ...Object.values(this.#groups)));
    this.#root.open = window.matchMedia('(min-width: 1100px)').matches;
  }

  /** Says everything anew. */
  render(of: Shown): void {
    const t = strings(of.lang);
    this.#summary.textContent = t.legend.title;
    this.#parties.render(of);
    keepFocus(this.#root, () => {
      const { held, events, lines, signs } = this.#groups;
      const { paper } = this.#inks;
      fill(held, t.legend.areas, this.#parties.element, groundKey(t, paper));
      fill(events, t.legend.events, this.#windows(of), this.#kinds(of), h('p', { class: 'soft' }, t.legend.doubtful));
      fill(lines, t.legend.lines, linesKey(t, paper));
      fill(signs, t.legend.signs, signsKey(t, paper));
    });
  }

  /** Lists the parties that are on the map, each with the ground it alone holds in km²; the others are left out. */
  list(held: ReadonlyMap<string, number>): void {
    this.#parties.list(held);
  }

  /** How many days of events are shown; a range of days takes its place for as long as there is one. */
  #windows({ window, from, lang }: Shown): HTMLElement {
    const t = strings(lang);
    const range = from !== null && h('option', { value: '', selected: true }, t.legend.range);
    const list = h('select', { 'data-key': 'window' }, range, ...WINDOWS.map((n) => h('option', { value: n, selected: from === null && n === window }, t.legend.last(t.days(n)))));
    list.addEventListener('change', () => { if (list.value) this.#on.window(Number(list.value)); });
    return h('label', { class: 'window' }, `${t.legend.window} `, list);
  }

  #kinds({ lang, filter }: Shown): HTMLElement {
    const t = strings(lang);
    const { paper } = this.#inks;
    const badges = GROUPS.map((kind) => toggleRow(sketch(22, (c) => { drawBadge(c, kind, { rim: paper.soft, firm: true, paper }); }), {
      key: kind, shown: !filter.without.includes(kind), hint: t.legend.toggle,
      set: (on) => { this.#on.filter({ without: toggled(filter.without, kind, !on) }); },
    }, t.groups[kind]));
    const several = sketch(22, (c) => {
      c.scale(22 / 34, 22 / 34);
      drawCluster(c, 'strike', [[paper.soft, 2], [paper.faint, 1]], paper);
    });
    return h('ul', { class: 'signs' }, ...badges, row(several, t.legend.several));
  }
}

function group(open: boolean): HTMLDetailsElement {
  return h('details', { class: 'group', open });
}

/** Puts a heading and content into a group; whether it is open stays as the reader left it. */
function fill(root: HTMLDetailsElement, title: string, ...content: HTMLElement[]): void {
  root.replaceChildren(h('summary', {}, h('h2', {}, title)), ...content);
}

function groundKey(t: Strings, paper: Paper): HTMLElement {
  return h('ul', {},
    row(sketch(16, (c) => { drawContested(c, paper); }), t.legend.contested),
    row(sketch(16, (c) => { drawUnknown(c, paper); }), t.legend.unknown),
    row(sketch(16, (c) => { drawConcluded(c, paper); }), t.legend.concluded),
    row(sketch(16, (c) => { drawBlank(c, paper); }), t.legend.blank),
    h('li', { class: 'ages' }, sketch(64, (c) => { drawAges(c, paper); }, 12), h('span', { class: 'text' }, t.legend.ages)));
}

function linesKey(t: Strings, paper: Paper): HTMLElement {
  return h('ul', {},
    row(sketch(16, (c) => { drawFront(c, paper); }), t.legend.front),
    row(sketch(16, (c) => { drawPocket(c, paper); }), t.onMap.pocket),
    row(sketch(16, (c) => { drawArrow(c, false, paper); }), t.legend.arrow),
    row(sketch(16, (c) => { drawArrow(c, true, paper); }), t.legend.arrowConcluded),
    row(sketch(16, (c) => { drawEdge(c, paper); }), t.legend.told),
    row(sketch(16, (c) => { drawDot(c, paper.soft, paper.white); }), t.legend.place),
    row(sketch(16, (c) => { drawDot(c, paper.halo, paper.soft); }), t.legend.inferred));
}

function signsKey(t: Strings, paper: Paper): HTMLElement {
  return h('ul', { class: 'signs' }, ...SIGN_KINDS.map((kind) =>
    row(sketch(18, (c) => { c.scale(18 / 22, 18 / 22); drawSign(c, kind, { rim: paper.soft, how: 'plain', paper }); }), t.placeKinds[kind])));
}
