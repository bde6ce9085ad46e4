import type { PaddingOptions } from 'maplibre-gl';
import { byId } from '../dom.ts';

/** What lies over the map. */
export const COVERING = ['panel', 'sources', 'legend'] as const;

/** How much of the map some of what lies over it covers, in pixels from each side. */
export function covered(ids: readonly (typeof COVERING)[number][]): Required<PaddingOptions> {
  const stage = byId('stage').getBoundingClientRect();
  const out = { top: 0, bottom: 0, left: 0, right: 0 };
  for (const id of ids) {
    const box = byId(id).getBoundingClientRect();
    if (box.height < 80) continue; // folded: it covers a strip at most
    if (box.width > stage.width * 0.8) out.bottom = Math.max(0, stage.bottom - box.top);
    else if (stage.width < 760) continue; // a legend opened over a phone's map
    else if (box.left < stage.left + stage.width / 2) out.left = Math.max(out.left, box.right - stage.left);
    else out.right = Math.max(out.right, stage.right - box.left);
  }
  return out;
}
