import type { FeatureCollection } from 'geojson';
import type { Day } from '../day.ts';
import { ALL, filterQuery, type Filter } from '../filter.ts';
import { EVERYTHING, scopeQuery, type Scope } from '../scope.ts';
import type { CourseDocument, GroundDocument } from '../ground/format.ts';
import { halfOpen } from '../span.ts';
import { lengthOf, type Range } from '../timeline/scale.ts';
import type { Advances, Claims, Difference, Holdings, Labels, Pockets } from './layers.ts';
import type { Change, DayCount, FoundPlace, Meta, Period, PlaceHistory, ReportAnswer, ReportList, Source, Who } from './types.ts';

/** A request that brought no answer: which one, and why in the server's own words. */
export class ApiError extends Error {
  readonly path: string;
  readonly status: number; // HTTP status; 0 where the server was not reached

  constructor(path: string, status: number, why: string) {
    super(why);
    this.name = 'ApiError';
    this.path = path;
    this.status = status;
  }
}

/** Parameters of a question; a list is given once for each of its members. */
export type Query = Record<string, string | number | readonly string[]>;

/**
 * The server's API. Each method rejects with an ApiError where there is no
 * answer, and with the signal's own reason where it was aborted.
 */
export class Api {
  readonly #base: string;
  readonly #scope: Scope;
  readonly #filter: Filter;

  /** Base is the address that the paths are appended to; "" is the page's own server. */
  constructor(base = '', scope = EVERYTHING, filter = ALL) {
    [this.#base, this.#scope, this.#filter] = [base, scope, filter];
  }

  /** The same server, every question asked in a scope. */
  within(scope: Scope): Api {
    return new Api(this.#base, scope, this.#filter);
  }

  /** The same server, asked for no more claims, places and reports than a filter shows, as far as the server can tell. */
  narrowed(filter: Filter): Api {
    return new Api(this.#base, this.#scope, filter);
  }

  meta = (signal?: AbortSignal): Promise<Meta> => this.#get('/api/meta', {}, signal);
  labels = (): Promise<Labels> => this.#get('/api/labels');

  /** Counts by day, of the whole country or of the part of it that a query (in, bbox, within) names. */
  days = async (signal?: AbortSignal, part: Query = {}): Promise<DayCount[]> =>
    (await this.#get<{ days: DayCount[] }>('/api/days', part, signal)).days;

  /** The ground of a part of the country by who holds it, over time. */
  series = async (part: Query, signal: AbortSignal): Promise<Period[]> =>
    (await this.#get<{ periods: Period[] }>('/api/series', part, signal)).periods;

  sources = async (signal?: AbortSignal): Promise<Source[]> =>
    (await this.#get<{ sources: Source[] }>('/api/sources', {}, signal)).sources;

  ground = (signal: AbortSignal): Promise<GroundDocument> => this.#get('/api/ground', {}, signal);
  course = (signal: AbortSignal): Promise<CourseDocument> => this.#get('/api/course', {}, signal);
  holdings = (day: Day, signal: AbortSignal): Promise<Holdings> => this.#get('/api/holdings', { day, ...filterQuery(this.#filter) }, signal);

  /** The ground that changed hands from one day to another. */
  difference = (from: Day, to: Day, signal: AbortSignal): Promise<Difference> => this.#get('/api/difference', { from, to }, signal);

  /** Ground that is shut in on a day. */
  pockets = async (day: Day, signal: AbortSignal): Promise<Pockets> => {
    const enclosed = await this.#get<FeatureCollection>('/api/pockets', { day, neck_km: 1 }, signal);
    return { ...enclosed, features: enclosed.features.filter((f) => f.properties?.['layer'] === 'pocket') } as Pockets; // the rest are necks
  };

  /** The arrows of what is said about the days of a span. */
  advances = (span: Range, signal: AbortSignal): Promise<Advances> =>
    this.#get('/api/advances', { day: span.last, window: lengthOf(span) }, signal);

  /** Claims about the days of a span, oldest first, anywhere or at one place. */
  claims = (span: Range, signal: AbortSignal, place?: string): Promise<Claims> =>
    this.#get('/api/claims', { ...halfOpen(span), ...(place ? { place } : {}), ...filterQuery(this.#filter) }, signal);

  /** What changed hands in the days of a span, oldest first. */
  changes = async (span: Range, signal: AbortSignal): Promise<Change[]> =>
    (await this.#get<{ changes: Change[] }>('/api/changes', halfOpen(span), signal)).changes;

  whoHolds = (place: string, day: Day, signal: AbortSignal): Promise<Who> =>
    this.#get('/api/who', { place, day }, signal);

  whoHoldsPoint = (lon: number, lat: number, day: Day, signal: AbortSignal): Promise<Who> =>
    this.#get('/api/who', { lon, lat, day }, signal);

  places = async (q: string, limit: number, signal: AbortSignal): Promise<FoundPlace[]> =>
    (await this.#get<{ places: FoundPlace[] }>('/api/places', { q, limit }, signal)).places;

  history = (place: string, signal: AbortSignal): Promise<PlaceHistory> =>
    this.#get(`/api/places/${encodeURIComponent(place)}/history`, {}, signal);

  /** Reports by words in their text (q), parties, kinds and days of publication; `limit` of them, from `offset` on. */
  reports = (of: Query, signal: AbortSignal): Promise<ReportList> =>
    this.#get('/api/reports', { ...of, ...filterQuery(this.#filter) }, signal);

  report = (id: string, signal: AbortSignal): Promise<ReportAnswer> =>
    this.#get(`/api/reports/${encodeURIComponent(id)}`, {}, signal);

  async #get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
    const address = apiAddress(path, { ...query, ...scopeQuery(this.#scope) });
    let answer: Response;
    try {
      answer = await fetch(this.#base + address, signal ? { signal } : {});
    } catch (error) {
      signal?.throwIfAborted();
      throw new ApiError(address, 0, error instanceof Error ? error.message : String(error));
    }
    const body: unknown = await answer.json().catch((error: unknown) => {
      signal?.throwIfAborted();
      throw new ApiError(address, answer.status, `${answer.status} ${answer.statusText}: ${String(error)}`);
    });
    if (!answer.ok) throw new ApiError(address, answer.status, wordsOf(body) ?? `${answer.status} ${answer.statusText}`);
    return body as T;
  }
}

/** A path with its query, such as /api/areas?day=2017-08-12. */
export function apiAddress(path: string, query: Query): string {
  const pairs = Object.entries(query).flatMap(([k, v]) => (typeof v === 'object' ? v : [v]).map((one) => [k, String(one)]));
  const q = new URLSearchParams(pairs).toString();
  return q ? `${path}?${q}` : path;
}

function wordsOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  return typeof body.error === 'string' ? body.error : null;
}
