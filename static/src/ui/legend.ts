import { UNKNOWN, type Actors } from '../actors.ts';
import { h, type Child } from '../dom.ts';
import { nameOf, strings } from '../i18n/index.ts';
import { drawBadge, drawDots, drawHatch } from '../map/draw.ts';
import { GROUPS } from '../map/groups.ts';
import { paper } from '../map/palette.ts';
import type { Lang } from '../state.ts';
import { WINDOWS } from '../state.ts';
import { sketch } from './swatch.ts';

/** What the colours and signs mean, and how many days of events are shown. */
export class Legend {
  readonly #root: HTMLDetailsElement;
  readonly #actors: Actors;
  readonly #choose: (window: number) => void;
  readonly #summary = h('summary');
  readonly #body = h('div', { class: 'rows' });
  readonly #parties = h('ul');

  constructor(root: HTMLDetailsElement, actors: Actors, choose: (window: number) => void) {
    [this.#root, this.#actors, this.#choose] = [root, actors, choose];
    this.#root.replaceChildren(this.#summary, this.#body);
    this.#root.open = window.matchMedia('(min-width: 1100px)').matches;
  }

  /** Says everything anew in a language. */
  render(lang: Lang, window: number): void {
    const t = strings(lang);
    this.#summary.textContent = t.legend.title;
    this.#body.replaceChildren(
      h('h3', {}, t.legend.areas),
      this.#parties,
      h('ul', {},
        row(sketch(16, (c) => { drawHatch(c, '#b9a99b', '#8a9aa6'); frame(c); }), t.legend.contested),
        row(sketch(16, (c) => { drawDots(c); frame(c); }), t.legend.unknown),
        row(sketch(16, (c) => { blank(c); frame(c); }), t.legend.blank)),
      h('ul', {},
        row(sketch(16, line), t.legend.front),
        row(sketch(16, (c) => { dot(c, paper.soft, paper.white); }), t.legend.place),
        row(sketch(16, (c) => { dot(c, paper.halo, paper.soft); }), t.legend.inferred)),
      h('h3', {}, t.legend.events),
      this.#windows(window, lang),
      h('ul', { class: 'signs' }, ...GROUPS.map((g) => row(sketch(22, (c) => { drawBadge(c, g); }), t.groups[g]))),
      h('p', { class: 'soft' }, t.legend.doubtful),
    );
  }

  /** Lists the parties that are on the map, each with the ground it alone holds in km²; the others are left out. */
  list(lang: Lang, held: ReadonlyMap<string, number>): void {
    const t = strings(lang);
    const parties = this.#actors.list.filter((a) => a.id !== UNKNOWN && held.has(a.id));
    this.#parties.replaceChildren(...parties.map((a) => {
      const km2 = held.get(a.id) ?? 0;
      return row(sketch(16, (c) => { tint(c, a.colour); }),
        h('bdi', {}, nameOf(a, lang)), km2 > 0 && h('span', { class: 'km2' }, t.km2(km2)));
    }));
  }

  #windows(window: number, lang: Lang): HTMLElement {
    const t = strings(lang);
    const list = h('select', {}, ...WINDOWS.map((n) => h('option', { value: n, selected: n === window }, t.days(n))));
    list.addEventListener('change', () => { this.#choose(Number(list.value)); });
    return h('label', { class: 'window' }, `${t.legend.window} `, list);
  }
}

function row(sign: HTMLElement, ...text: Child[]): HTMLElement {
  return h('li', {}, sign, h('span', { class: 'text' }, ...text));
}

function blank(c: CanvasRenderingContext2D): void {
  c.fillStyle = paper.home;
  c.fillRect(0, 0, 16, 16);
}

function frame(c: CanvasRenderingContext2D): void {
  c.strokeStyle = paper.border;
  c.lineWidth = 1;
  c.strokeRect(0.5, 0.5, 15, 15);
}

function tint(c: CanvasRenderingContext2D, colour: string): void {
  c.fillStyle = colour;
  c.globalAlpha = 0.55;
  c.fillRect(0, 0, 16, 16);
  c.globalAlpha = 1;
  c.strokeStyle = colour;
  c.strokeRect(0.5, 0.5, 15, 15);
}

function line(c: CanvasRenderingContext2D): void {
  c.strokeStyle = paper.ink;
  c.lineWidth = 2;
  c.beginPath();
  c.moveTo(0, 11);
  c.bezierCurveTo(5, 3, 10, 14, 16, 5);
  c.stroke();
}

function dot(c: CanvasRenderingContext2D, fill: string, rim: string): void {
  c.beginPath();
  c.arc(8, 8, 4.5, 0, 2 * Math.PI);
  c.fillStyle = fill;
  c.fill();
  c.strokeStyle = rim;
  c.lineWidth = 1.5;
  c.stroke();
}
