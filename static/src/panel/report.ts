import type { Claim, ReportAnswer } from '../api/types.ts';
import { h, readable, webAddress } from '../dom.ts';
import { direction, longDay, scriptLang } from '../i18n/index.ts';
import { segments } from '../spans.ts';
import { reading } from './clause.ts';
import { link, section, type Context } from './context.ts';

/**
 * A whole report with every clause marked that something was read from.
 * Pressing a mark, or opening the report for a claim, shows what was read
 * there.
 */
export function reportView({ report, claims }: ReportAnswer, claim: string | null, context: Context): HTMLElement {
  const { t } = context;
  const url = webAddress(report.url);
  const lang = scriptLang(report.text);
  const said = h('div', { class: 'said', 'aria-live': 'polite' });
  const text = h('div', { class: 'text', lang, dir: direction(lang) });
  const choose = (ids: readonly string[]): void => {
    for (const mark of text.querySelectorAll('mark')) mark.classList.toggle('chosen', ids.some((id) => idsOf(mark).includes(id)));
    said.replaceChildren(...claims.filter((c) => ids.includes(c.id)).map((c) => readHere(c, context)));
  };
  for (const part of segments(report.text, report.body, claims)) {
    if (part.ids.length === 0) {
      text.append(readable(part.text));
      continue;
    }
    const press = (): void => { choose(part.ids); };
    text.append(h('mark', {
      'data-claims': part.ids.join(' '), tabindex: 0, role: 'button',
      on: { click: press, keydown: (e) => { if (pressed(e)) press(); } },
    }, part.text));
  }
  if (claim) choose([claim]);
  const head = h('p', { class: 'soft' },
    h('bdi', {}, context.source(report)),
    report.published && ` · ${t.claim.published(longDay(report.published, t))}`,
    url && ' · ', url && h('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, t.report.open));
  return h('div', { class: 'report' },
    h('div', { class: 'sheet' }, head, h('p', { class: 'soft' }, t.report.marks(claims.length)), text),
    section(t.report.read, said));
}

/** Brings the clause that is asked for into view, as far as the panel can be scrolled. */
export function scrollToChosen(view: HTMLElement): void {
  view.querySelector('mark.chosen')?.scrollIntoView({ block: 'start' });
}

/** Whether a key presses a button; if so the page is kept from scrolling. */
function pressed(e: KeyboardEvent): boolean {
  if (e.key !== 'Enter' && e.key !== ' ') return false;
  e.preventDefault();
  return true;
}

function idsOf(mark: HTMLElement): string[] {
  return (mark.dataset['claims'] ?? '').split(' ');
}

/** What was read from a clause, and the way to its place. */
function readHere(claim: Claim, context: Context): HTMLElement {
  const { t, go } = context;
  const place = claim.place;
  const id = place?.id;
  return h('div', { class: 'clause' },
    reading(claim, context),
    place && h('p', {}, h('bdi', { lang: scriptLang(place.surface) }, place.surface), ' ',
      id && link(t.report.goTo, () => { go.place(id); })));
}
