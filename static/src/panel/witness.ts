import { UNKNOWN, type Actors } from '../actors.ts';
import type { Because, HistoryHolding } from '../api/types.ts';
import { h } from '../dom.ts';
import { sideTag } from '../ui/side.ts';
import { clause } from './clause.ts';
import { section, type Context } from './context.ts';

/** How far before and after the day other sources are listened to, in days. */
export const AROUND = 7;

const CONTROL = ['captured', 'recaptured', 'lost', 'withdrew', 'handed_over', 'holds'];

/** What a statement is to the holder that is shown: the same, another, or nothing that can be held beside it. */
export type Stance = 'same' | 'other' | 'beside';

/** Whether a statement is about who holds a place, in whatever mode. */
export function aboutControl({ claim }: Because): boolean {
  return CONTROL.includes(claim.kind);
}

/**
 * How a statement stands to a holding of its place. Nothing is said of what is
 * not stated as a fact, of part of a place, of contested ground, of other days
 * than those of the holding, or of another party of the holder's side. The
 * first day of a holding belongs to both holders, so nothing contradicts it.
 */
export function stanceOf({ claim, report }: Because, holding: HistoryHolding | null, actors: Pick<Actors, 'side'>): Stance {
  const day = claim.date ?? report.published;
  if (!holding || holding.contested || holding.holder === UNKNOWN || !day) return 'beside';
  if (claim.modality !== 'asserted' || claim.extent === 'partial' || !CONTROL.includes(claim.kind)) return 'beside';
  const { holder, from, to } = holding;
  if ((from && day < from) || (to && day >= to)) return 'beside';
  if (claim.actor === holder) return 'same';
  const left = claim.actor === null || claim.actor === UNKNOWN; // nobody is said to have come
  const against = left ? claim.from === holder : actors.side(claim.actor ?? '') !== actors.side(holder);
  if (!against || !from || day === from) return 'beside';
  return 'other';
}

/** The statements of each source, by source, those that contradict first. */
export function bySource(said: readonly Because[], stance: (one: Because) => Stance): Because[][] {
  const groups = new Map<string, Because[]>();
  for (const one of said) {
    const { source_id, source } = one.report;
    groups.set(`${source_id} ${source}`, [...(groups.get(`${source_id} ${source}`) ?? []), one]);
  }
  const order = (one: Because): number => ['other', 'same', 'beside'].indexOf(stance(one));
  const sorted = [...groups.values()].map((group) => group.sort((a, b) => order(a) - order(b)));
  return sorted.sort(([a], [b]) => (a && b ? order(a) - order(b) : 0));
}

/** What sources say of who holds a place, other than those that the answer rests on. */
export function witnessView(said: readonly Because[], holding: HistoryHolding | null, context: Context): HTMLElement {
  const { t, actors, lang, source } = context;
  const stance = (one: Because): Stance => stanceOf(one, holding, actors);
  const tags = { same: t.who.alsoSays, other: t.who.saysOtherwise, beside: null };
  if (said.length === 0) return section(t.who.witnesses, h('p', { class: 'soft' }, t.who.noWitness(AROUND)));
  return section(t.who.witnesses, h('p', { class: 'soft' }, t.who.around(AROUND)),
    ...bySource(said, stance).map((group) => h('div', { class: 'witness' },
      h('h4', {}, h('bdi', {}, group[0] && source(group[0].report)), ' ', sideTag(group[0]?.report.side ?? '', actors, lang)),
      ...group.map((one) => {
        const tag = tags[stance(one)];
        return clause(one, context, { named: false, tag: tag ? h('span', { class: `tag stance ${stance(one)}` }, tag) : null });
      }))));
}
