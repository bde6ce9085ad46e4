import type { Source } from '../api/types.ts';
import { h } from '../dom.ts';
import { longDay, strings } from '../i18n/index.ts';
import type { Scope } from '../scope.ts';
import type { Lang } from '../state.ts';
import { sourceName } from './sources.ts';

const NAMED = 3; // sources that are named; more are counted

/** Says above the map that not everything counts, and leads back. */
export class Reminder {
  readonly #root: HTMLElement;
  readonly #change: (change: Partial<Scope>) => void;

  constructor(root: HTMLElement, change: (change: Partial<Scope>) => void) {
    [this.#root, this.#change] = [root, change];
  }

  render({ without, knownOn }: Scope, sources: readonly Source[], lang: Lang): void {
    const t = strings(lang).scope;
    const left = sources.filter((s) => without.includes(s.id));
    const back = (label: string, change: Partial<Scope>): HTMLElement =>
      h('button', { type: 'button', class: 'link', on: { click: () => { this.#change(change); } } }, label);
    const parts: HTMLElement[] = [];
    if (knownOn) parts.push(h('p', {}, h('strong', {}, t.knownOn(longDay(knownOn, strings(lang)))), ' ', back(t.now, { knownOn: null })));
    if (left.length > 0) {
      const names = left.flatMap((s, i) => [i > 0 ? ' · ' : ' ', h('bdi', {}, sourceName(s, lang))]);
      parts.push(h('p', {}, ...(left.length > NAMED ? [t.withoutMany(left.length)] : [t.without, ...names]), ' ', back(t.all, { without: [] })));
    }
    this.#root.hidden = parts.length === 0;
    this.#root.replaceChildren(...parts);
  }
}
