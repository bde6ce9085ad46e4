import { strings } from '../i18n/index.ts';
import type { Page } from '../page.ts';
import { spanOf } from '../span.ts';
import { nextChange, withoutParties } from '../timeline/bins.ts';
import { sourceName } from '../ui/sources.ts';
import type { Context } from './context.ts';
import { nearSides } from './front.ts';
import type { Subject } from './load.ts';

/** What the panel is to speak of: what was opened last, and else what was picked, and else the day. */
export function subjectOf(page: Page): Subject {
  const { day, selection, report } = page.state();
  const span = spanOf(page.state());
  const [front, pocket] = [page.front(), page.pocket()];
  if (report) return { kind: 'report', ...report };
  if (pocket) return { kind: 'pocket', day, pocket };
  const { scope } = page.overview();
  if (front) return { kind: 'front', day, scope, picked: front, near: nearSides(front, (id) => page.atlas().where(id)) };
  return selection ? { kind: 'who', day, span, scope, selection } : { kind: 'day', day, span, scope };
}

/** The words, colours and ways on that a view of the panel has. */
export function contextOf(page: Page): Context {
  const { lang, day, from, look, filter } = page.state();
  const { scope, counts, read, sources } = page.overview();
  const t = strings(lang);
  return {
    t, lang, look, actors: page.inks.actors, day, from, scope, read, ...page.all,
    names: (id) => page.ground()?.place(id) ?? page.atlas().names(id),
    source: (said) => {
      const listed = sources.find(({ id, listed: is }) => is && id === said.source_id);
      return listed ? sourceName(listed, lang) : said.source || t.claim.unnamedSource;
    },
    go: {
      place: (id) => { page.go({ selection: { kind: 'place', id }, report: null, room: 'why' }); },
      day: (to) => { page.go({ day: to }); },
      report: (id, claim) => { page.go({ report: { id, claim }, room: 'why' }); },
      nextChange: (step) => {
        const to = nextChange(withoutParties(counts, filter.hidden), day, step);
        if (to) page.go({ day: to });
      },
      take: () => { page.go({ room: 'take' }); },
    },
  };
}
