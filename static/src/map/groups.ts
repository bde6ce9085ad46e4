/** How the kinds of claims are gathered for the map and the legend. */
export const GROUPS = ['control', 'advance', 'strike', 'clash', 'siege', 'landing', 'casualties'] as const;
export type Group = (typeof GROUPS)[number];

export const KINDS_OF: Record<Group, readonly string[]> = {
  control: ['captured', 'recaptured', 'lost', 'withdrew', 'handed_over'],
  advance: ['advanced', 'distance'],
  strike: ['struck'],
  clash: ['clashed'],
  siege: ['besieged', 'siege_broken'],
  landing: ['landed'],
  casualties: ['casualties'],
};

const OF = new Map(GROUPS.flatMap((group) => KINDS_OF[group].map((kind): [string, Group] => [kind, group])));

/** The group of a kind, or null for one that is no event: to hold a place is not to have taken it. */
export function groupOf(kind: string): Group | null {
  return OF.get(kind) ?? null;
}
