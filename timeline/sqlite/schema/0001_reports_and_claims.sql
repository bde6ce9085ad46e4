-- +goose Up

-- The file belongs to frontline: the letters FRLN. Files that carry another
-- number, or tables and no number, are refused and left alone.
PRAGMA application_id = 0x46524C4E;

-- Documents, read or not. Rows are only ever added, but for one case: a report
-- recorded as unreadable gives way when it can be read after all.
CREATE TABLE reports (
  seq             INTEGER PRIMARY KEY AUTOINCREMENT, -- order of arrival from 1; never used twice
  id              TEXT NOT NULL UNIQUE,              -- digest of the text: 16 hex digits of its SHA-256
  outcome         TEXT NOT NULL CHECK (outcome IN ('read', 'unreadable')),
  reason          TEXT NOT NULL,                     -- why it is unreadable, '' where it was read
  recorded_at     TEXT NOT NULL,                     -- when we knew: RFC 3339, UTC, milliseconds
  file            TEXT NOT NULL,                     -- where it was read from
  title           TEXT NOT NULL,                     -- headline, '' if none
  source          TEXT NOT NULL,                     -- who published it, '' where unknown
  url             TEXT NOT NULL,                     -- where, '' where unknown
  language        TEXT NOT NULL,                     -- ISO 639-1 of the text, '' where unknown
  published       TEXT CHECK (published IS date(published)), -- YYYY-MM-DD, NULL where unknown
  published_basis TEXT NOT NULL,                     -- given, stated, inferred, unknown; '' where unreadable
  body            INTEGER NOT NULL,                  -- byte of the text at which the report begins
  text            TEXT NOT NULL                      -- exactly the bytes of the file; last, so that lists need not read it
) STRICT;

CREATE INDEX unreadable_reports ON reports (seq) WHERE outcome = 'unreadable';

-- Entries of the gazetteer that stored reports point to, as they were when
-- last pointed to.
CREATE TABLE places (
  id        TEXT PRIMARY KEY, -- of the gazetteer, stable
  name_ar   TEXT NOT NULL,    -- primary name in Arabic script
  name_en   TEXT NOT NULL,    -- primary name in Latin script
  kind      TEXT NOT NULL,    -- village, town, city, hill …
  lon       REAL NOT NULL,    -- degrees east, WGS84, -180 to 180
  lat       REAL NOT NULL,    -- degrees north, WGS84, -90 to 90
  admin1    TEXT NOT NULL,    -- governorate in English, '' where unknown
  admin2    TEXT NOT NULL,    -- district in English, '' where unknown
  precision TEXT NOT NULL     -- exact, approximate or area
) STRICT, WITHOUT ROWID;

-- Places named in a report.
CREATE TABLE mentions (
  report     TEXT NOT NULL REFERENCES reports (id),
  position   INTEGER NOT NULL,            -- order within the report, from 0
  surface    TEXT NOT NULL,               -- as written, without clitics
  class      TEXT NOT NULL,               -- class noun before it, in English, '' if none
  start_byte INTEGER NOT NULL,            -- bytes of the report, half-open
  end_byte   INTEGER NOT NULL,
  place      TEXT REFERENCES places (id), -- NULL where it could not be placed
  score      REAL NOT NULL,               -- 0 to 1, how sure the choice is; 0 where not placed
  reason     TEXT NOT NULL,               -- why this place, or why none
  candidates TEXT,                        -- JSON list of {place, score, reason}, best first; NULL if none
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

-- What reports say. Only ever added.
CREATE TABLE claims (
  report           TEXT NOT NULL REFERENCES reports (id),
  position         INTEGER NOT NULL,     -- order within the report, from 0
  id               TEXT NOT NULL UNIQUE, -- digest of the report, the span and what is said
  recorded_at      TEXT NOT NULL,        -- when we knew: RFC 3339, UTC, milliseconds
  kind             TEXT NOT NULL,        -- captured, lost, besieged …
  modality         TEXT NOT NULL,        -- asserted, denied, unconfirmed …
  actor            TEXT,                 -- who holds, advances, strikes … afterwards; NULL if none is said
  co_actors        TEXT,                 -- JSON list of actors that share in it; NULL if none
  from_actor       TEXT,                 -- the holder before, NULL if none is said
  place_surface    TEXT,                 -- the words; NULL, like all place_*, where the claim has no place
  place_named      INTEGER,              -- 1 for a name, 0 for "three villages"
  place_start_byte INTEGER,              -- bytes of the report, half-open
  place_end_byte   INTEGER,
  place            TEXT REFERENCES places (id), -- NULL where unplaced
  place_lon        REAL,                 -- degrees east, WGS84, NULL where unplaced
  place_lat        REAL,                 -- degrees north, WGS84, NULL where unplaced
  place_score      REAL,                 -- 0 to 1, 0 where unplaced
  extent           TEXT,                 -- full or partial, NULL if not said
  count            INTEGER,              -- how many, where only a number is given
  date             TEXT CHECK (date IS date(date)), -- YYYY-MM-DD on which it was so, NULL where unknown
  date_basis       TEXT NOT NULL,        -- how the day is known: stated, relative, published …
  distance_km      REAL,                 -- kilometres, as stated; NULL if none is
  distance_role    TEXT,                 -- penetration or remaining
  measured_km      REAL,                 -- kilometres, our own measure of the same; NULL if it cannot be taken
  measured_between TEXT,                 -- JSON list of the two places measured between; NULL if not measured
  killed_min       INTEGER,              -- least number given, NULL if none is
  wounded_min      INTEGER,
  claimed_by       TEXT,                 -- whose announcement the report passes on, NULL if nobody's
  quote            TEXT NOT NULL,        -- the clause, letter for letter
  start_byte       INTEGER NOT NULL,     -- bytes of the report, half-open
  end_byte         INTEGER NOT NULL,
  rule             TEXT NOT NULL,        -- name of the rule that read it
  confidence       REAL NOT NULL,        -- 0 to 1
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;
