/** Where the line between two maps is: its share of the way along which time runs, 0…1; all before it is the earlier day's. */
export interface Line {
  share: number;
  rtl: boolean; // time runs from right to left, as the page does
}

/** Where the line is from the left, in the unit of the width. */
export function lineAt({ share, rtl }: Line, width: number): number {
  return (rtl ? 1 - share : share) * width;
}

/** The share of a line at x from the left; beyond the ends, the nearer end. */
export function shareAt(x: number, width: number, rtl: boolean): number {
  const left = Math.min(Math.max(x / Math.max(width, 1), 0), 1);
  return rtl ? 1 - left : left;
}

/** Where a key moves the line: arrows point the way, with Shift further; null for keys that move nothing. */
export function shareByKey({ key, shiftKey }: { key: string; shiftKey: boolean }, { share, rtl }: Line): number | null {
  const ahead = rtl ? 'ArrowLeft' : 'ArrowRight';
  const back = rtl ? 'ArrowRight' : 'ArrowLeft';
  const step = shiftKey ? 0.1 : 0.02;
  const to = {
    [ahead]: share + step, [back]: share - step, ArrowUp: share + step, ArrowDown: share - step,
    PageUp: share + 0.1, PageDown: share - 0.1, Home: 0, End: 1,
  }[key];
  return to === undefined ? null : Math.min(Math.max(Math.round(to * 100) / 100, 0), 1);
}

/** What has to be cut from the left and the right of the map on one side of the line, in the unit of the width. */
export function cut(line: Line, width: number, side: 'earlier' | 'later'): { left: number; right: number } {
  const x = lineAt(line, width);
  return (side === 'earlier') !== line.rtl ? { left: 0, right: width - x } : { left: x, right: 0 };
}
