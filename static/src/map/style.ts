import type { GeoJSONSourceSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Inks } from '../inks.ts';
import { strings } from '../i18n/index.ts';
import type { Lang } from '../state.ts';
import { eventSource } from './clusters.ts';
import { countryNames } from './countries.ts';
import { ground, lines } from './layers_base.ts';
import { basis } from './layers_basis.ts';
import { areas, fronts, places, signs } from './layers_control.ts';
import { difference } from './layers_difference.ts';
import { eventBadges, eventClusters, eventGrounds, picked } from './layers_events.ts';
import { labels, placeLabels } from './layers_labels.ts';
import { advances, pocketLabels, pockets } from './layers_moves.ts';
import { regionLayers } from './layers_region.ts';
import { nothing } from './nothing.ts';

/** The sources that the page fills. */
export type SourceId =
  | 'areas' | 'difference' | 'fronts' | 'pockets' | 'advances' | 'places' | 'events' | 'event_grounds' | 'basis' | 'picked' | 'labels'
  | 'countries' | 'region';

/** The whole map as data. `base` is the address of the base map. */
export function mapStyle({ actors, paper }: Inks, lang: Lang, base: string): StyleSpecification {
  const empty = (): GeoJSONSourceSpecification => ({ type: 'geojson', data: nothing });
  return {
    version: 8,
    sources: {
      base: { type: 'geojson', data: base, tolerance: 0.2 },
      areas: empty(), difference: empty(), fronts: empty(), pockets: empty(), advances: empty(), places: empty(), event_grounds: empty(),
      events: eventSource(actors), basis: empty(), picked: empty(), labels: empty(), region: empty(),
      countries: { type: 'geojson', data: countryNames(strings(lang)) },
    },
    layers: [
      ...ground(paper), ...areas, ...difference(actors, paper), ...lines(paper), ...fronts, ...pockets(paper), ...eventGrounds(paper),
      ...advances(actors, paper), ...places(actors, paper), ...signs, ...pocketLabels(paper), ...placeLabels(lang, paper),
      ...eventBadges, ...labels(lang, paper), ...eventClusters(actors, paper), ...basis(paper), ...picked(paper), ...regionLayers(paper),
    ],
  };
}

/** A property of a layer that has to be set, as MapLibre takes it. */
export interface Touch {
  layer: string;
  kind: 'paint' | 'layout';
  name: string;
  value: unknown;
}

/** What has to be set for a map in one style to look as in another; both have the same layers. */
export function touches(from: StyleSpecification, to: StyleSpecification): Touch[] {
  const of = (style: StyleSpecification, layer: string, kind: Touch['kind']): Record<string, unknown> =>
    ({ ...style.layers.find((l) => l.id === layer)?.[kind] });
  return to.layers.flatMap(({ id }) => (['paint', 'layout'] as const).flatMap((kind) => {
    const before = of(from, id, kind);
    return Object.entries(of(to, id, kind))
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]))
      .map(([name, value]): Touch => ({ layer: id, kind, name, value }));
  }));
}
