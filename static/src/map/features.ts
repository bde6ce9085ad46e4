import type { Feature, FeatureCollection } from 'geojson';
import { UNKNOWN } from '../actors.ts';
import type { Areas, HoldingProps, Holdings } from '../api/layers.ts';
import type { Filter } from '../filter.ts';
import { placeTest } from '../find/lists.ts';
import { imageName } from './images.ts';
import { hasSign, signedFrom } from './signs.ts';

/** The areas as they answer to the pointer: a contested one names the two parties it is hatched in. Does not change the answer. */
export function drawnAreas(areas: Areas): FeatureCollection {
  const features = areas.features.map((f): Feature => {
    const { contested, parties } = f.properties;
    const holder = f.properties.holder ?? parties[0] ?? UNKNOWN;
    const other = parties.find((p) => p !== holder) ?? UNKNOWN;
    return { ...f, properties: contested ? { holder, other, contested } : { holder, contested } };
  });
  return { type: 'FeatureCollection', features };
}

/** 3 for what a small-scale map names first, 0 for what has no one spot. */
function rankOf(kind: string): number {
  switch (kind) {
    case 'city':
      return 3;
    case 'town':
    case 'airbase':
      return 2;
    case 'governorate':
    case 'region':
    case 'road':
    case 'river':
      return 0;
    default:
      return 1;
  }
}

/** The places as the map draws them, with their rank; one of a kind that has a sign also with that, and from which zoom. */
export function drawnPlaces({ features }: Holdings, filter: Filter): FeatureCollection {
  const seen = placeTest(filter);
  const shown = features.filter(({ properties }) => seen(properties));
  return {
    type: 'FeatureCollection',
    features: shown.map(({ geometry, properties: p }): Feature => ({
      type: 'Feature',
      geometry,
      properties: {
        place: p.place, name_ar: p.name_ar, name_en: p.name_en, kind: p.kind, rank: rankOf(p.kind), holder: p.holder,
        contested: p.contested, inferred: p.inferred, ...signed(p),
      },
    })),
  };
}

function signed({ kind, holder, contested, inferred }: HoldingProps): { sign?: string; signed_from?: number } {
  if (!hasSign(kind)) return {};
  const how = inferred ? 'inferred' : contested ? 'contested' : 'plain';
  return { sign: imageName({ kind: 'sign', sign: kind, holder, how }), signed_from: signedFrom(kind) };
}
