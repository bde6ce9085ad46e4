/**
 * Enough of Matroska (RFC 9559) to say in a file how long it lasts: a recorder
 * writes its head before it knows, so that players show no length and cannot
 * seek.
 */
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const SCALE = 0x2ad7b1; // nanoseconds of a unit of time
const DURATION = 0x4489; // in these units
const SEEK_HEAD = 0x114d9b74; // says where parts lie, and would be wrong once they moved

interface Element {
  id: number;
  sizeAt: number; // where its size is written
  from: number; // of its content
  size: number; // of its content; -1 where it is open, up to the end of the file
}

/**
 * The file of a recorder with its length in milliseconds told in its head. One
 * that tells it already, and bytes that are no such file, or one that is laid
 * out to be moved no more, come back as they are.
 */
export function lasting(file: Uint8Array<ArrayBuffer>, ms: number): Uint8Array<ArrayBuffer> {
  const segment = children(file, 0, file.length).find(({ id }) => id === SEGMENT);
  if (segment?.size !== -1) return file;
  const parts = children(file, segment.from, file.length);
  const info = parts.find(({ id }) => id === INFO);
  if (!info || info.size < 0 || parts.some(({ id }) => id === SEEK_HEAD)) return file;
  const said = children(file, info.from, info.from + info.size);
  if (said.some(({ id }) => id === DURATION)) return file;
  const scale = said.find(({ id }) => id === SCALE);
  const unit = scale ? whole(file.subarray(scale.from, scale.from + scale.size)) : 1e6;
  const duration = new Uint8Array(11);
  duration.set([0x44, 0x89, 0x88]);
  new DataView(duration.buffer).setFloat64(3, ms * 1e6 / unit);
  const size = new Uint8Array(8); // in the long form, which has room for any
  new DataView(size.buffer).setBigUint64(0, BigInt(info.size + duration.length) | (1n << 56n));
  const pieces = [file.subarray(0, info.sizeAt), size, file.subarray(info.from, info.from + info.size), duration, file.subarray(info.from + info.size)];
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

/** The elements from one offset to another, up to the first that makes no sense or is open. */
function children(file: Uint8Array, from: number, to: number): Element[] {
  const out: Element[] = [];
  for (let at = from; at < to;) {
    const long = width(file[at], 4);
    const sizeAt = at + long;
    const wide = width(file[sizeAt], 8);
    if (long === 0 || wide === 0 || sizeAt + wide > to) return out;
    const marker = 0x100 >> wide; // above the bits of the size itself
    const bytes = [(file[sizeAt] ?? 0) & (marker - 1), ...file.subarray(sizeAt + 1, sizeAt + wide)];
    const open = bytes[0] === marker - 1 && bytes.slice(1).every((byte) => byte === 0xff);
    const size = open ? -1 : whole(bytes);
    out.push({ id: whole(file.subarray(at, sizeAt)), sizeAt, from: sizeAt + wide, size });
    if (open) return out;
    at = sizeAt + wide + size;
  }
  return out;
}

/** How many bytes a number takes, as its first one says; 0 for more than `most`. */
function width(first: number | undefined, most: number): number {
  if (!first) return 0;
  const wide = Math.clz32(first) - 23;
  return wide <= most ? wide : 0;
}

/** A number of several bytes, the highest first. */
function whole(bytes: Iterable<number>): number {
  let out = 0;
  for (const byte of bytes) out = out * 256 + byte;
  return out;
}
