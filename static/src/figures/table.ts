import { h } from '../dom.ts';

/** Rows as a table, of which the first are headings; numbers as `value` says them, days as they are written. */
export function tableOf(rows: readonly (string | number)[][], value: (n: number) => string, label: string): HTMLElement {
  const [heads = [], ...rest] = rows;
  const cell = (content: string | number): HTMLElement => (typeof content === 'number'
    ? h('td', {}, content > 0 ? value(content) : '·') : h('th', { scope: 'row', dir: 'ltr' }, content));
  return h('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': label }, h('table', {},
    h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, ...rest.map((row) => h('tr', {}, ...row.map(cell))))));
}
