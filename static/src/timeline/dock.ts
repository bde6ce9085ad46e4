import type { DayCount } from '../api/types.ts';
import type { Day } from '../day.ts';
import { addDays } from '../day.ts';
import { h, icon } from '../dom.ts';
import { direction, longDay, strings, weekdayName, type Strings } from '../i18n/index.ts';
import type { Inks } from '../inks.ts';
import type { State } from '../state.ts';
import type { ChosenEvents } from './band.ts';
import { withoutParties, type Step } from './bins.ts';
import { Dates } from './dates.ts';
import type { Act } from './keys.ts';
import { Player } from './player.ts';
import { lengthOf, type Range } from './scale.ts';
import { listenForKeys } from './shortcuts.ts';
import { Track } from './track.ts';

const PLAY = 'M8 5.5v13l11-6.5z';
const PAUSE = 'M8 5v14M16 5v14';
const NEXT = 'M9 5l7 7-7 7';
const NEXT_CHANGE = 'M5 5l7 7-7 7M16.5 12a2 2 0 1 0 4 0a2 2 0 1 0-4 0';
const LAST = 'M6 5l7 7-7 7M17 5v14';
const SPEEDS = [1, 4, 12, 30];

export interface DockEvents extends ChosenEvents {
  ready: () => boolean;
  seek: (step: Step) => void; // to the next change, or the one before
  help: () => void;
  characters: () => boolean; // keys of a single character count
}

export interface DockOptions {
  root: HTMLElement;
  all: Range; // the days there are
  counts: readonly DayCount[];
  inks: Inks;
  state: () => State;
  on: DockEvents;
}

/** The time of the page: the day in words, the buttons and keys that move it, and the track. */
export class Dock {
  readonly #o: DockOptions;
  readonly #track: Track;
  readonly #player: Player;
  readonly #dates: Dates;
  readonly #when = h('div', { class: 'when' });
  readonly #told = h('div', { class: 'told', role: 'status' });
  readonly #controls = h('div', { class: 'controls' });
  readonly #selects = h('div', { class: 'selects' });
  readonly #help: HTMLButtonElement;
  #counts: readonly DayCount[];
  #built = ''; // for what the buttons were made

