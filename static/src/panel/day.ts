import type { Change } from '../api/types.ts';
import { UNKNOWN } from '../actors.ts';
import { h, type Child } from '../dom.ts';
import { EVERYTHING, sameScope } from '../scope.ts';
import { bothNames, link, party, when, type Context } from './context.ts';

const OPEN = 100; // changes that are listed at once

/** What the panel says while nothing is picked: what changed hands in the days shown, and that day as data. */
export function dayView(changes: readonly Change[], context: Context): HTMLElement {
  const { t, go, read, scope } = context;
  const counted = [t.reports(read.reports), t.statements(read.claims), t.places(read.places)].join(' · ');
  return h('div', { class: 'day' },
    h('p', { class: 'soft' }, t.day.intro),
    changes.length > 0
      ? changeList(changes, context)
      : h('p', {}, t.day.none, ' ', link(t.day.earlier, () => { go.nextChange(-1); })),
    h('p', { class: 'soft' }, sameScope(scope, EVERYTHING) ? t.day.read(counted) : t.day.counted(counted)),
    h('p', {}, link(t.day.data, go.take)));
}

/** Changes, the first hundred of them and the next behind a button: a range may hold years. */
function changeList(changes: readonly Change[], context: Context): HTMLElement {
  const list = h('ul', { class: 'changes' });
  const show = (from: number): void => {
    list.append(...changes.slice(from, from + OPEN).map((change) => changeRow(change, context)));
    const rest = changes.length - from - OPEN;
    if (rest <= 0) return;
    const more = h('li', {}, link(context.t.who.more(Math.min(rest, OPEN)), () => {
      more.remove();
      show(from + OPEN);
      list.querySelectorAll('button')[from + OPEN]?.focus();
    }));
    list.append(more);
  };
  show(0);
  return list;
}

function changeRow(change: Change, context: Context): HTMLElement {
  const { go } = context;
  return h('li', {},
    h('button', { type: 'button', class: 'change', on: { click: () => { go.place(change.place.id); } } },
      bothNames(change.place, context),
      h('span', { class: 'hands' }, ...handsOf(change, context)),
      h('span', { class: 'soft' }, when(change.day, context))));
}

/** From whom to whom a place passed; where its holder stayed, that others came to contest it, or that they do no longer. */
function handsOf({ from, to, others, uncertain }: Change, context: Context): Child[] {
  const { t } = context;
  const before = from ?? UNKNOWN;
  const besides = others.map((id) => party(id, context));
  const told = (words: string): HTMLElement => h('span', { class: 'tag' }, words);
  const hands = before === to ? [party(to, context)]
    : [party(before, context), h('span', { class: 'arrow', 'aria-hidden': 'true' }), party(to, context)];
  if (others.length > 0) return [...hands, told(uncertain ? t.who.perhaps : t.day.contestedBy), ...besides];
  if (before !== to) return hands;
  return [...hands, told(from ? t.day.settled : t.day.left)];
}
