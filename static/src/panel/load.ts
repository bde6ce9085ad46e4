import type { Api } from '../api/client.ts';
import type { FrontProps } from '../api/layers.ts';
import type { Change, PlaceHistory, ReportAnswer } from '../api/types.ts';
import type { Day } from '../day.ts';
import { Lru } from '../lru.ts';
import { scopeQuery, type Scope } from '../scope.ts';
import type { Selection } from '../state.ts';
import { becauseOf } from './clause.ts';
import type { WhoInput } from './who.ts';

/** What the panel is to speak of. */
export type Subject =
  | { kind: 'day'; day: Day; window: number; scope: Scope }
  | { kind: 'who'; day: Day; window: number; scope: Scope; selection: Selection }
  | { kind: 'front'; day: Day; front: FrontProps }
  | { kind: 'report'; id: string; claim: string | null };

type WhoSubject = Extract<Subject, { kind: 'who' }>;

/** What it says of it. */
export type Answer =
  | { kind: 'day'; changes: Change[]; window: number }
  | { kind: 'who'; input: WhoInput }
  | { kind: 'front'; front: FrontProps }
  | { kind: 'report'; answer: ReportAnswer; claim: string | null };

/** Fetches the answers of the panel. Reports and, in a scope, histories do not change while the page is open, so a few are kept. */
export class Loader {
  readonly #api: Api;
  readonly #histories = new Lru<PlaceHistory>(30);
  readonly #reports = new Lru<ReportAnswer>(10);

  constructor(api: Api) {
    this.#api = api;
  }

  load = async (subject: Subject, signal: AbortSignal): Promise<Answer> => {
    switch (subject.kind) {
      case 'day':
        return { kind: 'day', changes: await this.#api.within(subject.scope).changes(subject.day, subject.window, signal), window: subject.window };
      case 'front':
        return subject;
      case 'report':
        return { kind: 'report', answer: await this.#report(subject.id, signal), claim: subject.claim };
      case 'who':
        return { kind: 'who', input: await this.#who(subject, signal) };
    }
  };

  async #who({ selection, day, window, scope }: WhoSubject, signal: AbortSignal): Promise<WhoInput> {
    const api = this.#api.within(scope);
    if (selection.kind === 'point') {
      const who = await api.whoHoldsPoint(selection.lon, selection.lat, day, signal);
      return { who, history: null, events: [] };
    }
    const { id } = selection;
    const [who, history, claims] = await Promise.all([
      api.whoHolds(id, day, signal), this.#history(id, scope, signal), api.claims(day, window, signal, id),
    ]);
    const quoted = new Set([...who.because, ...who.against].map((b) => b.claim.id));
    const events = claims.features.map((f) => becauseOf(f.properties)).filter((b) => !quoted.has(b.claim.id));
    return { who, history, events };
  }

  async #history(id: string, scope: Scope, signal: AbortSignal): Promise<PlaceHistory> {
    const of = `${id} ${JSON.stringify(scopeQuery(scope))}`;
    const kept = this.#histories.get(of) ?? (await this.#api.within(scope).history(id, signal));
    this.#histories.set(of, kept);
    return kept;
  }

  async #report(id: string, signal: AbortSignal): Promise<ReportAnswer> {
    const kept = this.#reports.get(id) ?? (await this.#api.report(id, signal));
    this.#reports.set(id, kept);
    return kept;
  }
}
