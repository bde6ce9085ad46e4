import type { HoldingProps } from '../api/layers.ts';
import { h, type Child } from '../dom.ts';
import { longDay, nameOf, otherLang, otherNameOf } from '../i18n/index.ts';
import { handsView, type Speech } from '../ui/hands.ts';
import { swatch } from '../ui/swatch.ts';
import type { Extent, Pair, Total } from './pairs.ts';

/** A pair of hands with the ground that passed between them; opened, with its places, each of which leads to itself. */
export function pairView(pair: Pair, open: boolean, speech: Speech, go: (place: string) => void): HTMLDetailsElement {
  const { t } = speech;
  const { extent: { km2, least, most }, places } = pair;
  return h('details', { class: 'pair', open, 'data-passage': pair.key },
    h('summary', {},
      h('span', { class: 'passage' }, handsView(pair.from, speech), h('span', { class: 'arrow', 'aria-hidden': 'true' }), handsView(pair.to, speech)),
      h('span', { class: 'amount' },
        most > 0 && h('strong', {}, t.compare.area(km2)), most > 0 && h('span', { class: 'soft' }, t.compare.bounds(least, most)),
        h('span', { class: 'soft' }, t.places(places.length)))),
    places.length > 0
      ? h('ul', {}, ...places.map((place) => h('li', {}, placeView(place, speech, go))))
      : h('p', { class: 'soft' }, t.compare.onlyGround));
}

function placeView(place: HoldingProps, { t, lang }: Speech, go: (place: string) => void): HTMLElement {
  const other = otherNameOf(place, lang);
  return h('button', { type: 'button', class: 'change', on: { click: () => { go(place.place); } } },
    h('span', { class: 'names' }, h('bdi', { class: 'name', lang }, nameOf(place, lang)), other && h('bdi', { class: 'other-name', lang: otherLang(lang) }, other)),
    place.since && h('span', { class: 'soft' }, t.compare.since(longDay(place.since, t))));
}

/** What each party gained and lost: its name over its numbers, for both are long. */
export function totalsView(totals: readonly Total[], { t, actors, lang }: Speech): HTMLElement {
  const column = (text: string): HTMLElement => h('th', { scope: 'col' }, text);
  return h('table', { class: 'totals' },
    h('thead', {}, h('tr', {}, column(t.compare.gained), column(t.compare.lost), column(t.compare.net))),
    ...totals.map(({ party, gained, lost, net }) => h('tbody', {},
      h('tr', {}, h('th', { scope: 'rowgroup', colspan: 3 }, swatch(actors.colour(party)), h('bdi', {}, actors.name(party, lang)))),
      h('tr', {}, cell(gained, t.compare.number), cell(lost, t.compare.number), cell(net, t.compare.signed)))));
}

/** A number over the bounds between which it may lie. */
function cell({ km2, least, most }: Extent, number: (n: number) => string): HTMLElement {
  const run = (n: number): Child => h('bdi', { dir: 'ltr' }, number(n));
  return h('td', {}, most === 0 && least === 0 ? '–' : run(km2),
    least !== most && h('span', { class: 'bounds' }, run(least), ' … ', run(most)));
}
