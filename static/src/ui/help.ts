import { h } from '../dom.ts';
import { strings } from '../i18n/index.ts';
import type { Lang } from '../state.ts';

const KEYS = [
  ['days', ['←', '→']], ['ends', ['Home', 'End']], ['last', ['t']], ['play', [' ']], ['changes', ['[', ']']], ['help', ['?']],
] as const;

/** The keys of the page in words, and a switch for those that are a single character: who dictates would press them unawares. */
export class Help {
  readonly #dialog = h('dialog', { class: 'help', closedby: 'any', 'aria-labelledby': 'help-title' });
  characters = true; // keys of a single character count

  constructor() {
    document.body.append(this.#dialog);
  }

  show(lang: Lang): void {
    const { close, help: t, time } = strings(lang);
    const box = h('input', { type: 'checkbox', checked: this.characters });
    box.addEventListener('change', () => { this.characters = box.checked; });
    this.#dialog.replaceChildren(
      h('h2', { id: 'help-title' }, t.title),
      h('dl', {}, ...KEYS.flatMap(([what, keys]) => [
        h('dt', {}, ...keys.map((key) => (key === ' ' ? h('kbd', {}, time.spaceKey) : h('kbd', { dir: 'ltr' }, key)))), h('dd', {}, t.does[what]),
      ])),
      h('p', { class: 'soft' }, t.drag),
      h('label', {}, box, t.characters),
      h('form', { method: 'dialog' }, h('button', {}, close)));
    if (!this.#dialog.open) this.#dialog.showModal();
  }
}
