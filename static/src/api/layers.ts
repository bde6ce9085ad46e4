/** What the map is made of, as the server sends it: GeoJSON, a feature an area, a line, a place or a claim. */
import type { Feature, FeatureCollection, LineString, MultiPolygon, Point, Polygon } from 'geojson';
import type { Day } from '../day.ts';
import type { Claim, Place } from './types.ts';

export interface AreaProps {
  holder: string | null; // null where contested
  contested: boolean;
  parties: string[]; // where contested: all of them
  km2: number;
  km2_reported: number; // around places of which a claim says so; the rest is concluded
}

export interface FrontProps {
  a: string;
  b: string;
  km: number;
  places: [string, string][];
}

export interface HoldingProps {
  place: string;
  name_ar: string;
  name_en: string;
  kind: string;
  holder: string;
  contested: boolean;
  others: string[];
  inferred: boolean;
  since: Day | null; // when it came into these hands
  last_confirmed: Day | null;
  confidence: number; // 0…1, on the day it was last confirmed
}

/** Ground that passed from some hands into others between two days, or the band in which its border lies. */
export interface PassageProps {
  part: 'ground' | 'band';
  from: string | null; // null where contested
  from_parties: string[]; // where contested: all of them
  to: string | null;
  to_parties: string[];
  km2: number; // of the ground, as all three are
  km2_least: number; // without the band
  km2_most: number; // with it
}

/** Where a claim is: at a place, or on ground that its words tell by places. */
export type ClaimGeometry = Point | LineString | Polygon | MultiPolygon;

/** A claim on the map: `start` and `end` are days here, the bytes are quote_start and quote_end. */
export type ClaimProps = Omit<Claim, 'start' | 'end' | 'place'> & {
  place_id: string | null; // null where it is nowhere, or on ground of no one place
  surface: string | null;
  report_title: string;
  source: string;
  source_id: string;
  side: string;
  url: string;
  published: Day | null;
  name_ar: string | null;
  name_en: string | null;
  lon: number | null; // the point that stands for the geometry
  lat: number | null;
  relation: string | null; // how its words tell where it is, beside other places
  uncertainty_km: number | null; // how far outside the geometry that may be
  quote_start: number;
  quote_end: number;
};

/** Words as the layers of the map quote them. */
export interface Quoted {
  claim: string; // its id
  kind: string;
  quote: string;
  report: string;
  report_title: string;
  source: string;
  source_id: string;
  side: string;
  url: string;
  published: Day | null;
}

/** Who holds ground; where it is contested, nobody does, and the parties are named. */
export interface Hands {
  holder: string | null;
  parties: string[];
}

/** Ground of a side that others have shut in. */
export interface PocketProps {
  side: string;
  since: Day | null;
  until: Day | null; // null: for as long as is known
  km2: number;
  km2_held: number;
  km2_contested: number;
  km2_unknown: number;
  places: string[]; // ids, inside
  closed: { places: string[]; from: Hands; to: Hands; because: Quoted[] }[]; // what closed the way out
}

/** How the arrow of an advance was made: of its words alone, or towards a place from the nearest ground of its side. */
export type Axis = 'distance_and_direction' | 'short_of_place' | 'towards_place';

export interface AdvanceProps {
  actor: string;
  axis: Axis;
  km: number;
  from: string; // id of the place that it begins at
  toward: string | null; // id of the place that it points at
  start: Day;
  report: string;
}

export type Areas = FeatureCollection<MultiPolygon, AreaProps>;
export type Fronts = FeatureCollection<LineString, FrontProps>;
export type Difference = FeatureCollection<MultiPolygon, PassageProps>;
export type Holdings = FeatureCollection<Point, HoldingProps>;
export type Pockets = FeatureCollection<MultiPolygon, PocketProps>;
export type Advances = FeatureCollection<LineString, AdvanceProps>; // a feature's id is that of its claim
export type Labels = FeatureCollection<Point, Pick<Place, 'id' | 'name_ar' | 'name_en' | 'kind'>>;
export type ClaimFeature = Omit<Feature, 'geometry' | 'properties'> & { geometry: ClaimGeometry | null; properties: ClaimProps };
export interface Claims {
  features: readonly ClaimFeature[];
}
