import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Paper } from './palette.ts';

/** A region drawn by hand: a wash, its edge, and its corners, which can be taken hold of. */
export const regionLayers = (paper: Paper): LayerSpecification[] => [
  { id: 'region_wash', type: 'fill', source: 'region', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': paper.ink, 'fill-opacity': 0.07 } },
  {
    id: 'region_casing', type: 'line', source: 'region', filter: ['==', ['geometry-type'], 'LineString'], layout: { 'line-join': 'round' },
    paint: { 'line-color': paper.halo, 'line-width': 4.5, 'line-opacity': 0.9 },
  },
  {
    id: 'region_line', type: 'line', source: 'region', filter: ['==', ['geometry-type'], 'LineString'],
    paint: { 'line-color': paper.ink, 'line-width': 1.8, 'line-dasharray': [3, 1.6] },
  },
  {
    id: 'region_corner', type: 'circle', source: 'region', filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-radius': 5.5, 'circle-color': paper.white, 'circle-stroke-color': paper.ink, 'circle-stroke-width': 1.8 },
  },
];
