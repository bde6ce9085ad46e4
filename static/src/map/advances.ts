import type { Feature, FeatureCollection, Polygon } from 'geojson';
import type { Advances } from '../api/layers.ts';
import { shows, type Filter } from '../filter.ts';
import { arrowRing } from './arrow.ts';

/**
 * Advances as arrows over the ground. Where the words give no more than the
 * place that was neared, `concluded` says that we say where the arrow begins.
 */
export function drawnAdvances({ features }: Advances, filter: Filter): FeatureCollection<Polygon> {
  if (filter.without.includes('advance')) return { type: 'FeatureCollection', features: [] };
  return {
    type: 'FeatureCollection',
    features: features.flatMap(({ id, geometry, properties: p }): Feature<Polygon>[] => {
      const [from, to] = geometry.coordinates;
      const ring = from && to && arrowRing(from, to);
      if (!ring || !shows(filter, [p.actor])) return [];
      return [{
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates: [ring] },
        properties: {
          claim: id, report: p.report, place: p.toward ?? p.from, actor: p.actor, day: p.start,
          concluded: p.axis !== 'distance_and_direction',
        },
      }];
    }),
  };
}
