import type { Address } from './address.ts';
import type { Api } from './api/client.ts';
import { DayMap } from './daymap.ts';
import { byId } from './dom.ts';
import type { Filter } from './filter.ts';
import { sightOf } from './find/choice.ts';
import { Histories } from './histories.ts';
import { strings } from './i18n/index.ts';
import type { Inks } from './inks.ts';
import { Interior } from './interior.ts';
import { Atlas } from './map/atlas.ts';
import { stepTo, type Picked, type PickedGround } from './map/pick.ts';
import type { Overview } from './overview.ts';
import type { Page } from './page.ts';
import type { Scope } from './scope.ts';
import { spanOf, within } from './span.ts';
import { Store, type Lang, type State } from './state.ts';
import type { Dock } from './timeline/dock.ts';
import type { Range } from './timeline/scale.ts';
import { timeOf } from './timeline/time.ts';
import type { Chrome } from './ui/chrome.ts';
import type { Embed } from './ui/embed.ts';
import { Hidden } from './ui/hidden.ts';
import { Legend } from './ui/legend.ts';
import type { Notices } from './ui/notices.ts';
import { leadPlain } from './ui/plain.ts';
import { Scoping } from './ui/scoping.ts';
import { searchOf } from './searching.ts';
import type { Search } from './ui/search.ts';
import { SpotMenu } from './ui/spot.ts';

export interface AppOptions {
  api: Api;
  address: Address;
  notices: Notices;
  chrome: Chrome;
  inks: Inks;
  all: Range; // the days there are
  overview: Overview; // of the scope in the address
  lang: Lang;
  embed: Embed | null; // the page stands in a frame of another one
}

/** The page at work: every act of the reader changes the state, and every part shows the state. */
export class App {
  readonly #o: AppOptions;
  readonly #store: Store;
  readonly #days: DayMap;
  readonly #atlas: Atlas;
  readonly #interior: Interior;
  readonly #dock: Dock;
  readonly #legend: Legend;
  readonly #hidden: Hidden;
  readonly #spot: SpotMenu;
  readonly #scoping: Scoping;
  readonly #search: Search;
  readonly #dark = window.matchMedia('(prefers-color-scheme: dark)');
  #ground: PickedGround | null = null; // picked, until anything else is; too long for an address

