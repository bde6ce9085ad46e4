import { h, icon, isNarrow } from '../dom.ts';
import { Follow, REST } from '../follow.ts';
import { describe, longDay, nameOf, otherLang, otherNameOf, scriptLang } from '../i18n/index.ts';
import type { Basis } from '../map/layers_basis.ts';
import type { Page } from '../page.ts';
import { lengthOf, type Range } from '../timeline/scale.ts';
import type { RoomView } from '../ui/rooms.ts';
import { contextOf, subjectOf } from './about.ts';
import { basisOf } from './basis.ts';
import type { Context } from './context.ts';
import { dayView } from './day.ts';
import { frontView } from './front.ts';
import { Loader, type Answer, type Subject } from './load.ts';
import { missingView } from './missing.ts';
import { pocketView } from './pocket.ts';
import { reportView, scrollToChosen } from './report.ts';
import { whoView } from './who.ts';

const CROSS = 'M6 6l12 12M18 6L6 18';
const BACK = 'M15 5l-7 7 7 7';
const SHARE = 'M12 15V4M8 7.5L12 3.5l4 4M6 11v8.5h12V11';

export interface PanelEvents {
  fold: (folded: boolean) => void;
  close: () => void;
  back: () => void;
  found: (lon: number, lat: number) => void; // where the place asked for lies
  rests: (basis: Basis | null) => void; // on which places the answer rests
}

/** Why the map is as it is: what changed hands, or who holds what is picked, and the words that say so. */
export class Panel implements RoomView {
  readonly element: HTMLElement;
  readonly #page: Page;
  readonly #on: PanelEvents;
  readonly #follow: Follow<Subject, Answer>;
  readonly #body = h('div', { class: 'body' });
  readonly #head = h('header');
  #subject: Subject | null = null;
  #answer: Answer | null = null;
  #context: Context | null = null;
  #takeFocus = false;
  #marked = 'null'; // what the map shows of it, as text

