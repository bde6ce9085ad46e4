import { apiAddress, lastDays, type Query } from '../api/client.ts';
import type { Change } from '../api/types.ts';
import { UNKNOWN } from '../actors.ts';
import { h } from '../dom.ts';
import { EVERYTHING, sameScope, scopeQuery } from '../scope.ts';
import { bothNames, link, party, section, when, type Context } from './context.ts';

/** What the panel says while nothing is picked: what changed hands in the days shown, and that day as data. */
export function dayView(changes: readonly Change[], days: number, context: Context): HTMLElement {
  const { t, go, day, read, scope } = context;
  const file = (path: string, of: Query): string => apiAddress(path, { ...of, ...scopeQuery(scope) });
  const counted = [t.reports(read.reports), t.statements(read.claims), t.places(read.places)].join(' · ');
  const rows = changes.map((change) => h('li', {},
    h('button', { type: 'button', class: 'change', on: { click: () => { go.place(change.place.id); } } },
      bothNames(change.place, context),
      h('span', { class: 'hands' }, party(change.from ?? UNKNOWN, context), h('span', { class: 'arrow', 'aria-hidden': 'true' }), party(change.to, context), ...change.others.map((id) => party(id, context)),
        change.others.length > 0 && h('span', { class: 'tag' }, change.uncertain ? t.who.uncertain : t.legend.contested)),
      h('span', { class: 'soft' }, when(change.day, context)))));
  const files: [string, string][] = [
    [t.day.areas, file('/api/areas', { day })],
    [t.day.fronts, file('/api/fronts', { day })],
    [t.day.holdings, file('/api/holdings', { day })],
    [t.day.claims, file('/api/claims', lastDays(day, days))],
  ];
  return h('div', { class: 'day' },
    h('p', { class: 'soft' }, t.day.intro),
    rows.length > 0
      ? h('ul', { class: 'changes' }, ...rows)
      : h('p', {}, t.day.none, ' ', link(t.day.earlier, () => { go.nextChange(-1); })),
    section(t.day.data, h('p', { class: 'files' }, ...files.flatMap(([name, href]) =>
      [h('a', { href: href.slice(1), download: `${name}-${day}.geojson` }, `${name} (GeoJSON)`), ' '])),
      h('p', { class: 'soft' }, sameScope(scope, EVERYTHING) ? t.day.read(counted) : t.day.counted(counted))));
}
