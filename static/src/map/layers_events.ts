import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { paper } from './palette.ts';

/** Ground that events are told to lie on: a faint area with a broken edge, or a broken line. */
export const eventGrounds: LayerSpecification[] = [
  {
    id: 'events_area', type: 'fill', source: 'events', filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': paper.ink, 'fill-opacity': 0.05 },
  },
  {
    id: 'events_line', type: 'line', source: 'events', filter: ['!=', ['geometry-type'], 'Point'],
    paint: { 'line-color': paper.ink, 'line-width': 1, 'line-opacity': 0.45, 'line-dasharray': [3, 3] },
  },
];

/** Events, side by side above their place. An image is 22 units wide; `slot` counts from the middle. */
export const events: LayerSpecification[] = [
  {
    id: 'events_badge', type: 'symbol', source: 'events', filter: ['==', ['geometry-type'], 'Point'],
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
