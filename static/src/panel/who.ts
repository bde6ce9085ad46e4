import { UNKNOWN } from '../actors.ts';
import type { Because, PlaceHistory, Spell, Who } from '../api/types.ts';
import { addDays, clampDay } from '../day.ts';
import { h, type Child } from '../dom.ts';
import { longDay, word } from '../i18n/index.ts';
import { EVERYTHING, sameScope } from '../scope.ts';
import { clauses } from './clause.ts';
import { bothNames, link, party, section, when, type Context } from './context.ts';
import { historyView } from './history.ts';
import { others } from './others.ts';

export interface WhoInput {
  who: Who;
  history: PlaceHistory | null; // null for a bare point
  events: Because[]; // what else is said to have happened there in the window
}

/** The answer to "why is this here that colour": who, since when, and the words that say so. */
export function whoView({ who, history, events }: WhoInput, context: Context): HTMLElement {
  const { t } = context;
  return h('div', { class: 'who' },
    verdict(who, context),
    known(who, context),
    h('div', { class: 'around' }, neighbour(t.who.before, who.before, context), neighbour(t.who.after, who.after, context)),
    section(t.who.because, who.because.length > 0 ? clauses(who.because, context, 3) : h('p', { class: 'soft' }, t.who.noClauses)),
    who.against.length > 0 && section(t.who.against, h('p', { class: 'soft' }, t.who.outweighed), clauses(who.against, context, 2)),
    events.length > 0 && section(t.who.events, clauses(events, context, 3)),
    history && historyView(history, context));
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
    rows.push([t.who.lastConfirmed, [when(who.last_confirmed, context),
      who.age_days !== null && h('span', { class: 'soft' }, ` · ${t.who.age(who.age_days)}`)]]);
  }
  if (who.holder !== UNKNOWN) rows.push([t.who.confidence, [meter(who.confidence, t.percent(who.confidence))]]);
  return h('dl', { class: 'known' }, ...rows.flatMap(([term, text]) => [h('dt', {}, term), h('dd', {}, ...text)]));
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
    : [spell.from && t.who.from(longDay(spell.from, t)), spell.from];
  return h('button', {
    type: 'button', class: past ? 'before' : 'after',
    on: { click: () => { if (target) go.day(clampDay(target, first, last)); } },
  }, h('span', { class: 'soft' }, label), party(spell.holder, context), h('span', { class: 'soft' }, words));
}

