import { h, type Child } from '../dom.ts';

export interface Switch {
  key: string; // by which it is found again when its list is built anew
  shown: boolean;
  hint: string;
  set: (shown: boolean) => void;
}

/** A row of the legend that shows or hides on the map what it names. */
export function toggleRow(sign: HTMLElement, { key, shown, hint, set }: Switch, ...text: Child[]): HTMLElement {
  return h('li', {}, h('button', {
    type: 'button', class: 'toggle', 'data-key': key, 'aria-pressed': String(shown), title: hint, on: { click: () => { set(!shown); } },
  }, sign, h('span', { class: 'text' }, ...text)));
}

/** A row of the legend that only says what a sign means. */
export function row(sign: HTMLElement, ...text: Child[]): HTMLElement {
  return h('li', {}, sign, h('span', { class: 'text' }, ...text));
}

/** Builds what is in an element anew and leaves the keyboard on what has the same key as before. */
export function keepFocus(root: HTMLElement, build: () => void): void {
  const had = document.activeElement;
  const key = had instanceof HTMLElement && root.contains(had) ? had.dataset['key'] : undefined;
  build();
  if (key) root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}
