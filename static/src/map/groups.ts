/** How the kinds of claims are gathered for the map and the legend. */
export const GROUPS = ['control', 'advance', 'strike', 'clash', 'siege', 'landing', 'casualties'] as const;
export type Group = (typeof GROUPS)[number];

const OF: Record<string, Group> = {
  captured: 'control', recaptured: 'control', lost: 'control', withdrew: 'control', handed_over: 'control',
  advanced: 'advance', distance: 'advance',
  besieged: 'siege', siege_broken: 'siege',
  landed: 'landing', struck: 'strike', clashed: 'clash', casualties: 'casualties',
};

/** The group of a kind, or null for one that is no event: to hold a place is not to have taken it. */
export function groupOf(kind: string): Group | null {
  return Object.hasOwn(OF, kind) ? (OF[kind] ?? null) : null;
}
