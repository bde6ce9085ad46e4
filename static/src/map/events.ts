import type { Feature, FeatureCollection, Point } from 'geojson';
import { UNKNOWN } from '../actors.ts';
import type { ClaimFeature, ClaimGeometry, Claims } from '../api/layers.ts';
import type { Filter } from '../filter.ts';
import { eventTest } from '../find/lists.ts';
import { GROUPS, groupOf, type Group } from './groups.ts';
import { imageName } from './images.ts';

interface Event {
  feature: ClaimFeature & { geometry: Point };
  ground: ClaimGeometry | null; // where it is told to have happened, if that is no point
  group: Group;
  firm: boolean;
}

/** Events as the map draws them: the points of those that happened at one, and the ground of the others. */
export interface DrawnEvents {
  points: FeatureCollection<Point>;
  grounds: FeatureCollection;
}

/**
 * One point for each kind of event at each place; `slot` is how far each stands
 * from their middle, to the right. Where a firm and a doubtful
 * claim agree on the group, the firm one is shown. Claims without a place, and
 * those that only say who holds it, are not on the map. The grounds are the lines
 * and areas that events are told to lie on or in, each once.
 */
export function drawnEvents({ features }: Claims, filter: Filter): DrawnEvents {
  const seen = eventTest(filter);
  const shown = features.filter(({ properties }) => seen(properties)).map(eventOf).filter((e) => e !== null);
  const places = new Map<string, Map<Group, Event>>();
  for (const event of shown) {
    const place = event.feature.properties.place_id ?? event.feature.properties.id;
    const here = places.get(place) ?? new Map<Group, Event>();
    places.set(place, here);
    const first = here.get(event.group);
    if (!first || (event.firm && !first.firm)) here.set(event.group, event);
  }
  return { points: collection([...places.values()].flatMap(sideBySide)), grounds: collection(grounds(shown)) };
}

function collection<F extends Feature>(features: F[]): { type: 'FeatureCollection'; features: F[] } {
  return { type: 'FeatureCollection', features };
}

function eventOf(feature: ClaimFeature): Event | null {
  const group = groupOf(feature.properties.kind);
  const geometry = pointOf(feature);
  if (!group || !geometry) return null;
  const ground = feature.geometry?.type === 'Point' ? null : feature.geometry;
  return { feature: { ...feature, geometry }, ground, group, firm: feature.properties.modality === 'asserted' };
}

/** The point that stands for where a claim is; null where it is nowhere. */
function pointOf({ geometry, properties: { lon, lat } }: ClaimFeature): Point | null {
  if (!geometry || geometry.type === 'Point') return geometry;
  return lon === null || lat === null ? null : { type: 'Point', coordinates: [lon, lat] };
}

/** The ground of events that is no point, each once: what several claims tell of would be drawn darker. */
function grounds(shown: readonly Event[]): Feature[] {
  const all = new Map<string, Feature>();
  for (const event of shown) {
    if (event.ground) all.set(JSON.stringify(event.ground), { type: 'Feature', geometry: event.ground, properties: {} });
  }
  return [...all.values()];
}

function sideBySide(here: Map<Group, Event>): Feature<Point>[] {
  const events = GROUPS.map((g) => here.get(g)).filter((e) => e !== undefined);
  return events.map(({ feature, group, firm }, slot) => ({
    type: 'Feature',
    geometry: feature.geometry,
    properties: {
      place: feature.properties.place_id,
      claim: feature.properties.id,
      report: feature.properties.report,
      actor: feature.properties.actor ?? UNKNOWN,
      group,
      slot: slot - (events.length - 1) / 2,
      image: imageName({ kind: 'event', group, actor: feature.properties.actor ?? UNKNOWN, firm }),
    },
  }));
}
