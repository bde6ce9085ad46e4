import { UNKNOWN } from '../actors.ts';
import { notesOf } from '../figures/inputs.ts';
import { longDay, strings, weekdayName } from '../i18n/index.ts';
import { drawBadge } from '../map/badges.ts';
import { shows } from '../filter.ts';
import { GROUPS } from '../map/groups.ts';
import type { Page } from '../page.ts';
import { spanOf } from '../span.ts';
import { drawAges, drawBlank, drawConcluded, drawContested, drawDot, drawFront, drawTint, drawUnknown } from '../ui/keys.ts';
import { permalink } from './links.ts';
import type { Sign, Surround } from './paint.ts';

/** What stands around the map that the page shows: the day, who is on it with how much ground, and what that rests on. */
export function surroundOf(page: Page): Surround {
  const state = page.state();
  const t = strings(state.lang);
  const { first, last } = spanOf(state);
  const [since, to] = [longDay(first, t), longDay(last, t)];
  return {
    title: t.take.picture.heading(longDay(state.day, t)),
    lines: [`${weekdayName(state.day, t)} · ${first === last ? t.day.span(1, to) : t.take.picture.events(since, to)}`],
    signs: signsOf(page),
    notes: notesOf(page, t), address: permalink(document.baseURI, { ...state, room: 'why' }),
    paper: page.inks.paper, direction: t.direction, north: t.take.picture.north, credit: t.map.base,
    length: (metres) => (metres >= 1000 ? t.km(metres / 1000) : t.metres(metres)),
  };
}

/** The parties that hold ground on the day, each with how much of it, and the signs of the map. */
function signsOf(page: Page): Sign[] {
  const { day, lang, filter } = page.state();
  const { inks: { actors, paper } } = page;
  const t = strings(lang);
  const ground = page.ground();
  const shades = ground?.standings(day);
  const held = ground && shades ? ground.held(shades) : new Map<string, number>();
  return [
    ...actors.list.filter(({ id }) => id !== UNKNOWN && (held.get(id) ?? 0) > 0 && shows(filter, [id])).map(({ id }): Sign => ({
      words: `${actors.name(id, lang)} ${t.km2(held.get(id) ?? 0)}`, side: 16, draw: (c) => { drawTint(c, actors.colour(id)); },
    })),
    { words: t.legend.contested, side: 16, draw: (c) => { drawContested(c, paper); } },
    { words: t.legend.unknown, side: 16, draw: (c) => { drawUnknown(c, paper); } },
    { words: t.legend.concluded, side: 16, draw: (c) => { drawConcluded(c, paper); } },
    { words: t.legend.blank, side: 16, draw: (c) => { drawBlank(c, paper); } },
    { words: t.legend.ages, side: 16, draw: (c) => { c.scale(0.25, 1); drawAges(c, paper); } },
    { words: t.legend.front, side: 16, draw: (c) => { drawFront(c, paper); } },
    { words: t.legend.place, side: 16, draw: (c) => { drawDot(c, paper.soft, paper.white); } },
    { words: t.legend.inferred, side: 16, draw: (c) => { drawDot(c, paper.halo, paper.soft); } },
    ...GROUPS.filter((group) => !filter.without.includes(group)).map((group): Sign => (
      { words: t.groups[group], side: 22, draw: (c) => { drawBadge(c, group, { rim: paper.soft, firm: true, paper }); } })),
  ];
}
