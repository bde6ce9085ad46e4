import type { Api } from '../api/client.ts';
import type { PocketProps } from '../api/layers.ts';
import type { Because, Change, PlaceHistory, ReportAnswer, Who } from '../api/types.ts';
import { addDays, type Day } from '../day.ts';
import type { Histories } from '../histories.ts';
import { Lru } from '../lru.ts';
import type { PickedFront } from '../map/pick.ts';
import { scopeQuery, type Scope } from '../scope.ts';
import { Spans } from '../span.ts';
import type { Selection } from '../state.ts';
import type { Range } from '../timeline/scale.ts';
import { becauseOf } from './clause.ts';
import type { Sides } from './front.ts';
import { saysMissing, type Missing } from './missing.ts';
import type { WhoInput } from './who.ts';
import { aboutControl, AROUND } from './witness.ts';

/** What the panel is to speak of. */
export type Subject =
  | { kind: 'day'; day: Day; span: Range; scope: Scope }
  | { kind: 'who'; day: Day; span: Range; scope: Scope; selection: Selection }
  | { kind: 'front'; day: Day; scope: Scope; picked: PickedFront; near: Sides<string> }
  | { kind: 'pocket'; day: Day; pocket: PocketProps }
  | { kind: 'report'; id: string; claim: string | null };

type DaySubject = Extract<Subject, { kind: 'day' }>;
type WhoSubject = Extract<Subject, { kind: 'who' }>;
type FrontSubject = Extract<Subject, { kind: 'front' }>;

/** What it says of it. */
export type Answer =
  | { kind: 'day'; changes: readonly Change[]; span: Range }
  | { kind: 'who'; input: WhoInput }
  | { kind: 'front'; picked: PickedFront; sides: Sides<Who> }
  | { kind: 'pocket'; pocket: PocketProps }
  | { kind: 'report'; answer: ReportAnswer; claim: string | null }
  | { kind: 'missing'; missing: Missing };

/** Fetches the answers of the panel. Reports do not change while the page is open, nor do changes in a scope, so a few are kept. */
export class Loader {
  readonly #api: Api;
  readonly #histories: Histories;
  readonly #changes = new Spans<Change>(30);
  readonly #reports = new Lru<ReportAnswer>(10);

  constructor(api: Api, histories: Histories) {
    [this.#api, this.#histories] = [api, histories];
  }

  load = async (subject: Subject, signal: AbortSignal): Promise<Answer> => {
    try {
      return await this.#answer(subject, signal);
    } catch (error) {
      const missing = saysMissing(error) ? askedFor(subject) : null;
      if (!missing) throw error;
      return { kind: 'missing', missing };
    }
  };

  async #answer(subject: Subject, signal: AbortSignal): Promise<Answer> {
    switch (subject.kind) {
      case 'day':
        return { kind: 'day', changes: await this.#changed(subject, signal), span: subject.span };
      case 'front':
        return this.#front(subject, signal);
      case 'pocket':
        return subject;
      case 'report':
        return { kind: 'report', answer: await this.#report(subject.id, signal), claim: subject.claim };
      case 'who':
        return { kind: 'who', input: await this.#who(subject, signal) };
    }
  }

  #changed({ span, scope }: DaySubject, signal: AbortSignal): Promise<readonly Change[]> {
    const api = this.#api.within(scope);
    return this.#changes.list(JSON.stringify(scopeQuery(scope)), span, (days) => api.changes(days, signal));
  }

  async #front({ day, scope, picked, near }: FrontSubject, signal: AbortSignal): Promise<Answer> {
    const api = this.#api.within(scope);
    const ask = (places: string[]): Promise<Who[]> => Promise.all(places.map((id) => api.whoHolds(id, day, signal)));
    const [a, b] = await Promise.all([ask(near.a), ask(near.b)]);
    return { kind: 'front', picked, sides: { a, b } };
  }

  async #who(subject: WhoSubject, signal: AbortSignal): Promise<WhoInput> {
    const { selection, day, scope } = subject;
    const api = this.#api.within(scope);
    if (selection.kind === 'place') {
      const [who, said] = await Promise.all([api.whoHolds(selection.id, day, signal), this.#said(selection.id, subject, signal)]);
      return { who, at: null, ...besides(who, said, subject) };
    }
    const who = await api.whoHoldsPoint(selection.lon, selection.lat, day, signal);
    const at = [selection.lon, selection.lat] as const;
    const nearest = who.inferred_from[0]?.place;
    if (nearest === undefined) return { who, at, history: null, witnesses: [], events: [], asked: null };
    return { who, at, ...besides(who, await this.#said(nearest, subject, signal), subject), events: [] }; // they were there, not here
  }

  /** The history of a place, and all that is said of it in the days of the span and around the day. */
  async #said(place: string, { day, span, scope }: WhoSubject, signal: AbortSignal): Promise<Said> {
    const around = { first: span.first < addDays(day, -AROUND) ? span.first : addDays(day, -AROUND), last: addDays(day, AROUND) };
    const [history, claims] = await Promise.all([
      this.#histories.of(place, scope, signal), this.#api.within(scope).claims(around, signal, place),
    ]);
    return { history, said: claims.features.map((f) => becauseOf(f.properties)) };
  }

  async #report(id: string, signal: AbortSignal): Promise<ReportAnswer> {
    const kept = this.#reports.get(id) ?? (await this.#api.report(id, signal));
    this.#reports.set(id, kept);
    return kept;
  }
}

/** What a subject names by its id. */
function askedFor(subject: Subject): Missing | null {
  if (subject.kind === 'report') return { what: 'report', id: subject.id };
  return subject.kind === 'who' && subject.selection.kind === 'place' ? { what: 'place', id: subject.selection.id } : null;
}

interface Said {
  history: PlaceHistory;
  said: Because[];
}

/** What is said beside the clauses that an answer quotes: the clause that was asked for, by other sources of who holds the place, and of events in the span. */
function besides(who: Who, { history, said }: Said, { day, span, selection }: WhoSubject): Omit<WhoInput, 'who' | 'at'> {
  const claim = selection.kind === 'place' ? selection.claim : undefined;
  const asked = [...said, ...who.because, ...who.against].find((b) => b.claim.id === claim) ?? null;
  const quoted = new Set([...who.because, ...who.against, ...(asked ? [asked] : [])].map((b) => b.claim.id));
  const heard = new Set(who.because.map((b) => b.report.source_id));
  const rest = said.filter((b) => !quoted.has(b.claim.id));
  const dayOf = (b: Because): Day | null => b.claim.date ?? b.report.published;
  const within = (b: Because, first: Day, last: Day): boolean => {
    const on = dayOf(b);
    return on !== null && first <= on && on <= last;
  };
  const witnesses = rest.filter((b) => aboutControl(b) && !heard.has(b.report.source_id) && within(b, addDays(day, -AROUND), addDays(day, AROUND)));
  const events = rest.filter((b) => !witnesses.includes(b) && within(b, span.first, span.last));
  return { history, witnesses, events, asked };
}
