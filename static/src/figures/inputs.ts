import { UNKNOWN } from '../actors.ts';
import { longDay, strings, word, type Strings } from '../i18n/index.ts';
import { sourceName } from '../ui/sources.ts';
import type { Page } from '../page.ts';
import type { Range } from '../timeline/scale.ts';
import type { ChartInput } from './chart.ts';
import { CONTESTED, controlPlot, periodOn } from './control.ts';
import { changesPlot, eventsPlot } from './counts.ts';
import type { Numbers } from './load.ts';
import type { Part } from './part.ts';
import type { Series } from './plot.ts';
import { countsOf, sharesOf } from './reading.ts';

/** The figures of the room. */
export const CHARTS = ['ground', 'changes', 'events'] as const;
export type ChartName = (typeof CHARTS)[number];

/** Sources that a picture names; of the others it says how many they are. */
const NAMED = 4;

/** What each figure shows of a part of the country in a range of days. */
export function inputsOf(page: Page, part: Part, { periods, counts }: Numbers, range: Range): Record<ChartName, ChartInput> {
  const { lang, day, figures: { form, every }, filter: { hidden, without } } = page.state();
  const { actors, paper } = page.inks;
  const t = strings(lang);
  const party = faces(page, t);
  const order = actors.list.map((actor) => actor.id);
  const of = `${[partName(part, t), boxOf(part)].filter((words) => words !== '').join(' ')}, ${longDay(range.first, t)} – ${longDay(range.last, t)}`;
  const group = (id: string): Series => ({ id, name: word(t.groups, id), colour: paper.soft, wear: 'plain' });
  const ground = controlPlot(periods, { range, form, hidden, order, face: party });
  const changes = changesPlot(counts, { range, every, hidden, order, face: party });
  const events = eventsPlot(counts, { range, every, hidden: without, face: group });
  const input = (name: ChartName, title: string): Pick<ChartInput, 'caption' | 'file' | 'day' | 'lang' | 'paper'> => ({
    caption: { title, of, notes: notesOf(page, t) }, file: `frontline-${name}-${range.first}-${range.last}`, day, lang, paper,
  });
  const plain = (n: number): string => n.toLocaleString('en');
  return {
    ground: { ...input('ground', t.figures.titles.ground), plot: ground, value: t.km2,
      reading: (on) => sharesOf({ period: periodOn(periods, on), day: on, hidden, face: party, t }) },
    changes: { ...input('changes', t.figures.titles.changes[every]), plot: changes, value: plain, reading: (on, step) => countsOf(changes, step, on, t) },
    events: { ...input('events', t.figures.titles.events[every]), plot: events, value: plain, reading: (on, step) => countsOf(events, step, on, t) },
  };
}

/** What a part is called. */
export function partName(part: Part, t: Strings): string {
  return part.kind === 'governorate' ? word(t.governorates, part.name) : t.figures.parts[part.kind];
}

/** Where a part lies that its name does not tell: south and west, then north and east, in degrees; empty for one that it does. */
function boxOf(part: Part): string {
  if (part.kind === 'country' || part.kind === 'governorate') return '';
  const lons = part.kind === 'view' ? [part.box[0], part.box[2]] : part.ring.map(([lon]) => lon);
  const lats = part.kind === 'view' ? [part.box[1], part.box[3]] : part.ring.map(([, lat]) => lat);
  const pair = (of: (...values: number[]) => number): string => `${of(...lats).toFixed(2)}, ${of(...lons).toFixed(2)}`;
  return `(${pair(Math.min)} – ${pair(Math.max)})`;
}

/** How parties, contested ground and ground of no known holder look and are called. */
function faces(page: Page, t: Strings): (id: string) => Series {
  const { actors, paper } = page.inks;
  return (id) => {
    if (id === CONTESTED) return { id, name: t.legend.contested, colour: paper.soft, wear: 'hatched' };
    if (id === UNKNOWN) return { id, name: t.legend.unknown, colour: paper.border, wear: 'dotted' };
    return { id, name: actors.name(id, page.state().lang), colour: actors.colour(id), wear: 'plain' };
  };
}

/** What all that is shown rests on: whose words, as known when, and what was left out. */
export function notesOf(page: Page, t: Strings): string[] {
  const { sources, scope, read } = page.overview();
  const { lang, filter } = page.state();
  const heard = sources.filter((s) => s.counts && s.reports > 0).sort((a, b) => b.reports - a.reports);
  const names = heard.slice(0, NAMED).map((s) => sourceName(s, lang));
  const left = scope.without.map((id) => sourceName(sources.find((s) => s.id === id) ?? { id }, lang));
  const hidden = filter.hidden.map((id) => page.inks.actors.name(id, lang));
  return [
    t.figures.sources(t.figures.list(names), heard.length - names.length),
    [t.reports(read.reports), scope.knownOn && t.scope.knownOn(longDay(scope.knownOn, t)), left.length > 0 && `${t.scope.without} ${t.figures.list(left)}`,
      hidden.length > 0 && t.figures.hidden(t.figures.list(hidden))].filter((part) => typeof part === 'string').join(' · '),
    `${t.brand} ${read.version}`,
  ];
}
