import { UNKNOWN } from '../actors.ts';
import type { Because, PlaceHistory, Spell, Who } from '../api/types.ts';
import { addDays, clampDay, type Day } from '../day.ts';
import { h, type Child } from '../dom.ts';
import { longDay, word } from '../i18n/index.ts';
import type { At } from '../map/layers_basis.ts';
import { EVERYTHING, sameScope } from '../scope.ts';
import { becauseView, restOf } from './because.ts';
import { clause, clauses } from './clause.ts';
import { bothNames, link, party, section, when, type Context } from './context.ts';
import { holdingOn } from './course.ts';
import { historyView } from './history.ts';
import { others } from './others.ts';
import { witnessView } from './witness.ts';

export interface WhoInput {
  who: Who;
  at: At | null; // that was asked for; null where a place was
  history: PlaceHistory | null; // of the place, or of the nearest one that bare ground is judged by; null where there is none
  witnesses: Because[]; // what other sources say of who holds that place, around the day
  events: Because[]; // what else is said to have happened there in the span
  asked: Because | null; // what is said of it that was asked for, as by a click on an event
}

/** The answer to "why is this here that colour": who, since when, and the words that say so. */
export function whoView({ who, history, witnesses, events, asked }: WhoInput, context: Context): HTMLElement {
  const { t } = context;
  return h('div', { class: 'who' },
    asked && h('div', { class: 'asked' }, clause(asked, context)),
    verdict(who, context),
    known(who, context),
    h('div', { class: 'around' }, neighbour(t.who.before, who.before, context), neighbour(t.who.after, who.after, context)),
    section(t.who.because, becauseView(who, context)),
    who.against.length > 0 && section(t.who.against, h('p', { class: 'soft' }, t.who.outweighed), clauses(who.against, context, 2)),
    who.holder !== UNKNOWN && history && witnessView(witnesses, holdingOn(history.holdings, who.day), context),
    events.length > 0 && section(t.who.events, clauses(events, context, 3)),
    history && historyView(history, history.place.id !== who.place?.id, context));
}

function verdict(who: Who, context: Context): HTMLElement {
  const { t, actors } = context;
  const box = h('div', { class: 'verdict' },
    h('p', { class: 'holder' }, party(who.holder, context)),
    who.contested && h('p', {}, who.uncertain ? t.who.perhaps : t.who.contestedBy),
    who.contested && others(who, context),
    who.holder === UNKNOWN && h('p', { class: 'soft' }, sameScope(context.scope, EVERYTHING) ? t.who.unknown : t.who.unknownHere),
    who.inferred && inferred(who, context));
  box.style.borderInlineStartColor = actors.colour(who.holder);
  return box;
}

function inferred({ place, inferred_from }: Who, context: Context): HTMLElement {
  const { t, go, names } = context;
  return h('div', { class: 'inferred' },
    h('p', {}, h('span', { class: 'tag' }, t.who.inferred), ' ', place ? t.who.inferredHere : t.who.inferredFrom),
    h('ul', {}, ...inferred_from.map((near) => h('li', {},
      ...(near.place === place?.id ? [] : [link(bothNames(names(near.place), context), () => { go.place(near.place); }), ` · ${t.km(near.km)} · `]),
      party(near.holder, context), near.day && ' · ', near.day && when(near.day, context)))));
}

function known(who: Who, context: Context): HTMLElement {
  const { t } = context;
  const rows: [string, Child[]][] = [];
  if (who.since) rows.push([t.who.since, [when(who.since, context), who.since_basis && h('span', { class: 'soft' }, ` · ${word(t.bases, who.since_basis)}`)]]);
  if (who.last_confirmed) {
    rows.push([restOf(who, context.actors) ? t.who.lastNews : t.who.lastConfirmed, [when(who.last_confirmed, context), confirmedBy(who.because, context),
      who.age_days !== null && h('span', { class: 'soft' }, ` · ${t.who.age(who.age_days)}`)]]);
  }
  if (who.holder !== UNKNOWN) rows.push([t.who.confidence, [meter(who.confidence, t.percent(who.confidence)), reasons(who, context)]]);
  return h('dl', { class: 'known' }, ...rows.flatMap(([term, text]) => [h('dt', {}, term), h('dd', {}, ...text)]));
}

/** The sources of the newest words, by which the holder was last confirmed. */
function confirmedBy(because: readonly Because[], { t, source: sourceOf }: Context): HTMLElement | null {
  const dayOf = (b: Because | undefined): Day | null => b?.claim.date ?? b?.report.published ?? null;
  const newest = because.filter((b) => dayOf(b) === dayOf(because[0]));
  const sources = [...new Set(newest.map((b) => sourceOf(b.report)))];
  if (sources.length === 0) return null;
  return h('span', {}, ` ${t.who.by} `, ...sources.flatMap((source, i) => [i > 0 && ' · ', h('bdi', {}, source)]));
}

/** Why the answer is believed as far as it is, in plain words. */
function reasons({ because, age_days, inferred_from, inferred, contested, place }: Who, { t }: Context): HTMLElement {
  const sources = new Set(because.map((b) => b.report.source_id)).size;
  const far = inferred_from.find((near) => near.km > 0);
  return h('details', { class: 'reasons' }, h('summary', {}, t.sure.title), h('ul', {}, ...[
    sources > 0 && t.sure.sources(sources),
    age_days !== null && t.sure.age(age_days),
    age_days === null && t.sure.halving,
    far && t.sure.far(t.km(far.km)),
    inferred && place && !far && t.sure.concluded,
    contested && t.sure.contested,
  ].filter((text) => typeof text === 'string').map((text) => h('li', {}, text))));
}

function meter(value: number, text: string): HTMLElement {
  const bar = h('span', { class: 'level', 'aria-hidden': 'true' });
  bar.style.inlineSize = `${Math.round(value * 100)}%`;
  return h('span', { class: 'meter' }, h('span', { class: 'rail' }, bar), text);
}

/** The holder before or after, as a way to go to a day on which it was so. */
function neighbour(label: string, spell: Spell | null, context: Context): HTMLElement | null {
  if (!spell) return null;
  const { t, first, last, go, day } = context;
  const past = spell.to !== null && spell.to <= day;
  const [words, target] = past
    ? [spell.to && t.who.until(longDay(spell.to, t)), spell.to && addDays(spell.to, -1)]
    : spell.from ? [t.who.from(longDay(spell.from, t)), spell.from]
      : [spell.to && t.who.untilOnly(longDay(spell.to, t)), spell.to ? addDays(spell.to, -1) : last];
  return h('button', {
    type: 'button', class: past ? 'before' : 'after',
    on: { click: () => { if (target) go.day(clampDay(target, first, last)); } },
  }, h('span', { class: 'soft' }, label), party(spell.holder, context), h('span', { class: 'soft' }, words));
}

