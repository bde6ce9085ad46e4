import type { Api } from '../api/client.ts';
import type { FoundPlace } from '../api/types.ts';
import { h } from '../dom.ts';
import { Follow } from '../follow.ts';
import { describe, direction, nameOf, otherLang, otherNameOf, strings } from '../i18n/index.ts';
import type { Lang } from '../state.ts';
import type { Notices } from './notices.ts';

const PAUSE = 140; // milliseconds after the last letter
const LIMIT = 8;

export interface SearchEvents {
  place: (place: FoundPlace) => void;
  words: (words: string) => void; // are to be looked for in the reports
}

/**
 * The search box: a combobox with a list, as the ARIA practices describe it.
 * Its last row looks for the words in the reports. Answers that are no longer
 * asked for are aborted and never shown.
 */
export class Search {
  readonly #input: HTMLInputElement;
  readonly #list = h('ul', { id: 'found', role: 'listbox', hidden: true });
  readonly #status = h('div', { role: 'status', class: 'unseen' });
  readonly #on: SearchEvents;
  readonly #follow: Follow<string, FoundPlace[]>;
  #lang: Lang = 'en';
  #found: FoundPlace[] = [];
  #words = ''; // that were looked for
  #active = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, api: Api, notices: Notices, on: SearchEvents) {
    this.#on = on;
    this.#follow = new Follow<string, FoundPlace[]>({
      load: (q, signal) => api.places(q, LIMIT, signal),
      show: (q, found) => {
        notices.clear('search');
        this.#show(q, found);
      },
      fail: (q, error) => { notices.fail('search', 'search', error, () => { this.#follow.demand(q); }); },
    });
    this.#input = h('input', {
      type: 'search', id: 'search-box', role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'found',
      autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'search',
      on: {
        input: () => { this.#typed(); },
        keydown: (e) => { this.#key(e); },
        blur: () => { this.#close(); },
        focus: () => { if (this.#input.value.trim()) this.#typed(); },
      },
    });
    this.#list.addEventListener('pointerdown', (e) => { e.preventDefault(); }); // keeps the focus in the box
    root.replaceChildren(this.#input, this.#list, this.#status);
  }

  render(lang: Lang): void {
    this.#lang = lang;
    const t = strings(lang).search;
    this.#input.setAttribute('aria-label', t.label);
    this.#input.placeholder = t.placeholder;
    this.#orient();
    this.#list.setAttribute('aria-label', t.label);
  }

  /** What is typed runs as its own script does, the empty box as the page does. */
  #orient(): void {
    this.#input.dir = this.#input.value === '' ? direction(this.#lang) : 'auto';
  }

  #typed(): void {
    this.#orient();
    clearTimeout(this.#timer);
    this.#follow.cancel();
    const q = this.#input.value.trim();
    if (q === '') this.#close();
    else this.#timer = setTimeout(() => { this.#follow.demand(q); }, PAUSE);
  }

  #show(q: string, found: FoundPlace[]): void {
    const t = strings(this.#lang);
    [this.#found, this.#words, this.#active] = [found, q, -1];
    const rows = found.map((place, i) => h('li', {
      id: `found-${i}`, role: 'option', 'aria-selected': 'false', on: { click: () => { this.#take(i); } },
    },
    h('bdi', { class: 'name' }, nameOf(place, this.#lang)), ' ',
    h('bdi', { class: 'other-name', lang: otherLang(this.#lang) }, otherNameOf(place, this.#lang)), ' ',
    h('span', { class: 'soft' }, describe(place, t))));
    const words = h('li', {
      id: `found-${found.length}`, class: 'words', role: 'option', 'aria-selected': 'false', on: { click: () => { this.#take(found.length); } },
    }, t.search.reports(q));
    const none = h('li', { class: 'none', role: 'presentation' }, t.search.none(q));
    this.#list.replaceChildren(...(rows.length > 0 ? rows : [none]), words);
    this.#status.textContent = rows.length > 0 ? t.search.found(rows.length) : t.search.none(q);
    this.#list.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#mark(0);
  }

  #key(e: KeyboardEvent): void {
    if (e.isComposing) return;
    const length = this.#found.length + 1;
    if (e.key === 'Escape') {
      if (this.#list.hidden) this.#input.value = '';
      this.#close();
    } else if (this.#list.hidden) {
      return;
    } else if (e.key === 'ArrowDown') {
      this.#mark((this.#active + 1) % length);
    } else if (e.key === 'ArrowUp') {
      this.#mark((this.#active - 1 + length) % length);
    } else if (e.key === 'Enter') {
      this.#take(this.#active);
    } else {
      return;
    }
    e.preventDefault();
  }

  #mark(i: number): void {
    this.#active = i;
    const rows = [...this.#list.querySelectorAll('[role=option]')];
    rows.forEach((row, n) => { row.setAttribute('aria-selected', String(n === i)); });
    const row = rows[i];
    if (row) this.#input.setAttribute('aria-activedescendant', row.id);
    row?.scrollIntoView({ block: 'nearest' });
  }

  #take(i: number): void {
    const place = this.#found[i];
    if (place) this.#input.value = nameOf(place, this.#lang);
    this.#close();
    if (place) this.#on.place(place);
    else this.#on.words(this.#words);
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#follow.cancel();
    this.#list.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }
}
