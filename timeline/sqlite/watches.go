package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"

	"frontline/timeline"
	"frontline/timeline/watch"
	"frontline/timeline/webhook"
)

// markColumn is a mark as it writes itself.
type markColumn struct{ mark *timeline.Mark }

func (c markColumn) Value() (driver.Value, error) { return c.mark.String(), nil }

func (c markColumn) Scan(src any) (err error) {
	var s sql.NullString
	if err := s.Scan(src); err != nil {
		return err
	}
	*c.mark, err = timeline.ParseMark(s.String)
	return err
}

// queryColumn is a question as JSON.
type queryColumn struct{ query *watch.Query }

func (c queryColumn) Value() (driver.Value, error) {
	b, err := json.Marshal(c.query)
	return string(b), err
}

func (c queryColumn) Scan(src any) error {
	var s sql.NullString
	if err := s.Scan(src); err != nil {
		return err
	}
	return json.Unmarshal([]byte(s.String), c.query)
}

// AddWatch keeps a watch. secret is what news are signed with; "" where there is no
// webhook.
func (s *Store) AddWatch(ctx context.Context, w watch.Watch, secret string) error {
	err := s.inTx(ctx, func(tx *transaction) error {
		_, err := tx.ExecContext(ctx, insertInto("watches", "id, name, query, webhook, secret, seen, created_at"),
			w.ID, w.Name, queryColumn{&w.Query}, w.Webhook, secret, markColumn{&w.Seen}, tx.now)
		return err
	})
	if err != nil {
		return fmt.Errorf("add watch: %w", err)
	}
	return nil
}

// RemoveWatch forgets a watch, and what is on its way to it.
func (s *Store) RemoveWatch(ctx context.Context, id string) error {
	err := s.inTx(ctx, func(tx *transaction) error {
		res, err := tx.ExecContext(ctx, `DELETE FROM watches WHERE id = ?`, id)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, timeline.ErrNotFound)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("remove watch %s: %w", id, err)
	}
	return nil
}

const watchStatus = `SELECT w.id, w.name, w.query, w.webhook, w.seen, w.created_at, w.delivered, w.delivered_at,
	(SELECT count(*) FROM deliveries d WHERE d.watch = w.id AND d.next_at IS NOT NULL),
	(SELECT min(d.next_at) FROM deliveries d WHERE d.watch = w.id),
	(SELECT count(*) FROM deliveries d WHERE d.watch = w.id AND d.next_at IS NULL),
	coalesce((SELECT d.last_error FROM deliveries d WHERE d.watch = w.id AND d.last_error <> '' ORDER BY d.seq DESC LIMIT 1), '')
	FROM watches w `

func scanWatch(scan scanner) (w watch.Status, err error) {
	err = scan(&w.ID, &w.Name, queryColumn{&w.Query}, &w.Webhook, markColumn{&w.Seen}, momentColumn{&w.Created}, &w.Delivered, momentColumn{&w.DeliveredAt},
		&w.Waiting, momentColumn{&w.NextAt}, &w.GivenUp, &w.LastError)
	return w, err
}

// Watches are all watches, by id.
func (s *Store) Watches(ctx context.Context) ([]watch.Status, error) {
	list, err := query(ctx, s.db, scanWatch, watchStatus+`ORDER BY w.id`)
	if err != nil {
		return nil, fmt.Errorf("read watches: %w", err)
	}
	return list, nil
}

// Watch is the watch of an id; timeline.ErrNotFound where there is none.
func (s *Store) Watch(ctx context.Context, id string) (watch.Watch, error) {
	list, err := query(ctx, s.db, scanWatch, watchStatus+`WHERE w.id = ?`, id)
	if err == nil && len(list) == 0 {
		err = timeline.ErrNotFound
	}
	if err != nil {
		return watch.Watch{}, fmt.Errorf("read watch %s: %w", id, err)
	}
	return list[0].Watch, nil
}

