package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"

	"frontline/geo"
	"frontline/timeline"
)

// Claims are all claims as they are read now, by report and in the order of its
// text. With a knownOn other than zero they are those of the end of that day,
// in UTC.
func (s *Store) Claims(ctx context.Context, knownOn timeline.Day) ([]timeline.Claim, error) {
	claims, err := query(ctx, s.db, scanClaim, `SELECT `+claimColumns+` FROM claims
		WHERE CASE WHEN ?1 IS NULL THEN superseded_at IS NULL
			ELSE recorded_at < ?1 AND coalesce(superseded_at >= ?1, TRUE) END
		ORDER BY report, position`, before(knownOn))
	if err != nil {
		return nil, fmt.Errorf("read claims: %w", err)
	}
	return claims, nil
}

// Places are all places that stored reports name, by id.
func (s *Store) Places(ctx context.Context) ([]geo.Place, error) {
	places, err := query(ctx, s.db, scanPlace, `SELECT `+placeColumns+` FROM places ORDER BY id`)
	if err != nil {
		return nil, fmt.Errorf("read places: %w", err)
	}
	return places, nil
}

// Reports are all reports that were read, by id and without their Text. A
// knownOn other than zero keeps those recorded on or before that day, in UTC.
func (s *Store) Reports(ctx context.Context, knownOn timeline.Day) ([]timeline.Report, error) {
	reports, err := query(ctx, s.db, func(scan scanner) (r timeline.Report, err error) {
		err = scan(reportFields(&r)...)
		return r, err
	}, `SELECT `+reportColumns+` FROM reports
		WHERE outcome = 'read' AND (?1 IS NULL OR recorded_at < ?1) ORDER BY id`, before(knownOn))
	if err != nil {
		return nil, fmt.Errorf("read reports: %w", err)
	}
	return reports, nil
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
// changes. It is a digest of the first and the last report and of the last line
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
	}, `SELECT coalesce(max(seq), 0) FROM journal WHERE what <> 'replay'`)
	if err != nil {
		return 0, fmt.Errorf("read version of places: %w", err)
	}
	return last[0], nil
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
		c.Place = p.ref()
	}
	return c, err
}

// before is the day after knownOn, so that "on or before" is "less than".
func before(knownOn timeline.Day) dayColumn {
	if knownOn.Known() {
		knownOn++
	}
	return dayColumn{&knownOn}
}

// scanner is the Scan of a row.
type scanner func(dest ...any) error

// query collects what scan makes of each row. No rows give nil.
func query[T any](ctx context.Context, db asker, scan func(scanner) (T, error), statement string, args ...any) ([]T, error) {
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
