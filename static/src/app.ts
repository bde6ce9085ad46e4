import type { Actors } from './actors.ts';
import type { Address } from './address.ts';
import type { Api } from './api/client.ts';
import type { FrontProps } from './api/layers.ts';
import { clampDay } from './day.ts';
import { DayMap } from './daymap.ts';
import { byId } from './dom.ts';
import { strings } from './i18n/index.ts';
import { Atlas } from './map/atlas.ts';
import type { Picked } from './map/pick.ts';
import type { Overview } from './overview.ts';
import type { Context } from './panel/context.ts';
import type { Subject } from './panel/load.ts';
import { Panel } from './panel/panel.ts';
import { Store, type Lang, type State } from './state.ts';
import { nextChange } from './timeline/bins.ts';
import { Dock } from './timeline/dock.ts';
import type { Range } from './timeline/scale.ts';
import type { Chrome } from './ui/chrome.ts';
import { Legend } from './ui/legend.ts';
import type { Notices } from './ui/notices.ts';
import { Scoping } from './ui/scoping.ts';
import { Search } from './ui/search.ts';

export interface AppOptions {
  api: Api;
  address: Address;
  notices: Notices;
  chrome: Chrome;
  actors: Actors;
  all: Range; // the days there are
  overview: Overview; // of the scope in the address
  lang: Lang;
}

/** The page at work: every act of the reader changes the state, and every part shows the state. */
export class App {
  readonly #o: AppOptions;
  readonly #store: Store;
  readonly #days: DayMap;
  readonly #atlas: Atlas;
  readonly #panel: Panel;
  readonly #dock: Dock;
  readonly #legend: Legend;
  readonly #scoping: Scoping;
  readonly #search: Search;
  #front: FrontProps | null = null; // picked, until anything else is; too long for an address
  #held: ReadonlyMap<string, number> = new Map(); // km² by party

