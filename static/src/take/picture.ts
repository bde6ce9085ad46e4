import { apiAddress } from '../api/client.ts';
import { h } from '../dom.ts';
import { strings } from '../i18n/index.ts';
import type { Page } from '../page.ts';
import { save } from '../save.ts';
import { scopeQuery } from '../scope.ts';
import { paint } from './paint.ts';
import { fileName } from './question.ts';
import { surroundOf } from './surround.ts';

const RATIOS = [1, 2] as const;

/** How wide the server draws the country as pixels. */
const WIDE = 2400;

/** The map as it is, with what it needs to be read alone, as a picture. */
export class PicturePart {
  readonly element: HTMLElement;
  readonly #page: Page;
  readonly #head = h('h3');
  readonly #label = h('span');
  readonly #ratio = h('select', { id: 'picture-size' });
  readonly #button = h('button', { type: 'button', on: { click: () => { void this.#save(); } } });
  readonly #told = h('p', { class: 'soft', role: 'status' });
  readonly #print = h('p', { class: 'soft' });

  constructor(page: Page) {
    this.#page = page;
    this.element = h('section', { class: 'take-picture' }, this.#head,
      h('div', { class: 'row' }, h('label', { class: 'choice' }, this.#label, this.#ratio), this.#button), this.#told, this.#print);
  }

  render(): void {
    const { day, lang } = this.#page.state();
    const all = strings(lang);
    const t = all.take.picture;
    const possible = this.#page.atlas().camera() !== null;
    [this.#head.textContent, this.#label.textContent, this.#button.textContent] = [t.title, t.size, t.save];
    const ratio = this.#ratio.value || '1';
    this.#ratio.replaceChildren(...RATIOS.map((n) => h('option', { value: n, selected: String(n) === ratio }, t.sizes[n])));
    this.#button.disabled = !possible;
    this.#told.textContent = possible ? '' : all.take.noMap;
    const asked = { day, lang: all.names, ...scopeQuery(this.#page.overview().scope) };
    const link = (format: 'svg' | 'png'): HTMLElement => h('a', {
      href: apiAddress('/api/picture', { ...asked, format, ...(format === 'png' ? { width: WIDE } : {}) }).slice(1), download: fileName({ day, from: null }, format),
    }, format.toUpperCase());
    this.#print.replaceChildren(t.print, ' ', link('svg'), ' · ', link('png'));
  }

  async #save(): Promise<void> {
    const page = this.#page;
    const { take } = strings(page.state().lang);
    this.#button.disabled = true;
    this.#told.textContent = '';
    try {
      const ratio = Number(this.#ratio.value);
      const canvas = document.createElement('canvas');
      await page.atlas().camera()?.shoot({ ratio: Math.max(ratio, window.devicePixelRatio), ready: () => page.ready() }, (shot) => { paint(canvas, shot, surroundOf(page), ratio); });
      save(fileName(page.state(), 'png'), 'image/png', await blobOf(canvas, 'image/png'));
    } catch (error) {
      console.warn(error);
      this.#told.textContent = take.picture.failed;
    }
    this.#button.disabled = false;
  }
}

/** What a canvas shows, as a file of a type. */
export function blobOf(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(`no ${type} of ${canvas.width} by ${canvas.height} pixels`));
    }, type, quality);
  });
}
