-- +goose Up

-- Questions that somebody wants to be told of whenever the answer changes. They say
-- nothing of the ground: no version of what is stored changes with them.
CREATE TABLE watches (
  id           TEXT PRIMARY KEY, -- random
  name         TEXT NOT NULL,    -- for people
  query        TEXT NOT NULL,    -- JSON of watch.Query
  webhook      TEXT NOT NULL,    -- where news are sent to, '' for nowhere
  secret       TEXT NOT NULL,    -- that they are signed with: whsec_ and base64, '' without a webhook
  seen         TEXT NOT NULL,    -- up to which mark news were queued: timeline.Mark
  created_at   TEXT NOT NULL,    -- RFC 3339, UTC, milliseconds
  delivered    INTEGER NOT NULL DEFAULT 0, -- how many deliveries arrived
  delivered_at TEXT              -- likewise, when the last of them did; NULL for none
) STRICT, WITHOUT ROWID;

-- News on their way. A row goes when its news arrived, or with its watch.
CREATE TABLE deliveries (
  seq         INTEGER PRIMARY KEY AUTOINCREMENT, -- order in which they were queued
  id          TEXT NOT NULL UNIQUE, -- what receivers tell one that comes twice by: webhook-id
  watch       TEXT NOT NULL REFERENCES watches (id) ON DELETE CASCADE,
  body        TEXT NOT NULL,        -- exactly what is sent, JSON
  queued_at   TEXT NOT NULL,        -- RFC 3339, UTC, milliseconds
  next_at     TEXT,                 -- likewise, before which it is not tried again; NULL once it is given up
  attempts    INTEGER NOT NULL DEFAULT 0,
  last_error  TEXT NOT NULL DEFAULT '' -- why the last attempt failed
) STRICT;

CREATE INDEX deliveries_due ON deliveries (next_at) WHERE next_at IS NOT NULL;
