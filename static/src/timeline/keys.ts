import type { Day } from '../day.ts';
import { addDays, clampDay } from '../day.ts';
import type { Range } from './scale.ts';

interface Pressed {
  key: string;
  shiftKey: boolean;
}

/**
 * The day that a key leads to, or null for a key that moves nothing: arrows a
 * day, with Shift a week, PageUp and PageDown 30 days, Home and End the ends.
 * The left arrow moves the handle left: where time runs leftwards (rtl) that
 * is forward.
 */
export function dayByKey({ key, shiftKey }: Pressed, day: Day, all: Range, rtl: boolean): Day | null {
  const step = shiftKey ? 7 : 1;
  const steps: Record<string, number> = {
    ArrowRight: rtl ? -step : step, ArrowLeft: rtl ? step : -step, ArrowUp: step, ArrowDown: -step, PageUp: 30, PageDown: -30,
  };
  if (key === 'Home') return all.first;
  if (key === 'End') return all.last;
  const by = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return by === undefined ? null : clampDay(addDays(day, by), all.first, all.last);
}

/** What a key does wherever the keyboard is, other than moving the day by days. */
export type Act = 'play' | 'last' | 'changeBack' | 'changeForward' | 'help';

/** Keys that move the day from anywhere on the page; the others scroll it. */
export const FROM_ANYWHERE: readonly string[] = ['ArrowLeft', 'ArrowRight', 'Home', 'End'];

/**
 * The act that a key stands for, or null. A key that writes another script is
 * known by where it lies on the keyboard.
 */
export function actByKey({ key, code }: { key: string; code: string }): Act | null {
  const acts: Record<string, Act> = { ' ': 'play', t: 'last', '[': 'changeBack', ']': 'changeForward', '?': 'help', '؟': 'help' };
  const places: Record<string, string> = { KeyT: 't', BracketLeft: '[', BracketRight: ']' };
  const name = Object.hasOwn(acts, key) || key <= '~' ? key.toLowerCase() : (places[code] ?? '');
  return Object.hasOwn(acts, name) ? (acts[name] ?? null) : null;
}

/** Elements that have a use of their own for every key, for the arrows, for the keys that press, and for those that scroll. */
const OWN = {
  all: 'input, select, textarea, [contenteditable], dialog, [role=listbox], [role=tablist]',
  arrows: 'canvas', // the map moves by them
  press: 'button, a, summary, [role=button]',
  scroll: '.body, .rows',
} as const;

/** The selector of the elements that keep a key for themselves. */
export function keptFrom(key: string): string {
  const { all, arrows, press, scroll } = OWN;
  if (key === ' ') return `${all}, ${press}`;
  if (key.startsWith('Arrow')) return `${all}, ${arrows}`;
  return key === 'Home' || key === 'End' ? `${all}, ${scroll}` : all;
}
