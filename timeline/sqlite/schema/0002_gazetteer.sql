-- +goose Up

-- What other gazetteers say of places, as it was imported. One row is what one
-- source says of one place; rows that mean the same place share an id.
CREATE TABLE records (
  source     TEXT NOT NULL,    -- who says so: ocha, geonames …
  key        TEXT NOT NULL,    -- what the source calls the place
  place      TEXT NOT NULL,    -- the gazetteer's id of the place
  name_ar    TEXT NOT NULL,    -- primary name in Arabic script, '' if none
  name_en    TEXT NOT NULL,    -- primary name in Latin script, '' if none
  alt_ar     TEXT NOT NULL,    -- other names in Arabic script, with | between
  alt_en     TEXT NOT NULL,    -- other names in Latin script, with | between
  kind       TEXT NOT NULL,    -- village, town, city, hill …
  lon        REAL NOT NULL,    -- degrees east, WGS84, -180 to 180
  lat        REAL NOT NULL,    -- degrees north, WGS84, -90 to 90
  admin1     TEXT NOT NULL,    -- governorate in English, '' where unknown
  admin2     TEXT NOT NULL,    -- district in English, '' where unknown
  population INTEGER NOT NULL, -- 0 where unknown
  geonames   TEXT NOT NULL,    -- GeoNames id, '' where unknown
  pcode      TEXT NOT NULL,    -- OCHA p-code, '' where unknown
  precision  TEXT NOT NULL,    -- exact, approximate or area
  cell       INTEGER NOT NULL  -- gazetteer.CellOf: neighbours share it, or have the next
) STRICT;

CREATE UNIQUE INDEX record_keys ON records (source, key);
CREATE INDEX record_cells ON records (cell);
CREATE INDEX record_pcodes ON records (pcode) WHERE pcode <> '';
CREATE INDEX record_geonames ON records (geonames) WHERE geonames <> '';

-- Administrative units and the ground they cover.
CREATE TABLE areas (
  level   INTEGER NOT NULL, -- 0 a country, 1 a governorate, 2 a district, 3 a sub-district
  pcode   TEXT NOT NULL,
  name_ar TEXT NOT NULL,    -- '' where unknown
  name_en TEXT NOT NULL,    -- '' where unknown
  parent  TEXT NOT NULL,    -- p-code of the unit it is part of, '' where unknown
  outline TEXT NOT NULL,    -- a GeoJSON MultiPolygon, lon and lat, WGS84
  PRIMARY KEY (level, pcode)
) STRICT, WITHOUT ROWID;

-- What editors have decided of names and places. Rows are only ever added; one
-- that is taken back says when and by whom.
CREATE TABLE decisions (
  seq          INTEGER PRIMARY KEY AUTOINCREMENT, -- its number, from 1; never used twice
  kind         TEXT NOT NULL CHECK (kind IN ('alias', 'place', 'forbid')),
  name         TEXT NOT NULL, -- the name it is about, as in a report; '' where a place is moved
  name_other   TEXT NOT NULL, -- of a new place: its name in the other script, '' if none
  admin1       TEXT NOT NULL, -- the governorate in which it is so, '' for everywhere
  place        TEXT NOT NULL, -- the gazetteer's id; '' where a name is forbidden altogether
  place_kind   TEXT NOT NULL, -- of a new place: village, hill …
  lon          REAL,          -- degrees east, WGS84; NULL but for a place
  lat          REAL,          -- degrees north, WGS84; NULL but for a place
  author       TEXT NOT NULL,
  note         TEXT NOT NULL, -- why; '' if nothing is said
  recorded_at  TEXT NOT NULL, -- RFC 3339, UTC, milliseconds
  withdrawn_at TEXT,          -- likewise; NULL while it holds
  withdrawn_by TEXT           -- author; NULL while it holds
) STRICT;

-- What was done to the file beside adding reports, so that whoever keeps an
-- answer can tell whether it may have changed.
CREATE TABLE journal (
  seq         INTEGER PRIMARY KEY AUTOINCREMENT,
  what        TEXT NOT NULL, -- import, drop, areas, decision, withdrawal, replay
  about       TEXT NOT NULL, -- in words
  recorded_at TEXT NOT NULL  -- RFC 3339, UTC, milliseconds
) STRICT;