  constructor(options: AppOptions) {
    this.#o = options;
    const { api, address, notices, chrome, inks, all, overview, lang, embed } = options;
    this.#store = new Store(within(all, { day: all.last, window: 3, ...address.read(), scope: overview.asked, lang }));
    inks.wear(this.#state.look, this.#dark.matches);
    this.#days = new DayMap({
      api, notices,
      ground: () => { this.#interior.render(this.#state); },
      colour: (ground, day) => { this.#atlas.colour(ground, day); },
      control: (control) => { this.#atlas.answer(control); },
      data: (data) => { this.#atlas.show(data); },
      held: (km2) => { this.#legend.list(km2); },
      busy: (busy) => { chrome.busy('day', busy); },
    });
    const page = this.#page();
    this.#interior = new Interior(byId('panel'), page);
    this.#dock = timeOf(page, overview.counts, {
      drag: (change) => { this.#store.set(change); },
      ready: () => !this.#days.busy,
    });
    const filter = (change: Partial<Filter>): void => { this.#go({ filter: { ...this.#state.filter, ...change } }); };
    this.#legend = new Legend(byId('legend') as HTMLDetailsElement, inks, { window: (window) => { this.#go({ window, from: null }); }, filter });
    this.#hidden = new Hidden(byId('hidden'), { actors: inks.actors, sources: () => this.#scoping.overview.sources, change: filter });
    this.#spot = new SpotMenu(byId('spot'), (lon, lat) => { this.#pick({ kind: 'point', lon, lat }); });
    this.#scoping = new Scoping({
      api, notices, actors: inks.actors, overview,
      busy: (busy) => { chrome.busy('sources', busy); },
      choose: (scope) => { this.#go({ scope }); },
      found: (found) => { this.#rescope(found); },
    });
    this.#search = searchOf(page, this.#interior);
    // What covers or narrows the map is laid out before it, so that the country fits what is left.
    this.#legend.render(this.#state);
    this.#scoping.render(this.#state.scope, this.#state.lang);
    this.#dock.render();
    embed?.render(this.#state, this.#state.selection !== null);
    this.#atlas = this.#map();
    this.#dark.addEventListener('change', () => { this.#dress(this.#state); });
    this.#store.listen((now, before) => { this.#render(now, before); });
    this.#render(this.#state, null);
  }

  /** The reader came here by the address: back, forward or typed. */
  arrive(change: Partial<State>): void {
    const before = this.#state;
    this.#letGo();
    this.#store.set(within(this.#o.all, { ...before, ...change }));
    if (change.view && JSON.stringify(change.view) !== JSON.stringify(before.view)) this.#atlas.look(change.view);
  }

  /** The reader wants another language, or another look. */
  change(change: Pick<State, 'lang'> | Pick<State, 'look'>): void {
    this.#go(change);
  }

  get #state(): State {
    return this.#store.state;
  }

  #map(): Atlas {
    const { api, inks, notices } = this.#o;
    return new Atlas({
      api, inks, notices, lang: this.#state.lang, view: this.#state.view, sight: sightOf(this.#state),
      pick: (picked) => { this.#pick(picked); },
      spot: (spot) => { this.#spot.open(spot, strings(this.#state.lang)); },
      move: (view) => {
        this.#store.set({ view });
        this.#o.address.replace(this.#state);
      },
    });
  }

  /** What the rooms of the panel stand on. */
  #page(): Page {
    const { api, notices, inks, all } = this.#o;
    return {
      api, notices, inks, all, histories: new Histories(api),
      state: () => this.#state,
      overview: () => this.#scoping.overview,
      atlas: () => this.#atlas,
      ground: () => this.#days.ground,
      front: () => (this.#ground?.kind === 'front' ? this.#ground : null),
      pocket: () => (this.#ground?.kind === 'pocket' ? this.#ground.pocket : null),
      ready: () => !this.#days.busy,
      drag: (change) => { this.#store.set(change); },
      go: (change) => { this.#go(change); },
      pick: (picked, change) => { this.#pick(picked, change); },
    };
  }

  /** A step that the back button can undo: each of them, but of days that are gone through one by one the last. */
  #go(change: Partial<State>): void {
    const before = this.#state;
    this.#letGo();
    this.#store.set(change);
    this.#o.address.push(this.#state);
    if (this.#state === before) this.#tell(before);
  }

  /** What is picked until anything else is, is so no more. */
  #letGo(): void {
    if (this.#ground) this.#atlas.unpoint();
    this.#ground = null;
  }

  #pick(picked: Picked, change: Partial<State> = {}): void {
    if (picked.kind === 'passage') this.#interior.tellOf(picked);
    else this.#go({ ...change, ...stepTo(picked) });
    if (picked.kind === 'event' && !picked.place) this.#atlas.point(picked.lon, picked.lat);
    if (picked.kind !== 'front' && picked.kind !== 'pocket') return;
    this.#ground = picked;
    this.#atlas.point(picked.lon, picked.lat);
    this.#tell(this.#state);
  }

  #render(now: State, before: State | null): void {
    const { day, from, lang, window, selection, scope, look, filter, listing } = now;
    if (day !== before?.day) this.#letGo(); // it was another day's
    const dressed = lang === before?.lang && look === before.look;
    if (!dressed) this.#dress(now);
    if (!dressed || window !== before.window || from !== before.from || filter !== before.filter) this.#legend.render(now);
    const same = filter === before?.filter && listing.list === before.listing.list;
    if (!dressed || !same) this.#hidden.render({ ...filter, words: listing.list === 'reports' ? '' : filter.words }, lang);
    if (before && !same) this.#atlas.filter(sightOf(now));
    if (!dressed || scope !== before.scope) this.#scoping.render(scope, lang);
    if (filter.hidden !== before?.filter.hidden) this.#dock.recount();
    if (!dressed || day !== before.day || from !== before.from || selection !== before.selection) this.#dock.render();
    if (day !== before?.day || from !== before.from || window !== before.window || filter !== before.filter) this.#showDay(this.#scoping.overview.scope);
    if (!selection && before?.selection) this.#atlas.unpoint();
    if (selection !== before?.selection && before) this.#atlas.follow();
    this.#tell(now);
    leadPlain({ ...now, scope: this.#scoping.overview.scope });
  }

  #tell(state: State): void {
    this.#interior.render(state);
    this.#o.embed?.render(state, (state.selection ?? state.report ?? this.#ground) !== null);
  }

  /** Speaks a language and wears a look, everywhere. */
  #dress({ lang, look }: State): void {
    this.#o.inks.wear(look, this.#dark.matches);
    this.#o.chrome.render(lang, look);
    this.#o.notices.render(strings(lang));
    this.#search.render(lang);
    this.#atlas.dress(lang);
  }

  /** From here on the answers are those of another scope. */
  #rescope({ counts, scope }: Overview): void {
    this.#dock.count(counts);
    this.#showDay(scope);
    this.#interior.render(this.#state);
  }

  #showDay(scope: Scope): void {
    this.#days.show({ day: this.#state.day, span: spanOf(this.#state), scope, filter: this.#state.filter });
  }
}
