import { apiAddress } from '../api/client.ts';
import { h } from '../dom.ts';
import { plainQuery } from '../take/links.ts';
import type { State } from '../state.ts';

/** A link to the plain view, which needs neither WebGL nor scripts. Where it leads, `leadPlain` says. */
export function plainLink(words: string): HTMLAnchorElement {
  return h('a', { class: 'plain', href: 'plain' }, words);
}

/** Leads all links to the plain view to what is shown now. */
export function leadPlain(state: State): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.plain')) link.href = apiAddress('plain', plainQuery(state));
}
