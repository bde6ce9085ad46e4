import { UNKNOWN } from '../actors.ts';
import type { Period, Share } from '../api/types.ts';
import type { Day } from '../day.ts';
import { h } from '../dom.ts';
import { longDay, type Strings } from '../i18n/index.ts';
import { swatch } from '../ui/swatch.ts';
import { CONTESTED, covered, passes } from './control.ts';
import type { Plot, Series, Step } from './plot.ts';

/** The values of a step: each series with its number. */
export function countsOf({ series, form }: Plot, step: Step | null, day: Day, t: Strings): HTMLElement {
  const days = !step || step.first === step.last ? longDay(day, t) : `${longDay(step.first, t)} – ${longDay(step.last, t)}`;
  const total = step?.values.reduce((a, b) => a + b, 0) ?? 0;
  return h('div', {}, h('p', { class: 'of-day' }, h('strong', {}, days), ' ', h('span', { class: 'soft' }, total.toLocaleString('en'))),
    h('ul', { class: 'counts' }, ...series.map((one, i) => h('li', {},
      form === 'bars' && sign(one), h('bdi', {}, one.name), h('b', {}, (step?.values[i] ?? 0).toLocaleString('en'))))));
}

export interface SharesInput {
  period: Period | null; // that the day is in
  day: Day;
  hidden: readonly string[]; // parties that are left out
  face: (id: string) => Series;
  t: Strings;
}

/** How the ground is shared on a day, as a table with bars: of what is dark in a bar a report says so, of the rest it is concluded. */
export function sharesOf({ period, day, hidden, face, t }: SharesInput): HTMLElement {
  const words = t.figures;
  const title = h('strong', {}, longDay(day, t));
  if (!period) return h('p', { class: 'of-day' }, title, ' ', h('span', { class: 'soft' }, words.nothing));
  const all = covered(period);
  const shares = period.shares.filter((share) => passes(share, hidden)).sort((a, b) => rank(a) - rank(b) || b.km2 - a.km2);
  const most = Math.max(...shares.map((share) => share.km2));
  return h('table', { class: 'shares' },
    h('caption', {}, title, ' ', h('span', { class: 'soft' }, words.covered(t.km2(all)))),
    h('thead', { class: 'unseen' }, h('tr', {}, ...[words.holder, words.ground, words.share, words.reported].map((head) => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, ...shares.map((share) => h('tr', {},
      h('th', { scope: 'row' }, sign(face(share.holder ?? CONTESTED)), nameOf(share, face, t)),
      h('td', {}, t.km2(share.km2)),
      h('td', { class: 'soft' }, percent(all > 0 ? share.km2 / all : 0, t)),
      h('td', { class: 'of-bar' }, bar(share, most, face), h('span', { class: 'unseen' }, t.km2(share.km2_reported)))))));
}

/** Those who hold ground alone come first, then ground that several are in, then what nobody is known to hold. */
function rank({ holder }: Share): number {
  return holder === null ? 1 : holder === UNKNOWN ? 2 : 0;
}

function percent(share: number, t: Strings): string {
  return share > 0 && share < 0.005 ? `<${t.percent(0.01)}` : t.percent(share);
}

function nameOf({ holder, parties }: Share, face: (id: string) => Series, t: Strings): HTMLElement {
  if (holder !== null) return h('bdi', {}, face(holder).name);
  return h('span', {}, t.legend.contested, h('span', { class: 'soft' }, ' ', ...parties.flatMap((id, i) => [i > 0 && ' · ', h('bdi', {}, face(id).name)]), parties.length === 1 && ` · ${t.figures.others}`));
}

function bar({ holder, km2, km2_reported: reported }: Share, most: number, face: (id: string) => Series): HTMLElement {
  const { colour } = face(holder ?? CONTESTED);
  const [whole, sure] = [h('div', { class: 'share', 'aria-hidden': 'true' }), h('div', { class: 'sure' })];
  whole.style.inlineSize = `${most > 0 ? (km2 / most) * 100 : 0}%`;
  sure.style.inlineSize = `${km2 > 0 ? (reported / km2) * 100 : 0}%`;
  whole.style.color = colour;
  whole.append(sure);
  return whole;
}

/** The colour of a series in small. */
function sign({ colour, wear }: Series): HTMLElement {
  const square = swatch(wear === 'plain' ? colour : 'transparent');
  square.classList.add(wear);
  square.style.color = colour;
  return square;
}
