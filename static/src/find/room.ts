import { h } from '../dom.ts';
import { ALL, narrowings, type Filter } from '../filter.ts';
import { Follow } from '../follow.ts';
import { direction, longDay, strings } from '../i18n/index.ts';
import type { Page } from '../page.ts';
import { groupOf } from '../map/groups.ts';
import type { State } from '../state.ts';
import type { RoomView } from '../ui/rooms.ts';
import type { Listing } from './choice.ts';
import { Controls } from './controls.ts';
import { FilterForm, type Tallies } from './form.ts';
import { tally } from './lists.ts';
import { spanOf } from '../span.ts';
import { lengthOf } from '../timeline/scale.ts';
import { find, type Found, type Wish } from './load.ts';
import { drawList, emptyWords, type Drawn } from './view.ts';

const REST = 180; // milliseconds without another wish before one is met

/** Events, places and reports as lists beside the map and in step with it, and the filters of both. */
export class FindRoom implements RoomView {
  readonly element: HTMLElement;
  readonly #page: Page;
  readonly #open: (change: Partial<State>) => void;
  readonly #follow: Follow<Wish, Found>;
  readonly #title = h('h2', { tabindex: -1 });
  readonly #status = h('p', { class: 'soft', role: 'status' });
  readonly #words = h('input', { type: 'search', id: 'words', autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'search', 'aria-describedby': 'words-help' });
  readonly #wordsHelp = h('p', { class: 'soft', id: 'words-help' });
  readonly #form: FilterForm;
  readonly #controls = new Controls((change) => { this.#list(change); });
  readonly #slot = h('div', { class: 'list' });
  readonly #body: HTMLElement;
  #settled: string | null = null; // the words of the address, when they were last looked at
  #wish = '';
  #found: Found | null = null;
  #shown = ''; // what the list was drawn from
  #drawn: Drawn | null = null;
  #left: { scroll: number; key: string | null } | null = null; // where the reader was, when the room was left

