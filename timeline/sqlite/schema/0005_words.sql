-- +goose Up

-- The words of every report that was read, folded, so that readers find it by them:
-- docid is its seq. Made of the reports, and can be thrown away and made again.
CREATE VIRTUAL TABLE report_words USING fts4 (
  title,          -- of the headline
  body,           -- of the text, from where the report begins
  tokenize=simple -- they are folded already
);

-- By which rules the words were folded: one row, or none where they are to be made.
CREATE TABLE worded (
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  rules TEXT NOT NULL -- fulltext.Rules
) STRICT;
