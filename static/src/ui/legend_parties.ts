import { UNKNOWN } from '../actors.ts';
import { h } from '../dom.ts';
import { toggled, type Filter } from '../filter.ts';
import { nameOf, strings } from '../i18n/index.ts';
import type { Inks } from '../inks.ts';
import type { State } from '../state.ts';
import { drawTint } from './keys.ts';
import { sketch } from './swatch.ts';
import { keepFocus, toggleRow } from './toggle.ts';

type Held = ReadonlyMap<string, number>;

/** The parties on the map and those that are hidden, each with its ground and a switch. */
export class PartyList {
  readonly element = h('ul');
  readonly #inks: Inks;
  readonly #change: (change: Partial<Filter>) => void;
  readonly #km2 = new Map<string, HTMLElement>();
  #of: Pick<State, 'lang' | 'filter'> | null = null;
  #held: Held = new Map();

  constructor(inks: Inks, change: (change: Partial<Filter>) => void) {
    [this.#inks, this.#change] = [inks, change];
  }

  /** Says everything anew. */
  render(of: Pick<State, 'lang' | 'filter'>): void {
    this.#of = of;
    this.#km2.clear();
    this.list(this.#held);
  }

  /** Lists the parties with the ground each alone holds in km². While they stay the same, only the numbers change. */
  list(held: Held): void {
    this.#held = held;
    if (!this.#of) return;
    const { lang, filter } = this.#of;
    const shown = this.#inks.actors.list.filter((a) => a.id !== UNKNOWN && (held.has(a.id) || filter.hidden.includes(a.id)));
    if (shown.length !== this.#km2.size || shown.some((a) => !this.#km2.has(a.id))) this.#build(shown, this.#of);
    for (const [id, km2] of this.#km2) {
      const n = held.get(id) ?? 0;
      km2.textContent = n > 0 ? strings(lang).km2(n) : '';
      km2.className = n > 0 ? 'km2' : '';
    }
  }

  #build(shown: Inks['actors']['list'], { lang, filter }: Pick<State, 'lang' | 'filter'>): void {
    this.#km2.clear();
    keepFocus(this.element, () => {
      this.element.replaceChildren(...shown.map((a) => {
        const km2 = h('span');
        this.#km2.set(a.id, km2);
        return toggleRow(sketch(16, (c) => { drawTint(c, this.#inks.actors.colour(a.id)); }), {
          key: a.id, shown: !filter.hidden.includes(a.id), hint: strings(lang).legend.toggle,
          set: (on) => { this.#change({ hidden: toggled(filter.hidden, a.id, !on) }); },
        }, h('bdi', {}, nameOf(a, lang)), km2);
      }));
    });
  }
}
