import { h } from '../dom.ts';
import { strings } from '../i18n/index.ts';
import type { Lang } from '../state.ts';

/** A text that cannot be changed, and a button that copies it. */
export class Copied {
  readonly element: HTMLElement;
  readonly #field: HTMLInputElement | HTMLTextAreaElement;
  readonly #label = h('label');
  readonly #button = h('button', { type: 'button', class: 'tool', on: { click: () => { void this.#copy(); } } });
  readonly #told = h('span', { class: 'soft', role: 'status' });
  #lang: Lang = 'en';

  /** Lines: how many of the text are to be seen at once. */
  constructor(id: string, lines: number) {
    const props = { id, readonly: true, dir: 'ltr', spellcheck: 'false' };
    this.#field = lines > 1 ? h('textarea', { ...props, rows: lines }) : h('input', { ...props, type: 'text' });
    this.#field.addEventListener('focus', () => { this.#field.select(); });
    this.#label.htmlFor = id;
    this.element = h('div', { class: 'copied' }, this.#label, this.#field, h('div', { class: 'row' }, this.#button, this.#told));
  }

  render(label: string, text: string, lang: Lang): void {
    this.#lang = lang;
    this.#label.textContent = label;
    this.#button.textContent = strings(lang).take.link.copy;
    if (this.#field.value === text) return;
    this.#field.value = text;
    this.#told.textContent = '';
  }

  /** The clipboard is not for every page: one that came over plain HTTP has none. Then the text is selected at least. */
  async #copy(): Promise<void> {
    const { copied, refused } = strings(this.#lang).take.link;
    try {
      await navigator.clipboard.writeText(this.#field.value);
      this.#told.textContent = copied;
    } catch {
      this.#field.focus();
      this.#told.textContent = refused;
    }
  }
}