  constructor(page: Page, on: PanelEvents) {
    [this.#page, this.#on] = [page, on];
    const { api, notices, histories } = page;
    this.element = h('div', { class: 'why' }, this.#head, this.#body);
    this.#body.setAttribute('aria-busy', 'true');
    this.#follow = new Follow<Subject, Answer>({
      rest: REST,
      load: new Loader(api, histories).load,
      show: (subject, answer) => {
        notices.clear('panel');
        this.#show(subject, answer);
      },
      fail: (subject, error) => {
        const what = subject.kind === 'day' ? 'changes' : subject.kind === 'report' ? 'report' : 'who';
        notices.fail('panel', what, error, () => { this.#ask(subject); });
        this.#body.removeAttribute('aria-busy');
        if (!this.#answer) this.#draw();
      },
    });
  }

  /** Turns to what is picked. What is shown of anything else stays until the answer is here. */
  render(): void {
    const [subject, context] = [subjectOf(this.#page), contextOf(this.#page)];
    const before = this.#subject;
    const drawn = this.#context;
    [this.#subject, this.#context] = [subject, context];
    this.#mark();
    if (drawn?.lang !== context.lang || drawn.look !== context.look) this.#draw();
    if (JSON.stringify(subject) === JSON.stringify(before)) return;
    this.#body.setAttribute('aria-busy', 'true');
    if (about(subject) === about(before)) {
      this.#follow.want(subject);
      return;
    }
    if (subject.kind !== 'day') this.#on.fold(false);
    else if (before && isNarrow()) this.#on.fold(true);
    this.#ask(subject);
  }

  /** Asks at once, whatever else is being asked for. */
  #ask(subject: Subject): void {
    this.#body.setAttribute('aria-busy', 'true');
    if (!this.#answer) this.#draw();
    this.#follow.demand(subject);
  }

  /** Moves the keyboard to the heading, as soon as the next answer is here. */
  focus(): void {
    this.#takeFocus = true;
  }

  leave(): void {
    this.#on.rests(null);
    this.#marked = 'null';
  }

  /** Shows on the map what the answer rests on. */
  #mark(): void {
    const basis = this.#answer && basisOf(this.#answer, (id) => this.#page.atlas().where(id));
    const marked = JSON.stringify(basis);
    if (marked === this.#marked) return;
    this.#marked = marked;
    this.#on.rests(basis);
  }

  #show(subject: Subject, answer: Answer): void {
    const turned = about(answer) !== about(this.#answer) || answer.kind === 'report';
    this.#answer = answer;
    this.#body.removeAttribute('aria-busy');
    this.#draw();
    this.#mark();
    if (turned) this.#body.scrollTop = 0;
    if (answer.kind === 'report') scrollToChosen(this.#body);
    const place = answer.kind === 'who' ? answer.input.who.place : null;
    if (place) this.#on.found(place.lon, place.lat);
    else if (subject.kind === 'who' && subject.selection.kind === 'point') this.#on.found(subject.selection.lon, subject.selection.lat);
  }

  #draw(): void {
    if (!this.#context) return;
    if (!this.#answer) {
      this.#body.replaceChildren(...(this.#body.hasAttribute('aria-busy') ? [h('p', { class: 'soft' }, this.#context.t.loading)] : []));
      return;
    }
    const take = this.#takeFocus || this.element.contains(document.activeElement);
    this.#takeFocus = false;
    const kept = document.activeElement?.getAttribute('data-keep');
    this.#drawHead(this.#answer, this.#context);
    this.#body.replaceChildren(this.#view(this.#answer, this.#context));
    const again = kept ? this.#body.querySelector<HTMLElement>(`[data-keep="${kept}"]`) : null;
    if (again) again.focus({ preventScroll: true });
    else if (take) this.#head.querySelector('h2')?.focus({ preventScroll: true });
  }

  #view(answer: Answer, context: Context): HTMLElement {
    switch (answer.kind) {
      case 'day':
        return dayView(answer.changes, context);
      case 'who':
        return whoView(answer.input, context);
      case 'front':
        return frontView(answer.picked.front, answer.sides, context);
      case 'pocket':
        return pocketView(answer.pocket, context);
      case 'report':
        return reportView(answer.answer, answer.claim, context);
      case 'missing':
        return missingView(answer.missing, context, this.#on.close);
    }
  }

  #drawHead(answer: Answer, context: Context): void {
    const { t } = context;
    const button = (name: string, label: string, path: string, click: () => void): HTMLElement =>
      h('button', { type: 'button', class: name, title: label, 'aria-label': label, on: { click } }, icon(path));
    this.#head.replaceChildren(
      ...(answer.kind === 'report' ? [button('back', t.back, BACK, this.#on.back)] : []),
      h('div', { class: 'title' }, ...titleOf(answer, context)),
      ...(answer.kind === 'day' || answer.kind === 'missing' ? [] : [button('share', t.take.link.share, SHARE, () => { this.#page.go({ room: 'take' }); })]),
      ...(answer.kind === 'day' ? [] : [button('close', t.close, CROSS, this.#on.close)]),
    );
  }
}

/** What a subject is about, whatever the day. */
function about(of: Subject | Answer | null): string {
  if (!of) return '';
  if ('selection' in of) return JSON.stringify(of.selection);
  if (of.kind === 'front') return JSON.stringify(of.picked);
  if (of.kind === 'pocket') return `${of.pocket.side}|${of.pocket.places.join('|')}`;
  return of.kind;
}

/** A span of days in words: its ends where the reader has set a range, and else how many they are. */
function daysOf(span: Range, { t, from }: Context): string {
  const last = longDay(span.last, t);
  return from ? t.time.between(longDay(span.first, t), last) : t.day.span(lengthOf(span), last);
}

function titleOf(answer: Answer, context: Context): HTMLElement[] {
  const { t, lang } = context;
  const heading = (text: string, of = lang): HTMLElement => h('h2', { tabindex: -1, lang: of, dir: 'auto' }, text);
  switch (answer.kind) {
    case 'day':
      return [heading(t.day.title), h('p', { class: 'soft' }, daysOf(answer.span, context))];
    case 'front':
      return [heading(t.front.title)];
    case 'pocket':
      return [heading(t.onMap.pocket)];
    case 'missing':
      return [heading(t.missing[answer.missing.what])];
    case 'report': {
      const title = answer.answer.report.title || t.report.untitled;
      return [h('p', { class: 'soft' }, t.report.title), heading(title, scriptLang(title))];
    }
    case 'who': {
      const { place } = answer.input.who;
      if (!place) return [heading(t.who.point)];
      const other = otherNameOf(place, lang);
      return [
        heading(nameOf(place, lang)),
        h('p', { class: 'soft' }, other && h('bdi', { class: 'other', lang: otherLang(lang) }, other), other && ' · ', describe(place, t)),
      ];
    }
  }
}
