import type { PaddingOptions } from 'maplibre-gl';

/** Where a map looks, as its own library says it. */
interface Camera {
  center: { lng: number; lat: number };
  zoom: number;
  padding: PaddingOptions;
}

/** What it takes of a map to be led by another. */
export interface Moving {
  on(type: 'move', listener: () => void): unknown;
  off(type: 'move', listener: () => void): unknown;
  jumpTo(camera: Camera, data: { led: true }): unknown;
  getCenter(): Camera['center'];
  getZoom(): number;
  getPadding(): Camera['padding'];
}

/**
 * Makes two maps move as one, whichever of them is moved; at once the second
 * takes the place of the first. Their events say `led` where a map only
 * follows. What is returned sets them free.
 */
export function yoke(a: Moving, b: Moving): () => void {
  let leading = false;
  const follow = (leader: Moving, follower: Moving) => (): void => {
    if (leading) return; // the follower's own answer
    leading = true;
    follower.jumpTo({ center: leader.getCenter(), zoom: leader.getZoom(), padding: leader.getPadding() }, { led: true });
    leading = false;
  };
  const [ab, ba] = [follow(a, b), follow(b, a)];
  a.on('move', ab);
  b.on('move', ba);
  ab();
  return () => {
    a.off('move', ab);
    b.off('move', ba);
  };
}
