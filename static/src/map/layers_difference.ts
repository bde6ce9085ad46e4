import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Actors } from '../actors.ts';
import { partyColour } from './layers_control.ts';
import type { Paper } from './palette.ts';

const part = (name: string): ExpressionSpecification => ['==', ['get', 'part'], name];

/**
 * What changed hands, on a map that pales under it: the ground in its new
 * holder's colour, striped and rimmed in that of the old one, within a pale
 * fringe where its border may lie.
 */
export const difference = (actors: Actors, paper: Paper): LayerSpecification[] => [
  {
    id: 'difference_veil', type: 'fill', source: 'difference', filter: part('veil'),
    paint: { 'fill-color': paper.home, 'fill-opacity': 0.62, 'fill-antialias': false },
  },
  {
    id: 'difference_band', type: 'fill', source: 'difference', filter: part('band'),
    paint: { 'fill-color': partyColour(actors, 'to'), 'fill-opacity': 0.26 },
  },
  {
    id: 'difference_ground', type: 'fill', source: 'difference', filter: part('ground'),
    paint: { 'fill-pattern': ['image', ['get', 'pattern']], 'fill-opacity': 0.86 },
  },
  {
    id: 'difference_rim', type: 'line', source: 'difference', filter: part('ground'), layout: { 'line-join': 'round' },
    paint: { 'line-color': partyColour(actors, 'from'), 'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1.2, 10, 3] },
  },
];
