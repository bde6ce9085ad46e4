import { UNKNOWN } from '../actors.ts';
import type { Because, HistoryHolding } from '../api/types.ts';
import { addDays, type Day } from '../day.ts';

/** How far the server concludes back: from whom a place was taken, and from in whose hands it is first found; LookBackDays and StaleDays of timeline/fold. */
const TAKEN_DAYS = 365;
const FOUND_DAYS = 180;

/** Days through which a place is known to be in somebody's hands, half-open. */
export interface Known {
  holding: HistoryHolding;
  from: Day | null;
  to: Day | null;
  how: 'told' | 'taken' | 'found'; // taken: concluded from whom it was taken; found: from in whose hands it is first found, later
}

/** The holdings of a place with the days through which they are known, as the server answers for each day. A holding of no known beginning is not one since ever. */
export function course(holdings: readonly HistoryHolding[]): Known[] {
  const known = holdings.map((holding): Known => {
    const { from, to } = holding;
    return from ? { holding, from, to, how: 'told' } : { holding, from: takenFrom(holding), to, how: 'taken' };
  });
  const [first] = holdings;
  if (first?.from && isFound(first)) known.unshift({ holding: first, from: addDays(first.from, -FOUND_DAYS), to: first.from, how: 'found' });
  return known;
}

/** What is known of a day, or null. */
export function knownOn(holdings: readonly HistoryHolding[], day: Day): Known | null {
  return course(holdings).find(({ from, to }) => (!from || from <= day) && (!to || day < to)) ?? null;
}

/** The holding of a day. */
export function holdingOn(holdings: readonly HistoryHolding[], day: Day): HistoryHolding | null {
  const known = knownOn(holdings, day);
  return known && known.how !== 'found' ? known.holding : null;
}

function takenFrom({ to, because }: HistoryHolding): Day | null {
  const taken = [to, ...because.map(dayOf)].filter((day) => day !== null).sort()[0];
  return taken ? addDays(taken, -TAKEN_DAYS) : null;
}

/** Whether a first holding was found to be so rather than told to have begun, and not on a map of a day alone. */
function isFound({ holder, contested, since_basis, from, because }: HistoryHolding): boolean {
  if (since_basis !== 'baseline' || contested || holder === UNKNOWN) return false;
  const that = because.filter((one) => dayOf(one) === from);
  return (that.length > 0 ? that : because.slice(-1)).every(({ claim }) => claim.date_basis !== 'baseline');
}

function dayOf({ claim, report }: Because): Day | null {
  return claim.date ?? report.published;
}
