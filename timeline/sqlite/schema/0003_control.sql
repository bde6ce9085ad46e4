-- +goose Up

-- A report is words (''), read by the rules of its language, or a table: a list
-- or a map of who held what on a day. Tables are not read again.
ALTER TABLE reports ADD COLUMN form TEXT NOT NULL DEFAULT '' CHECK (form IN ('', 'table'));

-- What was taken for the day of publication of a report before it was read
-- anew.
CREATE TABLE datings (
  report    TEXT NOT NULL REFERENCES reports (id),
  published TEXT CHECK (published IS date(published)), -- YYYY-MM-DD, NULL where unknown
  until     TEXT NOT NULL,                             -- RFC 3339, UTC, milliseconds
  PRIMARY KEY (report, until)
) STRICT, WITHOUT ROWID;

-- Who publishes reports, and how far to believe it, beside the sources that come
-- with the program. A row is never changed but for its end.
CREATE TABLE sources (
  seq           INTEGER PRIMARY KEY AUTOINCREMENT,
  id            TEXT NOT NULL,
  name_en       TEXT NOT NULL,
  name_ar       TEXT NOT NULL,
  signs         TEXT NOT NULL, -- other names and hosts, with | between
  side          TEXT NOT NULL, -- of the actors it speaks for, '' for none
  languages     TEXT NOT NULL, -- ISO 639-1, with | between
  weight        REAL NOT NULL CHECK (weight BETWEEN 0 AND 1),
  licence       TEXT NOT NULL,
  recorded_at   TEXT NOT NULL, -- RFC 3339, UTC, milliseconds
  superseded_at TEXT           -- likewise; NULL while it holds
) STRICT;

-- Reports and claims that are not to count. Rows are only ever added; one that
-- is taken back says when and by whom.
CREATE TABLE retractions (
  seq          INTEGER PRIMARY KEY AUTOINCREMENT, -- its number, from 1; never used twice
  report       TEXT NOT NULL REFERENCES reports (id),
  claim        TEXT NOT NULL, -- '' for all of the report
  author       TEXT NOT NULL,
  reason       TEXT NOT NULL,
  recorded_at  TEXT NOT NULL, -- RFC 3339, UTC, milliseconds
  withdrawn_at TEXT,          -- likewise; NULL while it holds
  withdrawn_by TEXT           -- author; NULL while it holds
) STRICT;

CREATE INDEX retractions_of ON retractions (report);

-- Who held what, as the rules make it out of the claims that are believed now,
-- from all sources. It can be thrown away and made again.
CREATE TABLE holdings (
  place          TEXT NOT NULL REFERENCES places (id),
  valid_from     TEXT NOT NULL, -- YYYY-MM-DD
  valid_to       TEXT,          -- YYYY-MM-DD, the first day it was so no more; NULL while it lasts
  holder         TEXT NOT NULL, -- 'unknown': left, and nobody is known to have come
  others         TEXT,          -- JSON list of who contests it; NULL if nobody does
  uncertain      INTEGER NOT NULL, -- 1: it passed from holder to others in these days, nobody says when
  basis          TEXT NOT NULL, -- how valid_from is known: stated, relative, published, baseline, inferred, resumed
  last_confirmed TEXT NOT NULL, -- YYYY-MM-DD
  confidence     REAL NOT NULL, -- 0 to 1, on last_confirmed
  because        TEXT NOT NULL, -- JSON list of ids of claims, newest first
  against        TEXT,          -- likewise, of claims that were outweighed; NULL if none
  PRIMARY KEY (place, valid_from)
) STRICT, WITHOUT ROWID;

-- By which rules the holdings were made: one row, or none where they are to be
-- made.
CREATE TABLE folded (
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  rules TEXT NOT NULL -- digest of the version of the rules, the sides of actors and the registry of sources
) STRICT;

CREATE INDEX claims_at ON claims (place) WHERE place IS NOT NULL;
