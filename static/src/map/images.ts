import type { Group } from './groups.ts';

/**
 * The images of the map have names that say how to draw them, so that each is
 * drawn when first needed: hatch|A|B, event|GROUP|ACTOR|firm, event|…|faint
 * and dots.
 */
export type ImageName =
  | { kind: 'hatch'; holder: string; other: string }
  | { kind: 'event'; group: Group; actor: string; firm: boolean }
  | { kind: 'dots' };

export function imageName(image: ImageName): string {
  switch (image.kind) {
    case 'hatch':
      return `hatch|${image.holder}|${image.other}`;
    case 'event':
      return `event|${image.group}|${image.actor}|${image.firm ? 'firm' : 'faint'}`;
    case 'dots':
      return 'dots';
  }
}

/** What a name asks for, or null where it is no name of this map. */
export function parseImageName(name: string): ImageName | null {
  const [kind, a, b, c] = name.split('|');
  if (kind === 'dots') return { kind };
  if (kind === 'hatch' && a && b) return { kind, holder: a, other: b };
  if (kind === 'event' && a && b && c) return { kind, group: a as Group, actor: b, firm: c === 'firm' };
  return null;
}