  constructor(options: DockOptions) {
    this.#o = options;
    const { root, all, counts, inks, on } = options;
    this.#counts = counts;
    this.#player = new Player(() => this.#step(), on.ready, (playing) => {
      this.#build();
      if (!playing) on.settle({});
    });
    this.#track = new Track(all, counts, inks, {
      drag: (change) => { this.#player.stop(); on.drag(change); },
      settle: (change) => { this.#player.stop(); on.settle(change); },
    });
    this.#dates = new Dates(all, (change) => { this.#player.stop(); on.settle(change); });
    this.#help = h('button', { type: 'button', class: 'ask', 'aria-haspopup': 'dialog', on: { click: () => { on.help(); } } }, '?');
    if (lengthOf(all) > 500) this.#track.span = 366;
    root.replaceChildren(this.#controls, this.#when, h('div', { class: 'choices' }, this.#selects, this.#dates.element, this.#help), this.#track.element);
    listenForKeys(all, {
      day: () => options.state().day, rtl: () => direction(options.state().lang) === 'rtl', characters: on.characters,
      settle: (day) => { this.#go(day); }, act: (act) => { this.#act(act); },
    });
  }

  render(): void {
    const { day, from, lang } = this.#o.state();
    const t = strings(lang);
    this.#build();
    this.#told.textContent = '';
    this.#when.replaceChildren(
      h('strong', {}, longDay(day, t)),
      h('span', {}, `${weekdayName(day, t)} · `, h('time', { datetime: day, dir: 'ltr' }, day)),
      this.#told,
    );
    this.#dates.render({ day, from }, t);
    this.#track.render({ day, from }, lang);
  }

  /** Takes other counts of the same days, or shows those of other parties. */
  count(counts: readonly DayCount[]): void {
    this.#counts = counts;
    this.#track.count(withoutParties(counts, this.#o.state().filter.hidden));
  }

  /** Shows the counts of the parties that are shown now. */
  recount(): void {
    this.count(this.#counts);
  }

  /** Says, until the day is another, that there is no change to go to. */
  none(step: Step): void {
    const { time } = strings(this.#o.state().lang);
    this.#told.textContent = step > 0 ? time.noneAfter : time.noneBefore;
  }

  #step(): boolean {
    const { day } = this.#o.state();
    if (day >= this.#o.all.last) return false;
    this.#o.on.drag({ day: addDays(day, 1) });
    return true;
  }

  #build(): void {
    const { lang, selection } = this.#o.state();
    const { playing } = this.#player;
    const made = `${lang} ${playing} ${selection !== null}`;
    if (made === this.#built) return;
    this.#built = made;
    const { time: t } = strings(lang);
    const had = document.activeElement?.getAttribute('data-do');
    this.#o.root.setAttribute('aria-label', t.region);
    this.#help.title = `${t.helpLabel} (?)`;
    this.#help.setAttribute('aria-label', t.helpLabel);
    this.#controls.replaceChildren(...this.#buttons(t, direction(lang) === 'rtl', selection !== null));
    this.#selects.replaceChildren(
      select(t.speedLabel, SPEEDS.map((n) => [t.speed(n), n]), this.#player.speed, (n) => { this.#player.speed = n; }),
      select(t.zoom, [[t.all, 0], [t.year, 366], [t.quarter, 92]], this.#track.span ?? 0, (n) => {
        this.#track.span = n || null;
        this.render();
      }),
    );
    this.#o.root.querySelector<HTMLElement>(`[data-do="${had ?? 'none'}"]`)?.focus();
  }

  #buttons(t: Strings['time'], flipped: boolean, picked: boolean): HTMLElement[] {
    // A key is set apart from the words around it, so that a bracket keeps its shape from right to left.
    const button = (name: string, [label, key]: [string, string], path: string, click: () => void, back = false): HTMLElement =>
      h('button', {
        type: 'button', title: `${label} (\u2066${key}\u2069)`, 'aria-label': label, 'data-do': name, class: back !== flipped ? 'mirrored' : null, on: { click },
      }, icon(path));
    const { playing } = this.#player;
    const play = button('play', [playing ? t.pause : t.play, t.spaceKey], playing ? PAUSE : PLAY, () => { this.#player.toggle(); });
    play.classList.add('play');
    const [back, forward] = flipped ? ['→', '←'] : ['←', '→'];
    const by = (days: number) => (): void => { this.#go(addDays(this.#o.state().day, days)); };
    return [
      button('change-back', [picked ? t.changeBackHere : t.changeBack, '['], NEXT_CHANGE, () => { this.#act('changeBack'); }, true),
      button('back', [t.dayBack, back], NEXT, by(-1), true),
      play,
      button('forward', [t.dayForward, forward], NEXT, by(1)),
      button('change-forward', [picked ? t.changeForwardHere : t.changeForward, ']'], NEXT_CHANGE, () => { this.#act('changeForward'); }),
      button('last', [t.last, 't'], LAST, () => { this.#act('last'); }),
    ];
  }

  #act(act: Act): void {
    switch (act) {
      case 'play':
        this.#player.toggle();
        return;
      case 'last':
        this.#go(this.#o.all.last);
        return;
      case 'changeBack':
      case 'changeForward':
        this.#player.stop();
        this.#o.on.seek(act === 'changeBack' ? -1 : 1);
        return;
      case 'help':
        this.#o.on.help();
    }
  }

  #go(day: Day): void {
    this.#player.stop();
    const { first, last } = this.#o.all;
    if (day >= first && day <= last) this.#o.on.settle({ day });
  }
}

function select(label: string, options: [string, number][], chosen: number, change: (n: number) => void): HTMLElement {
  const list = h('select', { 'aria-label': label, title: label, 'data-do': label }, ...options.map(([text, value]) =>
    h('option', { value, selected: value === chosen }, text)));
  list.addEventListener('change', () => { change(Number(list.value)); });
  return list;
}
