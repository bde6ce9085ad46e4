import { h } from '../dom.ts';

const CHUNK = 80; // rows

/**
 * Draws a long list as far as it is read: some rows, and a button for more that
 * presses itself as it comes near. `heading` is what stands before a row that
 * begins a part of the list; rows for which it says the same are of one part.
 */
export class Chunks<T> {
  readonly #rows: readonly T[];
  readonly #row: (of: T) => HTMLElement;
  readonly #heading: (of: T) => string;
  readonly #more: (left: number) => string;
  readonly element = h('div', { class: 'entries' });
  #drawn = 0;

  constructor(rows: readonly T[], draw: { row: (of: T) => HTMLElement; heading: (of: T) => string; more: (left: number) => string }) {
    [this.#rows, this.#row, this.#heading, this.#more] = [rows, draw.row, draw.heading, draw.more];
    this.#next();
  }

  /** Draws on until a row is there that passes; all of it where none does. */
  until(drawn: () => boolean): void {
    while (this.#drawn < this.#rows.length && !drawn()) this.#next();
  }

  #next(): void {
    this.element.querySelector(':scope > .more')?.remove();
    let list = this.element.querySelector<HTMLElement>(':scope > ul:last-of-type');
    for (const one of this.#rows.slice(this.#drawn, this.#drawn + CHUNK)) {
      const heading = this.#heading(one);
      if (list?.dataset['part'] !== heading) {
        list = h('ul', { 'data-part': heading, 'aria-label': heading || null });
        this.element.append(...(heading ? [h('h3', {}, heading)] : []), list);
      }
      list.append(this.#row(one));
    }
    this.#drawn = Math.min(this.#drawn + CHUNK, this.#rows.length);
    const left = this.#rows.length - this.#drawn;
    if (left > 0) this.element.append(this.#button(left));
  }

  #button(left: number): HTMLElement {
    const at = this.#drawn;
    const press = (): void => {
      this.#next();
      this.element.querySelectorAll<HTMLElement>('.entry')[at]?.focus();
    };
    const button = h('button', { type: 'button', class: 'more link', on: { click: press } }, this.#more(left));
    const near = new IntersectionObserver((seen) => {
      if (!seen.some((s) => s.isIntersecting) || document.activeElement === button) return;
      near.disconnect();
      if (button.isConnected) this.#next();
    }, { rootMargin: '400px' });
    near.observe(button);
    return button;
  }
}
