import { csv } from '../csv.ts';
import { nameOf } from '../i18n/index.ts';
import { handsWords, type Speech } from '../ui/hands.ts';
import type { ordered } from './days.ts';
import type { Pair } from './pairs.ts';

/** What differs between two days as CSV: a row a pair of hands. */
export function pairsTable(pairs: readonly Pair[], { from, to }: ReturnType<typeof ordered>, speech: Speech): string {
  const { t, lang } = speech;
  const { day, hands, km2, least, most, places } = t.compare.columns;
  const thousandths = (n: number): number => Math.round(n * 1000) / 1000;
  return csv([
    [`${day} 1`, `${day} 2`, `${hands} 1`, `${hands} 2`, km2, least, most, places],
    ...pairs.map((p) => [
      from, to, handsWords(p.from, speech), handsWords(p.to, speech),
      thousandths(p.extent.km2), thousandths(p.extent.least), thousandths(p.extent.most), p.places.map((place) => nameOf(place, lang)).join('; '),
    ]),
  ]);
}
