import { ApiError } from '../api/client.ts';
import { h } from '../dom.ts';
import { link, type Context } from './context.ts';

/** What was asked for by an id that nothing here has. */
export interface Missing {
  what: 'place' | 'report';
  id: string;
}

/** Whether a failure says that what was asked for does not exist, rather than that it could not be had. */
export function saysMissing(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  return error.status === 404 || ((error.status === 300 || error.status === 400) && error.message.startsWith('place: '));
}

export function missingView({ id }: Missing, { t }: Context, back: () => void): HTMLElement {
  return h('div', { class: 'missing' },
    h('p', {}, t.missing.asked, ' ', h('bdi', {}, id)),
    h('p', {}, link(t.missing.back, back)));
}
