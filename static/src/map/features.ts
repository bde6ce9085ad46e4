import type { Feature, FeatureCollection, Point } from 'geojson';
import { UNKNOWN } from '../actors.ts';
import type { Areas, ClaimFeature, Claims, Holdings } from '../api/layers.ts';
import { GROUPS, groupOf, type Group } from './groups.ts';
import { imageName } from './images.ts';

/** The areas as the map draws them: a contested one also names its pattern. Does not change the answer. */
export function drawnAreas(areas: Areas): FeatureCollection {
  const features = areas.features.map((f): Feature => {
    const { contested, parties } = f.properties;
    const holder = f.properties.holder ?? parties[0] ?? UNKNOWN;
    const other = parties.find((p) => p !== holder) ?? UNKNOWN;
    const properties = contested ? { holder, other, contested, pattern: imageName({ kind: 'hatch', holder, other }) } : { holder, contested };
    return { ...f, properties };
  });
  return { type: 'FeatureCollection', features };
}

/** 3 for what a small-scale map names first, 0 for what has no one spot. */
function rankOf(kind: string): number {
  switch (kind) {
    case 'city':
      return 3;
    case 'town':
    case 'airbase':
      return 2;
    case 'governorate':
    case 'region':
    case 'road':
    case 'river':
      return 0;
    default:
      return 1;
  }
}

/** The places as the map draws them, with their rank. */
export function drawnPlaces(holdings: Holdings): FeatureCollection {
  const features = holdings.features.map(({ geometry, properties: p }): Feature => ({
    type: 'Feature',
    geometry,
    properties: {
      place: p.place, name_ar: p.name_ar, name_en: p.name_en, kind: p.kind, rank: rankOf(p.kind), holder: p.holder,
      contested: p.contested, inferred: p.inferred,
    },
  }));
  return { type: 'FeatureCollection', features };
}

interface Event {
  feature: ClaimFeature & { geometry: Point };
  group: Group;
  firm: boolean;
}

/**
 * One point for each kind of event at each place: `slot` numbers them from
 * the left, `of` says how many stand side by side. Where a firm and a doubtful
 * claim agree on the group, the firm one is shown. Claims without a place, and
 * those that only say who holds it, are not on the map. Before the points come
 * the lines and areas that events are told to lie on or in, each once.
 */
export function drawnEvents(claims: Claims): FeatureCollection {
  const places = new Map<string, Map<Group, Event>>();
  for (const event of claims.features.map(eventOf)) {
    if (!event) continue;
    const place = event.feature.properties.place_id ?? event.feature.properties.id;
    const here = places.get(place) ?? new Map<Group, Event>();
    places.set(place, here);
    const shown = here.get(event.group);
    if (!shown || (event.firm && !shown.firm)) here.set(event.group, event);
  }
  return { type: 'FeatureCollection', features: [...grounds(claims), ...[...places.values()].flatMap(sideBySide)] };
}

function eventOf(feature: ClaimFeature): Event | null {
  const group = groupOf(feature.properties.kind);
  const geometry = pointOf(feature);
  if (!group || !geometry) return null;
  return { feature: { ...feature, geometry }, group, firm: feature.properties.modality === 'asserted' };
}

/** The point that stands for where a claim is; null where it is nowhere. */
function pointOf({ geometry, properties: { lon, lat } }: ClaimFeature): Point | null {
  if (!geometry || geometry.type === 'Point') return geometry;
  return lon === null || lat === null ? null : { type: 'Point', coordinates: [lon, lat] };
}

/** The ground of events that is no point, each once: what several claims tell of would be drawn darker. */
function grounds(claims: Claims): Feature[] {
  const all = new Map<string, Feature>();
  for (const { geometry, properties } of claims.features) {
    if (!geometry || geometry.type === 'Point' || !groupOf(properties.kind)) continue;
    all.set(JSON.stringify(geometry), { type: 'Feature', geometry, properties: {} });
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
      group,
      slot: slot - (events.length - 1) / 2,
      image: imageName({ kind: 'event', group, actor: feature.properties.actor ?? UNKNOWN, firm }),
    },
  }));
}
