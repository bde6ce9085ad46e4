import { h } from './dom.ts';

/** Hands a file to the reader, made here and of this content. */
export function save(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  h('a', { href: address, download: name }).click();
  setTimeout(() => { URL.revokeObjectURL(address); }, 60_000); // by then it has been read
}
