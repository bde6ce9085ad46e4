/** A point as latitude, longitude in degrees with five decimals, about a metre: 35.27400, 38.84600. */
export function decimalDegrees(lat: number, lon: number): string {
  return `${plain(lat)}, ${plain(lon)}`;
}

/** A point in degrees, minutes and whole seconds, about thirty metres: 35°16′26″N 38°50′46″E. */
export function degreesMinutesSeconds(lat: number, lon: number): string {
  return `${sexagesimal(lat, 'N', 'S')} ${sexagesimal(lon, 'E', 'W')}`;
}

function plain(degrees: number): string {
  const text = degrees.toFixed(5);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

function sexagesimal(degrees: number, above: string, below: string): string {
  const seconds = Math.round(Math.abs(degrees) * 3600);
  const two = (n: number): string => String(n).padStart(2, '0');
  const side = degrees < 0 && seconds > 0 ? below : above;
  return `${Math.floor(seconds / 3600)}°${two(Math.floor(seconds / 60) % 60)}′${two(seconds % 60)}″${side}`;
}
