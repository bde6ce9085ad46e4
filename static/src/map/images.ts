import type { Group } from './groups.ts';
import type { SignKind } from './signs.ts';

/** How a place is known to be held. */
export type Knowledge = 'plain' | 'contested' | 'inferred';

/**
 * The images of the map have names that say how to draw them, so that each is
 * drawn when first needed: event|GROUP|ACTOR|firm, event|…|faint, hatch|A|B,
 * passage|FROM|TO, cluster|GROUP|A:2,B:1, sign|KIND|HOLDER|contested and ring|ACTOR.
 */
export type ImageName =
  | { kind: 'event'; group: Group; actor: string; firm: boolean }
  | { kind: 'hatch'; holder: string; other: string }
  | { kind: 'passage'; from: string; to: string }
  | { kind: 'cluster'; group: Group; shares: [actor: string, parts: number][] } // of the most frequent group
  | { kind: 'sign'; sign: SignKind; holder: string; how: Knowledge }
  | { kind: 'ring'; actor: string };

export function imageName(image: ImageName): string {
  switch (image.kind) {
    case 'event':
      return `event|${image.group}|${image.actor}|${image.firm ? 'firm' : 'faint'}`;
    case 'hatch':
      return `hatch|${image.holder}|${image.other}`;
    case 'passage':
      return `passage|${image.from}|${image.to}`;
    case 'cluster':
      return `cluster|${image.group}|${image.shares.map(([actor, parts]) => `${actor}:${parts}`).join(',')}`;
    case 'sign':
      return `sign|${image.sign}|${image.holder}|${image.how}`;
    case 'ring':
      return `ring|${image.actor}`;
  }
}

/** What a name asks for, or null where it is no name of this map. */
export function parseImageName(name: string): ImageName | null {
  const [kind, a, b, c] = name.split('|');
  if (kind === 'event' && a && b) return { kind, group: a as Group, actor: b, firm: c === 'firm' };
  if (kind === 'hatch' && a && b) return { kind, holder: a, other: b };
  if (kind === 'passage' && a && b) return { kind, from: a, to: b };
  if (kind === 'cluster' && a && b !== undefined) return { kind, group: a as Group, shares: shares(b) };
  if (kind === 'sign' && a && b && c) return { kind, sign: a as SignKind, holder: b, how: c as Knowledge };
  if (kind === 'ring' && a) return { kind, actor: a };
  return null;
}

/** A:2,B:1 as pairs; a comma at the end does no harm. */
function shares(text: string): [string, number][] {
  return text.split(',').filter((part) => part !== '').map((part) => {
    const colon = part.lastIndexOf(':');
    return [part.slice(0, colon), Number(part.slice(colon + 1))];
  });
}
