import type { Api } from '../api/client.ts';
import type { Difference, Holdings } from '../api/layers.ts';
import type { Day } from '../day.ts';
import { Lru } from '../lru.ts';
import { scopeQuery, type Scope } from '../scope.ts';

/** Two days in order, and what counts. */
export interface Question {
  from: Day;
  to: Day;
  scope: Scope;
}

/** What changed hands between them, and the places of both. */
export interface Answer {
  question: Question;
  difference: Difference;
  before: Holdings;
  after: Holdings;
}

/** Fetches comparisons, and keeps the last twelve asked for. */
export class Loader {
  readonly #api: Api;
  readonly #answers = new Lru<Answer>(12);

  constructor(api: Api) {
    this.#api = api;
  }

  load = async (question: Question, signal: AbortSignal): Promise<Answer> => {
    const { from, to, scope } = question;
    const of = `${from} ${to} ${JSON.stringify(scopeQuery(scope))}`;
    const answer = this.#answers.get(of) ?? (await this.#fetched(question, signal));
    this.#answers.set(of, answer);
    return answer;
  };

  async #fetched(question: Question, signal: AbortSignal): Promise<Answer> {
    const { from, to, scope } = question;
    const api = this.#api.within(scope);
    const [difference, before, after] = await Promise.all([api.difference(from, to, signal), api.holdings(from, signal), api.holdings(to, signal)]);
    return { question, difference, before, after };
  }
}
