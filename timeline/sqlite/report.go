package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"frontline/geo"
	"frontline/timeline"
)

// Report is one report whole: its text, the places it names and its claims. A
// report that is not there, or was unreadable, gives
// timeline.ErrNotFound.
func (s *Store) Report(ctx context.Context, id string) (timeline.Reading, error) {
	var r timeline.Reading
	// Rows of a report are only ever added together, so three statements see
	// the same as one.
	err := s.db.QueryRowContext(ctx, `SELECT `+reportColumns+`, text FROM reports WHERE id = ? AND outcome = 'read'`, id).
		Scan(append(reportFields(&r.Report), &r.Report.Text)...)
	if errors.Is(err, sql.ErrNoRows) {
		err = timeline.ErrNotFound
	}
	if err == nil {
		r.Places, err = s.mentions(ctx, id)
	}
	if err == nil {
		r.Claims, err = query(ctx, s.db, scanClaim,
			`SELECT `+claimColumns+` FROM claims WHERE report = ? ORDER BY position`, id)
	}
	if err != nil {
		return timeline.Reading{}, fmt.Errorf("read report %q: %w", id, err)
	}
	return r, nil
}

func (s *Store) mentions(ctx context.Context, report string) ([]timeline.Mention, error) {
	places, err := query(ctx, s.db, scanPlace, `SELECT `+placeColumns+` FROM places
		WHERE id IN (SELECT place FROM mentions WHERE report = ?)`, report)
	if err != nil {
		return nil, err
	}
	byID := map[string]geo.Place{}
	for _, p := range places {
		byID[p.ID] = p
	}
	return query(ctx, s.db, func(scan scanner) (timeline.Mention, error) {
		var m timeline.Mention
		var others []candidate
		var place *string
		err := scan(mentionFields(&m, &others, &place)...)
		m.Candidates = rankedOf(others)
		if place != nil {
			p := byID[*place]
			m.Place = &p
		}
		return m, err
	}, `SELECT `+mentionColumns+` FROM mentions WHERE report = ? ORDER BY position`, report)
}
