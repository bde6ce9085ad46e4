package sqlite

import (
	"context"
	"fmt"

	"frontline/timeline"
)

// note writes into the journal what was done to the file.
func note(ctx context.Context, tx *transaction, what, about string) error {
	_, err := tx.ExecContext(ctx, insertInto("journal", "what, about, recorded_at"), what, about, tx.now)
	return err
}

// Journal is what was done to the file beside adding reports, in its order.
func (s *Store) Journal(ctx context.Context) ([]timeline.Event, error) {
	list, err := query(ctx, s.db, func(scan scanner) (e timeline.Event, err error) {
		err = scan(&e.What, &e.About, momentColumn{&e.Moment})
		return e, err
	}, `SELECT what, about, recorded_at FROM journal ORDER BY seq`)
	if err != nil {
		return nil, fmt.Errorf("read journal: %w", err)
	}
	return list, nil
}
