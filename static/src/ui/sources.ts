import type { Actors } from '../actors.ts';
import type { Source } from '../api/types.ts';
import { parseDay } from '../day.ts';
import { h } from '../dom.ts';
import { nameOf, strings } from '../i18n/index.ts';
import { choices, turned, type Choice, type Scope } from '../scope.ts';
import type { Lang } from '../state.ts';
import { sideTag } from './side.ts';

const EARLIEST = '1900-01-01'; // a year that is still being typed is no day

/** The name of a source as its reader is shown it. */
export function sourceName(source: Choice, lang: Lang): string {
  const { id, name_ar = id, name_en = id } = source;
  return nameOf({ name_ar, name_en }, lang) || strings(lang).claim.unnamedSource;
}

/** Whose words count: a switch for each source, and the day up to which what was known counts. */
export class Sources {
  readonly #root: HTMLDetailsElement;
  readonly #actors: Actors;
  readonly #choose: (scope: Scope) => void;
  readonly #summary = h('summary');
  readonly #intro = h('p', { class: 'soft' });
  readonly #list = h('ul', { role: 'group' });
  readonly #dayLabel = h('span');
  readonly #dayHelp = h('p', { class: 'soft', id: 'known-on-help' });
  readonly #day: HTMLInputElement;
  #scope: Scope;
  #drawn = '';

  constructor(root: HTMLDetailsElement, actors: Actors, scope: Scope, choose: (scope: Scope) => void) {
    [this.#root, this.#actors, this.#scope, this.#choose] = [root, actors, scope, choose];
    this.#day = h('input', {
      type: 'date', id: 'known-on', min: EARLIEST, 'aria-describedby': 'known-on-help', on: { change: () => { this.#chosen(); } },
    });
    this.#root.replaceChildren(this.#summary, h('div', { class: 'rows' },
      h('label', { class: 'known-on' }, this.#dayLabel, this.#day), this.#dayHelp, this.#intro, this.#list));
  }

  /** Shows a scope, and the sources that there are by its day. */
  render(scope: Scope, sources: readonly Source[], lang: Lang): void {
    this.#scope = scope;
    const t = strings(lang).sources;
    [this.#summary.textContent, this.#intro.textContent] = [t.title, t.intro];
    [this.#dayLabel.textContent, this.#dayHelp.textContent] = [t.knownOn, t.knownOnHelp];
    this.#list.setAttribute('aria-label', t.title);
    const day = scope.knownOn ?? '';
    if (this.#day.value !== day) this.#day.value = day;
    const rows = choices(sources, scope);
    const key = JSON.stringify([lang, rows]);
    if (key !== this.#drawn) this.#offer(rows, lang);
    this.#drawn = key; // a list that stays keeps the keyboard where it is
    for (const box of this.#boxes()) box.checked = !scope.without.includes(box.value);
  }

  /** Shows that the sources are being asked for. */
  busy(busy: boolean): void {
    if (busy) this.#root.setAttribute('aria-busy', 'true');
    else this.#root.removeAttribute('aria-busy');
  }

  #boxes(): HTMLInputElement[] {
    return [...this.#list.querySelectorAll('input')];
  }

  /** Lists other sources. The keyboard stays on its source, or goes back to the heading where that is gone. */
  #offer(rows: readonly Choice[], lang: Lang): void {
    const had = this.#boxes().find((box) => box === document.activeElement)?.value;
    this.#list.replaceChildren(...(rows.length > 0 ? rows.map((s) => this.#row(s, lang)) : [h('li', {}, strings(lang).sources.none)]));
    if (had !== undefined) (this.#boxes().find((box) => box.value === had) ?? this.#summary).focus();
  }

  #chosen(): void {
    if (this.#day.validity.valid) this.#choose({ ...this.#scope, knownOn: parseDay(this.#day.value) });
  }

  #row(source: Choice, lang: Lang): HTMLElement {
    const t = strings(lang);
    const box = h('input', { type: 'checkbox', value: source.id });
    box.addEventListener('change', () => { this.#choose(turned(this.#scope, source.id, box.checked)); });
    const facts = [
      source.reports ? t.reports(source.reports) : t.sources.unheard,
      source.weight !== undefined && t.sources.weight(t.percent(source.weight)),
      source.listed === false && t.sources.unlisted,
    ].filter((fact) => typeof fact === 'string');
    return h('li', {}, h('label', {}, box, h('span', { class: 'text' },
      h('bdi', {}, sourceName(source, lang)), h('span', { class: 'soft' }, facts.join(' · ')),
      sideTag(source.side ?? '', this.#actors, lang))));
  }
}
