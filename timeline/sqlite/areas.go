package sqlite

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"frontline/geo/gazetteer"
)

// PutAreas makes the administrative units the only ones of their levels, in one
// transaction. about says in words what is imported, for the journal.
func (s *Store) PutAreas(ctx context.Context, areas []gazetteer.Area, about string) error {
	err := s.inTx(ctx, func(tx *transaction) error {
		var levels []int
		for i := range areas {
			a := &areas[i]
			if !slices.Contains(levels, a.Level) {
				levels = append(levels, a.Level)
				if _, err := tx.ExecContext(ctx, `DELETE FROM areas WHERE level = ?`, a.Level); err != nil {
					return err
				}
			}
			if _, err := tx.ExecContext(ctx, insertInto("areas", areaColumns), areaFields(a)...); err != nil {
				return fmt.Errorf("%s (level %d): %w", a.PCode, a.Level, err)
			}
		}
		return note(ctx, tx, "areas", about)
	})
	if err != nil {
		return fmt.Errorf("import areas: %w", err)
	}
	return nil
}

// DropSource takes all records of a source out of the gazetteer, and says how
// many there were. None is an error that leaves all as it was.
func (s *Store) DropSource(ctx context.Context, source string) (n int64, err error) {
	err = s.inTx(ctx, func(tx *transaction) error {
		res, err := tx.ExecContext(ctx, `DELETE FROM records WHERE source = ?`, source)
		if err != nil {
			return err
		}
		if n, err = res.RowsAffected(); err == nil && n == 0 {
			err = errors.New("no records")
		}
		if err != nil {
			return err
		}
		return note(ctx, tx, "drop", source)
	})
	if err != nil {
		return 0, fmt.Errorf("drop source %q: %w", source, err)
	}
	return n, nil
}
