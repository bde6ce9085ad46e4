import type { Map as GlMap } from 'maplibre-gl';

/** A spot that is asked about: degrees, WGS84, and where it is on the map in pixels. */
export interface Spot {
  lon: number;
  lat: number;
  x: number;
  y: number;
}

/** For how long a finger has to rest to ask about the spot under it, in milliseconds. */
const LONG_PRESS = 550;

/**
 * Tells which spot is asked about: by the right button, by the key that opens a
 * menu, by C for the middle of the map, or by a finger that rests.
 */
export function listenForSpot(gl: GlMap, ask: (spot: Spot) => void): void {
  const askAt = (x: number, y: number): void => {
    const { lng: lon, lat } = gl.unproject([x, y]);
    ask({ lon, lat, x, y });
  };
  gl.on('contextmenu', (e) => { askAt(e.point.x, e.point.y); });
  gl.getCanvas().addEventListener('keydown', (e) => {
    if (e.key.toLowerCase() !== 'c' || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    const { x, y } = gl.project(gl.getCenter());
    askAt(x, y);
  });
  listenForRest(gl, askAt);
}

function listenForRest(gl: GlMap, ask: (x: number, y: number) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  const stop = (): void => { clearTimeout(timer); };
  gl.on('touchstart', ({ points, point: { x, y } }) => {
    stop();
    asked = false;
    if (points.length > 1) return;
    timer = setTimeout(() => {
      asked = true;
      ask(x, y);
    }, LONG_PRESS);
  });
  gl.on('touchend', (e) => {
    if (asked) e.originalEvent.preventDefault(); // it was no tap, and is not to click what lies there
  });
  gl.on('contextmenu', () => { asked = true; }); // browsers that take a resting finger for the right button ask by that
  for (const end of ['touchmove', 'touchend', 'touchcancel', 'movestart', 'contextmenu'] as const) gl.on(end, stop);
}
