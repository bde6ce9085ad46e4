import type { Api } from '../api/client.ts';
import type { PlaceHistory } from '../api/types.ts';
import type { Day } from '../day.ts';
import { Follow } from '../follow.ts';
import type { Histories } from '../histories.ts';
import type { Overview } from '../overview.ts';
import type { State } from '../state.ts';
import type { Notices } from '../ui/notices.ts';
import { nearest, nextChange, withoutParties, type Step } from './bins.ts';

export interface SeekerOptions {
  api: Api;
  histories: Histories;
  notices: Notices;
  state: () => State;
  overview: () => Overview;
  found: (day: Day) => void;
  none: (step: Step) => void; // nothing changed after the day, or before it
}

interface Wish {
  step: Step;
  day: Day;
  of: NonNullable<State['selection']>;
}

/** The days on which a place changed hands, or began to be contested or ceased to be. */
export function turns({ holdings }: PlaceHistory): Day[] {
  return holdings.map((holding) => holding.from).filter((day) => day !== null);
}

/** Finds the next change and the one before: of the place that is picked, or of the places that bare ground is judged by, or else of all. */
export class Seeker {
  readonly #o: SeekerOptions;
  readonly #follow: Follow<Wish, Day | null>;

  constructor(options: SeekerOptions) {
    this.#o = options;
    this.#follow = new Follow<Wish, Day | null>({
      load: (wish, signal) => this.#ofPicked(wish, signal),
      show: (wish, day) => {
        options.notices.clear('seek');
        this.#answer(day, wish.step);
      },
      fail: (wish, error) => { options.notices.fail('seek', 'history', error, () => { this.#follow.demand(wish); }); },
    });
  }

  seek(step: Step): void {
    const { day, selection, filter } = this.#o.state();
    if (selection) this.#follow.demand({ step, day, of: selection });
    else this.#answer(nextChange(withoutParties(this.#o.overview().counts, filter.hidden), day, step), step);
  }

  #answer(day: Day | null, step: Step): void {
    if (day) this.#o.found(day);
    else this.#o.none(step);
  }

  async #ofPicked({ of, day, step }: Wish, signal: AbortSignal): Promise<Day | null> {
    const { api, histories } = this.#o;
    const { scope } = this.#o.overview();
    const places = of.kind === 'place' ? [of.id]
      : (await api.within(scope).whoHoldsPoint(of.lon, of.lat, day, signal)).inferred_from.map((near) => near.place);
    const all = await Promise.all(places.map((id) => histories.of(id, scope, signal)));
    return nearest(all.flatMap(turns), day, step);
  }
}
