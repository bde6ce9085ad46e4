import type { Filter } from '../filter.ts';
import { ORDERS, type Order } from './lists.ts';

/** What can be listed. */
export const LISTS = ['events', 'places', 'reports'] as const;
export type List = (typeof LISTS)[number];

/** What is chosen of the lists, beside the filter: which of them, of how much, in which order. */
export interface Listing {
  list: List;
  inView: boolean; // of events and places those that the map shows
  ofDays: boolean; // of reports those published in the days shown
  order: Order; // of places
}

/** As it comes: words are looked for in reports, and without any events are listed. */
export function usualListing(words: string): Listing {
  return { list: words ? 'reports' : 'events', inView: false, ofDays: false, order: 'name' };
}

/** A choice as parts of an address; none for what is as it comes. */
export function listingParts({ list, inView, ofDays, order }: Listing, words: string): [string, string][] {
  const usual = usualListing(words);
  return [
    ...(list === usual.list ? [] : [['list', list] as [string, string]]),
    ...(inView ? [['in_view', '1'] as [string, string]] : []),
    ...(ofDays ? [['of_days', '1'] as [string, string]] : []),
    ...(order === usual.order ? [] : [['order', order] as [string, string]]),
  ];
}

/** The choice that an address names; what makes no sense is as it comes. */
export function parseListing(q: URLSearchParams): Listing {
  const usual = usualListing(q.get('words') ?? '');
  return {
    list: LISTS.find((list) => list === q.get('list')) ?? usual.list,
    inView: q.get('in_view') === '1',
    ofDays: q.get('of_days') === '1',
    order: ORDERS.find((order) => order === q.get('order')) ?? usual.order,
  };
}

/** What is to be seen on the map: words narrow what is listed by them, and reports are not on it. */
export interface Sight {
  all: Filter; // without words
  events: Filter;
  places: Filter;
}

export function sightOf({ filter, listing: { list } }: { filter: Filter; listing: Listing }): Sight {
  const all = { ...filter, words: '' };
  return { all, events: list === 'events' ? filter : all, places: list === 'places' ? filter : all };
}
