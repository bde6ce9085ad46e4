import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Paper } from './palette.ts';

const part = (name: string): ExpressionSpecification => ['==', ['get', 'part'], name];

/** Sea and land, under everything. */
export const ground = (paper: Paper): LayerSpecification[] => [
  { id: 'base_sea', type: 'background', paint: { 'background-color': paper.sea } },
  {
    id: 'base_land', type: 'fill', source: 'base', filter: part('land'),
    paint: { 'fill-color': ['case', ['get', 'home'], paper.home, paper.land] },
  },
];

/** Waters and borders, above the areas. */
export const lines = (paper: Paper): LayerSpecification[] => [
  { id: 'base_lake', type: 'fill', source: 'base', filter: part('lake'), paint: { 'fill-color': paper.sea } },
  {
    // Drawn from a 1:50m source: it fades where the eye would take it for exact.
    id: 'base_river', type: 'line', source: 'base', filter: part('river'),
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': paper.river,
      'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1, 9, 2.4],
      'line-opacity': ['interpolate', ['linear'], ['zoom'], 8, 0.9, 10.5, 0.25],
    },
  },
  { id: 'base_coast', type: 'line', source: 'base', filter: part('coast'), paint: { 'line-color': paper.coast, 'line-width': 0.8 } },
  {
    id: 'base_border', type: 'line', source: 'base', filter: ['all', part('border'), ['!', ['get', 'home']]],
    paint: { 'line-color': paper.border, 'line-width': 0.8 },
  },
  {
    id: 'base_home', type: 'line', source: 'base', filter: ['all', part('border'), ['get', 'home']],
    paint: { 'line-color': paper.homeBorder, 'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1, 9, 1.8] },
  },
];
