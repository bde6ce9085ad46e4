/** Starts the page: asks the server what there is, then composes the parts. */
import { Actors } from './actors.ts';
import { Address } from './address.ts';
import { Api } from './api/client.ts';
import { App } from './app.ts';
import { byId, h } from './dom.ts';
import { preferredLang, strings } from './i18n/index.ts';
import { Inks } from './inks.ts';
import { onNews } from './news.ts';
import { loadOverview } from './overview.ts';
import { isEmbedded } from './take/links.ts';
import { Chrome } from './ui/chrome.ts';
import { Embed } from './ui/embed.ts';
import { Notices } from './ui/notices.ts';

const api = new Api();
const embed = isEmbedded(location.search) ? new Embed() : null;
const empty = h('div', { class: 'empty', hidden: true });
let app: App | null = null;

const address = new Address((change) => { app?.arrive(change); });
let lang = address.read().lang ?? preferredLang(navigator.languages);
const notices = new Notices(byId('notices'), strings(lang));
const chrome = new Chrome({
  speak: (to) => {
    lang = to;
    if (app) app.change({ lang });
    else speak();
  },
  look: (look) => { app?.change({ look }); },
});

/** Sets the words of a page that has nothing to show yet. */
function speak(): void {
  const t = strings(lang);
  chrome.render(lang);
  notices.render(t);
  empty.replaceChildren(h('h2', {}, t.empty.title), h('p', {}, t.empty.text));
}

async function start(): Promise<void> {
  try {
    const [meta, overview] = await Promise.all([api.meta(), loadOverview(api, address.read().scope)]);
    const { first, last } = meta;
    if (!first || !last) {
      empty.hidden = false;
      return;
    }
    app = new App({
      api, address, notices, chrome, inks: new Inks(new Actors(meta.actors)), all: { first, last }, overview, lang, embed,
    });
    onNews(new EventSource('api/live'), () => { notices.news(() => { location.reload(); }); });
  } catch (error) {
    notices.fail('start', 'meta', error, () => void start());
  }
}

byId('stage').append(empty);
speak();
void start();
