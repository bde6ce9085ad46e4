import { h } from '../dom.ts';
import type { Strings } from '../i18n/index.ts';
import { decimalDegrees, degreesMinutesSeconds } from '../map/coordinates.ts';
import type { Spot } from '../map/gestures.ts';

const GAP = 6; // pixels between the spot and the menu, and at least to the edges

/** A small window at a spot of the map: its coordinates, to be copied, and the way to who held it. */
export class SpotMenu {
  readonly #root: HTMLElement;
  readonly #ask: (lon: number, lat: number) => void;
  readonly #said = h('p', { class: 'unseen', role: 'status' });
  #from: Element | null = null; // what had the keyboard before

  constructor(root: HTMLElement, ask: (lon: number, lat: number) => void) {
    [this.#root, this.#ask] = [root, ask];
    root.addEventListener('keydown', (e) => {
      if (e.key === 'Escape') this.close();
      e.stopPropagation(); // the keys of the page are not for here
    });
    for (const leave of ['pointerdown', 'wheel'] as const) {
      document.addEventListener(leave, (e) => { if (!root.contains(e.target as Node)) root.hidden = true; });
    }
    root.addEventListener('focusout', (e) => { if (e.relatedTarget && !root.contains(e.relatedTarget as Node)) root.hidden = true; });
  }

  open({ lon, lat, x, y }: Spot, t: Strings): void {
    const root = this.#root;
    if (root.hidden) this.#from = document.activeElement;
    const who = h('button', { type: 'button', class: 'who', on: { click: () => { this.close(); this.#ask(lon, lat); } } }, t.spot.who);
    root.setAttribute('aria-label', t.spot.label);
    root.replaceChildren(
      this.#line(t.spot.decimal, decimalDegrees(lat, lon), t),
      this.#line(t.spot.sexagesimal, degreesMinutesSeconds(lat, lon), t),
      who, this.#said);
    this.#said.textContent = '';
    root.hidden = false;
    const stage = root.parentElement?.getBoundingClientRect();
    const within = (at: number, size: number, room: number): number =>
      Math.max(GAP, at + GAP + size > room - GAP ? Math.min(at - GAP - size, room - GAP - size) : at + GAP);
    const left = within(x, root.offsetWidth, stage?.width ?? 0);
    const top = within(y, root.offsetHeight, stage?.height ?? 0);
    root.style.transform = `translate(${left}px, ${top}px)`;
    root.querySelector('button')?.focus({ preventScroll: true });
  }

  /** Closes it, and gives the keyboard back to where it was. */
  close(): void {
    if (this.#root.hidden) return;
    this.#root.hidden = true;
    if (this.#from instanceof HTMLElement) this.#from.focus({ preventScroll: true });
  }

  #line(label: string, text: string, t: Strings): HTMLElement {
    const value = h('bdi', { dir: 'ltr', lang: 'en' }, text);
    const copy = h('button', { type: 'button', 'aria-label': `${t.spot.copy}: ${label}`, on: { click: () => { void this.#copy(text, { value, copy }, t); } } }, t.spot.copy);
    return h('p', { title: label }, value, copy);
  }

  /** Copies, and says so; where the browser does not let the page, the text is selected for the reader to copy. */
  async #copy(text: string, { value, copy }: { value: HTMLElement; copy: HTMLElement }, t: Strings): Promise<void> {
    const copied = await write(text);
    if (!copied) getSelection()?.selectAllChildren(value);
    copy.textContent = copied ? t.spot.copied : t.spot.selected;
    this.#said.textContent = copy.textContent;
  }
}

/** Puts a text on the clipboard; false where that is not allowed, as on pages that come without TLS. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
