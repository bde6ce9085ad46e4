import { UNKNOWN, type Actors } from '../actors.ts';
import type { Because, Who } from '../api/types.ts';
import { h } from '../dom.ts';
import { clauses } from './clause.ts';
import { party, type Context } from './context.ts';

type Parties = Pick<Who, 'holder' | 'others'>;
type Sides = Pick<Actors, 'side'>;

/** The party of an answer whom a clause speaks for, by itself or as an ally; another one where it speaks for none of them, and null where it only says who left. */
export function speaksFor({ claim: { actor } }: Because, { holder, others }: Parties, actors: Sides): string | null {
  if (!actor || actor === UNKNOWN) return null;
  const parties = [holder, ...others];
  return parties.find((id) => id === actor) ?? parties.find((id) => actors.side(id) === actors.side(actor)) ?? actor;
}

/** Why the holder is shown though no clause speaks for it; null where one does, or where nobody is shown. */
export type Rest = 'passing' | 'before' | 'taken' | 'left' | 'bare';

export function restOf(who: Who, actors: Sides): Rest | null {
  const { holder, because } = who;
  const same = (id: string | null | undefined): boolean => !!id && actors.side(id) === actors.side(holder);
  if (holder === UNKNOWN || because.length === 0 || because.some((one) => speaksFor(one, who, actors) === holder)) return null;
  if (who.uncertain) return 'passing';
  if (who.contested && same(who.before?.holder)) return 'before';
  if (because.some(({ claim }) => same(claim.from))) return 'taken';
  return because.some((one) => speaksFor(one, who, actors) === null) ? 'left' : 'bare';
}

/** The clauses that an answer rests on; where it is contested, by the party they speak for. */
export function becauseView(who: Who, context: Context): HTMLElement {
  const { t, actors, lang } = context;
  if (who.because.length === 0) return h('p', { class: 'soft' }, t.who.noClauses);
  const rest = restOf(who, actors);
  const none = rest && h('p', { class: 'soft rests' }, t.rests.none(actors.name(who.holder, lang)), ' ', rest !== 'bare' && t.rests[rest]);
  if (!who.contested) return h('div', { class: 'grounds' }, none, clauses(who.because, context, 3));
  return h('div', { class: 'grounds' },
    none && group(h('h4', {}, `${t.rests.for} `, party(who.holder, context)), none),
    ...byParty(who, actors).map(({ key, list }) => group(heading(key, list, context), clauses(list, context, 2))));
}

interface Group {
  key: string | null; // the party they speak for
  list: Because[];
}

/** The holder's clauses, those of each of the others, and those that only say who left. */
function byParty(who: Who, actors: Sides): Group[] {
  const spoken = who.because.map((one) => speaksFor(one, who, actors));
  const order = [who.holder, ...who.others, ...spoken.filter((key) => key !== null), null];
  return [...new Set(order)].map((key) => ({ key, list: who.because.filter((_, i) => spoken[i] === key) })).filter(({ list }) => list.length > 0);
}

function heading(key: string | null, list: readonly Because[], context: Context): HTMLElement {
  const { t } = context;
  if (key) return h('h4', {}, `${t.rests.for} `, party(key, context));
  const left = [...new Set(list.map(({ claim }) => claim.from).filter((id) => id !== null))];
  return left.length > 0 ? h('h4', {}, `${t.rests.against} `, ...left.flatMap((id) => [party(id, context), ' '])) : h('h4', {}, t.rests.nobody);
}

function group(head: HTMLElement, body: HTMLElement): HTMLElement {
  return h('div', { class: 'ground' }, head, body);
}
