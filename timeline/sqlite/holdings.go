package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"database/sql/driver"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"frontline/timeline"
	"frontline/timeline/fold"

	"github.com/paulmach/orb"
)

// Law is how claims become holdings. The zero Law knows no sides and no sources:
// every actor is on its own, and every source is believed alike.
type Law struct {
	Actors  []timeline.ActorInfo
	Sources []timeline.Source // that come with the program
}

// testimonyColumns are what the fold looks at, and no more: holdings are made in
// the transaction that adds a report.
const testimonyColumns = `c.id, c.report, c.kind, c.actor, c.from_actor, c.extent, c.date, c.date_basis, c.place, c.place_score,
	c.claimed_by, c.quote, c.start_byte, c.confidence, r.published, r.source, r.url`

func (x *folding) testimony(scan scanner) (fold.Testimony, error) {
	c := &timeline.Claim{Modality: timeline.Asserted, Place: &timeline.PlaceRef{At: &orb.Point{}}}
	t := fold.Testimony{Claim: c}
	var r timeline.Report
	err := scan(&c.ID, &c.Report, &c.Kind, orNull(&c.Actor), orNull(&c.From), orNull(&c.Extent), dayColumn{&c.Date}, &c.DateBasis,
		&c.Place.ID, &c.Place.Score, orNull(&c.ClaimedBy), &c.Quote, &c.Start, &c.Confidence, dayColumn{&t.Published}, &r.Source, &r.URL)
	t.Source = x.registry.Of(r)
	return t, err
}

// folding is what must be known beside the claims to make holdings of them.
type folding struct {
	rules    fold.Rules
	registry *timeline.Registry
}

func (s *Store) folding(ctx context.Context, from asker) (*folding, error) {
	listings, err := s.listings(ctx, from)
	if err != nil {
		return nil, err
	}
	return &folding{fold.New(s.law.Actors), timeline.RegistryAt(listings, 0)}, nil
}

// refolding makes the holdings of places anew.
type refolding struct {
	*folding
	ask, drop, put *sql.Stmt
}

// refolding runs do with what makes holdings anew.
func (s *Store) refolding(ctx context.Context, tx *transaction, do func(*refolding) error) error {
	f, err := s.folding(ctx, tx)
	if err != nil {
		return err
	}
	x := &refolding{folding: f}
	if x.ask, err = tx.PrepareContext(ctx, testimoniesAt); err != nil {
		return err
	}
	defer x.ask.Close()
	if x.drop, err = tx.PrepareContext(ctx, `DELETE FROM holdings WHERE place = ?1 AND valid_from NOT IN (SELECT value ->> 1 FROM json_each(?2))`); err != nil {
		return err
	}
	defer x.drop.Close()
	if x.put, err = tx.PrepareContext(ctx, putHoldings()); err != nil {
		return err
	}
	defer x.put.Close()
	return do(x)
}

// refold makes the holdings of places anew, by the claims that are there now.
func (s *Store) refold(ctx context.Context, tx *transaction, places []string) error {
	if len(places) == 0 {
		return nil
	}
	slices.Sort(places)
	return s.refolding(ctx, tx, func(x *refolding) error {
		for _, place := range slices.Compact(places) {
			if err := x.place(ctx, place); err != nil {
				return fmt.Errorf("holdings of %s: %w", place, err)
			}
		}
		return nil
	})
}

// place makes the holdings of one place anew.
func (x *refolding) place(ctx context.Context, id string) error {
	// A query that can be cancelled is slower with every row; this one is short.
	said, err := x.ask.QueryContext(context.WithoutCancel(ctx), id)
	if err != nil {
		return err
	}
	testimonies, err := collect(said, x.testimony)
	if err != nil {
		return err
	}
	rows, err := rowsOf(x.rules.History(testimonies))
	if err != nil {
		return err
	}
	if _, err := x.drop.ExecContext(ctx, id, rows); err != nil {
		return err
	}
	_, err = x.put.ExecContext(ctx, rows)
	return err
}

// putHoldings takes the rows of a place in one statement, as a JSON list of lists
// of columns, and writes those that are not there so: a report speaks of ten
// places of forty rows, and changes one or two of each.
func putHoldings() string {
	columns := make([]string, strings.Count(holdingColumns, ",")+1)
	for i := range columns {
		columns[i] = fmt.Sprintf("value ->> %d", i)
	}
	facts := strings.TrimPrefix(holdingColumns, "place, valid_from, ")
	excluded := "excluded." + strings.ReplaceAll(facts, ", ", ", excluded.")
	return `INSERT INTO holdings (` + holdingColumns + `) SELECT ` + strings.Join(columns, ", ") + ` FROM json_each(?) WHERE TRUE
		ON CONFLICT DO UPDATE SET (` + facts + `) = (` + excluded + `) WHERE (` + facts + `) IS NOT (` + excluded + `)`
}

