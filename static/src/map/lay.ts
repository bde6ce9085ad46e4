import type { Actors } from '../actors.ts';
import type { DayData } from '../daydata.ts';
import type { Sight } from '../find/choice.ts';
import type { Strings } from '../i18n/index.ts';
import { drawnAdvances } from './advances.ts';
import { drawnEvents } from './events.ts';
import { drawnPlaces } from './features.ts';
import { drawnPockets } from './pockets.ts';
import type { MapView } from './view.ts';

/** Lays on a map what lies on the ground of a day, as far as it is to be seen. */
export function layDay(view: MapView, day: DayData, { actors, sight, t }: { actors: Actors; sight: Sight; t: Strings }): void {
  const { points, grounds } = drawnEvents(day.claims, sight.events);
  view.show('places', drawnPlaces(day.holdings, sight.places));
  view.show('pockets', drawnPockets(day.pockets, { actors, filter: sight.all, t }));
  view.show('advances', drawnAdvances(day.advances, sight.all));
  view.show('event_grounds', grounds);
  view.show('events', points);
}
