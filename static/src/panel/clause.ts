import type { ClaimProps } from '../api/layers.ts';
import type { Because, Claim } from '../api/types.ts';
import { h, webAddress } from '../dom.ts';
import { direction, longDay, scriptLang, word } from '../i18n/index.ts';
import { sideTag } from '../ui/side.ts';
import { link, party, when, type Context } from './context.ts';

/** The words of a report, as text, in the direction of their own script. */
export function quote(text: string): HTMLElement {
  const lang = scriptLang(text);
  return h('blockquote', { lang, dir: direction(lang) }, text.trim());
}

/** One clause: what was read from it, its words, where they stand. */
export function clause({ claim, report }: Because, context: Context): HTMLElement {
  const { t, go, actors, lang } = context;
  const url = webAddress(report.url);
  const source = report.source || t.claim.unnamedSource;
  return h('article', { class: 'clause', 'data-claim': claim.id },
    reading(claim, context),
    quote(claim.quote),
    h('footer', {},
      h('span', { class: 'source' },
        url ? h('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, h('bdi', {}, source)) : h('bdi', {}, source),
        report.published && ` · ${t.claim.published(longDay(report.published, t))}`, ' ',
        sideTag(report.side, actors, lang)),
      link(t.claim.showInReport, () => { go.report(report.id, claim.id); })));
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
      h('strong', {}, word(t.kinds, claim.kind)), ' ',
      doubtful && h('span', { class: 'tag doubtful' }, word(t.modalities, claim.modality)), ' ',
      ...parties.flatMap((id) => [party(id, context), ' ']),
      claim.from && h('span', { class: 'from' }, `${t.claim.from} `, party(claim.from, context))),
    h('p', { class: 'soft' },
      when(claim.date, context), claim.date && ` · ${word(t.bases, claim.date_basis)}`,
      ...numbers.map((text) => ` · ${text}`)));
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
