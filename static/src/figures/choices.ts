import { h } from '../dom.ts';
import { strings, word } from '../i18n/index.ts';
import type { Page } from '../page.ts';
import { daysShown, EVERY, FORMS, TIMES, type Figures } from './choice.ts';

export interface ChoicesInput {
  page: Page;
  draw: (() => void) | null; // begins to draw a region; null where there is no map
}

/** What the reader can choose in the room of figures: of what, how much time, and how it is drawn. */
export function choicesOf({ page, draw }: ChoicesInput): HTMLElement {
  const state = page.state();
  const { figures, region, filter, lang } = state;
  const t = strings(lang);
  const words = t.figures;
  const choose = (change: Partial<Figures>): void => { page.go({ figures: { ...figures, ...change } }); };
  const time = TIMES.find((one) => ({ all: null, year: 366, quarter: 92 })[one] === daysShown(figures, page.all)) ?? 'all';
  return h('div', { class: 'figure-choices' },
    h('div', { class: 'row' }, ofWhat(page),
      draw && h('button', { type: 'button', class: 'pen', on: { click: draw } }, region ? words.draw.anew : words.draw.start),
      region && h('button', { type: 'button', class: 'pen', on: { click: () => { page.go({ region: null }); } } }, words.draw.remove)),
    h('div', { class: 'row' },
      select('figures-time', words.time, TIMES.map((one) => [one, { all: t.time.all, year: t.time.year, quarter: t.time.quarter }[one]]), time, (to) => { choose({ time: to }); }),
      select('figures-form', words.form, FORMS.map((one) => [one, words.forms[one]]), figures.form, (form) => { choose({ form }); }),
      select('figures-every', words.every, EVERY.map((one) => [one, words.everies[one]]), figures.every, (every) => { choose({ every }); })),
    filter.hidden.length > 0 && h('p', { class: 'soft' }, words.hidden(words.list(filter.hidden.map((id) => page.inks.actors.name(id, lang))))));
}

/** Of what the figures are. To choose another part takes away what is drawn, and what narrows the page to a governorate. */
function ofWhat(page: Page): HTMLElement {
  const { figures, region, filter, lang } = page.state();
  const t = strings(lang);
  const provinces = Object.keys(t.governorates).map((name): [string, string] => [`in:${name}`, word(t.governorates, name)])
    .sort((a, b) => a[1].localeCompare(b[1], lang));
  if (filter.governorate && !Object.hasOwn(t.governorates, filter.governorate)) provinces.push([`in:${filter.governorate}`, filter.governorate]);
  const chosen = region ? 'region' : filter.governorate ? `in:${filter.governorate}` : figures.of;
  const options: [string, string][] = [
    ['country', t.figures.parts.country], ['view', t.figures.parts.view], ...(region ? [['region', t.figures.parts.region] as [string, string]] : []), ...provinces,
  ];
  return select('figures-of', t.figures.of, options, chosen, (to) => {
    if (to === 'region') return;
    const governorate = to.startsWith('in:') ? to.slice(3) : null;
    page.go({ region: null, filter: { ...filter, governorate }, figures: { ...figures, of: to === 'view' ? 'view' : 'country' } });
  });
}

function select<T extends string>(id: string, label: string, options: [T, string][], chosen: T, choose: (to: T) => void): HTMLElement {
  const list = h('select', { id }, ...options.map(([value, text]) => h('option', { value, selected: value === chosen }, text)));
  list.addEventListener('change', () => { choose(list.value as T); });
  return h('label', { class: 'figure-choice' }, h('span', { class: 'soft' }, label), list);
}