// Endpoint is where the news of a watch go; timeline.ErrNotFound where there is no
// such watch. The address is "" where it has no webhook.
func (s *Store) Endpoint(ctx context.Context, id string) (webhook.Endpoint, error) {
	list, err := query(ctx, s.db, func(scan scanner) (to webhook.Endpoint, err error) {
		err = scan(&to.Address, &to.Secret)
		return to, err
	}, `SELECT webhook, secret FROM watches WHERE id = ?`, id)
	if err == nil && len(list) == 0 {
		err = timeline.ErrNotFound
	}
	if err != nil {
		return webhook.Endpoint{}, fmt.Errorf("read watch %s: %w", id, err)
	}
	return list[0], nil
}

// Queue puts what was found on its way, all or nothing: see watch.Store.
func (s *Store) Queue(ctx context.Context, found []watch.Found) error {
	err := s.inTx(ctx, func(tx *transaction) error {
		for _, f := range found {
			if err := queue(ctx, tx, f); err != nil {
				return fmt.Errorf("watch %s: %w", f.Watch, err)
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("queue deliveries: %w", err)
	}
	return nil
}

func queue(ctx context.Context, tx *transaction, f watch.Found) error {
	res, err := tx.ExecContext(ctx, `UPDATE watches SET seen = ? WHERE id = ? AND seen = ?`, markColumn{&f.To}, f.Watch, markColumn{&f.From})
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return err // it is gone, or somebody else has looked
	}
	for _, d := range f.Deliveries {
		if _, err := tx.ExecContext(ctx, `INSERT INTO deliveries (id, watch, body, queued_at, next_at) VALUES (?1, ?2, ?3, ?4, ?4) ON CONFLICT (id) DO NOTHING`,
			d.ID, f.Watch, d.Body, momentColumn{&f.At}); err != nil {
			return err
		}
	}
	return nil
}

// Due are the deliveries that may be tried at a moment, of each watch the first twenty:
// see watch.Store.
func (s *Store) Due(ctx context.Context, at timeline.Moment) ([]watch.Parcel, error) {
	list, err := query(ctx, s.db, func(scan scanner) (p watch.Parcel, err error) {
		err = scan(&p.ID, &p.Body, &p.Watch, &p.To.Address, &p.To.Secret, momentColumn{&p.Queued}, &p.Attempts)
		return p, err
	}, `SELECT d.id, d.body, d.watch, w.webhook, w.secret, d.queued_at, d.attempts FROM watches w JOIN
		(SELECT *, row_number() OVER (PARTITION BY watch ORDER BY attempts, seq) AS turn FROM deliveries WHERE next_at <= ?) d ON d.watch = w.id
		WHERE d.turn <= 20 ORDER BY d.attempts, d.seq`, momentColumn{&at})
	if err != nil {
		return nil, fmt.Errorf("read deliveries: %w", err)
	}
	return list, nil
}

// Take counts an attempt at a delivery: see watch.Store.
func (s *Store) Take(ctx context.Context, id string, at, again timeline.Moment) (taken bool, err error) {
	err = s.inTx(ctx, func(tx *transaction) error {
		res, err := tx.ExecContext(ctx, `UPDATE deliveries SET attempts = attempts + 1, next_at = ? WHERE id = ? AND next_at <= ?`,
			momentColumn{&again}, id, momentColumn{&at})
		if err != nil {
			return err
		}
		n, err := res.RowsAffected()
		taken = n == 1
		return err
	})
	if err != nil {
		return false, fmt.Errorf("take delivery %s: %w", id, err)
	}
	return taken, nil
}

// Settle says what became of an attempt: see watch.Store.
func (s *Store) Settle(ctx context.Context, id string, o watch.Outcome) error {
	err := s.inTx(ctx, func(tx *transaction) error {
		if o.Err != "" {
			_, err := tx.ExecContext(ctx, `UPDATE deliveries SET next_at = ?, last_error = ? WHERE id = ?`, momentColumn{&o.Again}, o.Err, id)
			return err
		}
		if _, err := tx.ExecContext(ctx, `UPDATE watches SET delivered = delivered + 1, delivered_at = ?
			WHERE id = (SELECT watch FROM deliveries WHERE id = ?)`, momentColumn{&o.At}, id); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `DELETE FROM deliveries WHERE id = ?`, id)
		return err
	})
	if err != nil {
		return fmt.Errorf("settle delivery %s: %w", id, err)
	}
	return nil
}
