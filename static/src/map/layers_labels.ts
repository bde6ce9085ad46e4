import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { strings, type Lang } from '../i18n/index.ts';
import type { Paper } from './palette.ts';

/** Families of the reader's own machine that have both scripts; the style names no glyph server. */
export const font = ['Noto Sans Arabic', 'Noto Sans', 'Segoe UI', 'Tahoma', 'Geeza Pro', 'Helvetica Neue', 'Arial'];

/** The name in the reader's script; from zoom `both` on with the other script under it. */
export function label(lang: Lang, both: number, paper: Paper): ExpressionSpecification {
  const [own, other] = strings(lang).names === 'ar' ? ['name_ar', 'name_en'] : ['name_en', 'name_ar'];
  const name: ExpressionSpecification = ['coalesce', ['get', own], ['get', other], ''];
  const pair: ExpressionSpecification = [
    'format', name, {}, '\n', {}, ['coalesce', ['get', other], ''], { 'font-scale': 0.82, 'text-color': paper.soft },
  ];
  return ['step', ['zoom'], ['format', name, {}], both, pair];
}

/** The zoom from which each layer of names shows both scripts. */
export const bothFrom = { labels_city: 7.6, labels_town: 8.8, labels_place: 9.6 };

const around = {
  'text-variable-anchor': ['top', 'bottom', 'right', 'left'] as ('top' | 'bottom' | 'right' | 'left')[],
  'text-radial-offset': 0.55,
  'text-justify': 'auto' as const,
  'text-max-width': 9,
  'text-line-height': 1.25,
};

/** Letters of a joined script are not spaced. */
export function spacing(lang: Lang): number {
  return strings(lang).names === 'ar' ? 0 : 0.16;
}

const haloed = (paper: Paper): Record<string, string | number> =>
  ({ 'text-color': paper.ink, 'text-halo-color': paper.halo, 'text-halo-width': 1.6, 'text-halo-blur': 0.4 });

/** Names of the places that reports speak of, other than cities and towns. */
export function placeLabels(lang: Lang, paper: Paper): LayerSpecification[] {
  return [
    {
      id: 'labels_place', type: 'symbol', source: 'places', minzoom: 8.2,
      filter: ['!', ['in', ['get', 'kind'], ['literal', ['city', 'town']]]],
      layout: {
        ...around, 'text-field': label(lang, bothFrom.labels_place, paper), 'text-font': font,
        'text-radial-offset': ['case', ['has', 'sign'], 1.05, around['text-radial-offset']],
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, 10.5, 11, 13],
      },
      paint: { ...haloed(paper), 'text-color': paper.soft },
    },
  ];
}

/** Names of towns, cities and countries. The last is placed first. */
export function labels(lang: Lang, paper: Paper): LayerSpecification[] {
  return [
    {
      id: 'labels_town', type: 'symbol', source: 'labels', minzoom: 7.2, filter: ['==', ['get', 'kind'], 'town'],
      layout: {
        ...around, 'text-field': label(lang, bothFrom.labels_town, paper), 'text-font': font,
        'text-size': ['interpolate', ['linear'], ['zoom'], 7, 11, 11, 14.5],
      },
      paint: haloed(paper),
    },
    {
      id: 'labels_city', type: 'symbol', source: 'labels', filter: ['==', ['get', 'kind'], 'city'],
      layout: {
        ...around, 'text-field': label(lang, bothFrom.labels_city, paper), 'text-font': font,
        'text-size': ['interpolate', ['linear'], ['zoom'], 5.5, 11.5, 9, 15.5, 11, 17],
      },
      paint: haloed(paper),
    },
    {
      id: 'labels_country', type: 'symbol', source: 'countries', maxzoom: 8.5,
      layout: { 'text-field': ['get', 'name'], 'text-font': font, 'text-size': 14, 'text-letter-spacing': spacing(lang) },
      paint: { 'text-color': ['case', ['get', 'sea'], paper.water, paper.country], 'text-halo-color': paper.halo, 'text-halo-width': 1 },
    },
  ];
}
