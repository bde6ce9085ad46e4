import type { DayCount } from '../api/types.ts';
import { clampDay } from '../day.ts';
import { byId } from '../dom.ts';
import type { Page } from '../page.ts';
import type { State } from '../state.ts';
import { Help } from '../ui/help.ts';
import type { ChosenEvents } from './band.ts';
import { Dock } from './dock.ts';
import { Seeker } from './seek.ts';

/** What the time of the page needs beside the page itself. */
export interface TimeEvents extends Pick<ChosenEvents, 'drag'> {
  ready: () => boolean; // the day shown before has arrived
}

/** The time at the foot of the page, with its keys, their list, and the way from change to change. */
export function timeOf(page: Page, counts: readonly DayCount[], on: TimeEvents): Dock {
  const { api, histories, notices, inks, all } = page;
  const state = (): State => page.state();
  const help = new Help();
  const seeker = new Seeker({
    api, histories, notices, state, overview: () => page.overview(),
    found: (day) => { page.go({ day: clampDay(day, all.first, all.last) }); },
    none: (step) => { dock.none(step); },
  });
  const dock = new Dock({
    root: byId('dock'), all, counts, inks, state,
    on: {
      ...on,
      settle: (change) => { page.go(change); },
      seek: (step) => { seeker.seek(step); },
      help: () => { help.show(state().lang); },
      characters: () => help.characters,
    },
  });
  return dock;
}
