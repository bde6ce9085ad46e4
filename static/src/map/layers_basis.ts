import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, FeatureCollection } from 'geojson';
import type { Paper } from './palette.ts';

/** A spot in degrees, WGS84. */
export type At = readonly [lon: number, lat: number];

/** The places that an answer rests on, and the spot that is judged by them. */
export interface Basis {
  of: At;
  on: At[];
}

/** What an answer rests on, as the map draws it: the places as points, each linked with the spot that is judged by it. */
export function drawnBasis(basis: Basis | null): FeatureCollection {
  const features = (basis?.on ?? []).flatMap((at): Feature[] => [
    { type: 'Feature', geometry: { type: 'LineString', coordinates: [[...(basis?.of ?? at)], [...at]] }, properties: {} },
    { type: 'Feature', geometry: { type: 'Point', coordinates: [...at] }, properties: {} },
  ]);
  return { type: 'FeatureCollection', features };
}

/** A broken line from what is picked to each place that it is judged by, and a ring around that. */
export const basis = (paper: Paper): LayerSpecification[] => [
  {
    id: 'basis_link', type: 'line', source: 'basis', filter: ['==', ['geometry-type'], 'LineString'],
    paint: { 'line-color': paper.ink, 'line-width': 1.5, 'line-dasharray': [2, 2], 'line-opacity': 0.8 },
  },
  {
    id: 'basis_ring', type: 'circle', source: 'basis', filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 9, 'circle-color': 'rgba(255, 255, 255, 0)', 'circle-stroke-color': paper.ink, 'circle-stroke-width': 1.5,
    },
  },
];
