import { parseDay } from './day.ts';
import { idsOf, scopeQuery } from './scope.ts';
import type { Lang, OpenReport, Selection, State, View } from './state.ts';
import { WINDOWS } from './state.ts';

/**
 * The address of a state, without the #: day=2017-08-12&map=8.2/35.274/38.846&lang=ar&place=…
 * Latitude comes before longitude, as people write it. Zoom is kept to 2
 * decimals and degrees to 4 (about 11 m). What does not count stands last, as
 * the server is asked: without once for each source, and as_known_on.
 */
export function formatHash(state: State): string {
  const out: [string, string][] = [['day', state.day]];
  const { view, selection, report } = state;
  const { without = [], as_known_on } = scopeQuery(state.scope);
  if (view) out.push(['map', `${round(view.zoom, 2)}/${round(view.lat, 4)}/${round(view.lon, 4)}`]);
  out.push(['lang', state.lang], ['days', String(state.window)]);
  if (selection?.kind === 'place') out.push(['place', selection.id]);
  if (selection?.kind === 'point') out.push(['at', `${round(selection.lat, 4)},${round(selection.lon, 4)}`]);
  if (report) out.push(['report', report.id]);
  if (report?.claim) out.push(['claim', report.claim]);
  out.push(...without.map((id): [string, string] => ['without', id]));
  if (as_known_on) out.push(['as_known_on', as_known_on]);
  return out.map(([k, v]) => `${k}=${encodeURIComponent(v).replaceAll('%2F', '/').replaceAll('%2C', ',')}`).join('&');
}

/** What an address says: the scope always, the rest as far as it is there. */
export type Arrival = Partial<State> & Pick<State, 'scope'>;

/**
 * What an address says of the state. Parts that are missing or make no sense
 * (a day that does not exist, a latitude beyond 90) are left out, so that the
 * page's own choice stands. Selection, report and view are null where absent,
 * and everything counts where nothing is left out.
 */
export function parseHash(hash: string): Arrival {
  const q = new URLSearchParams(hash.replace(/^#/, ''));
  const scope = { without: idsOf(q.getAll('without')), knownOn: parseDay(q.get('as_known_on') ?? '') };
  const out: Arrival = { view: view(q.get('map')), selection: selection(q), report: report(q), scope };
  const day = parseDay(q.get('day') ?? '');
  if (day) out.day = day;
  const lang = q.get('lang');
  if (isLang(lang)) out.lang = lang;
  const days = Number(q.get('days'));
  if (WINDOWS.some((w) => w === days)) out.window = days;
  return out;
}

function isLang(text: string | null): text is Lang {
  return text === 'ar' || text === 'en';
}

function view(text: string | null): View | null {
  const [zoom, lat, lon, ...rest] = numbers(text, '/');
  if (zoom === undefined || lat === undefined || lon === undefined || rest.length > 0) return null;
  return zoom >= 0 && zoom <= 24 && onGlobe(lat, lon) ? { zoom, lat, lon } : null;
}

function selection(q: URLSearchParams): Selection | null {
  const id = q.get('place');
  if (id) return { kind: 'place', id };
  const [lat, lon, ...rest] = numbers(q.get('at'), ',');
  if (lat === undefined || lon === undefined || rest.length > 0 || !onGlobe(lat, lon)) return null;
  return { kind: 'point', lon, lat };
}

function report(q: URLSearchParams): OpenReport | null {
  const id = q.get('report');
  return id ? { id, claim: q.get('claim') || null } : null;
}

/** The numbers between separators; none at all where one is not a finite number. */
function numbers(text: string | null, separator: string): number[] {
  const out = (text ?? '').split(separator).map((part) => (part.trim() === '' ? NaN : Number(part)));
  return out.every(Number.isFinite) ? out : [];
}

function onGlobe(lat: number, lon: number): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}

function round(value: number, decimals: number): number {
  const rounded = Number(value.toFixed(decimals));
  return rounded === 0 ? 0 : rounded; // no "-0" in an address
}
