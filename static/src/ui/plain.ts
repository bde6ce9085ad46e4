import { apiAddress } from '../api/client.ts';
import { h } from '../dom.ts';
import { scopeQuery } from '../scope.ts';
import { plainQuery } from '../take/links.ts';
import type { State } from '../state.ts';

/** A link to the plain view, which needs neither WebGL nor scripts. Where it leads, `leadPlain` says. */
export function plainLink(words: string): HTMLAnchorElement {
  return h('a', { class: 'plain', href: 'plain' }, words);
}

/** The map of a day as the server draws it, for want of one of our own. Which day, `leadPlain` says. */
export function plainPicture(words: string): HTMLImageElement {
  return h('img', { class: 'plain', alt: words });
}

/** Leads all links to the plain view, and all pictures of the day, to what is shown now. */
export function leadPlain(state: State): void {
  const { day, lang, scope } = state;
  for (const picture of document.querySelectorAll<HTMLImageElement>('img.plain')) {
    const address = apiAddress('api/picture', { day, lang, width: 1000, bare: 1, ...scopeQuery(scope) });
    if (picture.getAttribute('src') !== address) picture.src = address;
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.plain')) link.href = apiAddress('plain', plainQuery(state));
}
