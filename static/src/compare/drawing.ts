import type { Ground } from '../ground/ground.ts';
import type { Page } from '../page.ts';
import type { Comparison, State } from '../state.ts';
import { ordered } from './days.ts';
import { drawnDifference } from './drawn.ts';
import type { Answer } from './load.ts';
import { Swipe } from './swipe.ts';

/** What a comparison puts on the map: another map up to a line, or what changed hands over the one that is there. */
export class Drawing {
  readonly #page: Page;
  #swipe: Swipe | null = null;
  #coloured: { ground: Ground; day: string } | null = null; // on the second map
  #placed: Answer | null = null; // there too
  #overlaid: { answer: Answer; hidden: string } | null = null; // on the first

  constructor(page: Page) {
    this.#page = page;
  }

  /** Shows a comparison, as far as the answer to it is here; null shows none. */
  render(state: State, compare: Comparison | null, answer: Answer | null): void {
    if (compare?.how === 'swipe') this.#swiped(state, compare, answer);
    else this.#unswipe();
    this.#overlay(compare?.how === 'overlay' ? answer : null, state.filter.hidden);
  }

  #swiped({ day, lang }: State, compare: Comparison, answer: Answer | null): void {
    this.#swipe ??= new Swipe(this.#page.atlas(), (picked) => {
      const { day: later, compare: now } = this.#page.state();
      if (now) this.#page.pick(picked, { day: now.day, compare: { ...now, day: later } });
    });
    this.#swipe.render({ days: ordered(compare.day, day), day: compare.day, lang });
    const ground = this.#page.ground();
    if (ground && (ground !== this.#coloured?.ground || compare.day !== this.#coloured.day)) {
      this.#coloured = { ground, day: compare.day };
      this.#swipe.colour(ground, compare.day);
    }
    if (answer && answer !== this.#placed) this.#swipe.show(answer.question.from === compare.day ? answer.before : answer.after);
    this.#placed = answer ?? this.#placed;
  }

  #unswipe(): void {
    this.#swipe?.remove();
    this.#swipe = this.#coloured = this.#placed = null;
  }

  #overlay(answer: Answer | null, hidden: readonly string[]): void {
    const next = answer && { answer, hidden: hidden.join() };
    if (next?.answer === this.#overlaid?.answer && next?.hidden === this.#overlaid?.hidden) return;
    this.#overlaid = next;
    this.#page.atlas().differ(answer && drawnDifference(answer.difference, hidden));
  }
}
