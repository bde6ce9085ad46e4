import { Compare } from './compare/room.ts';
import { isNarrow } from './dom.ts';
import { FiguresRoom } from './figures/room.ts';
import { FindRoom } from './find/room.ts';
import { covered } from './map/covered.ts';
import type { Picked } from './map/pick.ts';
import type { Page } from './page.ts';
import { Panel } from './panel/panel.ts';
import type { Room, State } from './state.ts';
import { TakeRoom } from './take/room.ts';
import { Rooms } from './ui/rooms.ts';

/** The panel with its rooms furnished, and the ways from one to another. */
export class Interior {
  readonly #page: Page;
  readonly #rooms: Rooms;
  readonly #panel: Panel;
  readonly #compare: Compare;
  #shown: State | null = null;
  #opener: Room = 'why'; // from which the report that is open was opened

  constructor(root: HTMLElement, page: Page) {
    this.#page = page;
    const fold = (folded: boolean): void => { this.fold(folded); };
    this.#panel = new Panel(page, {
      fold,
      close: () => { page.go({ selection: null, report: null }); },
      back: () => { page.go({ report: null, room: this.#opener }); },
      found: (lon, lat) => { page.atlas().point(lon, lat); },
      rests: (basis) => { page.atlas().rest(basis); },
    });
    this.#compare = new Compare(page);
    this.#rooms = new Rooms(root, {
      why: this.#panel,
      find: new FindRoom(page, (change) => {
        this.focus();
        page.go({ ...change, room: 'why' });
      }),
      compare: this.#compare,
      figures: new FiguresRoom(page, fold),
      take: new TakeRoom(page),
    }, { choose: (room) => { page.go({ room }); }, fold });
    this.#rooms.fold(isNarrow());
  }

  render(state: State): void {
    if (state.report && !this.#shown?.report) this.#opener = this.#shown?.room ?? 'why';
    this.#shown = state;
    this.#rooms.render(state);
  }

  /** Folds the panel down to its headings, or opens it. What was in the middle of the map that it leaves stays there. */
  fold(folded: boolean): void {
    const { bottom } = covered(['panel']);
    this.#rooms.fold(folded);
    this.#page.atlas().lift((covered(['panel']).bottom - bottom) / 2);
  }

  /** What is shown next takes the keyboard's focus. */
  focus(): void {
    this.#panel.focus();
  }

  /** Goes to the line that tells of ground that changed hands. */
  tellOf({ key }: Extract<Picked, { kind: 'passage' }>): void {
    this.fold(false);
    this.#compare.point(key);
  }
}
