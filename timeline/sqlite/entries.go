package sqlite

import (
	"context"
	"fmt"
	"strings"

	"github.com/paulmach/orb"

	"frontline/timeline"
)

// spellFields are the columns recorded_at and superseded_at.
func spellFields(s *timeline.Spell) []any {
	return []any{momentColumn{&s.Recorded}, momentColumn{&s.Superseded}}
}

func scanEntry(scan scanner) (timeline.Entry, error) {
	var e timeline.Entry
	var p spot
	err := scan(append(claimFields(&e.Claim, &p), spellFields(&e.Spell)...)...)
	if err == nil {
		e.Place, err = p.ref()
	}
	return e, err
}

// Entries are all claims that were ever believed, with since when and until
// when, by report, position and when they were recorded. places narrows them to
// those at places of these ids; nil is all.
func (s *Store) Entries(ctx context.Context, places []string) ([]timeline.Entry, error) {
	return s.entries(ctx, `?1 IS NULL OR place IN (SELECT value FROM json_each(?1))`, asJSON(&places))
}

// EntriesSince are the claims of the reports that came after the one of a
// number, in the order of Entries.
func (s *Store) EntriesSince(ctx context.Context, seq int64) ([]timeline.Entry, error) {
	return s.entries(ctx, `report IN (SELECT id FROM reports WHERE seq > ?1)`, seq)
}

func (s *Store) entries(ctx context.Context, where string, args ...any) ([]timeline.Entry, error) {
	// Counted first: a list that grows to a million claims leaves as much behind.
	n, err := query(ctx, s.db, func(scan scanner) (n int, err error) {
		err = scan(&n)
		return n, err
	}, `SELECT count(*) FROM claims WHERE `+where, args...)
	if err != nil {
		return nil, fmt.Errorf("count claims: %w", err)
	}
	entries := make([]timeline.Entry, 0, n[0])
	same := shared{words: map[string]string{}, points: map[orb.Point]*orb.Point{}}
	_, err = query(ctx, s.db, func(scan scanner) (struct{}, error) {
		e, err := scanEntry(scan)
		same.in(&e.Claim)
		entries = append(entries, e)
		return struct{}{}, err
	}, `SELECT `+claimColumns+`, recorded_at, superseded_at FROM claims
		WHERE `+where+` ORDER BY report, position, recorded_at`, args...)
	if err != nil {
		return nil, fmt.Errorf("read claims: %w", err)
	}
	return entries, nil
}

// shared keeps one copy of what claims have in common: of a million claims, most
// of the memory.
type shared struct {
	words  map[string]string
	points map[orb.Point]*orb.Point
}

func (s shared) in(c *timeline.Claim) {
	share(s, &c.Report)
	share(s, &c.Kind)
	share(s, &c.Modality)
	share(s, &c.Actor)
	share(s, &c.From)
	share(s, &c.Extent)
	share(s, &c.DateBasis)
	share(s, &c.Rule)
	if c.Place == nil {
		return
	}
	share(s, &c.Place.ID)
	share(s, &c.Place.Surface)
	if at := c.Place.At; at != nil {
		if known, ok := s.points[*at]; ok {
			c.Place.At = known
		} else {
			s.points[*at] = at
		}
	}
}

func share[T ~string](s shared, word *T) {
	if known, ok := s.words[string(*word)]; ok {
		*word = T(known)
	} else {
		s.words[string(*word)] = string(*word)
	}
}

// Filings are all reports that were read, by id, without their Text. ids narrows
// them to these; nil is all.
func (s *Store) Filings(ctx context.Context, ids []string) ([]timeline.Filing, error) {
	return s.filings(ctx, `?1 IS NULL OR id IN (SELECT value FROM json_each(?1))`, asJSON(&ids))
}

// FilingsSince are the reports that came after the one of a number, by id.
func (s *Store) FilingsSince(ctx context.Context, seq int64) ([]timeline.Filing, error) {
	return s.filings(ctx, `seq > ?1`, seq)
}

func (s *Store) filings(ctx context.Context, where string, args ...any) ([]timeline.Filing, error) {
	was := map[string][]timeline.Dating{}
	_, err := query(ctx, s.db, func(scan scanner) (id string, err error) {
		var d timeline.Dating
		err = scan(&id, dayColumn{&d.Published}, momentColumn{&d.Until})
		was[id] = append(was[id], d)
		return id, err
	}, `SELECT report, published, until FROM datings ORDER BY until`)
	if err != nil {
		return nil, fmt.Errorf("read days of publication: %w", err)
	}
	list, err := query(ctx, s.db, func(scan scanner) (f timeline.Filing, err error) {
		err = scan(append(reportFields(&f.Report), momentColumn{&f.Recorded})...)
		f.Was = was[f.ID]
		return f, err
	}, `SELECT `+reportColumns+`, recorded_at FROM reports WHERE outcome = 'read' AND (`+where+`) ORDER BY id`, args...)
	if err != nil {
		return nil, fmt.Errorf("read reports: %w", err)
	}
	return list, nil
}

const listingColumns = `id, name_en, name_ar, signs, side, languages, weight, licence`

func listingFields(s *timeline.Source) []any {
	return []any{&s.ID, &s.NameEn, &s.NameAr, namesColumn{&s.Signs}, &s.Side, namesColumn{&s.Languages}, &s.Weight, &s.Licence}
}

// Listings are the sources that come with the program and those that were
// recorded, with since when and until when they counted.
func (s *Store) Listings(ctx context.Context) ([]timeline.Listing, error) {
	return s.listings(ctx, s.db)
}

func (s *Store) listings(ctx context.Context, from asker) ([]timeline.Listing, error) {
	out := make([]timeline.Listing, 0, len(s.law.Sources))
	for _, shipped := range s.law.Sources {
		out = append(out, timeline.Listing{Source: shipped})
	}
	recorded, err := query(ctx, from, func(scan scanner) (l timeline.Listing, err error) {
		err = scan(append(listingFields(&l.Source), spellFields(&l.Spell)...)...)
		l.Signs, l.Languages = append([]string{}, l.Signs...), append([]string{}, l.Languages...) // never nil
		return l, err
	}, `SELECT `+listingColumns+`, recorded_at, superseded_at FROM sources ORDER BY seq`)
	if err != nil {
		return nil, fmt.Errorf("read sources: %w", err)
	}
	return append(out, recorded...), nil
}

// PutSources records sources: one with the id of another takes its place from
// now on. Holdings are made anew, by the sources as they are then.
func (s *Store) PutSources(ctx context.Context, sources []timeline.Source) error {
	err := s.inTx(ctx, func(tx *transaction) error {
		var ids []string
		for _, source := range sources {
			if _, err := tx.ExecContext(ctx, `UPDATE sources SET superseded_at = ? WHERE id = ? AND superseded_at IS NULL`, tx.now, source.ID); err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, insertInto("sources", listingColumns+", recorded_at"), append(listingFields(&source), tx.now)...); err != nil {
				return err
			}
			ids = append(ids, source.ID)
		}
		if err := s.refoldAll(ctx, tx, nil); err != nil {
			return err
		}
		return note(ctx, tx, "sources", strings.Join(ids, ", "))
	})
	if err != nil {
		return fmt.Errorf("record sources: %w", err)
	}
	return nil
}
