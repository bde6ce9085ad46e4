import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { UNKNOWN, type Actors } from '../actors.ts';
import { imageName } from './images.ts';
import { paper } from './palette.ts';

const contested: ExpressionSpecification = ['get', 'contested'];
const unknown: ExpressionSpecification = ['==', ['get', 'holder'], UNKNOWN];

/** The colour of the party whose id stands in a property; that of "unknown" for ids it does not know. */
export function partyColour(actors: Actors, property: string): ExpressionSpecification | string {
  const known = actors.list.filter((a) => a.id !== UNKNOWN);
  const [first, ...rest] = known;
  if (!first) return actors.colour(UNKNOWN);
  return ['match', ['get', property], first.id, first.colour, ...rest.flatMap((a) => [a.id, a.colour]), actors.colour(UNKNOWN)];
}

/** Who holds the ground: plain, hatched where contested, dotted where nobody knows. */
export function areas(actors: Actors): LayerSpecification[] {
  return [
    {
      id: 'areas_held', type: 'fill', source: 'areas', filter: ['all', ['!', contested], ['!', unknown]],
      paint: { 'fill-color': partyColour(actors, 'holder'), 'fill-opacity': 0.46 },
    },
    {
      id: 'areas_contested', type: 'fill', source: 'areas', filter: contested,
      paint: { 'fill-pattern': ['image', ['get', 'pattern']], 'fill-opacity': 0.62 },
    },
    {
      id: 'areas_unknown', type: 'fill', source: 'areas', filter: ['all', ['!', contested], unknown],
      paint: { 'fill-pattern': imageName({ kind: 'dots' }), 'fill-opacity': 0.8 },
    },
  ];
}

/** The lines between two holders: ink on a pale casing. */
export const fronts: LayerSpecification[] = [
  {
    id: 'fronts_casing', type: 'line', source: 'fronts', layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': paper.halo, 'line-width': ['interpolate', ['linear'], ['zoom'], 5, 2.4, 10, 6.5], 'line-opacity': 0.9 },
  },
  {
    id: 'fronts_line', type: 'line', source: 'fronts', layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': paper.ink, 'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1, 10, 2.6], 'line-opacity': 0.85 },
  },
];

const size = (least: number, step: number): ExpressionSpecification => ['+', least, ['*', step, ['get', 'rank']]];

/** The places: filled where a report says so, hollow where it is inferred, dark-rimmed where contested. */
export function places(actors: Actors): LayerSpecification[] {
  const colour = partyColour(actors, 'holder');
  return [
    {
      id: 'places_dot', type: 'circle', source: 'places',
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
