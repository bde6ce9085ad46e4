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
