import type { Day } from '../day.ts';
import type { Page } from '../page.ts';
import { paint } from './paint.ts';
import { blobOf } from './picture.ts';
import { surroundOf } from './surround.ts';

/** Pixels that a picture of a film is wide at most. */
const WIDE = 1280;

export interface Shooting {
  days: readonly Day[];
  signal: AbortSignal;
  progress: (done: number) => void;
}

/**
 * The map of each day with what stands around it, all in the size of the first.
 * The page goes through the days meanwhile, and is where it was afterwards.
 * Rejects with the signal's reason.
 */
export async function shoot(page: Page, { days, signal, progress }: Shooting): Promise<Blob[]> {
  const camera = page.atlas().camera();
  if (!camera) throw new Error('there is no map');
  const { day, from } = page.state();
  const sheet = document.createElement('canvas');
  const frame = document.createElement('canvas');
  const c = frame.getContext('2d');
  const out: Blob[] = [];
  try {
    for (const at of days) {
      page.drag({ day: at });
      await rested(signal);
      await camera.shoot({ ratio: window.devicePixelRatio, ready: () => page.ready(), signal }, (shot) => {
        paint(sheet, shot, surroundOf(page), Math.min(1, WIDE / shot.width));
      });
      if (out.length === 0) [frame.width, frame.height] = [sheet.width, sheet.height];
      if (c) {
        c.fillStyle = page.inks.paper.halo;
        c.fillRect(0, 0, frame.width, frame.height);
        c.drawImage(sheet, 0, 0);
      }
      out.push(await blobOf(frame, 'image/webp', 0.92));
      progress(out.length);
    }
  } finally {
    page.drag({ day, from });
  }
  return out;
}

/** Waits until the day has rested long enough for the page to have asked for what lies on it. */
function rested(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { signal.removeEventListener('abort', stop); resolve(); }, 150); // DayMap waits for 120
    const stop = (): void => { clearTimeout(timer); reject(signal.reason as Error); };
    signal.addEventListener('abort', stop, { once: true });
  });
}
