import type { Group } from './groups.ts';

/** A sign in a square of 22 units: a path that is stroked, and filled too where it says so. */
export interface Sign {
  d: string;
  fill?: true;
}

/** The signs of events. */
export const EVENT_SIGNS: Record<Group, Sign> = {
  control: { d: 'M8.3 16V6.2 M8.3 6.2h6.2l-1.6 2.3 1.6 2.3H8.3z', fill: true },
  advance: { d: 'M6 11h9 M11.4 7.2 15.4 11l-4 3.8' },
  strike: { d: 'M11 5.8l1.3 3.4 3.4-1.2-1.7 3.2 2.4 2.4-3.5.1-.6 3.2-2-2.8-3.1 1.4 1-3.3-2.9-1.9 3.4-.7z', fill: true },
  clash: { d: 'M6.8 6.8l8.4 8.4 M15.2 6.8l-8.4 8.4 M6.4 13.2l2.4 2.4 M13.2 15.6l2.4-2.4' },
  siege: { d: 'M14.9 7.6a5 5 0 1 1-2.4-1.4 M11 10.2a.8.8 0 1 0 .01 0z' },
  landing: { d: 'M6 10.4a5 4.6 0 0 1 10 0z M6.4 10.6 11 15.4l4.6-4.8' },
  casualties: { d: 'M11 6.2a2 2 0 1 0 .01 0z M7 15.4a4 4.2 0 0 1 8 0z', fill: true },
};

/** The signs of places that are no settlements, as on a topographic sheet, in the order in which the legend lists them. */
const KINDS = {
  airbase: { d: 'M11 5.6l.9 1.2v3.2l4.1 2.5v1.2l-4.1-1.1v2.2l1.3 1v.8L11 16l-2.2.6v-.8l1.3-1v-2.2L6 13.7v-1.2l4.1-2.5V6.8z', fill: true },
  base: { d: 'M6.6 15.4V8.6h1.7v1.6H10V8.6h2v1.6h1.7V8.6h1.7v6.8z', fill: true },
  checkpoint: { d: 'M6 8.6h10v3.4H6z M9.4 8.6 7.6 12 M13 8.6 11.2 12 M7.8 12v3.8 M14.2 12v3.8' },
  crossing: { d: 'M7.4 15.8V7.6 M14.6 15.8V7.6 M9.2 11.7h3.6 M11.4 9.9l1.8 1.8-1.8 1.8' },
  junction: { d: 'M11 15.8v-4.6 M11 11.2 6.8 7 M11 11.2 15.2 7' },
  dam: { d: 'M5.8 9.4c3.6-2 6.8-2 10.4 0 M7.4 11.2v3 M9.8 10.4v3.4 M12.2 10.4v3.4 M14.6 11.2v3' },
  oil_field: { d: 'M8 15.8 11 6l3 9.8 M9 12.6h4 M8.6 9.6h4.8 M6.8 15.8h8.4' },
  gas_field: { d: 'M11.2 5.6c2.6 2.7 3.8 4.4 3.8 6.4a4 4 0 0 1-8 .2c0-1.6.8-2.8 1.9-3.7.1 1 .5 1.6 1 1.9.1-1.9.5-3.2 1.3-4.8z', fill: true },
  station: { d: 'M6.8 9.4h8.4v6.4H6.8z M11 9.4V5.8 M9 7.2 11 5.8l2 1.4 M9.4 12.6h3.2' },
  factory: { d: 'M6.4 15.8v-6l2.8 2v-2l2.8 2V6.4h3.2v9.4z', fill: true },
  silo: { d: 'M7 15.8V9a2 1.8 0 0 1 4 0v6.8z M11 15.8V9a2 1.8 0 0 1 4 0v6.8z' },
  hospital: { d: 'M9.6 6.4h2.8v3.2h3.2v2.8h-3.2v3.2H9.6v-3.2H6.4V9.6h3.2z', fill: true },
  prison: { d: 'M6.6 6.6h8.8v8.8H6.6z M9.5 6.6v8.8 M12.5 6.6v8.8' },
  camp: { d: 'M11 6.6 5.8 15.4h10.4z M11 10.8l-2 4.6 M11 10.8l2 4.6' },
  well: { d: 'M7.4 11.4h7.2v4.2H7.4z M8.2 11.4V8 M13.8 11.4V8 M6.6 8.4 11 5.8l4.4 2.6' },
  hill: { d: 'M6 14.6 11 7.4l5 7.2z' },
  mountain: { d: 'M5.6 14.8 9.8 7l2.4 4.2 1.2-1.8 3 5.4z', fill: true },
} satisfies Record<string, Sign>;

/** A kind of place that has a sign of its own. */
export type SignKind = keyof typeof KINDS;

export const SIGN_KINDS = Object.keys(KINDS) as SignKind[];

export const PLACE_SIGNS: Record<SignKind, Sign> = KINDS;

export function hasSign(kind: string): kind is SignKind {
  return Object.hasOwn(KINDS, kind);
}

/** From which zoom on a place stands as its sign and no longer as a dot: a whole number, for tiles are cut at those. */
export function signedFrom(kind: SignKind): number {
  switch (kind) {
    case 'airbase':
    case 'base':
    case 'dam':
    case 'oil_field':
    case 'gas_field':
    case 'crossing':
      return 8;
    default:
      return 9;
  }
}
