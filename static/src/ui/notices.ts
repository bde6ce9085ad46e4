import { ApiError } from '../api/client.ts';
import { h } from '../dom.ts';
import type { Strings } from '../i18n/index.ts';

type What = keyof Strings['error']['what'];

interface Notice {
  role: 'alert' | 'status';
  say: (t: Strings) => (string | Node)[];
  offer: (t: Strings) => string;
  act: () => void;
}

/** Says what the reader should know, once for each thing, and offers to do something about it. */
export class Notices {
  readonly #root: HTMLElement;
  readonly #notices = new Map<string, Notice>();
  #t: Strings;

  constructor(root: HTMLElement, t: Strings) {
    [this.#root, this.#t] = [root, t];
  }

  /** Says which request failed and why, and offers to try again. */
  fail(key: string, what: What, error: unknown, retry: () => void): void {
    this.#put(key, {
      role: 'alert', say: (t) => [t.error.failed(t.error.what[what]), ' ', h('bdi', {}, reason(error, t))], offer: (t) => t.error.retry, act: retry,
    });
  }

  /** Says that more is known than the page shows, and offers to show it. */
  news(show: () => void): void {
    this.#put('news', { role: 'status', say: (t) => [t.news.come], offer: (t) => t.news.show, act: show });
  }

  #put(key: string, notice: Notice): void {
    this.#notices.set(key, notice);
    this.render(this.#t);
  }

  clear(key: string): void {
    if (this.#notices.delete(key)) this.render(this.#t);
  }

  render(t: Strings): void {
    this.#t = t;
    this.#root.replaceChildren(...[...this.#notices].map(([key, { role, say, offer, act }]) => {
      const done = (): void => {
        this.clear(key);
        act();
      };
      return h('div', { class: 'notice', role },
        h('p', {}, ...say(t)),
        h('button', { type: 'button', on: { click: done } }, offer(t)),
        h('button', { type: 'button', on: { click: () => { this.clear(key); } } }, t.close));
    }));
  }
}

function reason(error: unknown, t: Strings): string {
  if (error instanceof ApiError) return error.status === 0 ? t.error.unreachable : error.message;
  return error instanceof Error ? error.message : String(error);
}
