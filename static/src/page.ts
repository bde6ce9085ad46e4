import type { Api } from './api/client.ts';
import type { PocketProps } from './api/layers.ts';
import type { Ground } from './ground/ground.ts';
import type { Histories } from './histories.ts';
import type { Inks } from './inks.ts';
import type { Atlas } from './map/atlas.ts';
import type { Picked, PickedFront } from './map/pick.ts';
import type { Overview } from './overview.ts';
import type { State } from './state.ts';
import type { Range } from './timeline/scale.ts';
import type { Notices } from './ui/notices.ts';

/** What every room of the panel stands on: where answers come from, what is shown, and how to change it. */
export interface Page {
  readonly api: Api; // whose questions are asked in no scope: api.within(overview().scope) asks as the page does
  readonly histories: Histories; // of places
  readonly notices: Notices;
  readonly inks: Inks;
  readonly all: Range; // the days there are
  state(): State;
  atlas(): Atlas; // there once the page stands
  overview(): Overview; // of the scope whose answers are shown
  ground(): Ground | null; // in that scope; null until it is there
  front(): PickedFront | null; // that is picked
  pocket(): PocketProps | null; // that is picked
  ready(): boolean; // all that the map shows of the day has arrived
  drag(change: Partial<State>): void; // on the way to somewhere: no step for the back button
  go(change: Partial<State>): void; // a step that the back button can undo
  pick(picked: Picked, change?: Partial<State>): void; // answers a click on the map, and changes that in the same step
}
