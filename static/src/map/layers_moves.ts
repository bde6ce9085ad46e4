import type { LayerSpecification, LineLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Actors } from '../actors.ts';
import { partyColour } from './layers_control.ts';
import { font } from './layers_labels.ts';
import type { Paper } from './palette.ts';

/** Ground that is shut in: teeth inwards from a broken line along its ring. */
export const pockets = (paper: Paper): LayerSpecification[] => [
  {
    // Rings of GeoJSON are turned in tiles so that their inner side is the right one.
    id: 'pockets_shade', type: 'line', source: 'pockets', filter: ['==', ['geometry-type'], 'Polygon'],
    layout: { 'line-join': 'round' },
    paint: {
      'line-pattern': ['image', ['get', 'ring']],
      'line-width': ['interpolate', ['linear'], ['zoom'], 6, 4, 10, 11],
      'line-offset': ['interpolate', ['linear'], ['zoom'], 6, 3, 10, 8],
    },
  },
  {
    id: 'pockets_ring', type: 'line', source: 'pockets', filter: ['==', ['geometry-type'], 'Polygon'],
    paint: {
      'line-color': paper.ink, 'line-width': ['interpolate', ['linear'], ['zoom'], 6, 1.2, 10, 2.4], 'line-dasharray': [2.4, 1.6],
    },
  },
];

/** How large shut-in ground is, in words on it. */
export const pocketLabels = (paper: Paper): LayerSpecification[] => [
  {
    id: 'pockets_label', type: 'symbol', source: 'pockets', minzoom: 8.4, filter: ['==', ['geometry-type'], 'Point'],
    layout: {
      'text-field': ['get', 'label'], 'text-font': font, 'text-size': 12,
      'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'], 'text-radial-offset': 0.9,
    },
    paint: { 'text-color': paper.ink, 'text-halo-color': paper.halo, 'text-halo-width': 1.8 },
  },
];

/** Advances: arrows in the colour of those who advance, on a light casing; with a broken edge where only we say whence. */
export const advances = (actors: Actors, paper: Paper): LayerSpecification[] => {
  const edge: LineLayerSpecification['paint'] = {
    'line-color': partyColour(actors, 'actor'), 'line-width': ['interpolate', ['linear'], ['zoom'], 6, 1, 10, 1.8],
  };
  return [
    {
      id: 'advances_casing', type: 'line', source: 'advances', layout: { 'line-join': 'round' },
      paint: { 'line-color': paper.halo, 'line-width': ['interpolate', ['linear'], ['zoom'], 6, 2.6, 10, 4.8] },
    },
    {
      id: 'advances_body', type: 'fill', source: 'advances',
      paint: {
        'fill-color': partyColour(actors, 'actor'),
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 9, ['case', ['get', 'concluded'], 0.45, 0.85], 12, ['case', ['get', 'concluded'], 0.25, 0.5]],
      },
    },
    {
      id: 'advances_edge', type: 'line', source: 'advances', filter: ['!', ['get', 'concluded']], layout: { 'line-join': 'round' }, paint: edge,
    },
    {
      id: 'advances_edge_concluded', type: 'line', source: 'advances', filter: ['get', 'concluded'],
      paint: { ...edge, 'line-dasharray': [3, 2] },
    },
  ];
};
