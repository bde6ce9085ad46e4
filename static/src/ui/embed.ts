import { byId, h } from '../dom.ts';
import { strings } from '../i18n/index.ts';
import type { State } from '../state.ts';
import { permalink } from '../take/links.ts';

/** The page in a frame of another one: the map and its days, the panel once something is picked, and the way to the whole page. */
export class Embed {
  readonly #whole = h('a', { class: 'whole', target: '_top', rel: 'noopener' });

  constructor() {
    document.documentElement.dataset['embed'] = '';
    byId('stage').append(this.#whole);
  }

  /** Picked: there is something to tell beside the map. */
  render(state: State, picked: boolean): void {
    byId('panel').hidden = !picked;
    this.#whole.href = permalink(document.baseURI, state);
    this.#whole.textContent = strings(state.lang).take.embed.open;
  }
}
