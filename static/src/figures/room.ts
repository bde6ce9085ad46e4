import { ApiError } from '../api/client.ts';
import { h, isNarrow } from '../dom.ts';
import { Follow } from '../follow.ts';
import { longDay, strings } from '../i18n/index.ts';
import type { Page } from '../page.ts';
import type { State } from '../state.ts';
import { visible, type Range } from '../timeline/scale.ts';
import type { RoomView } from '../ui/rooms.ts';
import { Chart, type ChartInput } from './chart.ts';
import { daysShown } from './choice.ts';
import { choicesOf } from './choices.ts';
import { Drawing } from './drawing.ts';
import { Enlarged } from './enlarged.ts';
import { CHARTS, inputsOf, partName, type ChartName } from './inputs.ts';
import { NumbersLoader, type Numbers, type Wish } from './load.ts';
import { partOf, type Part } from './part.ts';

/** For how long the map has to rest before another part of it is asked for, in milliseconds. */
const REST = 250;

/** Pixels of height of each plot in the panel. */
const HEIGHTS: Record<ChartName, number> = { ground: 200, changes: 130, events: 200 };

/** How much of the ground was whose over time, and changes and events: of the country, of a part of it, or of a region drawn by hand. */
export class FiguresRoom implements RoomView {
  readonly element: HTMLElement;
  readonly #page: Page;
  readonly #fold: (folded: boolean) => void;
  readonly #loader: NumbersLoader;
  readonly #follow: Follow<Wish, Numbers>;
  readonly #head = h('header');
  readonly #choices = h('div');
  readonly #none = h('p', { role: 'status', hidden: true });
  readonly #body: HTMLElement;
  readonly #charts: Record<ChartName, Chart>;
  readonly #enlarged: Enlarged;
  #drawing: Drawing | null = null; // once there is a map
  #wish = ''; // what the numbers are of, or are asked for
  #numbers: Numbers | null = null;
  #bare = false; // nothing of the part is covered
  #range: Range | null = null;
  #drawn: unknown[] = []; // what the figures were last made from
  #inputs: Record<ChartName, ChartInput> | null = null;

  /** Fold is called to fold the panel away from the map, and back. */
  constructor(page: Page, fold: (folded: boolean) => void) {
    [this.#page, this.#fold, this.#loader] = [page, fold, new NumbersLoader(page)];
    const go = (day: State['day']): void => { page.go({ day }); };
    const chart = (name: ChartName): Chart => new Chart(`figure-${name}`, { height: HEIGHTS[name], large: false }, {
      go, resize: () => { if (this.#inputs) this.#enlarged.open(name, this.#inputs[name]); },
    });
    this.#enlarged = new Enlarged(go);
    this.#charts = { ground: chart('ground'), changes: chart('changes'), events: chart('events') };
    this.#body = h('div', { class: 'body' }, this.#choices, this.#none, ...CHARTS.map((name) => this.#charts[name].element));
    this.element = h('div', { class: 'figures' }, this.#head, this.#body, this.#enlarged.element);
    this.#follow = new Follow<Wish, Numbers>({
      rest: REST,
      load: this.#loader.load,
      show: (_, numbers) => {
        page.notices.clear('figures');
        this.#take(numbers);
        this.render(page.state());
      },
      fail: (wish, error) => { this.#fail(wish, error); },
    });
  }

  /** Shows the figures of the part that is chosen; those of another stay until the answer is here. */
  render(state: State): void {
    const atlas = this.#page.atlas();
    this.#drawing ??= this.#tools();
    this.#drawing.render(state.region, strings(state.lang));
    const wish: Wish = { part: partOf(state, () => atlas.bounds()), scope: this.#page.overview().scope };
    this.#want(wish);
    this.#draw(wish.part);
  }

  leave(): void {
    this.#enlarged.close();
    this.#drawing?.leave();
    this.#follow.cancel();
    this.#wish = '';
  }

  #tools(): Drawing {
    return new Drawing(this.#page.atlas(), strings(this.#page.state().lang), {
      begin: () => { if (isNarrow()) this.#fold(true); },
      end: () => { if (isNarrow()) this.#fold(false); },
      done: (region) => { this.#page.go({ region }); },
    });
  }

  /** Takes the numbers that are there, or asks for them. Those of the whole country come with the ground of the page. */
  #want(wish: Wish): void {
    const known = this.#loader.at(wish);
    const key = JSON.stringify(wish);
    if (known) {
      this.#follow.cancel();
      this.#take(known);
    } else if (key !== this.#wish) {
      this.#body.setAttribute('aria-busy', 'true');
      if (wish.part.kind === 'country') this.#follow.cancel();
      else this.#follow.want(wish);
    }
    this.#wish = key;
  }

  #take(numbers: Numbers, bare = false): void {
    [this.#numbers, this.#bare] = [numbers, bare];
    this.#body.removeAttribute('aria-busy');
  }

  /** A view or a region that the server refuses is one that it has no ground of; anything else is a failure. */
  #fail(wish: Wish, error: unknown): void {
    const { kind } = wish.part;
    if (error instanceof ApiError && error.status === 400 && (kind === 'view' || kind === 'region')) {
      this.#take({ periods: [], counts: [] }, true);
      this.#draw(wish.part);
      return;
    }
    this.#body.removeAttribute('aria-busy');
    this.#page.notices.fail('figures', 'figures', error, () => { this.#follow.demand(wish); });
  }

  /** Draws anew where anything but the day has changed; and else no more than where that lies. */
  #draw(part: Part): void {
    const page = this.#page;
    const { lang, day, look, figures, region, filter } = page.state();
    this.#range = visible(page.all, daysShown(figures, page.all), day, this.#range);
    const now = [this.#numbers?.periods, this.#numbers?.counts, this.#range.first, this.#range.last, lang, look, page.inks.paper, figures, region, filter, partName(part, strings(lang))];
    if (now.every((one, i) => one === this.#drawn[i])) {
      for (const name of CHARTS) this.#charts[name].turn(day);
      this.#enlarged.turn(day);
      return;
    }
    this.#drawn = now;
    this.#drawHead(part, this.#range);
    if (!this.#numbers) return;
    this.#inputs = inputsOf(page, part, this.#numbers, this.#range);
    for (const name of CHARTS) this.#charts[name].render(this.#inputs[name]);
    this.#enlarged.render(this.#inputs);
  }

  #drawHead(part: Part, { first, last }: Range): void {
    const t = strings(this.#page.state().lang);
    const had = this.#choices.querySelector(':focus')?.id;
    this.#head.replaceChildren(h('div', { class: 'title' }, h('h2', { tabindex: -1 }, t.figures.title),
      h('p', { class: 'soft' }, `${partName(part, t)} · ${longDay(first, t)} – ${longDay(last, t)}`)));
    this.#none.hidden = !this.#bare;
    this.#none.textContent = t.figures.noGround;
    const draw = this.#drawing?.possible ? (): void => this.#drawing?.start() : null;
    this.#choices.replaceChildren(choicesOf({ page: this.#page, draw }));
    if (had) this.#choices.querySelector<HTMLElement>(`#${had}`)?.focus();
  }
}
