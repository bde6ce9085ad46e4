import type { Hands, PocketProps, Quoted } from '../api/layers.ts';
import { UNKNOWN } from '../actors.ts';
import { h, webAddress, type Child } from '../dom.ts';
import { longDay, word } from '../i18n/index.ts';
import { sideTag } from '../ui/side.ts';
import { quote } from './clause.ts';
import { bothNames, link, party, section, when, type Context } from './context.ts';

/** Ground that is shut in: whose it is, since when, what closed it with the words, and the places inside. */
export function pocketView(pocket: PocketProps, context: Context): HTMLElement {
  const { t, go, names, actors } = context;
  const leader = actors.leader(pocket.side);
  const rows: [string, Child[]][] = [[t.onMap.size, [t.km2(pocket.km2)]]];
  if (pocket.km2_contested > 0) rows.push([t.legend.contested, [t.km2(pocket.km2_contested)]]);
  if (pocket.km2_unknown > 0) rows.push([t.legend.unknown, [t.km2(pocket.km2_unknown)]]);
  if (pocket.since) rows.push([t.onMap.shutIn, [when(pocket.since, context), pocket.until && ` · ${t.who.until(longDay(pocket.until, t))}`]]);
  const verdict = h('div', { class: 'verdict' }, h('p', { class: 'holder' }, party(leader, context)), h('p', { class: 'soft' }, t.onMap.pocketMeans));
  verdict.style.borderInlineStartColor = actors.colour(leader);
  const place = (id: string): HTMLElement => link(bothNames(names(id), context), () => { go.place(id); });
  return h('div', { class: 'pocket' },
    verdict,
    h('dl', { class: 'known' }, ...rows.flatMap(([term, text]) => [h('dt', {}, term), h('dd', {}, ...text)])),
    section(t.onMap.inside, h('ul', { class: 'pairs' }, ...pocket.places.map((id) => h('li', {}, place(id))))),
    section(t.onMap.closedBy, pocket.closed.length === 0 && h('p', { class: 'soft' }, t.onMap.notClosed),
      ...pocket.closed.map((gate) => h('div', { class: 'clauses' },
        h('div', {},
          h('p', {}, ...gate.places.flatMap((id) => [place(id), ' '])),
          h('p', { class: 'hands' }, ...hands(gate.from, context), h('span', { class: 'arrow', 'aria-hidden': 'true' }), ...hands(gate.to, context))),
        ...gate.because.map((words) => quoted(words, context))))));
}

function hands({ holder, parties }: Hands, context: Context): HTMLElement[] {
  const all = holder ? [holder] : parties;
  return (all.length > 0 ? all : [UNKNOWN]).map((id) => party(id, context));
}

/** Words as the map quotes them, and the way to where they stand. */
function quoted({ claim, kind, report, ...words }: Quoted, context: Context): HTMLElement {
  const { t, go, actors, lang } = context;
  const url = webAddress(words.url);
  const source = h('bdi', {}, context.source(words));
  return h('article', { class: 'clause', 'data-claim': claim },
    h('p', {}, h('strong', {}, word(t.kinds, kind))),
    quote(words.quote),
    h('footer', {},
      h('span', { class: 'source' },
        url ? h('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, source) : source,
        words.published && ` · ${t.claim.published(longDay(words.published, t))}`, ' ', sideTag(words.side, actors, lang)),
      link(t.claim.showInReport, () => { go.report(report, claim); })));
}
