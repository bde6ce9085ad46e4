import { byId } from '../dom.ts';
import { direction, strings } from '../i18n/index.ts';
import type { Look } from '../look.ts';
import type { Lang } from '../state.ts';
import { Settings, type SettingsEvents } from './settings.ts';

/** What frames the page: its name, its settings, and the sign that it is at work. */
export class Chrome {
  readonly #settings: Settings;
  readonly #busy = byId('busy');
  readonly #work = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(on: SettingsEvents) {
    this.#settings = new Settings(on);
    byId('skip').addEventListener('click', (e) => {
      e.preventDefault(); // the address holds the state of the page
      byId('search-box').focus();
    });
  }

  render(lang: Lang, look?: Look): void {
    const t = strings(lang);
    document.documentElement.lang = lang;
    document.documentElement.dir = direction(lang);
    document.title = t.title;
    byId('brand').textContent = t.brand;
    byId('skip').textContent = t.skip;
    this.#settings.render(lang, look);
    this.#busy.textContent = t.loading;
  }

  /** Shows that something is being loaded, once it takes long enough to be noticed. */
  busy(what: string, busy: boolean): void {
    clearTimeout(this.#timer);
    if (busy) this.#work.add(what);
    else this.#work.delete(what);
    if (this.#work.size === 0) this.#busy.hidden = true;
    else this.#timer = setTimeout(() => { this.#busy.hidden = false; }, 350);
  }
}
