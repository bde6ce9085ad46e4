import type { ClaimFeature } from '../api/layers.ts';
import type { ListedReport, Snippet } from '../api/types.ts';
import { h, type Child } from '../dom.ts';
import { direction, longDay, scriptLang, word } from '../i18n/index.ts';
import { bothNames, party, type Context } from '../panel/context.ts';
import { segments } from '../spans.ts';
import type { Listed } from './lists.ts';

/** What a row does: to be pointed at or to have the keyboard, which rings its place, and to be chosen. */
export interface RowEvents {
  hint: (on: boolean) => void;
  open: () => void;
}

/** A row of a list: one button, named by all that it says. */
function row(key: string, on: RowEvents, ...children: Child[]): HTMLElement {
  const ring = (): void => { on.hint(true); };
  const rest = (): void => { on.hint(false); };
  return h('li', {}, h('button', {
    type: 'button', class: 'entry', 'data-key': key,
    on: { click: () => { on.open(); }, pointerenter: ring, pointerleave: rest, focus: ring, blur: rest },
  }, ...children));
}

/** An event: its kind, by whom, where, the first words that say so, and whose words they are. */
export function eventRow({ properties: p }: ClaimFeature, on: RowEvents, context: Context): HTMLElement {
  const { t } = context;
  const placed = p.name_ar ?? p.name_en;
  return row(p.id, on,
    h('span', { class: 'line' },
      h('strong', {}, word(t.kinds, p.kind)),
      p.modality !== 'asserted' && h('span', { class: 'tag doubtful' }, word(t.modalities, p.modality)),
      p.actor && party(p.actor, context)),
    placed ? bothNames(p, context) : p.surface && h('bdi', { class: 'name', lang: scriptLang(p.surface) }, p.surface),
    words(p.quote),
    h('bdi', { class: 'soft' }, context.source(p)));
}

/** A place: its names, who is in it, since when, and how sure that is. What confirmed it after the day is not told. */
export function placeRow({ properties: p }: Listed, on: RowEvents, context: Context): HTMLElement {
  const { t, day } = context;
  const facts = [
    word(t.placeKinds, p.kind),
    p.since && t.find.since(longDay(p.since, t)),
    p.last_confirmed && p.last_confirmed <= day && `${t.who.lastConfirmed} ${longDay(p.last_confirmed, t)}`,
    t.find.sureness(t.percent(p.confidence)),
  ].filter((fact) => fact);
  return row(p.place, on,
    bothNames(p, context),
    h('span', { class: 'line' }, party(p.holder, context), ...p.others.map((id) => party(id, context)),
      p.contested && h('span', { class: 'tag' }, t.legend.contested), p.inferred && h('span', { class: 'tag' }, t.who.inferred)),
    h('span', { class: 'soft' }, facts.join(' · ')));
}

/** A report: its heading, whose it is, and the piece of it in which the words stand, marked. */
export function reportRow(report: ListedReport, on: RowEvents, context: Context): HTMLElement {
  const { t } = context;
  const title = report.title || t.report.untitled;
  return row(report.id, on,
    h('bdi', { class: 'name', lang: scriptLang(title) }, title),
    report.snippet && snippet(report.snippet),
    h('span', { class: 'soft' }, h('bdi', {}, context.source(report)),
      report.published && ` · ${longDay(report.published, t)}`, ` · ${t.statements(report.claims)}`));
}

function words(text: string): HTMLElement {
  const lang = scriptLang(text);
  return h('span', { class: 'words', lang, dir: direction(lang) }, text.trim());
}

function snippet({ text, matches, before, after }: Snippet): HTMLElement {
  const lang = scriptLang(text);
  const spans = matches.map(([start, end]) => ({ id: 'match', start, end }));
  return h('span', { class: 'words', lang, dir: direction(lang) },
    before && '… ',
    ...segments(text, 0, spans).map((part) => (part.ids.length > 0 ? h('mark', {}, part.text) : part.text)),
    after && ' …');
}
