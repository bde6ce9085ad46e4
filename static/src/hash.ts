import { parseDay, type Day } from './day.ts';
import { figuresParts, parseFigures } from './figures/choice.ts';
import { filterParts, parseFilter } from './filter.ts';
import { listingParts, parseListing } from './find/choice.ts';
import { isLang } from './i18n/index.ts';
import { PALETTES, PLAIN, THEMES, type Look } from './look.ts';
import { troubleOf } from './ring.ts';
import { idsOf, scopeQuery } from './scope.ts';
import type { Comparison, OpenReport, Region, Selection, State, View } from './state.ts';
import { ROOMS, WAYS, WINDOWS } from './state.ts';

type Part = [key: string, value: string];

/**
 * The address of a state, without the #: day=2017-08-12&map=8.2/35.274/38.846&lang=ar&place=…
 * Latitude comes before longitude, as people write it. Zoom is kept to 2
 * decimals and degrees to 4 (about 11 m). What is as it comes is left out. What
 * does not count stands last, as the server is asked: without once for each
 * source, and as_known_on.
 */
export function formatHash(state: State): string {
  const { view, selection, report, compare, region, look } = state;
  const { without = [], as_known_on } = scopeQuery(state.scope);
  const out: Part[] = [['day', state.day]];
  const add = (key: string, value: string | null | undefined): void => { if (value) out.push([key, value]); };
  add('from', state.from);
  add('map', view && `${round(view.zoom, 2)}/${pair(view.lat, view.lon, '/')}`);
  out.push(['lang', state.lang], ['days', String(state.window)]);
  add('theme', look.theme === PLAIN.theme ? null : look.theme);
  add('colours', look.palette === PLAIN.palette ? null : look.palette);
  add('room', state.room === 'why' ? null : state.room);
  add('place', selection?.kind === 'place' ? selection.id : null);
  add('said', selection?.kind === 'place' ? selection.claim : null);
  add('at', selection?.kind === 'point' ? pair(selection.lat, selection.lon, ',') : null);
  add('report', report?.id);
  add('claim', report?.claim);
  add('against', compare?.day);
  add('how', compare?.how);
  add('region', region?.map(([lon, lat]) => pair(lat, lon, ',')).join(';'));
  out.push(...figuresParts(state.figures), ...filterParts(state.filter), ...listingParts(state.listing, state.filter.words),
    ...without.map((id): Part => ['without', id]));
  add('as_known_on', as_known_on);
  return out.map(([k, v]) => `${k}=${encodeURIComponent(v).replace(/%2F|%2C|%3B/g, decodeURIComponent)}`).join('&');
}

/** What an address says: day, language and window as far as they are there, and all of the rest. */
export type Arrival = Omit<State, 'day' | 'lang' | 'window'> & Partial<State>;

/**
 * What an address says of the state. Parts that are missing or make no sense
 * (a day that does not exist, a latitude beyond 90) are left out, so that the
 * page's own choice stands; whatever else is absent is as it comes: nothing
 * picked, nothing hidden, everything counts.
 */
export function parseHash(hash: string): Arrival {
  const q = new URLSearchParams(hash.replace(/^#/, ''));
  const dayOf = (key: string): Day | null => parseDay(q.get(key) ?? '');
  const out: Arrival = {
    from: dayOf('from'), look: look(q), view: view(q.get('map')), room: oneOf(ROOMS, q.get('room')) ?? 'why',
    selection: selection(q), report: report(q), compare: comparison(q), region: region(q.get('region')),
    figures: parseFigures(q), filter: parseFilter(q), listing: parseListing(q),
    scope: { without: idsOf(q.getAll('without')), knownOn: dayOf('as_known_on') },
  };
  const day = dayOf('day');
  if (day) out.day = day;
  const lang = q.get('lang');
  if (isLang(lang)) out.lang = lang;
  const days = Number(q.get('days'));
  if (WINDOWS.some((w) => w === days)) out.window = days;
  return out;
}

function oneOf<T extends string>(all: readonly T[], text: string | null): T | null {
  return all.find((one) => one === text) ?? null;
}

function look(q: URLSearchParams): Look {
  return { theme: oneOf(THEMES, q.get('theme')) ?? PLAIN.theme, palette: oneOf(PALETTES, q.get('colours')) ?? PLAIN.palette };
}

function view(text: string | null): View | null {
  const [zoom, lat, lon, ...rest] = numbers(text, '/');
  if (zoom === undefined || lat === undefined || lon === undefined || rest.length > 0) return null;
  return zoom >= 0 && zoom <= 24 && onGlobe(lat, lon) ? { zoom, lat, lon } : null;
}

function selection(q: URLSearchParams): Selection | null {
  const [id, claim] = [q.get('place'), q.get('said')];
  if (id) return claim ? { kind: 'place', id, claim } : { kind: 'place', id };
  const at = point(q.get('at'));
  return at && { kind: 'point', lon: at[0], lat: at[1] };
}

function report(q: URLSearchParams): OpenReport | null {
  const id = q.get('report');
  return id ? { id, claim: q.get('claim') || null } : null;
}

function comparison(q: URLSearchParams): Comparison | null {
  const day = parseDay(q.get('against') ?? '');
  return day && { day, how: oneOf(WAYS, q.get('how')) ?? 'swipe' };
}

function region(text: string | null): Region | null {
  const corners = (text ?? '').split(';').map(point);
  return corners.every((c) => c !== null) && troubleOf(corners) === null ? corners : null;
}

/** A point written as latitude,longitude. */
function point(text: string | null): [lon: number, lat: number] | null {
  const [lat, lon, ...rest] = numbers(text, ',');
  if (lat === undefined || lon === undefined || rest.length > 0 || !onGlobe(lat, lon)) return null;
  return [lon, lat];
}

/** The numbers between separators; none at all where one is not a finite number. */
function numbers(text: string | null, separator: string): number[] {
  const out = (text ?? '').split(separator).map((part) => (part.trim() === '' ? NaN : Number(part)));
  return out.every(Number.isFinite) ? out : [];
}

function onGlobe(lat: number, lon: number): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}

function pair(lat: number, lon: number, separator: string): string {
  return `${round(lat, 4)}${separator}${round(lon, 4)}`;
}

function round(value: number, decimals: number): number {
  const rounded = Number(value.toFixed(decimals));
  return rounded === 0 ? 0 : rounded; // no "-0" in an address
}
