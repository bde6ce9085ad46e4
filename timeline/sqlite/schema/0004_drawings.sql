-- +goose Up

-- Maps that others drew, beside the table that was made of each: who holds which
-- ground on a day. A drawing counts as long as its report does; rows are only
-- ever added.
CREATE TABLE drawings (
  report      TEXT PRIMARY KEY REFERENCES reports (id),
  day         TEXT NOT NULL CHECK (day IS date(day)), -- YYYY-MM-DD
  elsewhere   TEXT,          -- who holds what lies outside all shapes; NULL where nobody is known to
  recorded_at TEXT NOT NULL  -- RFC 3339, UTC, milliseconds
) STRICT, WITHOUT ROWID;

CREATE TABLE drawn_shapes (
  report  TEXT NOT NULL REFERENCES drawings (report),
  feature INTEGER NOT NULL, -- which one of its file it is, from 1
  holder  TEXT NOT NULL,
  shape   BLOB NOT NULL,    -- WKB of a MultiPolygon: degrees, WGS84, lon before lat
  UNIQUE (report, feature)
) STRICT;
