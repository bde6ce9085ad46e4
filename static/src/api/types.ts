/**
 * The answers of the server, as its API documents them. Days are YYYY-MM-DD,
 * spans half-open with a null end while they last, degrees WGS84.
 */
import type { Feature, FeatureCollection, LineString, MultiPolygon, Point, Polygon } from 'geojson';
import type { Day } from '../day.ts';

export interface Actor {
  id: string;
  name_en: string;
  name_ar: string;
  colour: string; // #rrggbb
}

export interface Meta {
  version: string;
  first: Day | null; // null: the store is empty
  last: Day | null; // itself included
  actors: Actor[];
  kinds: string[];
  reports: number;
  claims: number;
  places: number;
}

export interface DayCount {
  day: Day;
  claims: number;
  changes: number; // asserted changes of control
  by_actor: Record<string, number>; // changes, by the new holder
}

export interface Place {
  id: string;
  name_ar: string;
  name_en: string;
  kind: string;
  lat: number;
  lon: number;
  admin1: string;
}

export interface FoundPlace extends Place {
  score: number; // 0…1
  reason: string;
}

export interface PlaceRef {
  surface: string;
  named: boolean;
  id: string | null;
  lat: number | null;
  lon: number | null;
}

export interface Claim {
  id: string;
  report: string;
  kind: string;
  modality: string;
  actor: string | null;
  co_actors: string[];
  from: string | null;
  place: PlaceRef | null;
  extent: string | null;
  count: number | null;
  date: Day | null;
  date_basis: string;
  distance_km: number | null; // as the report says
  measured_km: number | null; // the same between the points of the map
  killed_min: number | null;
  wounded_min: number | null;
  claimed_by: string | null;
  quote: string;
  start: number; // bytes of the report's text, half-open
  end: number;
  confidence: number;
}

export interface ReportHead {
  id: string;
  title: string;
  source: string;
  url: string;
  published: Day | null;
}

export interface Because {
  claim: Claim;
  report: ReportHead;
}

export interface Spell {
  holder: string;
  from: Day | null;
  to: Day | null;
}

export interface Who {
  place: Place | null; // null for a bare point
  day: Day;
  holder: string;
  contested: boolean;
  others: string[];
  since: Day | null;
  since_basis: string | null;
  last_confirmed: Day | null;
  inferred: boolean;
  inferred_from: { place: string; holder: string; km: number; day: Day | null }[]; // place is an id
  confidence: number;
  because: Because[]; // newest first
  before: Spell | null;
  after: Spell | null;
}

export interface HistoryHolding extends Spell {
  contested: boolean;
  others: string[];
  since_basis: string;
  last_confirmed: Day | null;
  confidence: number;
  because: Because[];
}

export interface PlaceHistory {
  place: Place;
  holdings: HistoryHolding[];
}

export interface Change {
  day: Day;
  place: Place;
  from: string | null;
  to: string;
  others: string[]; // who else is there, where it became contested
  because: Because[];
}

export interface Report extends ReportHead {
  file: string;
  language: string;
  published_basis: string;
  text: string;
  body: number; // byte of text at which the report begins
}

export interface ReportAnswer {
  report: Report;
  claims: Claim[];
}

export interface AreaProps {
  holder: string | null; // null where contested
  contested: boolean;
  parties: string[]; // where contested: all of them
  km2: number;
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
}

/** Where a claim is: at a place, or on ground that its words tell by places. */
export type ClaimGeometry = Point | LineString | Polygon | MultiPolygon;

/** A claim on the map: `start` and `end` are days here, the bytes are quote_start and quote_end. */
export type ClaimProps = Omit<Claim, 'start' | 'end' | 'place'> & {
  place_id: string | null; // null where it is nowhere, or on ground of no one place
  surface: string | null;
  report_title: string;
  source: string;
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

export type Areas = FeatureCollection<MultiPolygon, AreaProps>;
export type Fronts = FeatureCollection<LineString, FrontProps>;
export type Holdings = FeatureCollection<Point, HoldingProps>;
export type Labels = FeatureCollection<Point, Pick<Place, 'id' | 'name_ar' | 'name_en' | 'kind'>>;
export type ClaimFeature = Omit<Feature, 'geometry' | 'properties'> & { geometry: ClaimGeometry | null; properties: ClaimProps };
export interface Claims {
  features: ClaimFeature[];
}
