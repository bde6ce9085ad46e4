package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"frontline/timeline"
)

// Retract records that a report, or one claim of it, is not to count from now
// on, and gives the retraction its number. A report that is not stored, a claim
// it does not make, or one that is retracted already is an error. Nothing is
// deleted: what was known before stays so.
func (s *Store) Retract(ctx context.Context, r timeline.Retraction) (seq int64, err error) {
	err = s.inTx(ctx, func(tx *transaction) error {
		if err := retractable(ctx, tx, r); err != nil {
			return err
		}
		res, err := tx.ExecContext(ctx, `INSERT INTO retractions (report, claim, author, reason, recorded_at) VALUES (?, ?, ?, ?, ?)`,
			r.Report, r.Claim, r.Author, r.Reason, tx.now)
		if err != nil {
			return err
		}
		if seq, err = res.LastInsertId(); err != nil {
			return err
		}
		if err := s.refoldReport(ctx, tx, r.Report); err != nil {
			return err
		}
		return note(ctx, tx, "retraction", fmt.Sprintf("%d: %s", seq, r.Reason))
	})
	if err != nil {
		return 0, fmt.Errorf("retract %s: %w", what(r), err)
	}
	return seq, nil
}

func what(r timeline.Retraction) string {
	if r.Claim != "" {
		return "claim " + r.Claim
	}
	return "report " + r.Report
}

func retractable(ctx context.Context, tx *transaction, r timeline.Retraction) error {
	var said, held bool
	err := tx.QueryRowContext(ctx, `SELECT
		EXISTS (SELECT 1 FROM reports WHERE id = ?1 AND outcome = 'read')
			AND (?2 = '' OR EXISTS (SELECT 1 FROM claims WHERE report = ?1 AND id = ?2 AND superseded_at IS NULL)),
		EXISTS (SELECT 1 FROM retractions WHERE report = ?1 AND claim = ?2 AND withdrawn_at IS NULL)`, r.Report, r.Claim).Scan(&said, &held)
	switch {
	case err != nil:
		return err
	case !said:
		return timeline.ErrNotFound
	case held:
		return errors.New("it is retracted already")
	}
	return nil
}

// Saying is a report that was read, or one claim that it makes.
type Saying struct {
	Report string
	Claim  string // "" for the report
}

// Sayings are the reports, and the claims that are believed now, whose id begins
// so, reports first, by id; at most limit.
func (s *Store) Sayings(ctx context.Context, beginning string, limit int) ([]Saying, error) {
	list, err := query(ctx, s.db, func(scan scanner) (x Saying, err error) {
		err = scan(&x.Report, &x.Claim)
		return x, err
	}, `SELECT id, '' AS claim FROM reports WHERE id >= ?1 AND id < ?1 || char(0x10FFFF) AND outcome = 'read'
		UNION ALL SELECT report, id FROM claims WHERE id >= ?1 AND id < ?1 || char(0x10FFFF) AND superseded_at IS NULL
		ORDER BY claim, 1 LIMIT ?2`, beginning, limit)
	if err != nil {
		return nil, fmt.Errorf("look for %q: %w", beginning, err)
	}
	return list, nil
}

// Restore takes a retraction back. One that is not there, or was taken back
// before, is an error.
func (s *Store) Restore(ctx context.Context, seq int64, author string) error {
	err := s.inTx(ctx, func(tx *transaction) error {
		var report string
		err := tx.QueryRowContext(ctx, `UPDATE retractions SET withdrawn_at = ?, withdrawn_by = ?
			WHERE seq = ? AND withdrawn_at IS NULL RETURNING report`, tx.now, author, seq).Scan(&report)
		if errors.Is(err, sql.ErrNoRows) {
			err = errors.New("there is no retraction of this number that holds")
		}
		if err != nil {
			return err
		}
		if err := s.refoldReport(ctx, tx, report); err != nil {
			return err
		}
		return note(ctx, tx, "restoration", fmt.Sprint(seq))
	})
	if err != nil {
		return fmt.Errorf("restore what retraction %d took out: %w", seq, err)
	}
	return nil
}

// Retractions are all retractions, those taken back too, by number.
func (s *Store) Retractions(ctx context.Context) ([]timeline.Retraction, error) {
	list, err := query(ctx, s.db, func(scan scanner) (r timeline.Retraction, err error) {
		err = scan(&r.Seq, &r.Report, &r.Claim, &r.Author, &r.Reason, momentColumn{&r.Recorded}, momentColumn{&r.Superseded}, orNull(&r.By))
		return r, err
	}, `SELECT seq, report, claim, author, reason, recorded_at, withdrawn_at, withdrawn_by FROM retractions ORDER BY seq`)
	if err != nil {
		return nil, fmt.Errorf("read retractions: %w", err)
	}
	return list, nil
}
