/** What the map is made of, as the server sends it: GeoJSON, a feature an area, a line, a place or a claim. */
import type { Feature, FeatureCollection, LineString, MultiPolygon, Point, Polygon } from 'geojson';
import type { Day } from '../day.ts';
import type { Claim, Place } from './types.ts';

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

export type Areas = FeatureCollection<MultiPolygon, AreaProps>;
export type Fronts = FeatureCollection<LineString, FrontProps>;
export type Holdings = FeatureCollection<Point, HoldingProps>;
export type Labels = FeatureCollection<Point, Pick<Place, 'id' | 'name_ar' | 'name_en' | 'kind'>>;
export type ClaimFeature = Omit<Feature, 'geometry' | 'properties'> & { geometry: ClaimGeometry | null; properties: ClaimProps };
export interface Claims {
  features: ClaimFeature[];
}
