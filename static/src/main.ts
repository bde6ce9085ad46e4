/** Starts the page: asks the server what there is, then composes the parts. */
import { Actors } from './actors.ts';
import { Address } from './address.ts';
import { Api } from './api/client.ts';
import { App } from './app.ts';
import { byId, h } from './dom.ts';
import { direction, preferredLang, strings } from './i18n/index.ts';
import type { Lang } from './state.ts';
import { Notices } from './ui/notices.ts';

const api = new Api();

async function start(): Promise<void> {
  const address = new Address((change) => { app?.arrive(change); });
  const asked = address.read();
  const lang = asked.lang ?? preferredLang(navigator.languages);
  speak(lang);
  const notices = new Notices(byId('notices'), strings(lang));
  let app: App | null = null;
  try {
    const [meta, days] = await Promise.all([api.meta(), api.days()]);
    const { first, last } = meta;
    if (!first || !last) {
      showEmpty(lang);
      return;
    }
    app = new App({ api, address, notices, actors: new Actors(meta.actors), all: { first, last }, counts: days, read: meta, asked, lang });
  } catch (error) {
    notices.fail('start', 'meta', error, () => void start());
  }
}

/** Sets what of the page does not wait for data. */
function speak(lang: Lang): void {
  document.documentElement.lang = lang;
  document.documentElement.dir = direction(lang);
  byId('brand').textContent = strings(lang).brand;
}

function showEmpty(lang: Lang): void {
  const { empty } = strings(lang);
  byId('stage').append(h('div', { class: 'empty' }, h('h2', {}, empty.title), h('p', {}, empty.text)));
}

void start();
