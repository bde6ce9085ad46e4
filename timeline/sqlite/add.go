package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"

	"frontline/timeline"
)

// Add stores all that one report says, in one transaction, and says whether it
// did: a report whose id has been read before changes nothing. One that was
// recorded as unreadable is replaced, since nothing had been taken from it.
//
// The map that a report was made from is kept with it, or added to it where it is
// not yet.
//
// Every place that a claim points to must be the place of a mention, and every
// claim must carry the report's id and an id of its own. Entries of places
// replace those stored before under the same id.
func (s *Store) Add(ctx context.Context, r timeline.Reading) (added bool, err error) {
	n, err := s.AddAll(ctx, func(yield func(timeline.Reading) bool) { yield(r) })
	return n == 1, err
}

// AddAll stores all that several reports say, as Add does one by one, in one
// transaction, and says how many it did: where one cannot be stored, none is.
// Readings are asked for one at a time.
func (s *Store) AddAll(ctx context.Context, readings iter.Seq[timeline.Reading]) (added int, err error) {
	err = s.inTx(ctx, func(tx *transaction) error {
		changed := map[string]bool{}
		for r := range readings {
			is, err := addReading(ctx, tx, r)
			if err != nil {
				return fmt.Errorf("report %s (%s): %w", r.Report.ID, r.Report.File, err)
			}
			if !is {
				continue
			}
			added++
			for _, place := range placesOf(r.Claims) {
				changed[place] = true
			}
		}
		return s.refold(ctx, tx, slices.Collect(maps.Keys(changed)))
	})
	if err != nil {
		return 0, fmt.Errorf("add reports: %w", err)
	}
	return added, nil
}

func addReading(ctx context.Context, tx *transaction, r timeline.Reading) (added bool, err error) {
	if err := checkReading(r); err != nil {
		return false, err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM reports WHERE id = ? AND outcome = 'unreadable'`, r.Report.ID); err != nil {
		return false, err
	}
	args := append(reportFields(&r.Report), r.Report.Text, "read", "", tx.now)
	added, err = insertReport(ctx, tx, args)
	if err != nil {
		return false, err
	}
	if err := addDrawing(ctx, tx, r, !added); err != nil || !added {
		return false, err
	}
	if err := putWords(ctx, tx, r.Report); err != nil {
		return false, err
	}
	if err := putPlaces(ctx, tx, r.Places); err != nil {
		return false, err
	}
	if err := insertMentions(ctx, tx, r.Report.ID, r.Places); err != nil {
		return false, err
	}
	return true, insertClaims(ctx, tx, r.Claims)
}

// addDrawing keeps the map that a report was made from. A report that was there
// before maps were kept gets its own when it comes again: that is a change of
// which the journal tells.
func addDrawing(ctx context.Context, tx *transaction, r timeline.Reading, again bool) error {
	if r.Drawing == nil {
		return nil
	}
	added, err := putDrawing(ctx, tx, r.Report.ID, r.Drawing)
	if err != nil || !added || !again {
		return err
	}
	return note(ctx, tx, "drawing", r.Report.ID)
}

// AddUnreadable records that a file could not be read and why, and says
// whether it did: an id that is already stored, read or not, changes nothing.
func (s *Store) AddUnreadable(ctx context.Context, file, id, reason string) (added bool, err error) {
	err = s.inTx(ctx, func(tx *transaction) error {
		args := append(reportFields(&timeline.Report{ID: id, File: file}), "", "unreadable", reason, tx.now)
		added, err = insertReport(ctx, tx, args)
		return err
	})
	if err != nil {
		return false, fmt.Errorf("record %s as unreadable: %w", file, err)
	}
	return added, nil
}

// Has says whether the report with this id has been read and stored.
func (s *Store) Has(ctx context.Context, id string) (bool, error) {
	var has bool
	err := s.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM reports WHERE id = ? AND outcome = 'read')`, id).Scan(&has)
	if err != nil {
		return false, fmt.Errorf("look for report %s: %w", id, err)
	}
	return has, nil
}

// transaction is a change of the file, all of which is recorded at one moment.
type transaction struct {
	*sql.Tx
	now string
}

// inTx runs do in a transaction, all of which carries one time. Times never go
// back, though clocks may: what was recorded stays before what is recorded after
// it, and nothing ends before it began.
func (s *Store) inTx(ctx context.Context, do func(tx *transaction) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	last, err := lastMoment(ctx, tx)
	if err != nil {
		return err
	}
	if err := do(&transaction{tx, max(last, timeline.MomentOf(s.now())).String()}); err != nil {
		return err
	}
	return tx.Commit()
}

// lastMoment is when anything was last recorded, zero where nothing was: all is,
// with a report or with a line of the journal.
func lastMoment(ctx context.Context, from asker) (timeline.Moment, error) {
	ends, err := query(ctx, from, func(scan scanner) (m timeline.Moment, err error) {
		err = scan(momentColumn{&m})
		return m, err
	}, `SELECT recorded_at FROM reports WHERE seq = (SELECT max(seq) FROM reports)
		UNION ALL SELECT recorded_at FROM journal WHERE seq = (SELECT max(seq) FROM journal)`)
	if err != nil || len(ends) == 0 {
		return 0, err
	}
	return slices.Max(ends), nil
}

func checkReading(r timeline.Reading) error {
	if r.Report.ID == "" {
		return errors.New("report has no id")
	}
	if n := len(r.Report.Text); r.Report.Body < 0 || r.Report.Body > n {
		return fmt.Errorf("report begins at byte %d of %d", r.Report.Body, n)
	}
	mentioned := map[string]bool{}
	for _, m := range r.Places {
		if m.Place != nil {
			mentioned[m.Place.ID] = true
		}
	}
	for i, c := range r.Claims {
		if c.ID == "" {
			return fmt.Errorf("claim %d has no id", i)
		}
		if c.Report != r.Report.ID {
			return fmt.Errorf("claim %s is of report %q", c.ID, c.Report)
		}
		if c.Place != nil && c.Place.ID != "" && !mentioned[c.Place.ID] {
			return fmt.Errorf("claim %s: place %q is in no mention", c.ID, c.Place.ID)
		}
	}
	return nil
}

// placesOf are the ids of the places whose holder the claims can change.
func placesOf(claims []timeline.Claim) (ids []string) {
	for i := range claims {
		if _, ok := claims[i].Holder(); ok && claims[i].Place.Listed() {
			ids = append(ids, claims[i].Place.ID)
		}
	}
	return ids
}
