import { h } from '../dom.ts';
import { strings } from '../i18n/index.ts';
import type { Page } from '../page.ts';
import type { State } from '../state.ts';
import type { RoomView } from '../ui/rooms.ts';
import { AddressPart } from './address.ts';
import { DataPart } from './data.ts';
import { PicturePart } from './picture.ts';
import { FilmPart } from './play.ts';

/** What is shown, to take away: as data, a picture, a film, an address, and as part of another page. */
export class TakeRoom implements RoomView {
  readonly element: HTMLElement;
  readonly #title = h('h2', { tabindex: -1 });
  readonly #data: DataPart;
  readonly #picture: PicturePart;
  readonly #film: FilmPart;
  readonly #address: AddressPart;

  constructor(page: Page) {
    this.#data = new DataPart(page);
    this.#picture = new PicturePart(page);
    this.#film = new FilmPart(page);
    this.#address = new AddressPart(page);
    this.element = h('div', { class: 'take' }, h('header', {}, h('div', { class: 'title' }, this.#title)),
      h('div', { class: 'body' }, this.#data.element, this.#picture.element, this.#film.element, this.#address.element));
  }

  render({ lang }: State): void {
    this.#title.textContent = strings(lang).take.title;
    this.#data.render();
    this.#picture.render();
    this.#film.render();
    this.#address.render();
  }

  /** A film that is being made is given up. */
  leave(): void {
    this.#film.leave();
  }
}
