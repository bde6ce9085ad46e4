import { BITS, type Schedule } from './film.ts';

/** What films are recorded as: the first of these that the browser can make. */
const TYPES = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'];

/** How often a picture is handed over that stands still, in milliseconds: a recorder may miss one, above all the first. */
const AGAIN = 80;

/** How films are recorded here; null where the browser cannot. */
export function recordable(): string | null {
  if (typeof MediaRecorder === 'undefined' || !('captureStream' in HTMLCanvasElement.prototype)) return null;
  return TYPES.find((type) => MediaRecorder.isTypeSupported(type)) ?? null;
}

export interface Recording {
  type: string;
  schedule: Schedule;
  frames: readonly Blob[]; // one for each shot of the schedule, all of one size
  progress: (share: number) => void; // from 0 to 1
  signal: AbortSignal;
}

/** Plays frames to a recorder, each when it is due by one clock from the beginning, so that a late one does not delay the rest. */
export async function record({ type, schedule, frames, progress, signal }: Recording): Promise<Blob> {
  const images = async (i: number): Promise<ImageBitmap | null> => {
    const frame = frames[i];
    return frame ? createImageBitmap(frame) : null;
  };
  let image = await images(0);
  if (!image) throw new Error('a film without a picture');
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const c = canvas.getContext('2d');
  const track = canvas.captureStream(0).getVideoTracks()[0] as CanvasCaptureMediaStreamTrack;
  const recorder = new MediaRecorder(new MediaStream([track]), { mimeType: type, videoBitsPerSecond: BITS });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', (e) => { parts.push(e.data); });
  const ended = new Promise<void>((resolve, reject) => {
    recorder.addEventListener('stop', () => { resolve(); }, { once: true });
    recorder.addEventListener('error', () => { reject(new Error('the recorder failed')); }, { once: true });
  });
  recorder.start();
  try {
    const begin = performance.now();
    for (const [i, { at }] of schedule.shots.entries()) {
      const next = images(i + 1); // unpacked while this one is to be seen
      const end = schedule.shots[i + 1]?.at ?? schedule.length;
      for (let again = at; again < end; again += AGAIN) {
        await until(begin + again, signal);
        if (image) c?.drawImage(image, 0, 0);
        track.requestFrame();
      }
      image?.close();
      progress(at / schedule.length);
      image = await next;
    }
    await until(begin + schedule.length, signal);
    track.requestFrame(); // the last one again, so that it stands for its time
    await until(begin + schedule.length + 60, signal);
  } finally {
    recorder.stop();
    track.stop();
  }
  await ended;
  return new Blob(parts, { type: 'video/webm' });
}

/** Waits until the clock of the page shows a time; rejects with the signal's reason. */
function until(due: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, due - performance.now());
    signal.addEventListener('abort', stop, { once: true });
  });
}
