import type { ClaimProps } from '../api/layers.ts';
import type { Because, Citation, Claim } from '../api/types.ts';
import { h, webAddress } from '../dom.ts';
import { direction, longDay, otherLang, scriptLang, strings, word } from '../i18n/index.ts';
import { sideTag } from '../ui/side.ts';
import { link, party, when, type Context } from './context.ts';

/** The words of a report, as text, in the direction of their own script. */
export function quote(text: string): HTMLElement {
  const lang = scriptLang(text);
  return h('blockquote', { lang, dir: direction(lang) }, text.trim());
}

interface ClauseOptions {
  named?: boolean; // its source is named; true where left out
  tag?: HTMLElement | null; // stands before it
}

/** One clause: what was read from it, its words, where they stand. */
export function clause({ claim, report }: Because, context: Context, { named = true, tag = null }: ClauseOptions = {}): HTMLElement {
  const { t, go } = context;
  return h('article', { class: 'clause', 'data-claim': claim.id },
    tag,
    reading(claim, context),
    quote(claim.quote),
    h('footer', {}, origin(report, named, context), link(t.claim.showInReport, () => { go.report(report.id, claim.id); })));
}

/** Where a clause stands: its source with its address and side, and when that was published. */
function origin(report: Citation, named: boolean, { t, actors, lang, source: sourceOf }: Context): HTMLElement {
  const url = webAddress(report.url);
  const source = named ? sourceOf(report) : url && t.report.open;
  return h('span', { class: 'source' },
    source && (url ? h('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, h('bdi', {}, source)) : h('bdi', {}, source)),
    source && report.published && ' · ',
    report.published && t.claim.published(longDay(report.published, t)), ' ',
    named && sideTag(report.side, actors, lang));
}

/** What a claim says, in a line or two: kind, parties, day and how it is known. */
export function reading(claim: Claim, context: Context): HTMLElement {
  const { t, actors, lang } = context;
  const doubtful = claim.modality !== 'asserted';
  const numbers = [
    claim.distance_km !== null && t.km(claim.distance_km),
    claim.measured_km !== null && t.claim.measured(t.km(claim.measured_km)),
    claim.killed_min !== null && t.claim.killed(claim.killed_min),
    claim.wounded_min !== null && t.claim.wounded(claim.wounded_min),
    claim.extent === 'partial' && t.claim.partial,
    claim.claimed_by && t.claim.claimedBy(actors.name(claim.claimed_by, lang)),
  ].filter((text) => typeof text === 'string');
  const parties = [claim.actor, ...claim.co_actors].filter((id) => id !== null);
  return h('div', { class: 'reading' },
    h('p', {},
      h('strong', {}, word(t.kinds, claim.kind)), ' ', inOtherLanguage(claim, context), ' ',
      doubtful && h('span', { class: 'tag doubtful' }, word(t.modalities, claim.modality)), ' ',
      ...parties.flatMap((id) => [party(id, context), ' ']),
      claim.from && h('span', { class: 'from' }, `${t.claim.from} `, party(claim.from, context))),
    h('p', { class: 'soft' },
      when(claim.date, context), claim.date && ` · ${word(t.bases, claim.date_basis)}`,
      ...numbers.map((text) => ` · ${text}`)));
}

/** The kind of a claim, and its mode where it is no plain fact, as readers of the other language would say it. */
function inOtherLanguage({ kind, modality }: Claim, { lang }: Context): HTMLElement {
  const other = otherLang(lang);
  const t = strings(other);
  const said = [word(t.kinds, kind), ...(modality === 'asserted' ? [] : [word(t.modalities, modality)])].join(' · ');
  return h('span', { class: 'kind' }, '· ', h('bdi', { lang: other, dir: direction(other) }, said));
}

/** A claim of the map as a clause with its report. */
export function becauseOf(p: ClaimProps): Because {
  const { report_title, source, source_id, side, url, published, quote_start, quote_end } = p;
  return {
    claim: { ...p, start: quote_start, end: quote_end, place: null }, // whoever shows it says where it is
    report: { id: p.report, title: report_title, source, source_id, side, url, published },
  };
}

/** Clauses, the first few of them open and the rest behind a button. */
export function clauses(list: readonly Because[], context: Context, open: number): HTMLElement {
  const box = h('div', { class: 'clauses' }, ...list.slice(0, open).map((b) => clause(b, context)));
  const rest = list.slice(open);
  if (rest.length > 0) {
    const more = link(context.t.who.more(rest.length), () => {
      more.replaceWith(...rest.map((b) => clause(b, context)));
    });
    box.append(more);
  }
  return box;
}
