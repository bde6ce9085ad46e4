import type { FeatureCollection } from 'geojson';

export const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };
