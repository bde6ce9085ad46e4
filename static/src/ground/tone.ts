/** In how many days belief in what was said halves: fold.HalfLifeDays of the server. */
const HALF_LIFE = 365;

/** The ages in days from which evidence is a tone older: where belief falls below three quarters, a half, a quarter. */
const OLDER = [0.75, 0.5, 0.25].map((belief) => -HALF_LIFE * Math.log2(belief));

/**
 * How old evidence of an age in days is, in four steps: 0 fresh … 3 old, those in which
 * front.Tones of the server has belief fall. A negative age, for which there is no evidence
 * yet, is 0: such ground is told by not being reported.
 */
export function toneOf(age: number): number {
  let tone = 0;
  while (tone < OLDER.length && age > OLDER[tone]!) tone++;
  return tone;
}
