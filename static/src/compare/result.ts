import { UNKNOWN } from '../actors.ts';
import { apiAddress } from '../api/client.ts';
import { h } from '../dom.ts';
import { save } from '../save.ts';
import { scopeQuery } from '../scope.ts';
import type { Speech } from '../ui/hands.ts';
import type { Question } from './load.ts';
import { shownPairs, totalsOf, type Pair } from './pairs.ts';
import { pairsTable } from './table.ts';
import { pairView, totalsView } from './views.ts';

export interface Result {
  question: Question;
  pairs: readonly Pair[];
  hidden: readonly string[]; // parties
  told: number; // changes of control that reports tell of in between
  open: Set<string>; // keys of the pairs that are unfolded; it follows the reader
}

/** What differs between two days, in words and numbers: by pair of hands, by party, and to take away. */
export function resultView({ question, pairs, hidden, told, open }: Result, speech: Speech, go: (place: string) => void): HTMLElement[] {
  const { t, actors, lang } = speech;
  const shown = shownPairs(pairs, hidden);
  const totals = totalsOf(pairs, UNKNOWN).filter(({ party }) => !hidden.includes(party));
  const rows = shown.map((pair) => {
    const row = pairView(pair, open.has(pair.key), speech, go);
    row.addEventListener('toggle', () => { if (row.open) open.add(pair.key); else open.delete(pair.key); });
    return h('li', {}, row);
  });
  const note = (...text: string[]): HTMLElement => h('p', { class: 'soft' }, ...text);
  return [
    ...(pairs.length === 0 ? [h('p', {}, t.compare.nothing)] : []),
    ...(shown.length < pairs.length ? [note(t.compare.hidden(hidden.map((id) => actors.name(id, lang))))] : []),
    ...(totals.length > 0 ? [section(t.compare.byParty, totalsView(totals, speech), note(t.compare.doubt))] : []),
    ...(rows.length > 0 ? [section(t.compare.byPair, h('ul', { class: 'passages' }, ...rows))] : []),
    note(t.compare.told(t.changes(told))),
    section(t.compare.take, files(question, () => pairsTable(shown, question, speech), t.compare.table)),
  ];
}

/** The comparison to take away: as the server has it, and the table as it is shown. */
function files({ from, to, scope }: Question, table: () => string, words: string): HTMLElement {
  const name = `difference-${from}-${to}`;
  const of = { from, to, ...scopeQuery(scope) };
  const link = (format: string, ending: string, address: string): HTMLElement =>
    h('a', { href: address.slice(1), download: `${name}.${ending}` }, format);
  return h('p', { class: 'files' },
    link('GeoJSON', 'geojson', apiAddress('/api/difference', of)), ' ',
    ...(['kml', 'gpkg'] as const).flatMap((format) =>
      [link(format === 'kml' ? 'KML' : 'GeoPackage', format, apiAddress('/api/export', { layer: 'difference', ...of, format })), ' ']),
    h('button', { type: 'button', class: 'link', on: { click: () => { save(`${name}.csv`, 'text/csv', table()); } } }, words));
}

function section(title: string, ...children: HTMLElement[]): HTMLElement {
  return h('section', {}, h('h3', {}, title), ...children);
}
