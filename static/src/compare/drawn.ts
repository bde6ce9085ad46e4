import type { Feature, FeatureCollection, Position } from 'geojson';
import { UNKNOWN } from '../actors.ts';
import type { Difference } from '../api/layers.ts';
import { partiesOf, passageKey, passageOf, type Passage } from '../hands.ts';
import { imageName } from '../map/images.ts';
import { concerns } from './pairs.ts';

/** Beyond all that the map shows: longitude and latitude in degrees. */
const SHEET: Position[] = [[20, 20], [60, 20], [60, 50], [20, 50], [20, 20]];

/**
 * What changed hands as the map draws it, over a veil that pales what is under
 * it; the bands lie below all ground. Without what concerns the hidden parties,
 * and empty where nothing is left. Does not change the answer.
 */
export function drawnDifference(difference: Difference, hidden: readonly string[]): FeatureCollection {
  const features = difference.features.flatMap(({ geometry, properties: p }): Feature[] => {
    const passage = passageOf(p);
    if (concerns(passage, hidden)) return [];
    const { from, to } = inks(passage);
    return [{
      type: 'Feature', geometry,
      properties: { part: p.part, from, to, pattern: pattern(passage), passage: passageKey(passage), km2: p.km2, least: p.km2_least, most: p.km2_most },
    }];
  });
  const veil: Feature = { type: 'Feature', geometry: { type: 'Polygon', coordinates: [SHEET] }, properties: { part: 'veil' } };
  return { type: 'FeatureCollection', features: features.length > 0 ? [veil, ...features] : [] };
}

/** The parties whose colours stand for old and new hands: of several that contest ground one that is not on the other side too. */
function inks({ from, to }: Passage): { from: string; to: string } {
  const [before, after] = [partiesOf(from), partiesOf(to)];
  const one = (parties: readonly string[], others: readonly string[]): string => parties.find((id) => !others.includes(id)) ?? parties[0] ?? UNKNOWN;
  return { from: one(before, after), to: one(after, before) };
}

/** Contested ground is hatched as it is on the map of its day. */
function pattern(passage: Passage): string {
  const { holder, parties } = passage.to;
  if (holder === null) return imageName({ kind: 'hatch', holder: parties[0] ?? UNKNOWN, other: parties[1] ?? UNKNOWN });
  return imageName({ kind: 'passage', ...inks(passage) });
}
