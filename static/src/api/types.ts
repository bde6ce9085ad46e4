/**
 * The answers of the server, as its API documents them. Days are YYYY-MM-DD,
 * spans half-open with a null end while they last, degrees WGS84.
 */
import type { Day } from '../day.ts';

export interface Actor {
  id: string;
  name_en: string;
  name_ar: string;
  side: string; // its id
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

export interface Source {
  id: string;
  name_en: string;
  name_ar: string;
  side: string; // that it speaks for; "" for none
  weight: number; // 0…1: how far it is believed alone
  listed: boolean; // in the registry
  reports: number; // of it that are known
  counts: boolean; // in the scope of the question
}

export interface DayCount {
  day: Day;
  claims: number;
  changes: number; // asserted changes of control
  by_actor: Record<string, number>; // changes, by the new holder
  by_kind: Record<string, number>; // claims of what is asserted, by kind
}

/** How much of the ground is in one state. */
export interface Share {
  holder: string | null; // null where contested
  parties: string[]; // where contested: all of them
  km2: number;
  km2_reported: number; // around places of which a claim says so; of the rest it is concluded
}

/** Days through which the shares of the ground stay the same; half-open, the end null while they last. */
export interface Period {
  start: Day;
  end: Day | null;
  shares: Share[]; // held, then contested, then unknown
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
  source: string; // as the report names it
  url: string;
  published: Day | null;
}

/** A report, and whose word it is. */
export interface Citation extends ReportHead {
  source_id: string;
  side: string; // that the source speaks for; "" for none
}

/** Why a party contests a place. */
export interface Dispute {
  party: string;
  why: string;
}

export interface Because {
  claim: Claim;
  report: Citation;
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
  disputes: Dispute[]; // why each of the others contests it
  since: Day | null;
  since_basis: string | null;
  uncertain: boolean; // it passed to the others about then, and nobody says when
  last_confirmed: Day | null;
  age_days: number | null; // days since then
  inferred: boolean;
  inferred_from: { place: string; holder: string; km: number; day: Day | null }[]; // place is an id
  confidence: number;
  because: Because[]; // newest first
  against: Because[]; // what was said otherwise, and was outweighed
  before: Spell | null;
  after: Spell | null;
}

export interface HistoryHolding extends Spell {
  contested: boolean;
  others: string[];
  disputes: Dispute[];
  uncertain: boolean;
  since_basis: string;
  last_confirmed: Day | null;
  confidence: number;
  because: Because[];
  against: Because[];
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
  uncertain: boolean; // it passed to the others after that day, and nobody says when
  because: Because[];
}

export interface Report extends ReportHead {
  source_id: string; // in the registry
  file: string;
  language: string;
  published_basis: string;
  text: string;
  body: number; // byte of text at which the report begins
}

/** A piece of a report's text in which words were found. */
export interface Snippet {
  text: string;
  matches: [number, number][]; // bytes of text, half-open, in order
  before: boolean; // the report goes on before it
  after: boolean;
}

/** A report in a list of reports. */
export interface ListedReport extends Citation {
  claims: number; // that count
  snippet: Snippet | null; // null where no words were looked for
}

export interface ReportList {
  total: number;
  offset: number; // of the first of those listed
  reports: ListedReport[];
}

export interface ReportAnswer {
  report: Report;
  claims: Claim[];
}
