package sqlite

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"slices"

	"frontline/timeline"
)

// ErrChanged says that the file is not what it was when it was read.
var ErrChanged = errors.New("the database has changed meanwhile")

// Readings goes through all reports that were read, in the order in which they
// came, each with its text, its mentions and its claims as they are read now.
func (s *Store) Readings(ctx context.Context) iter.Seq2[timeline.Reading, error] {
	return func(yield func(timeline.Reading, error) bool) {
		ids, err := query(ctx, s.db, func(scan scanner) (id string, err error) {
			err = scan(&id)
			return id, err
		}, `SELECT id FROM reports WHERE outcome = 'read' ORDER BY seq`)
		if err != nil {
			yield(timeline.Reading{}, fmt.Errorf("read reports: %w", err))
			return
		}
		for _, id := range ids {
			if r, err := s.Report(ctx, id); !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// Open are the ids of the reports of words in which a name is left that can mean
// several places, or one that it hardly means, in the order in which they came.
func (s *Store) Open(ctx context.Context) ([]string, error) {
	ids, err := query(ctx, s.db, func(scan scanner) (id string, err error) {
		err = scan(&id)
		return id, err
	}, `SELECT id FROM reports WHERE outcome = 'read' AND form = '' AND EXISTS (SELECT 1 FROM mentions WHERE report = reports.id
		AND superseded_at IS NULL AND place IS NULL AND candidates IS NOT NULL) ORDER BY seq`)
	if err != nil {
		return nil, fmt.Errorf("read open reports: %w", err)
	}
	return ids, nil
}

// Replace makes readings of stored reports the current ones, in one
// transaction. What was read before stays on record, with the moment until
// which it was believed; a claim that is said again as it was stays as it is.
// about says in words why, for the journal. Where the file's Version is no
// longer the one given, nothing is done, and the error is ErrChanged.
func (s *Store) Replace(ctx context.Context, fileVersion string, readings []timeline.Reading, about string) error {
	err := s.inTx(ctx, func(tx *transaction) error {
		if have, err := version(ctx, tx); err != nil || have != fileVersion {
			return errors.Join(err, ErrChanged)
		}
		for _, r := range readings {
			err := checkReading(r)
			if err == nil {
				err = s.replaceReading(ctx, tx, r)
			}
			if err != nil {
				return fmt.Errorf("report %s (%s): %w", r.Report.ID, r.Report.File, err)
			}
		}
		return note(ctx, tx, "replay", about)
	})
	if err != nil {
		return fmt.Errorf("replace readings: %w", err)
	}
	return nil
}

func (s *Store) replaceReading(ctx context.Context, tx *transaction, r timeline.Reading) error {
	old, err := readingOf(ctx, tx, r.Report.ID)
	if err != nil {
		return err
	}
	if old.Report.Published != r.Report.Published {
		// What was taken for it within one moment was never believed.
		if _, err := tx.ExecContext(ctx, `INSERT INTO datings (report, published, until) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
			r.Report.ID, dayColumn{&old.Report.Published}, tx.now); err != nil {
			return err
		}
	}
	if _, err := tx.ExecContext(ctx, `UPDATE reports SET language = ?, published = ?, published_basis = ? WHERE id = ?`,
		r.Report.Language, dayColumn{&r.Report.Published}, r.Report.PublishedBasis, r.Report.ID); err != nil {
		return err
	}
	if err := putPlaces(ctx, tx, r.Places); err != nil {
		return err
	}
	if !reflect.DeepEqual(old.Places, r.Places) {
		if _, err := tx.ExecContext(ctx, `UPDATE mentions SET superseded_at = ? WHERE report = ? AND superseded_at IS NULL`,
			tx.now, r.Report.ID); err != nil {
			return err
		}
		if err := insertMentions(ctx, tx, r.Report.ID, r.Places); err != nil {
			return err
		}
	}
	if err := replaceClaims(ctx, tx, old.Claims, r.Claims); err != nil {
		return err
	}
	return s.refold(ctx, tx, placesOf(slices.Concat(old.Claims, r.Claims)))
}

// replaceClaims ends the claims that are said no more, or otherwise, and adds
// those that are new, or said otherwise; the others get their new position.
func replaceClaims(ctx context.Context, tx *transaction, old, claims []timeline.Claim) error {
	before := make(map[string]timeline.Claim, len(old))
	for _, c := range old {
		before[c.ID] = c
	}
	add, err := tx.PrepareContext(ctx, insertInto("claims", claimColumns+", position, recorded_at"))
	if err != nil {
		return err
	}
	defer add.Close()
	stays := map[string]int{}
	for i, c := range claims {
		if was, there := before[c.ID]; there && reflect.DeepEqual(was, c) {
			stays[c.ID] = i
		}
	}
	for _, c := range old {
		statement, args := `UPDATE claims SET superseded_at = ? WHERE id = ? AND superseded_at IS NULL`, []any{tx.now, c.ID}
		if i, same := stays[c.ID]; same {
			statement, args = `UPDATE claims SET position = ? WHERE id = ? AND superseded_at IS NULL`, []any{i, c.ID}
		}
		if _, err := tx.ExecContext(ctx, statement, args...); err != nil {
			return err
		}
	}
	for i, c := range claims {
		if _, same := stays[c.ID]; same {
			continue
		}
		p := spotOf(c.Place)
		if _, err := add.ExecContext(ctx, append(claimFields(&c, &p), i, tx.now)...); err != nil {
			return fmt.Errorf("claim %d (%s): %w", i, c.ID, err)
		}
	}
	return nil
}
