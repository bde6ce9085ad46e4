import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { paper } from './palette.ts';

/** Events, side by side above their place. An image is 22 units wide; `slot` counts from the middle. */
export const events: LayerSpecification[] = [
  {
    id: 'events_badge', type: 'symbol', source: 'events',
    layout: {
      'icon-image': ['image', ['get', 'image']],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 5.5, 0.62, 8.5, 0.9, 11, 1],
      'icon-anchor': 'bottom',
      'icon-offset': ['interpolate', ['linear'], ['get', 'slot'], -4, ['literal', [-92, -6]], 4, ['literal', [92, -6]]],
      'icon-overlap': 'always',
      'icon-padding': 0,
      'symbol-sort-key': ['get', 'slot'],
    },
  },
];

/** A ring around what is picked. */
export const picked: LayerSpecification[] = [
  {
    id: 'picked_ring', type: 'circle', source: 'picked',
    paint: {
      'circle-radius': 13, 'circle-color': 'rgba(255, 255, 255, 0.15)', 'circle-stroke-color': paper.ink, 'circle-stroke-width': 2.5,
    },
  },
];
