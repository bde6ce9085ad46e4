import { h } from '../dom.ts';
import { strings } from '../i18n/index.ts';
import type { Page } from '../page.ts';
import { Copied } from './copied.ts';
import { embedLink, embedSnippet, permalink } from './links.ts';

/** The address of what is shown, and what another page needs to show it. */
export class AddressPart {
  readonly element: HTMLElement;
  readonly #page: Page;
  readonly #heads = { link: h('h3'), embed: h('h3') };
  readonly #notes = { link: h('p', { class: 'soft' }), embed: h('p', { class: 'soft' }) };
  readonly #link = new Copied('permalink', 1);
  readonly #embed = new Copied('embed-snippet', 4);

  constructor(page: Page) {
    this.#page = page;
    this.element = h('section', {}, this.#heads.link, this.#link.element, this.#notes.link,
      h('section', {}, this.#heads.embed, this.#embed.element, this.#notes.embed));
  }

  render(): void {
    const state = this.#page.state();
    const { link, embed } = strings(state.lang).take;
    [this.#heads.link.textContent, this.#heads.embed.textContent] = [link.title, embed.title];
    [this.#notes.link.textContent, this.#notes.embed.textContent] = [link.note, embed.note];
    this.#link.render(link.label, permalink(document.baseURI, { ...state, room: 'why' }), state.lang);
    this.#embed.render(embed.label, embedSnippet(embedLink(document.baseURI, state), embed.frame), state.lang);
  }
}
