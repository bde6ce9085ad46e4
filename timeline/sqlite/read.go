package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"time"

	"frontline/geo"
	"frontline/timeline"
)

// Places are all places that stored reports name, by id.
func (s *Store) Places(ctx context.Context) ([]geo.Place, error) {
	places, err := query(ctx, s.db, scanPlace, `SELECT `+placeColumns+` FROM places ORDER BY id`)
	if err != nil {
		return nil, fmt.Errorf("read places: %w", err)
	}
	return places, nil
}

// Unreadable is a file that could not be read.
type Unreadable struct {
	File, Reason string
	Recorded     timeline.Day // in UTC
}

// Unreadable are the files that could not be read, in the order in which they
// were recorded.
func (s *Store) Unreadable(ctx context.Context) ([]Unreadable, error) {
	list, err := query(ctx, s.db, func(scan scanner) (u Unreadable, err error) {
		err = scan(&u.File, &u.Reason, dayColumn{&u.Recorded})
		return u, err
	}, `SELECT file, reason, substr(recorded_at, 1, 10) FROM reports WHERE outcome = 'unreadable' ORDER BY seq`)
	if err != nil {
		return nil, fmt.Errorf("read unreadable reports: %w", err)
	}
	return list, nil
}

// Version is 16 hex digits that change when, and only when, what is stored
// changes, but for watches, which say nothing of the ground. It is a digest of the first and the last report and of the last line
// of the journal: nothing else is written but with one of them, and the numbers
// of both are never used twice.
func (s *Store) Version(ctx context.Context) (string, error) {
	return version(ctx, s.db)
}

// PlacesVersion changes when, and only when, what the file adds to the gazetteer
// may have: reports and replays leave it as it is.
func (s *Store) PlacesVersion(ctx context.Context) (int64, error) {
	last, err := query(ctx, s.db, func(scan scanner) (n int64, err error) {
		err = scan(&n)
		return n, err
	}, `SELECT coalesce(max(seq), 0) FROM journal WHERE what IN ('import', 'drop', 'areas', 'decision', 'withdrawal')`)
	if err != nil {
		return 0, fmt.Errorf("read version of places: %w", err)
	}
	return last[0], nil
}

// Mark says how far a file has come.
type Mark struct {
	Report  int64 // the number of its last report
	Journal int64 // and of the last line of its journal
	digest  string
}

// Version is the Version of the store at the mark.
func (m Mark) Version() string { return m.digest }

// GrewTo says whether nothing but reports came between the marks.
func (m Mark) GrewTo(later Mark) bool { return m.Journal == later.Journal && m.Report < later.Report }

// Mark is how far the file has come now.
func (s *Store) Mark(ctx context.Context) (m Mark, err error) {
	began, before := time.Now(), lookAt(s.seen.path)
	_, past := frozenIn(ctx, s.db) // the file may look otherwise by now
	if m, same := s.seen.last(before); same && !past {
		return m, nil
	}
	err = s.snapshot(ctx, func(from asker) error {
		if m.digest, err = version(ctx, from); err != nil {
			return err
		}
		ends, err := query(ctx, from, func(scan scanner) (e Mark, err error) {
			err = scan(&e.Report, &e.Journal)
			return e, err
		}, `SELECT (SELECT coalesce(max(seq), 0) FROM reports), (SELECT coalesce(max(seq), 0) FROM journal)`)
		if err == nil {
			m.Report, m.Journal = ends[0].Report, ends[0].Journal
		}
		return err
	})
	if err != nil {
		return m, fmt.Errorf("read version: %w", err)
	}
	if !past {
		s.seen.keep(m, before, began)
	}
	return m, nil
}

// PlacesSince are the places that reports name which came after the one of a
// number, by id.
func (s *Store) PlacesSince(ctx context.Context, seq int64) ([]geo.Place, error) {
	places, err := query(ctx, s.db, scanPlace, `SELECT `+placeColumns+` FROM places WHERE id IN (SELECT place FROM mentions
		WHERE report IN (SELECT id FROM reports WHERE seq > ?)) ORDER BY id`, seq)
	if err != nil {
		return nil, fmt.Errorf("read places: %w", err)
	}
	return places, nil
}

// asker is a connection, or a transaction.
type asker interface {
	QueryContext(ctx context.Context, statement string, args ...any) (*sql.Rows, error)
}

func version(ctx context.Context, from asker) (string, error) {
	ends, err := query(ctx, from, func(scan scanner) (end string, err error) {
		err = scan(&end)
		return end, err
	}, `SELECT concat_ws(' ', 'report', seq, id, recorded_at) FROM reports
		WHERE seq IN ((SELECT min(seq) FROM reports), (SELECT max(seq) FROM reports))
		UNION ALL SELECT concat_ws(' ', 'journal', seq, recorded_at) FROM journal WHERE seq = (SELECT max(seq) FROM journal)
		ORDER BY 1`)
	if err != nil {
		return "", fmt.Errorf("read version: %w", err)
	}
	sum := sha256.Sum256(fmt.Append(nil, ends))
	return hex.EncodeToString(sum[:8]), nil
}

func scanPlace(scan scanner) (p geo.Place, err error) {
	err = scan(placeFields(&p)...)
	return p, err
}

func scanClaim(scan scanner) (timeline.Claim, error) {
	var c timeline.Claim
	var p spot
	err := scan(claimFields(&c, &p)...)
	if err == nil {
		c.Place, err = p.ref()
	}
	return c, err
}

// scanner is the Scan of a row.
type scanner func(dest ...any) error

// query collects what scan makes of each row. No rows give nil.
func query[T any](ctx context.Context, db asker, scan func(scanner) (T, error), statement string, args ...any) ([]T, error) {
	if pool, ok := db.(*sql.DB); ok {
		if conn, frozen := frozenIn(ctx, pool); frozen {
			db = conn
		}
	}
	rows, err := db.QueryContext(ctx, statement, args...)
	if err != nil {
		return nil, err
	}
	return collect(rows, scan)
}

// collect reads all rows, and closes them.
func collect[T any](rows *sql.Rows, scan func(scanner) (T, error)) ([]T, error) {
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := scan(rows.Scan)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}
