import { byId } from './dom.ts';
import type { Interior } from './interior.ts';
import type { Page } from './page.ts';
import { Search } from './ui/search.ts';

/** The search box of the page: a place is gone to, words are looked for in the room of what is found. */
export function searchOf(page: Page, interior: Interior): Search {
  return new Search(byId('search'), page.api, page.notices, {
    place: (place) => {
      page.go({ selection: { kind: 'place', id: place.id }, report: null, room: 'why' });
      page.atlas().goTo(place.lon, place.lat);
      interior.focus();
    },
    words: (words) => {
      interior.fold(false);
      const { filter, listing } = page.state();
      page.go({ room: 'find', filter: { ...filter, words }, listing: { ...listing, list: 'reports' } });
    },
  });
}
