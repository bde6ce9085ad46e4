import { UNKNOWN } from '../actors.ts';
import { h } from '../dom.ts';
import { Follow } from '../follow.ts';
import { longDay, strings } from '../i18n/index.ts';
import type { Page } from '../page.ts';
import type { State } from '../state.ts';
import type { RoomView } from '../ui/rooms.ts';
import { Chooser } from './chooser.ts';
import { changesBetween, ordered } from './days.ts';
import { Drawing } from './drawing.ts';
import { Loader, type Answer, type Question } from './load.ts';
import { pairsOf, type Pair } from './pairs.ts';
import { resultView } from './result.ts';

/** Two days beside each other: on the map, and what passed from whom to whom in words and numbers. */
export class Compare implements RoomView {
  readonly element: HTMLElement;
  readonly #page: Page;
  readonly #chooser: Chooser;
  readonly #drawing: Drawing;
  readonly #follow: Follow<Question, Answer>;
  readonly #title = h('h2', { tabindex: -1 });
  readonly #days = h('p', { class: 'soft' });
  readonly #result = h('div', { class: 'result' });
  readonly #body: HTMLElement;
  readonly #open = new Set<string>(); // keys of the pairs that are unfolded
  #question: Question | null = null;
  #found: { answer: Answer; pairs: Pair[] } | null = null; // of the question, or until that is answered of the one before
  #drawn = ''; // what the words shown were made of
  #scroll: number | null = null; // where the reader was when they left

  constructor(page: Page) {
    this.#page = page;
    this.#drawing = new Drawing(page);
    this.#chooser = new Chooser(page.all, {
      day: (day) => { page.go({ compare: { day, how: page.state().compare?.how ?? 'swipe' } }); },
      how: (how) => {
        const { compare } = page.state();
        if (compare) page.go({ compare: { ...compare, how } });
      },
      stop: () => { page.go({ compare: null }); },
    });
    this.#body = h('div', { class: 'body' }, this.#chooser.element, this.#result);
    this.element = h('div', { class: 'compare' }, h('header', {}, h('div', { class: 'title' }, this.#title, this.#days)), this.#body);
    this.#follow = new Follow<Question, Answer>({
      rest: 120, // milliseconds: while the slider moves
      load: new Loader(page.api).load,
      show: (_, answer) => { this.#show(answer); },
      fail: (question, error) => {
        page.notices.fail('compare', 'difference', error, () => { this.#follow.demand(question); });
        this.#body.removeAttribute('aria-busy');
      },
    });
  }

  render(state: State): void {
    const { day, compare, lang } = state;
    const t = strings(lang).compare;
    const { scope, counts } = this.#page.overview();
    const question = compare && compare.day !== day ? { ...ordered(compare.day, day), scope } : null;
    const inWords = (of: typeof day): string => longDay(of, strings(lang));
    this.#title.textContent = t.title;
    const days = question ? t.against(inWords(question.from), inWords(question.to)) : compare ? t.same : t.intro(inWords(day));
    if (this.#days.textContent !== days) this.#days.textContent = days;
    this.#chooser.render(state, counts);
    this.#ask(question);
    this.#draw(state);
  }

  leave(): void {
    this.#scroll = this.#body.scrollTop;
    this.#ask(null);
    this.#drawing.render(this.#page.state(), null, null);
  }

  /** Turns to the pair of hands that was picked on the map. */
  point(passage: string): void {
    const pair = [...this.#result.querySelectorAll('details')].find((d) => d.dataset['passage'] === passage);
    if (!pair) return;
    pair.open = true;
    pair.scrollIntoView({ block: 'nearest' });
    pair.querySelector('summary')?.focus();
  }

  #ask(question: Question | null): void {
    if (JSON.stringify(question) === JSON.stringify(this.#question)) return;
    this.#question = question;
    this.#page.notices.clear('compare');
    if (question) {
      this.#body.setAttribute('aria-busy', 'true');
      this.#follow.want(question);
      return;
    }
    this.#follow.cancel();
    this.#body.removeAttribute('aria-busy');
    this.#found = null;
  }

  #show(answer: Answer): void {
    if (JSON.stringify(answer.question) !== JSON.stringify(this.#question)) return; // another one waits
    this.#page.notices.clear('compare');
    const pairs = pairsOf(answer.difference, answer.before, answer.after, UNKNOWN);
    this.#found = { answer, pairs };
    if (this.#open.size === 0 && pairs[0]) this.#open.add(pairs[0].key);
    this.#body.removeAttribute('aria-busy');
    this.#draw(this.#page.state());
    if (this.#scroll !== null) this.#body.scrollTop = this.#scroll;
    this.#scroll = null;
  }

  #draw(state: State): void {
    const { compare, lang, look, filter: { hidden } } = state;
    const current = this.#found && JSON.stringify(this.#found.answer.question) === JSON.stringify(this.#question);
    this.#drawing.render(state, this.#question && compare, current && this.#found ? this.#found.answer : null);
    const drawn = this.#found ? JSON.stringify([this.#found.answer.question, lang, look, hidden]) : '';
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    if (!this.#found) {
      this.#result.replaceChildren();
      return;
    }
    const { answer: { question }, pairs } = this.#found;
    const told = changesBetween(this.#page.overview().counts, question);
    const speech = { t: strings(lang), lang, actors: this.#page.inks.actors };
    this.#result.replaceChildren(...resultView({ question, pairs, hidden, told, open: this.#open }, speech, (id) => {
      this.#page.go({ selection: { kind: 'place', id }, report: null, room: 'why' });
    }));
  }
}
