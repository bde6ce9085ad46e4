import { UNKNOWN } from '../actors.ts';
import { apiAddress } from '../api/client.ts';
import { h } from '../dom.ts';
import { longDay, strings, word } from '../i18n/index.ts';
import type { Page } from '../page.ts';
import { spanOf } from '../span.ts';
import type { Lang } from '../state.ts';
import { exportQuery, fileName, FORMATS, LAYERS, untold, type Format, type Layer, type Wish } from './question.ts';

/** What the formats call themselves, and how the names of their files end. */
const NAMES: Record<Format, string> = { geojson: 'GeoJSON', geojsonseq: 'GeoJSON Sequence', csv: 'CSV', kml: 'KML', kmz: 'KMZ', gpkg: 'GeoPackage' };
const ENDINGS: Record<Format, string> = { geojson: 'geojson', geojsonseq: 'geojsons', csv: 'csv', kml: 'kml', kmz: 'kmz', gpkg: 'gpkg' };

/** What is shown as a file of data: links with the very question that the page asks. */
export class DataPart {
  readonly element = h('section', { class: 'take-data' });
  readonly #page: Page;
  readonly #chosen = new Set<Layer>(['areas', 'fronts', 'holdings', 'claims']);
  readonly #files = h('p', { class: 'files' });
  readonly #notes = h('ul', { class: 'notes' });
  #within = false;
  #lang: Lang | null = null;

  constructor(page: Page) {
    this.#page = page;
  }

  render(): void {
    const { lang } = this.#page.state();
    if (lang !== this.#lang) this.#build(lang);
    this.#lang = lang;
    const wish = this.#wish();
    const t = strings(lang).take.data;
    const none = wish.layers.length === 0;
    this.#files.replaceChildren(...(none ? [t.none] : FORMATS.flatMap((format) => [h('a', {
      href: apiAddress('/api/export', { ...exportQuery(wish), format }).slice(1), download: fileName(wish.state, ENDINGS[format]),
    }, NAMES[format]), ' '])));
    this.#notes.replaceChildren(...(none ? [] : this.#said(wish).map((note) => h('li', {}, note))));
    if (!none && wish.state.region) {
      this.#notes.append(h('li', {}, h('button', { type: 'button', class: 'link', on: { click: () => { this.#page.go({ region: null }); } } }, t.noRegion)));
    }
  }

  #wish(): Wish {
    const page = this.#page;
    const ids = page.inks.actors.list.map((actor) => actor.id);
    return {
      state: page.state(), layers: LAYERS.filter((layer) => this.#chosen.has(layer)), box: this.#within ? page.atlas().bounds() : null,
      scope: page.overview().scope, actors: ids.includes(UNKNOWN) ? ids : [...ids, UNKNOWN], kinds: Object.keys(strings('en').kinds),
    };
  }

  /** What is in the file, and what of the filter is not followed. */
  #said(wish: Wish): string[] {
    const { state, layers } = wish;
    const all = strings(state.lang);
    const t = all.take.data;
    const { first, last } = spanOf(state);
    const happened = layers.includes('claims') || layers.includes('advances');
    const hidden = state.filter.hidden.map((id) => this.#page.inks.actors.name(id, state.lang));
    return [
      ...(layers.some((layer) => layer !== 'claims' && layer !== 'advances') ? [t.day(longDay(state.day, all))] : []),
      ...(happened ? [t.days(longDay(first, all), longDay(last, all))] : []),
      ...(state.region ? [t.region] : state.filter.governorate ? [t.governorate(word(all.governorates, state.filter.governorate))] : []),
      ...(hidden.length > 0 ? [t.hidden(all.figures.list(hidden))] : []),
      ...untold(wish).map((what) => t.untold[what]),
      t.ends,
    ];
  }

  #build(lang: Lang): void {
    const t = strings(lang).take.data;
    const box = (name: string, words: string, checked: boolean, turn: (on: boolean) => void): HTMLElement => {
      const input = h('input', { type: 'checkbox', name, checked });
      input.addEventListener('change', () => { turn(input.checked); this.render(); });
      return h('label', {}, input, words);
    };
    this.element.replaceChildren(
      h('h3', {}, t.title),
      h('fieldset', {}, h('legend', {}, t.layers), ...LAYERS.map((layer) => box(layer, t.names[layer], this.#chosen.has(layer), (on) => {
        if (on) this.#chosen.add(layer);
        else this.#chosen.delete(layer);
      })), box('within', t.within, this.#within, (on) => { this.#within = on; })),
      this.#files, this.#notes,
    );
  }
}
