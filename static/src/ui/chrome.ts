import { byId } from '../dom.ts';
import { direction, otherLang, strings } from '../i18n/index.ts';
import type { Lang } from '../state.ts';

/** What frames the page: its name, its language, and the sign that it is at work. */
export class Chrome {
  readonly #language = byId('language');
  readonly #busy = byId('busy');
  readonly #work = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(switchLanguage: () => void) {
    this.#language.addEventListener('click', switchLanguage);
    byId('skip').addEventListener('click', (e) => {
      e.preventDefault(); // the address holds the state of the page
      byId('search-box').focus();
    });
  }

  render(lang: Lang): void {
    const t = strings(lang);
    document.documentElement.lang = lang;
    document.documentElement.dir = direction(lang);
    document.title = t.title;
    byId('brand').textContent = t.brand;
    byId('skip').textContent = t.skip;
    this.#language.textContent = t.otherLanguage;
    this.#language.lang = otherLang(lang);
    this.#language.setAttribute('aria-label', t.switchLanguage);
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
