import type { Day } from '../day.ts';
import { addDays } from '../day.ts';
import { EVERYTHING, scopeQuery, type Scope } from '../scope.ts';
import type { CourseDocument, GroundDocument } from '../ground/format.ts';
import type { Claims, Holdings, Labels } from './layers.ts';
import type { Change, DayCount, FoundPlace, Meta, PlaceHistory, ReportAnswer, Source, Who } from './types.ts';

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

  /** Base is the address that the paths are appended to; "" is the page's own server. */
  constructor(base = '', scope = EVERYTHING) {
    [this.#base, this.#scope] = [base, scope];
  }

  /** The same server, every question asked in a scope. */
  within(scope: Scope): Api {
    return new Api(this.#base, scope);
  }

  meta = (signal?: AbortSignal): Promise<Meta> => this.#get('/api/meta', {}, signal);
  labels = (): Promise<Labels> => this.#get('/api/labels');
  days = async (signal?: AbortSignal): Promise<DayCount[]> => (await this.#get<{ days: DayCount[] }>('/api/days', {}, signal)).days;

  sources = async (signal?: AbortSignal): Promise<Source[]> =>
    (await this.#get<{ sources: Source[] }>('/api/sources', {}, signal)).sources;

  ground = (signal: AbortSignal): Promise<GroundDocument> => this.#get('/api/ground', {}, signal);
  course = (signal: AbortSignal): Promise<CourseDocument> => this.#get('/api/course', {}, signal);
  holdings = (day: Day, signal: AbortSignal): Promise<Holdings> => this.#get('/api/holdings', { day }, signal);

  /** Claims about the `days` days of which `day` is the last, anywhere or at one place. */
  claims = (day: Day, days: number, signal: AbortSignal, place?: string): Promise<Claims> =>
    this.#get('/api/claims', { ...lastDays(day, days), ...(place ? { place } : {}) }, signal);

  /** What changed hands in the `days` days of which `day` is the last. */
  changes = async (day: Day, days: number, signal: AbortSignal): Promise<Change[]> =>
    (await this.#get<{ changes: Change[] }>('/api/changes', lastDays(day, days), signal)).changes;

  whoHolds = (place: string, day: Day, signal: AbortSignal): Promise<Who> =>
    this.#get('/api/who', { place, day }, signal);

  whoHoldsPoint = (lon: number, lat: number, day: Day, signal: AbortSignal): Promise<Who> =>
    this.#get('/api/who', { lon, lat, day }, signal);

  places = async (q: string, limit: number, signal: AbortSignal): Promise<FoundPlace[]> =>
    (await this.#get<{ places: FoundPlace[] }>('/api/places', { q, limit }, signal)).places;

  history = (place: string, signal: AbortSignal): Promise<PlaceHistory> =>
    this.#get(`/api/places/${encodeURIComponent(place)}/history`, {}, signal);

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

/** The half-open range of `days` days of which `day` is the last. */
export function lastDays(day: Day, days: number): { from: Day; to: Day } {
  return { from: addDays(day, 1 - days), to: addDays(day, 1) };
}

function wordsOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  return typeof body.error === 'string' ? body.error : null;
}
