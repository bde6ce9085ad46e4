import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { UNKNOWN, type Actors } from '../actors.ts';
import type { Paper } from './palette.ts';

const contested: ExpressionSpecification = ['get', 'contested'];

/** The colour of the party whose id stands in a property; that of "unknown" for ids it does not know. */
export function partyColour(actors: Actors, property: string): ExpressionSpecification | string {
  const known = actors.list.filter((a) => a.id !== UNKNOWN);
  const [first, ...rest] = known;
  if (!first) return actors.colour(UNKNOWN);
  return ['match', ['get', property], first.id, actors.colour(first.id), ...rest.flatMap((a) => [a.id, actors.colour(a.id)]), actors.colour(UNKNOWN)];
}

/** Who holds the ground. It is drawn from cells; these shapes are not seen, but answer to the pointer. */
export const areas: LayerSpecification[] = [
  { id: 'areas_held', type: 'fill', source: 'areas', paint: { 'fill-opacity': 0 } },
];

/** The lines between two holders, likewise. */
export const fronts: LayerSpecification[] = [
  { id: 'fronts_casing', type: 'line', source: 'fronts', paint: { 'line-opacity': 0, 'line-width': ['interpolate', ['linear'], ['zoom'], 5, 2.4, 10, 6.5] } },
];

const size = (least: number, step: number): ExpressionSpecification => ['+', least, ['*', step, ['get', 'rank']]];

/** Where a place stands as its sign. Tiles are cut at whole zooms, and so is this. */
const signed: ExpressionSpecification = ['all', ['has', 'sign'], ['>=', ['zoom'], ['get', 'signed_from']]];

/** The places: filled where a report says so, hollow where it is inferred, dark-rimmed where contested. */
export function places(actors: Actors, paper: Paper): LayerSpecification[] {
  const colour = partyColour(actors, 'holder');
  return [
    {
      id: 'places_dot', type: 'circle', source: 'places', filter: ['!', signed],
      layout: { 'circle-sort-key': ['get', 'rank'] },
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 5.5, size(1.4, 0.8), 8, size(2.8, 1.1), 11, size(5, 1.6)],
        'circle-color': ['case', ['get', 'inferred'], paper.halo, colour],
        'circle-stroke-color': ['case', ['get', 'inferred'], colour, contested, paper.ink, paper.white],
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 5.5, 0.7, 9, 1.5],
      },
    },
  ];
}

/** Those that have a sign of their own. Names need not keep clear of it: they keep their distance. */
export const signs: LayerSpecification[] = [
  {
    id: 'places_sign', type: 'symbol', source: 'places', filter: signed,
    layout: {
      'icon-image': ['image', ['get', 'sign']],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 8, 0.7, 11, 1],
      'icon-overlap': 'always',
      'icon-ignore-placement': true,
      'symbol-sort-key': ['get', 'rank'],
    },
  },
];
