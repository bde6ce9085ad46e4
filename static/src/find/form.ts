import { UNKNOWN } from '../actors.ts';
import { h, type Child } from '../dom.ts';
import { ALL, narrowings, toggled, type Filter } from '../filter.ts';
import { strings, word, type Strings } from '../i18n/index.ts';
import { GROUPS } from '../map/groups.ts';
import type { Page } from '../page.ts';
import { idsOf } from '../scope.ts';
import type { Lang } from '../state.ts';
import { sourceName } from '../ui/sources.ts';
import { swatch } from '../ui/swatch.ts';

const STEP = 0.05; // of confidence

/** How many there are of each, where that is known. */
export interface Tallies {
  parties: ReadonlyMap<string, number>;
  kinds: ReadonlyMap<string, number>;
}

/** The filters but the words: what is shown of parties, kinds and sources, where, and how sure it has to be. */
export class FilterForm {
  readonly element = h('details', { class: 'filters' });
  readonly #page: Page;
  readonly #summary = h('summary');
  readonly #clear = h('button', { type: 'button', name: 'clear', class: 'link clear', on: { click: () => { this.#set(ALL); } } });
  readonly #fields = h('div', { class: 'fields' });
  readonly #sure = h('input', { type: 'range', id: 'least-sure', name: 'sure', min: 0, max: 1, step: STEP });
  readonly #sureWords = h('output', { for: 'least-sure' });
  #drawn = '';

  constructor(page: Page) {
    this.#page = page;
    this.#sure.addEventListener('input', () => { this.#saySure(Number(this.#sure.value)); });
    this.#sure.addEventListener('change', () => { this.#set({ sure: Number(this.#sure.value) }); });
    this.element.append(this.#summary, this.#fields);
  }

  render(filter: Filter, lang: Lang, tallies: Tallies): void {
    const t = strings(lang);
    const set = narrowings(filter);
    const { sources } = this.#page.overview();
    const key = JSON.stringify([lang, this.#page.state().look, filter, [...tallies.parties], [...tallies.kinds], sources.map((s) => s.id)]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    const had = this.#focused();
    this.#clear.textContent = t.find.clear;
    this.#summary.replaceChildren(t.find.filters, ...(set > 0 ? [' · ', h('span', { class: 'soft' }, t.find.active(set))] : []));
    this.#sure.value = String(filter.sure);
    this.#saySure(filter.sure);
    this.#fields.replaceChildren(
      ...(set > 0 ? [this.#clear] : []),
      this.#parties(filter, lang, tallies.parties),
      this.#kinds(filter, t, tallies.kinds),
      this.#governorates(filter, t),
      h('div', { class: 'field' }, h('label', { for: 'least-sure' }, t.find.sure), this.#sure, this.#sureWords),
      this.#sources(filter, lang));
    if (had) (this.#named(had) ?? this.#summary).focus();
  }

  #saySure(sure: number): void {
    const t = strings(this.#page.state().lang);
    this.#sureWords.textContent = sure > 0 ? t.percent(sure) : t.find.sureAny;
    this.#sure.setAttribute('aria-valuetext', this.#sureWords.textContent);
  }

  #parties(filter: Filter, lang: Lang, counts: Tallies['parties']): HTMLElement {
    const { actors } = this.#page.inks;
    const rows = actors.list.filter((a) => a.id !== UNKNOWN && (counts.has(a.id) || filter.hidden.includes(a.id)));
    return group(strings(lang).find.parties, ...rows.map(({ id }) => tick(
      `party ${id}`, !filter.hidden.includes(id), (shown) => { this.#set({ hidden: toggled(filter.hidden, id, !shown) }); },
      swatch(actors.colour(id)), h('bdi', {}, actors.name(id, lang)), count(counts.get(id)))));
  }

  #kinds(filter: Filter, t: Strings, counts: Tallies['kinds']): HTMLElement {
    return group(t.find.kinds, ...GROUPS.map((kind) => tick(
      `kind ${kind}`, !filter.without.includes(kind), (shown) => { this.#set({ without: toggled(filter.without, kind, !shown) }); },
      t.groups[kind], count(counts.get(kind)))));
  }

  #sources(filter: Filter, lang: Lang): HTMLElement {
    const rows = this.#page.overview().sources.filter((s) => (s.counts && s.reports > 0) || filter.sources.includes(s.id)).sort((a, b) => b.reports - a.reports);
    return group(strings(lang).find.sources, ...rows.map((source) => tick(
      `source ${source.id}`, filter.sources.includes(source.id),
      (chosen) => { this.#set({ sources: idsOf(toggled(filter.sources, source.id, chosen)) }); },
      h('bdi', {}, sourceName(source, lang)), count(source.reports))));
  }

  #governorates({ governorate }: Filter, t: Strings): HTMLElement {
    const known = Object.keys(t.governorates);
    const names = governorate && !known.includes(governorate) ? [...known, governorate] : known;
    const options = names.map((name) => ({ name, text: word(t.governorates, name) })).sort((a, b) => a.text.localeCompare(b.text, t.names));
    const list = h('select', { id: 'governorate', name: 'governorate' },
      h('option', { value: '' }, t.find.anywhere),
      ...options.map(({ name, text }) => h('option', { value: name, selected: name === governorate }, text)));
    list.addEventListener('change', () => { this.#set({ governorate: list.value || null }); });
    return h('div', { class: 'field' }, h('label', { for: 'governorate' }, t.find.governorate), list);
  }

  #set(change: Partial<Filter>): void {
    this.#page.go({ filter: { ...this.#page.state().filter, ...change } });
  }

  /** The name of the field that has the keyboard. */
  #focused(): string | null {
    const at = document.activeElement;
    return at && this.#fields.contains(at) ? at.getAttribute('name') : null;
  }

  #named(name: string): HTMLElement | null {
    return [...this.#fields.querySelectorAll<HTMLElement>('[name]')].find((field) => field.getAttribute('name') === name) ?? null;
  }
}

function group(title: string, ...rows: HTMLElement[]): HTMLElement {
  return h('fieldset', {}, h('legend', {}, title), h('div', { class: 'ticks' }, ...rows));
}

function tick(name: string, checked: boolean, turn: (on: boolean) => void, ...label: Child[]): HTMLElement {
  const box = h('input', { type: 'checkbox', name, checked });
  box.addEventListener('change', () => { turn(box.checked); });
  return h('label', { class: 'tick' }, box, h('span', { class: 'text' }, ...label));
}

function count(n: number | undefined): HTMLElement | null {
  return n ? h('span', { class: 'count' }, ' ', n.toLocaleString('en')) : null;
}
