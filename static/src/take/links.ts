import type { Query } from '../api/client.ts';
import { formatHash } from '../hash.ts';
import { scopeQuery } from '../scope.ts';
import type { State } from '../state.ts';

/** The full address of what is shown. `page` is that of the page, whatever follows in it. */
export function permalink(page: string, state: State): string {
  return at(page, '', state);
}

/** The address under which other sites show it in a frame. */
export function embedLink(page: string, state: State): string {
  return at(page, '?embed=1', { ...state, room: 'why', report: null, compare: null });
}

/** Whether the page is asked for in a frame: by its query, such as ?embed=1. */
export function isEmbedded(query: string): boolean {
  return new URLSearchParams(query).get('embed') === '1';
}

/** What a site puts into its page to show this one in it. Nothing in it can end an attribute. */
export function embedSnippet(address: string, title: string): string {
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="800" height="600" loading="lazy"></iframe>`;
}

/** What the plain view, which needs neither WebGL nor scripts, is asked for to show the same. */
export function plainQuery({ day, lang, selection, report, scope }: State): Query {
  const about = report ? { report: report.id } : selection?.kind === 'place' ? { place: selection.id } : {};
  return { day, lang, ...about, ...scopeQuery(scope) };
}

function at(page: string, query: string, state: State): string {
  const { origin, pathname } = new URL(page);
  return `${origin}${pathname}${query}#${formatHash(state)}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
