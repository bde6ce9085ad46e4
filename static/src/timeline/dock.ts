import type { Actors } from '../actors.ts';
import type { DayCount } from '../api/types.ts';
import type { Day } from '../day.ts';
import { addDays } from '../day.ts';
import { h, icon } from '../dom.ts';
import { direction, longDay, strings, weekdayName } from '../i18n/index.ts';
import type { Lang } from '../state.ts';
import { nextChange } from './bins.ts';
import { Player } from './player.ts';
import { lengthOf, type Range } from './scale.ts';
import { Track } from './track.ts';

const PLAY = 'M8 5.5v13l11-6.5z';
const PAUSE = 'M8 5v14M16 5v14';
const NEXT = 'M9 5l7 7-7 7';
const NEXT_CHANGE = 'M6 5l7 7-7 7M17 5v14';
const SPEEDS = [1, 4, 12];

export interface DockEvents {
  drag: (day: Day) => void;
  settle: (day: Day) => void;
  ready: () => boolean;
}

/** The time of the page: the day in words, the buttons that move it, and the track. */
export class Dock {
  readonly #root: HTMLElement;
  readonly #all: Range;
  #counts: readonly DayCount[];
  readonly #on: DockEvents;
  readonly #track: Track;
  readonly #player: Player;
  readonly #when = h('div', { class: 'when' });
  readonly #controls = h('div', { class: 'controls' });
  readonly #choices = h('div', { class: 'choices' });
  #day: Day;
  #lang: Lang | null = null;

  constructor(root: HTMLElement, all: Range, counts: readonly DayCount[], actors: Actors, on: DockEvents) {
    [this.#root, this.#all, this.#counts, this.#on, this.#day] = [root, all, counts, on, all.last];
    this.#player = new Player(() => this.#step(), on.ready, (playing) => {
      this.#build();
      if (!playing) on.settle(this.#day);
    });
    this.#track = new Track(all, counts, actors, {
      drag: (day) => { this.#player.stop(); on.drag(day); },
      settle: (day) => { this.#player.stop(); on.settle(day); },
      space: () => { this.#player.toggle(); },
    });
    if (lengthOf(all) > 500) this.#track.span = 366;
    root.replaceChildren(this.#controls, this.#when, this.#choices, this.#track.element);
  }

  render(day: Day, lang: Lang): void {
    this.#day = day;
    const t = strings(lang);
    if (lang !== this.#lang) {
      this.#lang = lang;
      this.#root.setAttribute('aria-label', t.time.region);
      this.#build();
    }
    this.#when.replaceChildren(
      h('strong', {}, longDay(day, t)),
      h('span', {}, `${weekdayName(day, t)} · `, h('time', { datetime: day, dir: 'ltr' }, day)),
    );
    this.#track.render(day, lang);
  }

  /** Takes other counts of the same days. */
  count(counts: readonly DayCount[]): void {
    this.#counts = counts;
    this.#track.count(counts);
  }

  #step(): boolean {
    if (this.#day >= this.#all.last) return false;
    this.#on.drag(addDays(this.#day, 1));
    return true;
  }

  #build(): void {
    const lang = this.#lang ?? 'en';
    const t = strings(lang).time;
    const had = document.activeElement?.getAttribute('data-do');
    const flipped = direction(lang) === 'rtl';
    const button = (name: string, label: string, path: string, click: () => void, back = false): HTMLElement =>
      h('button', {
        type: 'button', title: label, 'aria-label': label, 'data-do': name, class: back !== flipped ? 'mirrored' : null, on: { click },
      }, icon(path));
    const { playing } = this.#player;
    const play = button('play', playing ? t.pause : t.play, playing ? PAUSE : PLAY, () => { this.#player.toggle(); });
    play.classList.add('play');
    this.#controls.replaceChildren(
      button('change-back', t.changeBack, NEXT_CHANGE, () => { this.#toChange(-1); }, true),
      button('back', t.dayBack, NEXT, () => { this.#go(addDays(this.#day, -1)); }, true),
      play,
      button('forward', t.dayForward, NEXT, () => { this.#go(addDays(this.#day, 1)); }),
      button('change-forward', t.changeForward, NEXT_CHANGE, () => { this.#toChange(1); }),
    );
    this.#choices.replaceChildren(
      select(t.speedLabel, SPEEDS.map((n) => [t.speed(n), n]), this.#player.speed, (n) => { this.#player.speed = n; }),
      select(t.zoom, [[t.all, 0], [t.year, 366], [t.quarter, 92]], this.#track.span ?? 0, (n) => {
        this.#track.span = n || null;
        this.render(this.#day, lang);
      }),
    );
    this.#root.querySelector<HTMLElement>(`[data-do="${had ?? 'none'}"]`)?.focus();
  }

  #go(day: Day): void {
    this.#player.stop();
    if (day >= this.#all.first && day <= this.#all.last) this.#on.settle(day);
  }

  #toChange(step: 1 | -1): void {
    const day = nextChange(this.#counts, this.#day, step);
    if (day) this.#go(day);
  }
}

function select(label: string, options: [string, number][], chosen: number, change: (n: number) => void): HTMLElement {
  const list = h('select', { 'aria-label': label, title: label }, ...options.map(([text, value]) =>
    h('option', { value, selected: value === chosen }, text)));
  list.addEventListener('change', () => { change(Number(list.value)); });
  return list;
}