// rowsOf are the rows of a history for putHoldings.
func rowsOf(history timeline.History) (string, error) {
	rows := make([][]any, len(history))
	for i, h := range history {
		because, against := idsOf(h.Because), idsOf(h.Against)
		for _, field := range holdingFields(&h, &because, &against) {
			value, err := driver.DefaultParameterConverter.ConvertValue(field)
			if err != nil {
				return "", err
			}
			rows[i] = append(rows[i], value)
		}
	}
	b, err := json.Marshal(rows)
	return string(b), err
}

// believed holds of claims c that assert control and are not retracted.
const believed = `c.modality = 'asserted' AND c.kind IN ('captured', 'recaptured', 'lost', 'withdrew', 'handed_over', 'holds')
	AND NOT EXISTS (SELECT 1 FROM retractions x WHERE x.report = c.report AND x.claim IN ('', c.id) AND x.withdrawn_at IS NULL)`

// testimoniesAt is what is said and counts now of who held a place.
const testimoniesAt = `SELECT ` + testimonyColumns + ` FROM claims c JOIN reports r ON r.id = c.report
	WHERE c.place = ? AND c.superseded_at IS NULL AND ` + believed

const holdingColumns = `place, valid_from, valid_to, holder, others, uncertain, basis, last_confirmed, confidence, because, against`

func holdingFields(h *timeline.Holding, because, against *[]string) []any {
	return []any{&h.Place, dayColumn{&h.From}, dayColumn{&h.To}, &h.Holder, asJSON(&h.Others), &h.Uncertain, &h.Basis,
		dayColumn{&h.LastConfirmed}, &h.Confidence, asJSON(because), asJSON(against)}
}

// idsOf is nil for no claims.
func idsOf(claims []*timeline.Claim) (ids []string) {
	for _, c := range claims {
		ids = append(ids, c.ID)
	}
	return ids
}

// refoldReport makes the holdings anew of all places that a report speaks of.
func (s *Store) refoldReport(ctx context.Context, tx *transaction, report string) error {
	places, err := query(ctx, tx, oneString, `SELECT DISTINCT place FROM claims WHERE report = ? AND place IS NOT NULL`, report)
	if err != nil {
		return err
	}
	return s.refold(ctx, tx, places)
}

// refoldAll makes all holdings anew. progress is told how many places of how
// many are done; nil: nobody asks. Claims are read a place at a time, so memory
// does not grow with the store.
func (s *Store) refoldAll(ctx context.Context, tx *transaction, progress func(done, total int)) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM holdings`); err != nil {
		return err
	}
	places, err := query(ctx, tx, oneString, `SELECT DISTINCT c.place FROM claims c WHERE c.place IS NOT NULL ORDER BY c.place`)
	if err != nil {
		return err
	}
	return s.refolding(ctx, tx, func(x *refolding) error {
		for i, place := range places {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := x.place(ctx, place); err != nil {
				return fmt.Errorf("holdings of %s: %w", place, err)
			}
			if progress != nil {
				progress(i+1, len(places))
			}
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO folded (one, rules) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET rules = excluded.rules`, x.digest(s.law))
		return err
	})
}

// digest names the rules, the sides and the registry.
func (x *folding) digest(law Law) string {
	sum := sha256.Sum256(fmt.Append(nil, fold.Version, law.Actors, derefAll(x.registry.Sources())))
	return hex.EncodeToString(sum[:8])
}

func derefAll(list []*timeline.Source) []timeline.Source {
	out := make([]timeline.Source, len(list))
	for i, s := range list {
		out[i] = *s
	}
	return out
}

// Refold makes all holdings anew from the claims, in one transaction.
func (s *Store) Refold(ctx context.Context, progress func(done, total int)) error {
	err := s.inTx(ctx, func(tx *transaction) error { return s.refoldAll(ctx, tx, progress) })
	if err != nil {
		return fmt.Errorf("make holdings: %w", err)
	}
	return nil
}

// keepLaw makes the holdings anew where they were made by other rules.
func (s *Store) keepLaw(ctx context.Context) error {
	x, err := s.folding(ctx, s.db)
	if err != nil {
		return err
	}
	if kept, err := x.keeps(ctx, s.db, s.law); err != nil || kept {
		return err
	}
	return s.Refold(ctx, nil)
}

// keeps says whether the holdings that are there were made by the same rules.
func (x *folding) keeps(ctx context.Context, from asker, law Law) (bool, error) {
	made, err := query(ctx, from, oneString, `SELECT rules FROM folded`)
	return err == nil && slices.Equal(made, []string{x.digest(law)}), err
}

// Presences are who held which points, and when, as the holdings say.
func (s *Store) Presences(ctx context.Context) ([]timeline.Presence, error) {
	list, err := query(ctx, s.db, func(scan scanner) (p timeline.Presence, err error) {
		err = scan(&p.At[0], &p.At[1], &p.Holder, dayColumn{&p.From}, dayColumn{&p.To})
		return p, err
	}, `SELECT p.lon, p.lat, h.holder, h.valid_from, h.valid_to FROM holdings h JOIN places p ON p.id = h.place ORDER BY h.place, h.valid_from`)
	if err != nil {
		return nil, fmt.Errorf("read holdings: %w", err)
	}
	return list, nil
}

func oneString(scan scanner) (s string, err error) {
	err = scan(&s)
	return s, err
}