-- Reading a report again can put its claims elsewhere, find more of them or
-- fewer. What was believed before stays, with the moment until which it was.
CREATE TABLE mentions_2 (
  report        TEXT NOT NULL REFERENCES reports (id),
  position      INTEGER NOT NULL,            -- order within the report, from 0
  surface       TEXT NOT NULL,               -- as written, without clitics
  class         TEXT NOT NULL,               -- class noun before it, in English, '' if none
  start_byte    INTEGER NOT NULL,            -- bytes of the report, half-open
  end_byte      INTEGER NOT NULL,
  place         TEXT REFERENCES places (id), -- NULL where it could not be placed
  score         REAL NOT NULL,               -- 0 to 1, how sure the choice is; 0 where not placed
  reason        TEXT NOT NULL,               -- why this place, or why none
  candidates    TEXT,                        -- JSON list of {place, score, reason}, best first; NULL if none
  recorded_at   TEXT NOT NULL,               -- since when we read it so: RFC 3339, UTC, milliseconds
  superseded_at TEXT                         -- until when; NULL while we do
) STRICT;

INSERT INTO mentions_2 SELECT m.report, m.position, m.surface, m.class, m.start_byte, m.end_byte, m.place, m.score,
  m.reason, m.candidates, r.recorded_at, NULL
  FROM mentions m JOIN reports r ON r.id = m.report ORDER BY r.seq, m.position;
DROP TABLE mentions;
ALTER TABLE mentions_2 RENAME TO mentions;
CREATE INDEX mentions_of ON mentions (report, position);

CREATE TABLE claims_2 (
  report               TEXT NOT NULL REFERENCES reports (id),
  position             INTEGER NOT NULL,     -- order within the report, from 0
  id                   TEXT NOT NULL,        -- digest of the report, the span and what is said
  recorded_at          TEXT NOT NULL,        -- since when we know it so: RFC 3339, UTC, milliseconds
  superseded_at        TEXT,                 -- until when we did; NULL while we do
  kind                 TEXT NOT NULL,        -- captured, lost, besieged …
  modality             TEXT NOT NULL,        -- asserted, denied, unconfirmed …
  actor                TEXT,                 -- who holds, advances, strikes … afterwards; NULL if none is said
  co_actors            TEXT,                 -- JSON list of actors that share in it; NULL if none
  from_actor           TEXT,                 -- the holder before, NULL if none is said
  place_surface        TEXT,                 -- the words; NULL, like all place_*, where the claim has no place
  place_named          INTEGER,              -- 1 for a name, 0 for "three villages"
  place_start_byte     INTEGER,              -- bytes of the report, half-open
  place_end_byte       INTEGER,
  place                TEXT REFERENCES places (id), -- NULL where unplaced
  place_lon            REAL,                 -- degrees east, WGS84, NULL where unplaced
  place_lat            REAL,                 -- degrees north, WGS84, NULL where unplaced
  place_score          REAL,                 -- 0 to 1, 0 where unplaced
  place_relation       TEXT,                 -- offset, between, road …: how it lies to what is named; NULL where it is that
  place_shape          TEXT,                 -- JSON of the ground that the words leave open; NULL where it is a point
  extent               TEXT,                 -- full or partial, NULL if not said
  count                INTEGER,              -- how many, where only a number is given
  date                 TEXT CHECK (date IS date(date)), -- YYYY-MM-DD on which it was so, NULL where unknown
  date_basis           TEXT NOT NULL,        -- how the day is known: stated, relative, published …
  distance_km          REAL,                 -- kilometres, as stated; NULL if none is
  distance_role        TEXT,                 -- penetration or remaining
  measured_km          REAL,                 -- kilometres, our own measure of the same; NULL if it cannot be taken
  measured_between     TEXT,                 -- JSON list of the two places measured between; NULL if not measured
  killed_min           INTEGER,              -- least number given, NULL if none is
  wounded_min          INTEGER,
  claimed_by           TEXT,                 -- whose announcement the report passes on, NULL if nobody's
  quote                TEXT NOT NULL,        -- the clause, letter for letter
  start_byte           INTEGER NOT NULL,     -- bytes of the report, half-open
  end_byte             INTEGER NOT NULL,
  rule                 TEXT NOT NULL,        -- name of the rule that read it
  confidence           REAL NOT NULL         -- 0 to 1
) STRICT;

INSERT INTO claims_2 SELECT report, position, id, recorded_at, NULL, kind, modality, actor, co_actors, from_actor,
  place_surface, place_named, place_start_byte, place_end_byte, place, place_lon, place_lat, place_score, NULL, NULL,
  extent, count, date, date_basis, distance_km, distance_role, measured_km, measured_between, killed_min, wounded_min,
  claimed_by, quote, start_byte, end_byte, rule, confidence FROM claims ORDER BY report, position;
DROP TABLE claims;
ALTER TABLE claims_2 RENAME TO claims;
CREATE UNIQUE INDEX current_claims ON claims (id) WHERE superseded_at IS NULL;
CREATE INDEX claims_of ON claims (report, position);
