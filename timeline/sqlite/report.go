package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"frontline/geo"
	"frontline/timeline"
)

// Report is one report whole: its text, the places it names, its claims and the
// map that it was made from. A report that is not there, or was unreadable, gives
// timeline.ErrNotFound.
func (s *Store) Report(ctx context.Context, id string) (timeline.Reading, error) {
	var r timeline.Reading
	err := s.snapshot(ctx, func(from asker) (err error) {
		r, err = readingOf(ctx, from, id)
		return err
	})
	if err != nil {
		return timeline.Reading{}, fmt.Errorf("read report %q: %w", id, err)
	}
	return r, nil
}

func readingOf(ctx context.Context, from asker, id string) (timeline.Reading, error) {
	whole, err := query(ctx, from, func(scan scanner) (r timeline.Report, err error) {
		err = scan(append(reportFields(&r), &r.Text)...)
		return r, err
	}, `SELECT `+reportColumns+`, text FROM reports WHERE id = ? AND outcome = 'read'`, id)
	if err == nil && len(whole) == 0 {
		err = timeline.ErrNotFound
	}
	if err != nil {
		return timeline.Reading{}, err
	}
	r := timeline.Reading{Report: whole[0]}
	if r.Places, err = mentionsOf(ctx, from, id); err != nil {
		return r, err
	}
	if r.Claims, err = query(ctx, from, scanClaim,
		`SELECT `+claimColumns+` FROM claims WHERE report = ? AND superseded_at IS NULL ORDER BY position`, id); err != nil {
		return r, err
	}
	drawn, err := drawingsOf(ctx, from, `report = ?`, id)
	if len(drawn) > 0 {
		r.Drawing = &drawn[0].Drawing
	}
	return r, err
}

// snapshot lets do read several times from the file as it is at one moment.
func (s *Store) snapshot(ctx context.Context, do func(from asker) error) error {
	return frozen(ctx, s.db, func(conn *sql.Conn) error { return do(conn) })
}

// frozenKey is where a context keeps the connection that sees the file of db as it was.
type frozenKey struct{ db *sql.DB }

// Frozen lets do ask the store, by the context it is handed, as the file is at the
// moment of its first question: what several questions bring then belongs together,
// whoever writes meanwhile. It is for one goroutine.
func (s *Store) Frozen(ctx context.Context, do func(context.Context) error) error {
	return frozen(ctx, s.db, func(conn *sql.Conn) error { return do(context.WithValue(ctx, frozenKey{s.db}, conn)) })
}

func frozenIn(ctx context.Context, db *sql.DB) (*sql.Conn, bool) {
	conn, ok := ctx.Value(frozenKey{db}).(*sql.Conn)
	return conn, ok
}

// frozen lets do read by a connection that sees a file as it is at the moment of
// its first question, or as the context has it already.
func frozen(ctx context.Context, db *sql.DB, do func(*sql.Conn) error) error {
	if conn, already := frozenIn(ctx, db); already {
		return do(conn)
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	// Not BeginTx: of a file open for writing that would wait for its turn to write.
	if _, err := conn.ExecContext(ctx, `BEGIN DEFERRED`); err != nil {
		return err
	}
	defer conn.ExecContext(context.WithoutCancel(ctx), `ROLLBACK`) //nolint:errcheck // nothing was written
	return do(conn)
}

func mentionsOf(ctx context.Context, from asker, report string) ([]timeline.Mention, error) {
	places, err := placesByID(ctx, from, `SELECT `+placeColumns+` FROM places
		WHERE id IN (SELECT place FROM mentions WHERE report = ? AND superseded_at IS NULL)`, report)
	if err != nil {
		return nil, err
	}
	return query(ctx, from, func(scan scanner) (timeline.Mention, error) { return scanMention(scan, places) },
		`SELECT `+mentionColumns+` FROM mentions WHERE report = ? AND superseded_at IS NULL ORDER BY position`, report)
}

func placesByID(ctx context.Context, from asker, statement string, args ...any) (map[string]geo.Place, error) {
	places, err := query(ctx, from, scanPlace, statement, args...)
	byID := make(map[string]geo.Place, len(places))
	for _, p := range places {
		byID[p.ID] = p
	}
	return byID, err
}

// scanMention reads the columns of a mention, and those behind them into more.
func scanMention(scan scanner, places map[string]geo.Place, more ...any) (timeline.Mention, error) {
	var m timeline.Mention
	var others []candidate
	var place *string
	err := scan(append(mentionFields(&m, &others, &place), more...)...)
	m.Candidates = rankedOf(others)
	if place != nil {
		p := places[*place]
		m.Place = &p
	}
	return m, err
}
