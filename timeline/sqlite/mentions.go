package sqlite

import (
	"context"
	"fmt"

	"frontline/timeline"
)

// Mentioned is a place named in a report, without the report.
type Mentioned struct {
	Report string // id
	timeline.Mention
}

// Mentions are the places that all reports name, as they are read now, by
// report and in the order of its text.
func (s *Store) Mentions(ctx context.Context) ([]Mentioned, error) {
	var list []Mentioned
	err := s.snapshot(ctx, func(from asker) error {
		places, err := placesByID(ctx, from, `SELECT `+placeColumns+` FROM places`)
		if err != nil {
			return err
		}
		list, err = query(ctx, from, func(scan scanner) (m Mentioned, err error) {
			m.Mention, err = scanMention(scan, places, &m.Report)
			return m, err
		}, `SELECT `+mentionColumns+`, report FROM mentions WHERE superseded_at IS NULL ORDER BY report, position`)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read mentions: %w", err)
	}
	return list, nil
}

// Waiting counts the claims that name a place and could not be put anywhere.
type Waiting struct {
	Report  string // id
	Surface string // of the place, as written
	Claims  int
}

// Waiting are the names that claims wait for, by report.
func (s *Store) Waiting(ctx context.Context) ([]Waiting, error) {
	list, err := query(ctx, s.db, func(scan scanner) (w Waiting, err error) {
		err = scan(&w.Report, &w.Surface, &w.Claims)
		return w, err
	}, `SELECT report, place_surface, count(*) FROM claims
		WHERE superseded_at IS NULL AND place IS NULL AND place_named = 1 GROUP BY report, place_surface ORDER BY report, place_surface`)
	if err != nil {
		return nil, fmt.Errorf("count claims without a place: %w", err)
	}
	return list, nil
}
