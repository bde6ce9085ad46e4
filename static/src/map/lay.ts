import type { Actors } from '../actors.ts';
import type { DayData } from '../daydata.ts';
import type { Filter } from '../filter.ts';
import type { Strings } from '../i18n/index.ts';
import { drawnAdvances } from './advances.ts';
import { drawnEvents } from './events.ts';
import { drawnPlaces } from './features.ts';
import { drawnPockets } from './pockets.ts';
import type { MapView } from './view.ts';

/** Lays on a map what lies on the ground of a day, as far as the filter lets it be seen. */
export function layDay(view: MapView, day: DayData, { actors, filter, t }: { actors: Actors; filter: Filter; t: Strings }): void {
  const { points, grounds } = drawnEvents(day.claims, filter);
  view.show('places', drawnPlaces(day.holdings, filter));
  view.show('pockets', drawnPockets(day.pockets, { actors, filter, t }));
  view.show('advances', drawnAdvances(day.advances, filter));
  view.show('event_grounds', grounds);
  view.show('events', points);
}
