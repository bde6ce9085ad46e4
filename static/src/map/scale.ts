const EARTH_CIRCUMFERENCE = 40_075_016.686; // metres at the equator, WGS84
const TILE = 512; // pixels of the world's width at zoom 0

/** The largest of 1, 2, 3 or 5 times a power of ten that is not above `most`. Most must be above 0. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [5, 3, 2, 1].find((s) => s * power <= most) ?? 1;
  return step * power;
}

/** Metres on the ground under one pixel of a Web Mercator map. Latitude in degrees. */
export function metresPerPixel(zoom: number, lat: number): number {
  return (EARTH_CIRCUMFERENCE * Math.cos((lat * Math.PI) / 180)) / (TILE * 2 ** zoom);
}
