import type { Actors } from '../actors.ts';
import type { Api } from '../api/client.ts';
import { byId } from '../dom.ts';
import { Follow } from '../follow.ts';
import { loadOverview, type Overview } from '../overview.ts';
import { sameScope, type Scope } from '../scope.ts';
import type { Lang } from '../state.ts';
import type { Notices } from './notices.ts';
import { Reminder } from './reminder.ts';
import { Sources } from './sources.ts';

export interface ScopingOptions {
  api: Api;
  notices: Notices;
  actors: Actors;
  overview: Overview;
  busy: (busy: boolean) => void;
  choose: (scope: Scope) => void; // the reader wants another
  found: (overview: Overview) => void; // from here on answers are those of another
}

/** What counts: the switches for it, the reminder that not everything does, and what there is then. */
export class Scoping {
  readonly #o: ScopingOptions;
  readonly #sources: Sources;
  readonly #reminder: Reminder;
  readonly #follow: Follow<Scope, Overview>;
  #asked: Scope;
  #lang: Lang = 'en';
  overview: Overview;

  constructor(options: ScopingOptions) {
    const { api, notices, actors, overview, busy, choose } = options;
    [this.#o, this.overview, this.#asked] = [options, overview, overview.asked];
    this.#sources = new Sources(byId('sources') as HTMLDetailsElement, actors, overview.asked, choose);
    this.#reminder = new Reminder(byId('scope'), (change) => { choose({ ...this.#asked, ...change }); });
    this.#follow = new Follow<Scope, Overview>({
      load: (scope, signal) => loadOverview(api, scope, signal),
      show: (_, found) => { this.#show(found); },
      fail: (scope, error) => { notices.fail('sources', 'sources', error, () => { this.#follow.demand(scope); }); },
      busy: (is) => {
        this.#sources.busy(is);
        busy(is);
      },
    });
  }

  /** Shows the scope that the reader has chosen, and asks what there is in it. */
  render(scope: Scope, lang: Lang): void {
    this.#lang = lang;
    if (!sameScope(scope, this.#asked)) this.#follow.demand(scope);
    this.#asked = scope;
    this.#draw();
  }

  #show(found: Overview): void {
    this.overview = found;
    this.#o.notices.clear('sources');
    this.#draw();
    this.#o.found(found);
  }

  /** The switches stand as they were set; the reminder tells of the answers that are shown. */
  #draw(): void {
    const { scope, sources } = this.overview;
    this.#sources.render(this.#asked, sources, this.#lang);
    this.#reminder.render(scope, sources, this.#lang);
  }
}
