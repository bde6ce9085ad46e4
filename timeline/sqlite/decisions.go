package sqlite

import (
	"context"
	"errors"
	"fmt"

	"github.com/paulmach/orb"

	"frontline/geo/gazetteer"
	"frontline/timeline"
)

// Decision is an editor's decision of the gazetteer, with who took it and when.
type Decision struct {
	Seq int64 // its number, from 1
	gazetteer.Decision
	Author      string
	Note        string       // why; "" if nothing is said
	Recorded    timeline.Day // in UTC
	Withdrawn   timeline.Day // zero while it holds
	WithdrawnBy string       // "" while it holds
}

const decisionColumns = `kind, name, name_other, admin1, place, place_kind, lon, lat, author, note`

// Decide records a decision, and gives it its number.
func (s *Store) Decide(ctx context.Context, d Decision) (seq int64, err error) {
	var lon, lat *float64
	if d.At != nil {
		lon, lat = &d.At[0], &d.At[1]
	}
	err = s.inTx(ctx, func(tx *transaction) error {
		res, err := tx.ExecContext(ctx, insertInto("decisions", decisionColumns+", recorded_at"),
			d.Kind, d.Name, d.NameOther, d.Admin1, d.Place, d.PlaceKind, lon, lat, d.Author, d.Note, tx.now)
		if err != nil {
			return err
		}
		if seq, err = res.LastInsertId(); err != nil {
			return err
		}
		return note(ctx, tx, "decision", fmt.Sprint(seq))
	})
	if err != nil {
		return 0, fmt.Errorf("record decision: %w", err)
	}
	return seq, nil
}

// Withdraw takes a decision back: it stays on record and counts no more. One
// that is not there, or was withdrawn before, is an error.
func (s *Store) Withdraw(ctx context.Context, seq int64, author string) error {
	err := s.inTx(ctx, func(tx *transaction) error {
		res, err := tx.ExecContext(ctx, `UPDATE decisions SET withdrawn_at = ?, withdrawn_by = ?
			WHERE seq = ? AND withdrawn_at IS NULL`, tx.now, author, seq)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, errors.New("there is none of this number that holds"))
		}
		return note(ctx, tx, "withdrawal", fmt.Sprint(seq))
	})
	if err != nil {
		return fmt.Errorf("withdraw decision %d: %w", seq, err)
	}
	return nil
}

// Decisions are all decisions, withdrawn ones too, by number.
func (s *Store) Decisions(ctx context.Context) ([]Decision, error) {
	list, err := query(ctx, s.db, func(scan scanner) (d Decision, err error) {
		var lon, lat *float64
		var by *string
		err = scan(&d.Seq, &d.Kind, &d.Name, &d.NameOther, &d.Admin1, &d.Place, &d.PlaceKind, &lon, &lat, &d.Author, &d.Note,
			dayColumn{&d.Recorded}, dayColumn{&d.Withdrawn}, &by)
		if lon != nil && lat != nil {
			d.At = &orb.Point{*lon, *lat}
		}
		if by != nil {
			d.WithdrawnBy = *by
		}
		return d, err
	}, `SELECT seq, `+decisionColumns+`, substr(recorded_at, 1, 10), substr(withdrawn_at, 1, 10), withdrawn_by
		FROM decisions ORDER BY seq`)
	if err != nil {
		return nil, fmt.Errorf("read decisions: %w", err)
	}
	return list, nil
}
