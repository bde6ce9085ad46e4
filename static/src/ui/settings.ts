import { byId, h, icon } from '../dom.ts';
import { isLang, LANGS, strings } from '../i18n/index.ts';
import { PALETTES, PLAIN, THEMES, type Look } from '../look.ts';
import type { Lang } from '../state.ts';
import { plainLink } from './plain.ts';

const SLIDERS = 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5';

export interface SettingsEvents {
  speak: (lang: Lang) => void;
  look: (look: Look) => void;
}

/** Language, and behind a button light and colours. */
export class Settings {
  readonly #menu = byId('settings') as HTMLDetailsElement;
  readonly #language = byId('language');
  readonly #summary = h('summary', {}, icon(SLIDERS));
  readonly #rows = h('div', { class: 'rows' });
  readonly #on: SettingsEvents;

  constructor(on: SettingsEvents) {
    this.#on = on;
    this.#menu.replaceChildren(this.#summary, this.#rows);
    document.addEventListener('pointerdown', (e) => { if (!this.#menu.contains(e.target as Node)) this.#menu.open = false; });
    this.#menu.addEventListener('keydown', (e) => {
      if (e.key !== 'Escape' || !this.#menu.open) return;
      this.#menu.open = false;
      this.#summary.focus();
    });
  }

  render(lang: Lang, look: Look = PLAIN): void {
    const { settings: t, take } = strings(lang);
    const had = document.activeElement?.id;
    this.#summary.setAttribute('aria-label', t.title);
    this.#summary.title = t.title;
    this.#rows.replaceChildren(
      choice('theme', t.theme, THEMES.map((theme) => [theme, t.themes[theme]]), look.theme, (theme) => { this.#on.look({ ...look, theme }); }),
      choice('colours', t.palette, PALETTES.map((p) => [p, t.palettes[p]]), look.palette, (palette) => { this.#on.look({ ...look, palette }); }),
      plainLink(take.plain),
    );
    this.#language.replaceChildren(
      choice('speech', t.language, LANGS.map((l) => [l, strings(l).own]), lang, (to) => { if (isLang(to)) this.#on.speak(to); }),
    );
    if (had && ['theme', 'colours', 'speech'].includes(had)) byId(had).focus();
  }
}

function choice<T extends string>(id: string, label: string, options: [T, string][], chosen: T, choose: (value: T) => void): HTMLElement {
  const list = h('select', { id }, ...options.map(([value, text]) => h('option', { value, selected: value === chosen, lang: isLang(value) ? value : null }, text)));
  list.addEventListener('change', () => { choose(list.value as T); });
  return h('label', { class: 'setting' }, h('span', {}, label), list);
}
