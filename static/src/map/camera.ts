import { metresPerPixel } from './scale.ts';
import type { MapView } from './view.ts';

/** A map that is all drawn, for as long as the frame lasts in which it was. */
export interface Shot {
  canvas: HTMLCanvasElement;
  width: number; // of the map on the page, in pixels
  height: number;
  metres: number; // on the ground under one pixel in the middle
}

/** Takes pictures of the map. What WebGL draws is there in its own frame alone, so a picture is taken within it. */
export class Camera {
  readonly #map: MapView;

  constructor(map: MapView) {
    this.#map = map;
  }

  /**
   * Hands over the map once all of it is drawn and `ready` says that nothing
   * is still to come, with `ratio` pixels of the picture to one of the page.
   * Take has to do with it whatever it does before it returns. Rejects with the
   * signal's reason, and with whatever take throws.
   */
  async shoot<T>({ ratio, ready, signal }: { ratio: number; ready: () => boolean; signal?: AbortSignal }, take: (shot: Shot) => T): Promise<T> {
    const { gl } = this.#map;
    const before = gl.getPixelRatio();
    if (ratio !== before) gl.setPixelRatio(ratio);
    try {
      for (;;) {
        signal?.throwIfAborted();
        const out = await this.#atRest(() => (ready() && !this.#map.busy ? { value: take(this.#shot()) } : null), signal);
        if (out) return out.value;
      }
    } finally {
      if (ratio !== before) gl.setPixelRatio(before);
    }
  }

  /** What `take` gives in the frame after which the map has nothing more to draw. */
  #atRest<T>(take: () => T, signal?: AbortSignal): Promise<T> {
    const { gl } = this.#map;
    return new Promise((resolve, reject) => {
      const idle = (): void => {
        signal?.removeEventListener('abort', stop);
        try {
          resolve(take());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      const stop = (): void => {
        gl.off('idle', idle);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', stop, { once: true });
      void gl.once('idle', idle);
      gl.triggerRepaint();
    });
  }

  #shot(): Shot {
    const { gl } = this.#map;
    const { clientWidth: width, clientHeight: height } = gl.getContainer();
    const { zoom, lat } = this.#map.view();
    return { canvas: gl.getCanvas(), width, height, metres: metresPerPixel(zoom, lat) };
  }
}