  constructor(options: AppOptions) {
    this.#o = options;
    const { api, address, notices, chrome, actors, all, overview, lang } = options;
    const base: State = { day: all.last, lang, view: null, selection: null, report: null, window: 3, scope: overview.asked };
    this.#store = new Store(this.#within({ ...base, ...address.read(), lang }));
    this.#days = new DayMap({
      api, notices,
      control: (control) => { this.#atlas.colour(control); },
      data: (data) => { this.#atlas.show(data); },
      held: (km2) => {
        this.#held = km2;
        this.#legend.list(this.#state.lang, km2);
      },
      busy: (busy) => { chrome.busy('day', busy); },
    });
    this.#panel = new Panel(byId('panel'), api, notices, {
      close: () => { this.#go({ selection: null, report: null }); },
      back: () => { this.#go({ report: null }); },
      found: (lon, lat) => { this.#atlas.point(lon, lat); },
    });
    this.#dock = new Dock(byId('dock'), all, overview.counts, actors, {
      drag: (day) => { this.#store.set({ day }); },
      settle: (day) => { this.#go({ day }); },
      ready: () => !this.#days.busy,
    });
    this.#legend = new Legend(byId('legend') as HTMLDetailsElement, actors, (window) => { this.#go({ window }); });
    this.#scoping = new Scoping({
      api, notices, actors, overview,
      busy: (busy) => { chrome.busy('sources', busy); },
      choose: (scope) => { this.#go({ scope }); },
      found: (found) => { this.#rescope(found); },
    });
    this.#search = new Search(byId('search'), api, notices, (place) => {
      this.#go({ selection: { kind: 'place', id: place.id }, report: null });
      this.#atlas.goTo(place.lon, place.lat);
      this.#panel.focus();
    });
    // What covers or narrows the map is laid out before it, so that the country fits what is left.
    this.#legend.render(this.#state.lang, this.#state.window);
    this.#scoping.render(this.#state.scope, this.#state.lang);
    this.#dock.render(this.#state.day, this.#state.lang);
    this.#atlas = new Atlas({
      actors, lang: this.#state.lang, view: this.#state.view, api, notices,
      pick: (picked) => { this.#pick(picked); },
      move: (view) => {
        this.#store.set({ view });
        this.#o.address.replace(this.#state);
      },
    });
    this.#store.listen((now, before) => { this.#render(now, before); });
    this.#render(this.#state, null);
  }

  /** The reader came here by the address: back, forward or typed. */
  arrive(change: Partial<State>): void {
    const before = this.#state;
    this.#front = null;
    this.#store.set(this.#within({ ...before, ...change }));
    if (change.view && JSON.stringify(change.view) !== JSON.stringify(before.view)) this.#atlas.look(change.view);
  }

  /** The reader wants another language. */
  speak(lang: Lang): void {
    this.#go({ lang });
  }

  get #state(): State {
    return this.#store.state;
  }

  /** A step that the back button can undo. */
  #go(change: Partial<State>): void {
    const before = this.#state;
    this.#front = null;
    this.#store.set(change);
    this.#o.address.push(this.#state);
    if (this.#state === before) this.#turnPanel(before);
  }

  #pick(picked: Picked): void {
    if (picked.kind !== 'front') {
      this.#go({ selection: picked, report: null });
      return;
    }
    this.#go({ selection: null, report: null });
    this.#front = picked.front;
    this.#atlas.point(picked.lon, picked.lat);
    this.#turnPanel(this.#state);
  }

  #render(now: State, before: State | null): void {
    const { day, lang, window, selection, scope } = now;
    if (lang !== before?.lang) {
      const t = strings(lang);
      this.#o.chrome.render(lang);
      this.#o.notices.render(t);
      this.#search.render(lang);
      this.#atlas.setLang(lang);
    }
    if (lang !== before?.lang || window !== before.window) {
      this.#legend.render(lang, window);
      this.#legend.list(lang, this.#held);
    }
    if (lang !== before?.lang || scope !== before.scope) this.#scoping.render(scope, lang);
    if (day !== before?.day || lang !== before.lang) this.#dock.render(day, lang);
    if (day !== before?.day || window !== before.window) this.#days.show({ day, window, scope: this.#scoping.overview.scope });
    if (!selection && before?.selection) this.#atlas.unpoint();
    if (selection !== before?.selection && before) this.#atlas.follow();
    this.#turnPanel(now);
  }

  #turnPanel(state: State): void {
    this.#panel.turnTo(this.#subject(state), this.#context(state));
  }

  #subject({ day, window, selection, report }: State): Subject {
    if (report) return { kind: 'report', ...report };
    if (this.#front) return { kind: 'front', day, front: this.#front };
    const { scope } = this.#scoping.overview;
    return selection ? { kind: 'who', day, window, scope, selection } : { kind: 'day', day, window, scope };
  }

  #context({ lang, day }: State): Context {
    const { actors, all } = this.#o;
    const { scope, counts, read } = this.#scoping.overview;
    return {
      t: strings(lang), lang, actors, day, scope, read, ...all,
      names: (id) => this.#days.names(id) ?? this.#atlas.names(id),
      go: {
        place: (id) => { this.#go({ selection: { kind: 'place', id }, report: null }); },
        day: (to) => { this.#go({ day: to }); },
        report: (id, claim) => { this.#go({ report: { id, claim } }); },
        nextChange: (step) => {
          const to = nextChange(counts, day, step);
          if (to) this.#go({ day: to });
        },
      },
    };
  }

  /** From here on the answers are those of another scope. */
  #rescope({ counts, scope }: Overview): void {
    const { day, window } = this.#state;
    this.#dock.count(counts);
    this.#days.show({ day, window, scope });
    this.#turnPanel(this.#state);
  }

  #within(state: State): State {
    const { first, last } = this.#o.all;
    return { ...state, day: clampDay(state.day, first, last) };
  }
}
