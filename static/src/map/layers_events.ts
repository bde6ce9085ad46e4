import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Actors } from '../actors.ts';
import { clusterImage } from './clusters.ts';
import { font } from './layers_labels.ts';
import type { Paper } from './palette.ts';

/** Where events are told to lie on a line or in an area: its broken edge alone, for washes that lie over each other would change the colours of the ground. */
export const eventGrounds = (paper: Paper): LayerSpecification[] => [
  {
    id: 'events_ground', type: 'line', source: 'event_grounds',
    paint: { 'line-color': paper.ink, 'line-width': 1, 'line-opacity': 0.4, 'line-dasharray': [3, 3] },
  },
];

/** Several events as one, where they lie dense. Names make way for them. */
export const eventClusters = (actors: Actors, paper: Paper): LayerSpecification[] => [
  {
    id: 'events_cluster', type: 'symbol', source: 'events', filter: ['has', 'point_count'],
    layout: {
      'icon-image': ['image', clusterImage(actors)],
      'icon-size': ['interpolate', ['linear'], ['get', 'point_count'], 2, 0.9, 30, 1.3],
      'icon-overlap': 'always',
      'icon-padding': 0,
      'text-field': ['to-string', ['get', 'point_count']],
      'text-font': font,
      'text-size': ['interpolate', ['linear'], ['get', 'point_count'], 2, 10.5, 30, 14],
      'text-offset': [0, 0.46],
      'text-overlap': 'always',
      'symbol-sort-key': ['get', 'point_count'],
    },
    paint: { 'text-color': paper.ink },
  },
];

/** Events, side by side above their place. An image of one is 22 units wide; `slot` counts from the middle. */
export const eventBadges: LayerSpecification[] = [
  {
    id: 'events_badge', type: 'symbol', source: 'events', filter: ['!', ['has', 'point_count']],
    layout: {
      'icon-image': ['image', ['get', 'image']],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 5.5, 0.62, 8.5, 0.9, 11, 1],
      'icon-anchor': 'bottom',
      'icon-offset': ['interpolate', ['linear'], ['get', 'slot'], -4, ['literal', [-92, -6]], 4, ['literal', [92, -6]]],
      'icon-overlap': 'always',
      'icon-ignore-placement': true, // where something happens, the names are wanted most
      'symbol-sort-key': ['get', 'slot'],
    },
  },
];

/** A ring around what is picked. */
export const picked = (paper: Paper): LayerSpecification[] => [
  {
    id: 'picked_ring', type: 'circle', source: 'picked',
    paint: {
      'circle-radius': 13, 'circle-color': 'rgba(255, 255, 255, 0.15)', 'circle-stroke-color': paper.ink, 'circle-stroke-width': 2.5,
    },
  },
];
