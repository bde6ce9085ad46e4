import type { Day } from '../day.ts';
import { actByKey, dayByKey, FROM_ANYWHERE, keptFrom, type Act } from './keys.ts';
import type { Range } from './scale.ts';

export interface ShortcutEvents {
  day: () => Day;
  rtl: () => boolean;
  characters: () => boolean; // keys of a single character count
  settle: (day: Day) => void;
  act: (act: Act) => void;
}

/** Lets the keys of time work wherever the keyboard is, except where an element has a use for them. */
export function listenForKeys(all: Range, on: ShortcutEvents): void {
  document.addEventListener('keydown', (e) => {
    if (e.defaultPrevented || e.isComposing || e.altKey || e.ctrlKey || e.metaKey) return;
    if (e.target instanceof Element && e.target.closest(keptFrom(e.key))) return;
    const day = FROM_ANYWHERE.includes(e.key) ? dayByKey(e, on.day(), all, on.rtl()) : null;
    const act = actByKey(e);
    if (day) on.settle(day);
    else if (act && (act === 'play' || on.characters())) on.act(act);
    else return;
    e.preventDefault();
  });
}
