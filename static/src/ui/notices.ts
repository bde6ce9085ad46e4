import { ApiError } from '../api/client.ts';
import { h } from '../dom.ts';
import type { Strings } from '../i18n/index.ts';

type What = keyof Strings['error']['what'];

interface Notice {
  what: What;
  error: unknown;
  retry: () => void;
}

/** Says which request failed and why, once for each place on the page, and offers to try again. */
export class Notices {
  readonly #root: HTMLElement;
  readonly #notices = new Map<string, Notice>();
  #t: Strings;

  constructor(root: HTMLElement, t: Strings) {
    [this.#root, this.#t] = [root, t];
  }

  fail(key: string, what: What, error: unknown, retry: () => void): void {
    this.#notices.set(key, { what, error, retry });
    this.render(this.#t);
  }

  clear(key: string): void {
    if (this.#notices.delete(key)) this.render(this.#t);
  }

  render(t: Strings): void {
    this.#t = t;
    this.#root.replaceChildren(...[...this.#notices].map(([key, { what, error, retry }]) => {
      const again = (): void => {
        this.clear(key);
        retry();
      };
      return h('div', { class: 'notice', role: 'alert' },
        h('p', {}, t.error.failed(t.error.what[what]), ' ', h('bdi', {}, reason(error, t))),
        h('button', { type: 'button', on: { click: again } }, t.error.retry),
        h('button', { type: 'button', on: { click: () => { this.clear(key); } } }, t.close));
    }));
  }
}

function reason(error: unknown, t: Strings): string {
  if (error instanceof ApiError) return error.status === 0 ? t.error.unreachable : error.message;
  return error instanceof Error ? error.message : String(error);
}
