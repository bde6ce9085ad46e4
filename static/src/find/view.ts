import type { ReportList } from '../api/types.ts';
import { h } from '../dom.ts';
import { longDay, strings } from '../i18n/index.ts';
import type { Page } from '../page.ts';
import { contextOf } from '../panel/about.ts';
import type { State } from '../state.ts';
import { Chunks } from './chunks.ts';
import { dayOf, eventsOf, placesOf, spotOf, type Choice } from './lists.ts';
import type { Listing } from './choice.ts';
import type { Found } from './load.ts';
import { eventRow, placeRow, reportRow, type RowEvents } from './rows.ts';

/** Which list is drawn, and what its rows do. */
export interface Drawing {
  choice: Choice;
  listing: Listing;
  open: (key: string, change: Partial<State>) => void; // the row with this key was chosen
  more: (offset: number) => void; // the reports from there on are wanted
}

/** A list as it is drawn, and how many are in it. */
export interface Drawn {
  count: number;
  element: HTMLElement;
  until: (drawn: () => boolean) => void; // draws on until something is there
}

/** Draws what was found. */
export function drawList(found: Found, page: Page, drawing: Drawing): Drawn {
  switch (found.list) {
    case 'events':
      return events(found.claims, page, drawing);
    case 'places':
      return places(found.holdings, page, drawing);
    case 'reports':
      return reports(found.reports, page, drawing);
  }
}

function events(claims: Extract<Found, { list: 'events' }>['claims'], page: Page, { choice, open }: Drawing): Drawn {
  const [context, { t }] = [contextOf(page), contextOf(page)];
  const rows = eventsOf(claims, choice);
  const chunks = new Chunks(rows, {
    more: t.find.more,
    heading: (f) => { const day = dayOf(f); return day ? longDay(day, t) : t.claim.noDay; },
    row: (f) => {
      const { id, report, place_id: place } = f.properties;
      const to: Partial<State> = place ? { selection: { kind: 'place', id: place }, report: null } : { report: { id: report, claim: id } };
      return eventRow(f, { hint: hinter(page, spotOf(f)), open: () => { open(id, to); } }, context);
    },
  });
  return { count: rows.length, element: chunks.element, until: (drawn) => { chunks.until(drawn); } };
}

function places(holdings: Extract<Found, { list: 'places' }>['holdings'], page: Page, { choice, listing, open }: Drawing): Drawn {
  const context = contextOf(page);
  const rows = placesOf(holdings, choice, { order: listing.order, lang: context.t.names });
  const chunks = new Chunks(rows, {
    more: context.t.find.more,
    heading: () => '',
    row: (f) => {
      const [lon = NaN, lat = NaN] = f.geometry.coordinates;
      const { place: id } = f.properties;
      return placeRow(f, { hint: hinter(page, [lon, lat]), open: () => { open(id, { selection: { kind: 'place', id }, report: null }); } }, context);
    },
  });
  return { count: rows.length, element: chunks.element, until: (drawn) => { chunks.until(drawn); } };
}

function reports({ total, reports: rows }: ReportList, page: Page, { open, more }: Drawing): Drawn {
  const context = contextOf(page);
  const left = total - rows.length;
  return {
    count: total,
    element: h('div', { class: 'entries' },
      h('ul', {}, ...rows.map((r) => reportRow(r, { hint: () => undefined, open: () => { open(r.id, { report: { id: r.id, claim: null } }); } }, context))),
      left > 0 && h('button', { type: 'button', class: 'more link', on: { click: () => { more(rows.length); } } }, context.t.find.more(left))),
    until: () => undefined,
  };
}

/** Rings the place of a row on the map, as long as the row is spoken of. */
function hinter(page: Page, spot: [lon: number, lat: number] | null): RowEvents['hint'] {
  return (on) => { page.atlas().hint(on && spot ? { type: 'Point', coordinates: spot } : null); };
}

/** What is said where nothing is in a list: what could be loosened. */
export function emptyWords(page: Page, { list, inView, ofDays }: Listing, loosen: { all: () => void; listing: (change: Partial<Listing>) => void }, set: number): HTMLElement {
  const { find } = strings(page.state().lang);
  const way = (label: string, click: () => void): HTMLElement => h('li', {}, h('button', { type: 'button', class: 'link', on: { click } }, label));
  const ways = [
    ...(inView && list !== 'reports' ? [way(find.loosenView, () => { loosen.listing({ inView: false }); })] : []),
    ...(ofDays && list === 'reports' ? [way(find.loosenDays, () => { loosen.listing({ ofDays: false }); })] : []),
    ...(set > 0 ? [way(`${find.clear} (${find.active(set)})`, loosen.all)] : []),
  ];
  return h('div', { class: 'nothing' },
    h('p', {}, find.none[list]),
    ways.length > 0 && h('p', { class: 'soft' }, find.loosen),
    ways.length > 0 && h('ul', {}, ...ways),
    list === 'events' && h('p', { class: 'soft' }, find.loosenMore));
}
