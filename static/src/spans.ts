/** A half-open range of bytes of a report's UTF-8 text, and what it belongs to. */
export interface Span {
  id: string;
  start: number;
  end: number;
}

/** A run of text that the same spans cover. */
export interface Segment {
  text: string;
  ids: string[]; // of the spans that cover it, in the order given; empty for plain text
}

/**
 * Cuts a text, from byte `from` on, wherever a span begins or ends. The
 * segments joined give the text back. Spans may overlap; the parts of a span
 * before `from` or beyond the end are ignored, and so are empty spans.
 * Offsets are bytes of the UTF-8 form, as the server counts them, not the
 * UTF-16 units of a JavaScript string.
 */
export function segments(text: string, from: number, spans: readonly Span[]): Segment[] {
  const bytes = new TextEncoder().encode(text);
  const inside = (n: number): number => onBoundary(bytes, Math.min(Math.max(n, from), bytes.length));
  const clipped = spans.map((s) => ({ id: s.id, start: inside(s.start), end: inside(s.end) }));
  const cuts = new Set([inside(from), bytes.length]);
  for (const s of clipped) if (s.start < s.end) cuts.add(s.start).add(s.end);
  const at = [...cuts].sort((a, b) => a - b);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return at.slice(1).map((end, i) => {
    const start = at[i] ?? end;
    return {
      text: decoder.decode(bytes.subarray(start, end)),
      ids: clipped.filter((s) => s.start <= start && s.end >= end && s.start < s.end).map((s) => s.id),
    };
  });
}

/** The nearest offset at or before n that does not fall inside a character. */
function onBoundary(bytes: Uint8Array, n: number): number {
  let at = n;
  while (at > 0 && at < bytes.length && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}