  /** `open` shows what a row leads to. */
  constructor(page: Page, open: (change: Partial<State>) => void) {
    [this.#page, this.#open] = [page, open];
    this.#form = new FilterForm(page);
    this.#words.addEventListener('input', () => { this.render(page.state()); });
    this.#words.addEventListener('change', () => { this.#keepWords(); });
    this.#body = h('div', { class: 'body' },
      h('div', { class: 'words-field' }, this.#words, this.#wordsHelp), this.#controls.element, this.#form.element, this.#slot);
    this.element = h('div', { class: 'find' }, h('header', {}, h('div', { class: 'title' }, this.#title, this.#status)), this.#body);
    this.#follow = new Follow<Wish, Found>({
      rest: REST,
      load: (wish, signal) => find(page.api, page.inks.actors, wish, signal),
      show: (wish, found) => { this.#take(wish, found); },
      fail: (wish, error) => {
        page.notices.fail('find', 'find', error, () => { this.#follow.demand(wish); });
        this.#body.removeAttribute('aria-busy');
      },
    });
  }

  render(state: State): void {
    const { filter, lang } = state;
    const t = strings(lang);
    if (filter.words !== this.#settled) this.#takeWords(filter.words);
    this.#title.textContent = t.find.title;
    this.#words.placeholder = t.find.words;
    this.#words.setAttribute('aria-label', t.find.words);
    this.#words.dir = this.#words.value === '' ? direction(lang) : 'auto';
    this.#wordsHelp.textContent = t.find.wordsHelp[this.#listing.list];
    this.#controls.render(this.#listing, t);
    this.#ask(0);
    this.#draw();
    this.#return();
  }

  leave(): void {
    const key = this.#left?.key ?? null;
    this.#left = { scroll: this.#body.scrollTop, key };
    this.#page.atlas().hint(null);
  }

  /** What is shown: the filter of the page with the words as they are typed. */
  get #filter(): Filter {
    return { ...this.#page.state().filter, words: this.#words.value.trim() };
  }

  get #listing(): Listing {
    return this.#page.state().listing;
  }

  #takeWords(words: string): void {
    this.#settled = words;
    if (this.#words.value.trim() !== words) this.#words.value = words;
  }

  /** Puts what was typed into the address. */
  #keepWords(): void {
    const filter = this.#filter;
    this.#settled = filter.words;
    this.#page.go({ filter });
  }

  #list(change: Partial<Listing>): void {
    this.#page.go({ listing: { ...this.#listing, ...change } });
  }

  /** Asks for what is to be listed, unless it is what was asked for last. */
  #ask(offset: number): void {
    const state = this.#page.state();
    const { list, ofDays } = this.#listing;
    const { scope } = this.#page.overview();
    const filter = this.#filter;
    const asked = list === 'reports' ? filter : { ...ALL, sources: filter.sources, governorate: filter.governorate, sure: filter.sure };
    const dated = list === 'events' || (list === 'reports' && ofDays);
    const wish: Wish = { list, day: state.day, span: dated ? spanOf(state) : { first: state.day, last: state.day }, scope, filter: asked, ofDays, offset };
    const key = JSON.stringify(list === 'reports' && !ofDays ? { ...wish, day: null, offset: 0 } : { ...wish, offset: 0 });
    if (key === this.#wish && offset === 0) return;
    this.#wish = key;
    this.#body.setAttribute('aria-busy', 'true');
    this.#follow.want(wish);
  }

  #take({ offset }: Wish, found: Found): void {
    this.#page.notices.clear('find');
    this.#body.removeAttribute('aria-busy');
    const had = this.#found;
    const more = offset > 0 && found.list === 'reports' && had?.list === 'reports';
    this.#found = more ? { list: 'reports', reports: { ...found.reports, reports: [...had.reports.reports, ...found.reports.reports] } } : found;
    this.#shown = '';
    this.#draw();
    if (more) this.#slot.querySelectorAll<HTMLElement>('.entry')[had.reports.reports.length]?.focus();
    this.#return();
  }

  #draw(): void {
    const [found, state, filter] = [this.#found, this.#page.state(), this.#filter];
    const { lang, look } = state;
    this.#form.render(state.filter, lang, this.#tallies());
    if (found?.list !== this.#listing.list) return;
    const view = this.#listing.inView && found.list !== 'reports' ? this.#page.atlas().bounds() : null;
    const key = JSON.stringify([lang, look, this.#listing, found.list === 'reports' ? null : filter, view]);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#drawn = drawList(found, this.#page, {
      choice: { filter, view }, listing: this.#listing,
      open: (row, change) => {
        this.#left = { scroll: this.#body.scrollTop, key: row };
        this.#open(change);
      },
      more: (offset) => { if (!this.#body.hasAttribute('aria-busy')) this.#ask(offset); },
    });
    const set = narrowings(filter);
    this.#slot.replaceChildren(this.#drawn.count > 0 ? this.#drawn.element : emptyWords(this.#page, this.#listing, {
      all: () => { this.#words.value = ''; this.#page.go({ filter: ALL }); }, listing: (change) => { this.#list(change); },
    }, set));
    this.#count(this.#drawn.count, state);
  }

  #count(count: number, state: State): void {
    const t = strings(state.lang);
    const { list, ofDays } = this.#listing;
    const days = lengthOf(spanOf(state));
    const day = longDay(state.day, t);
    const when = list === 'reports' && !ofDays ? '' : list === 'places' || days === 1 ? ` ${t.find.on(day)}` : ` ${t.find.upTo(days, day)}`;
    this.#status.textContent = t.find.found[list](count) + when;
  }

  /** How many of what is listed each kind and each party has. */
  #tallies(): Tallies {
    const found = this.#found;
    if (found?.list === 'events') {
      const events = found.claims.features.map((f) => f.properties).filter((p) => groupOf(p.kind));
      return { parties: tally(events.map((p) => p.actor)), kinds: tally(events.map((p) => groupOf(p.kind))) };
    }
    const places = found?.list === 'places' ? found.holdings.features.flatMap(({ properties: p }) => [p.holder, ...p.others]) : null;
    return { parties: places ? tally(places) : new Map(this.#page.inks.actors.list.map((a) => [a.id, 0])), kinds: new Map() };
  }

  /** Takes the reader back to where the list was left, as soon as it is drawn again. */
  #return(): void {
    if (!this.#left || !this.#drawn || !this.element.isConnected || this.#body.hasAttribute('aria-busy')) return;
    const { scroll, key } = this.#left;
    this.#left = null;
    const row = (): HTMLElement | undefined => [...this.#slot.querySelectorAll<HTMLElement>('.entry')].find((entry) => entry.dataset['key'] === key);
    if (key) this.#drawn.until(() => row() !== undefined);
    this.#body.scrollTop = scroll;
    if (key && document.activeElement === document.body) row()?.focus({ preventScroll: true });
  }
}
