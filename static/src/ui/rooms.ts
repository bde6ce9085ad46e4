import { h, icon } from '../dom.ts';
import { strings } from '../i18n/index.ts';
import { ROOMS, type Lang, type Room, type State } from '../state.ts';

const FOLD = 'M6 9l6 6 6-6';

/** A room of the panel. Only the one that is open is in the page. */
export interface RoomView {
  readonly element: HTMLElement; // a header and a body
  render(state: State): void; // whenever it is opened, and at every change of the state while it is open
  leave?(): void; // takes from the map what it has put there
}

export interface RoomsEvents {
  choose: (room: Room) => void;
  fold: (folded: boolean) => void; // the reader wants the panel so
}

/** The rooms of the panel as tabs, of which one is open. */
export class Rooms {
  readonly #root: HTMLElement;
  readonly #views: Partial<Record<Room, RoomView>>;
  readonly #on: RoomsEvents;
  readonly #tabs = h('div', { role: 'tablist', class: 'tabs' });
  readonly #fold = h('button', { type: 'button', class: 'fold', on: { click: () => { this.#on.fold(!this.#folded); } } }, icon(FOLD));
  readonly #slot = h('div', { class: 'room', id: 'room', role: 'tabpanel', tabindex: -1 });
  #open: RoomView | null = null;
  #lang: Lang | null = null;

  constructor(root: HTMLElement, views: Partial<Record<Room, RoomView>>, on: RoomsEvents) {
    [this.#root, this.#views, this.#on] = [root, views, on];
    this.#tabs.addEventListener('keydown', (e) => { this.#key(e); });
    root.replaceChildren(h('div', { class: 'top' }, this.#tabs, this.#fold), this.#slot);
  }

  render(state: State): void {
    const { room, lang } = state;
    if (lang !== this.#lang) this.#say(lang);
    for (const tab of this.#all()) {
      const chosen = tab.value === room;
      tab.setAttribute('aria-selected', String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    }
    const view = this.#views[room] ?? null;
    if (view !== this.#open) {
      this.#open?.leave?.();
      this.#slot.setAttribute('aria-labelledby', `tab-${room}`);
      this.#slot.replaceChildren(...(view ? [view.element] : []));
      this.#open = view;
    }
    view?.render(state);
  }

  /** Folds the panel down to its headings, or opens it. */
  fold(folded: boolean): void {
    this.#root.classList.toggle('folded', folded);
    this.#fold.setAttribute('aria-expanded', String(!folded));
  }

  get #folded(): boolean {
    return this.#root.classList.contains('folded');
  }

  #say(lang: Lang): void {
    const t = strings(lang);
    const had = this.#all().find((tab) => tab === document.activeElement)?.value;
    this.#lang = lang;
    this.#root.setAttribute('aria-label', t.panel.label);
    this.#tabs.setAttribute('aria-label', t.rooms.label);
    this.#fold.setAttribute('aria-label', t.panel.fold);
    this.#fold.title = t.panel.fold;
    this.#tabs.replaceChildren(...ROOMS.filter((room) => this.#views[room]).map((room) => h('button', {
      type: 'button', role: 'tab', id: `tab-${room}`, value: room, 'aria-controls': 'room', on: { click: () => { this.#enter(room); } },
    }, t.rooms[room])));
    this.#all().find((tab) => tab.value === had)?.focus();
  }

  #enter(room: Room): void {
    this.#on.fold(false);
    this.#on.choose(room);
  }

  #all(): HTMLButtonElement[] {
    return [...this.#tabs.querySelectorAll('button')];
  }

  /** Arrow keys, Home and End go from tab to tab, as the ARIA practices describe it. */
  #key(e: KeyboardEvent): void {
    const tabs = this.#all();
    const at = tabs.findIndex((tab) => tab === document.activeElement);
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const to = { [forward]: (at + 1) % tabs.length, [back]: (at + tabs.length - 1) % tabs.length, Home: 0, End: tabs.length - 1 }[e.key];
    const tab = to === undefined ? undefined : tabs[to];
    if (!tab || at < 0) return;
    e.preventDefault();
    tab.focus();
    tab.click();
  }
}
