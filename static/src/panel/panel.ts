import type { Api } from '../api/client.ts';
import { h, icon } from '../dom.ts';
import { Follow } from '../follow.ts';
import { describe, longDay, nameOf, otherLang, otherNameOf, scriptLang } from '../i18n/index.ts';
import type { Notices } from '../ui/notices.ts';
import type { Context } from './context.ts';
import { dayView } from './day.ts';
import { frontView } from './front.ts';
import { Loader, type Answer, type Subject } from './load.ts';
import { reportView, scrollToChosen } from './report.ts';
import { whoView } from './who.ts';

const CROSS = 'M6 6l12 12M18 6L6 18';
const FOLD = 'M6 9l6 6 6-6';
const BACK = 'M15 5l-7 7 7 7';

export interface PanelEvents {
  close: () => void;
  back: () => void;
  found: (lon: number, lat: number) => void; // where the place asked for lies
}

/** The column beside the map, or the sheet under it on a phone: what the page says in words. */
export class Panel {
  readonly #root: HTMLElement;
  readonly #on: PanelEvents;
  readonly #follow: Follow<Subject, Answer>;
  readonly #body = h('div', { class: 'body' });
  readonly #head = h('header');
  readonly #sheet = window.matchMedia('(max-width: 760px)'); // as in phone.css
  #subject: Subject | null = null;
  #answer: Answer | null = null;
  #context: Context | null = null;
  #takeFocus = false;

  constructor(root: HTMLElement, api: Api, notices: Notices, on: PanelEvents) {
    [this.#root, this.#on] = [root, on];
    root.replaceChildren(this.#head, this.#body);
    this.#body.setAttribute('aria-busy', 'true');
    this.fold(this.#sheet.matches);
    this.#follow = new Follow<Subject, Answer>({
      load: new Loader(api).load,
      show: (subject, answer) => {
        notices.clear('panel');
        this.#show(subject, answer);
      },
      fail: (subject, error) => {
        const what = subject.kind === 'day' ? 'changes' : subject.kind === 'report' ? 'report' : 'who';
        notices.fail('panel', what, error, () => { this.#follow.demand(subject); });
        this.#body.removeAttribute('aria-busy');
      },
    });
  }

  /** Turns to a subject. What is shown of another one stays until the answer is here. */
  turnTo(subject: Subject, context: Context): void {
    const before = this.#subject;
    const spoken = this.#context?.lang;
    [this.#subject, this.#context] = [subject, context];
    if (spoken !== context.lang) this.#draw();
    if (JSON.stringify(subject) === JSON.stringify(before)) return;
    this.#body.setAttribute('aria-busy', 'true');
    if (about(subject) === about(before)) {
      this.#follow.want(subject);
      return;
    }
    if (subject.kind !== 'day') this.fold(false);
    else if (before && this.#sheet.matches) this.fold(true);
    this.#follow.demand(subject);
  }

  /** Folds the panel down to its heading, or opens it. */
  fold(folded: boolean): void {
    this.#root.classList.toggle('folded', folded);
    this.#head.querySelector('.fold')?.setAttribute('aria-expanded', String(!folded));
  }

  /** Moves the keyboard to the heading, as soon as the next answer is here. */
  focus(): void {
    this.#takeFocus = true;
  }

  #show(subject: Subject, answer: Answer): void {
    const turned = about(answer) !== about(this.#answer) || answer.kind === 'report';
    this.#answer = answer;
    this.#body.removeAttribute('aria-busy');
    this.#draw();
    if (turned) this.#body.scrollTop = 0;
    if (answer.kind === 'report') scrollToChosen(this.#body);
    const place = answer.kind === 'who' ? answer.input.who.place : null;
    if (place) this.#on.found(place.lon, place.lat);
    else if (subject.kind === 'who' && subject.selection.kind === 'point') this.#on.found(subject.selection.lon, subject.selection.lat);
  }

  #draw(): void {
    if (!this.#context) return;
    if (!this.#answer) {
      this.#body.replaceChildren(h('p', { class: 'soft' }, this.#context.t.loading));
      return;
    }
    const take = this.#takeFocus || this.#root.contains(document.activeElement);
    this.#takeFocus = false;
    this.#drawHead(this.#answer, this.#context);
    this.#body.replaceChildren(this.#view(this.#answer, this.#context));
    if (take) this.#head.querySelector('h2')?.focus({ preventScroll: true });
  }

  #view(answer: Answer, context: Context): HTMLElement {
    switch (answer.kind) {
      case 'day':
        return dayView(answer.changes, answer.window, context);
      case 'who':
        return whoView(answer.input, context);
      case 'front':
        return frontView(answer.front, context);
      case 'report':
        return reportView(answer.answer, answer.claim, context);
    }
  }

  #drawHead(answer: Answer, context: Context): void {
    const { t } = context;
    const button = (name: string, label: string, path: string, click: () => void): HTMLElement =>
      h('button', { type: 'button', class: name, title: label, 'aria-label': label, on: { click } }, icon(path));
    const fold = button('fold', t.panel.fold, FOLD, () => { this.fold(!this.#root.classList.contains('folded')); });
    fold.setAttribute('aria-expanded', String(!this.#root.classList.contains('folded')));
    this.#root.setAttribute('aria-label', t.panel.label);
    this.#head.replaceChildren(
      ...(answer.kind === 'report' ? [button('back', t.back, BACK, this.#on.back)] : []),
      h('div', { class: 'title' }, ...titleOf(answer, context)),
      fold,
      ...(answer.kind === 'day' ? [] : [button('close', t.close, CROSS, this.#on.close)]),
    );
  }
}

/** What a subject is about, whatever the day. */
function about(of: Subject | Answer | null): string {
  if (!of) return '';
  if ('selection' in of) return JSON.stringify(of.selection);
  if (of.kind === 'front') return `${of.front.a}|${of.front.b}`;
  return of.kind;
}

function titleOf(answer: Answer, context: Context): HTMLElement[] {
  const { t, lang } = context;
  const heading = (text: string, of = lang): HTMLElement => h('h2', { tabindex: -1, lang: of, dir: 'auto' }, text);
  switch (answer.kind) {
    case 'day':
      return [heading(t.day.title), h('p', { class: 'soft' }, t.day.span(answer.window, longDay(context.day, t)))];
    case 'front':
      return [heading(t.front.title)];
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
