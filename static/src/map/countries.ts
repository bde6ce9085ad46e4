import type { FeatureCollection, Point } from 'geojson';
import type { Strings } from '../i18n/index.ts';

/** Where the names of the neighbours stand: longitude, latitude in degrees. */
const AT: Record<Exclude<keyof Strings['countries'], 'syria'>, [lon: number, lat: number]> = {
  turkey: [37.6, 37.75], iraq: [42.6, 33.6], jordan: [37.1, 31.7], lebanon: [35.75, 33.85], israel: [34.85, 31.2],
  palestine: [35.25, 32.0], cyprus: [33.2, 35.05], saudi: [40.5, 30.4], iran: [46.9, 34.6], egypt: [31.5, 30.2],
  mediterranean: [34.0, 34.2],
};

/** The names of the neighbours and the sea, in the reader's language. */
export function countryNames(t: Strings): FeatureCollection<Point> {
  const keys = Object.keys(AT) as (keyof typeof AT)[];
  return {
    type: 'FeatureCollection',
    features: keys.map((key) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: AT[key] },
      properties: { name: t.countries[key], sea: key === 'mediterranean' },
    })),
  };
}
