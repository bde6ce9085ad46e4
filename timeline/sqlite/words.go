package sqlite

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"frontline/timeline"
	"frontline/timeline/fulltext"
)

// errNotWorded says that the words of reports are not there to be searched.
var errNotWorded = errors.New("the words of its reports were not made by the rules of this program: `frontline fold` makes them")

// putWords puts the words of a report that was just added where they are found.
func putWords(ctx context.Context, tx *transaction, r timeline.Report) error {
	title, body := wordsOf(r)
	_, err := tx.ExecContext(ctx, `INSERT INTO report_words (docid, title, body) SELECT seq, ?, ? FROM reports WHERE id = ?`, title, body, r.ID)
	return err
}

// wordsOf are the words of a report as they are kept, of its title and of its text.
func wordsOf(r timeline.Report) (title, body string) {
	return fulltext.Joined(fulltext.Words(r.Title)), fulltext.Joined(fulltext.Words(r.Text[r.Body:]))
}

// keepWords makes the words of all reports anew where they were not made by the
// rules of this program.
func (s *Store) keepWords(ctx context.Context) error {
	if kept, err := worded(ctx, s.db); err != nil || kept {
		return err
	}
	return s.Reword(ctx)
}

// Reword makes the words of all reports anew, in one transaction.
func (s *Store) Reword(ctx context.Context) error {
	err := s.inTx(ctx, func(tx *transaction) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM report_words`); err != nil {
			return err
		}
		for last := int64(0); ; {
			next, err := readAfter(ctx, tx, last)
			if err != nil {
				return err
			}
			if len(next) == 0 {
				break
			}
			for _, n := range next {
				if err := putWords(ctx, tx, n.Report); err != nil {
					return fmt.Errorf("report %s: %w", n.ID, err)
				}
				last = n.seq
			}
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO worded (one, rules) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET rules = excluded.rules`, fulltext.Rules)
		return err
	})
	if err != nil {
		return fmt.Errorf("make words of reports: %w", err)
	}
	return nil
}

// worded says whether the words of reports were made by the rules of this program.
func worded(ctx context.Context, from asker) (bool, error) {
	made, err := query(ctx, from, oneString, `SELECT rules FROM worded`)
	return err == nil && slices.Equal(made, []string{fulltext.Rules}), err
}

// telling is a report with its number, and no more of it than its words.
type telling struct {
	seq int64
	timeline.Report
}

// readAfter are some of the reports behind the one of a number; none at the end.
func readAfter(ctx context.Context, from asker, seq int64) ([]telling, error) {
	return query(ctx, from, scanTelling, `SELECT seq, id, title, body, text FROM reports WHERE seq > ? AND outcome = 'read' ORDER BY seq LIMIT 200`, seq)
}

func scanTelling(scan scanner) (r telling, err error) {
	if err = scan(&r.seq, &r.ID, &r.Title, &r.Body, &r.Text); err == nil && (r.Body < 0 || r.Body > len(r.Text)) {
		err = fmt.Errorf("report %s begins at byte %d of %d", r.ID, r.Body, len(r.Text))
	}
	return r, err
}
