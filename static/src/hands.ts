import { UNKNOWN } from './actors.ts';
import type { PassageProps } from './api/layers.ts';

/** In whose hands something is: its holder's, or those of all who contest it. */
export interface Hands {
  holder: string | null; // null where contested
  parties: readonly string[]; // who contest it, in order; none where held
}

/** The hands of a place whose answer names one holder and the others beside it. */
export function handsOf({ holder, contested, others }: { holder: string; contested: boolean; others: readonly string[] }): Hands {
  return contested ? { holder: null, parties: [...new Set([holder, ...others])].filter((id) => id !== UNKNOWN).sort() } : { holder, parties: [] };
}

/** All who have a hand in it. */
export function partiesOf({ holder, parties }: Hands): readonly string[] {
  return holder === null ? parties : [holder];
}

export function sameHands(a: Hands, b: Hands): boolean {
  return a.holder === b.holder && a.parties.join() === b.parties.join();
}

/** Out of whose hands something passed, and into whose. */
export interface Passage {
  from: Hands;
  to: Hands;
}

/** The passage of ground. */
export function passageOf(p: PassageProps): Passage {
  return { from: { holder: p.from, parties: p.from_parties }, to: { holder: p.to, parties: p.to_parties } };
}

/** A passage as a text that is the same for the same hands, and that passageFrom reads. */
export function passageKey({ from, to }: Passage): string {
  return JSON.stringify([from.holder, from.parties, to.holder, to.parties]);
}

/** The passage that passageKey wrote. */
export function passageFrom(key: string): Passage {
  const [from, fromParties, to, toParties] = JSON.parse(key) as [string | null, string[], string | null, string[]];
  return { from: { holder: from, parties: fromParties }, to: { holder: to, parties: toParties } };
}
