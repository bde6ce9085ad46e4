import type { GeoJSONSourceSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import type { Actors } from '../actors.ts';
import { strings } from '../i18n/index.ts';
import type { Lang } from '../state.ts';
import { countryNames } from './countries.ts';
import { ground, lines } from './layers_base.ts';
import { areas, fronts, places } from './layers_control.ts';
import { eventGrounds, events, picked } from './layers_events.ts';
import { labels } from './layers_labels.ts';

/** The sources that the page fills. */
export type SourceId = 'areas' | 'fronts' | 'places' | 'events' | 'picked' | 'labels' | 'countries';

export const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The whole map as data. `base` is the address of the base map. */
export function mapStyle(actors: Actors, lang: Lang, base: string): StyleSpecification {
  const empty = (): GeoJSONSourceSpecification => ({ type: 'geojson', data: nothing });
  return {
    version: 8,
    sources: {
      base: { type: 'geojson', data: base, tolerance: 0.2 },
      areas: empty(), fronts: empty(), places: empty(), events: empty(), picked: empty(), labels: empty(),
      countries: { type: 'geojson', data: countryNames(strings(lang)) },
    },
    layers: [
      ...ground, ...areas(actors), ...lines, ...fronts, ...eventGrounds, ...places(actors), ...labels(lang), ...events, ...picked,
    ],
  };
}
