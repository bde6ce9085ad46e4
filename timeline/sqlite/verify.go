package sqlite

import (
	"context"
	"errors"
	"fmt"

	"github.com/mattn/go-sqlite3"

	"frontline/timeline/verify"
)

// VerifyOptions say how a store is verified.
type VerifyOptions struct {
	Shown    int                     // how many findings of each promise are kept
	Has      func(place string) bool // whether the gazetteer has a place; nil: nobody knows
	Progress func(done, total int)   // reports and places; nil: nobody asks
}

// Verify proves what the store promises, of all that is in the file at one
// moment, and changes nothing. It looks at a report or a place at a time, so that
// memory does not grow with the store. A promise that is not kept is in the
// result, not an error; so is damage that ends the walk. With an error the result
// holds what was found before it.
func (s *Store) Verify(ctx context.Context, o VerifyOptions) (*verify.Result, error) {
	p := &proof{store: s, o: o, result: verify.NewResult(o.Shown)}
	err := s.snapshot(ctx, func(from asker) error {
		p.from = from
		for _, step := range []func(context.Context) error{p.count, p.file, p.schema, p.references, p.lists, p.reports, p.words, p.places} {
			if err := step(ctx); err != nil {
				return err
			}
		}
		return nil
	})
	if damage := (sqlite3.Error{}); errors.As(err, &damage) && (damage.Code == sqlite3.ErrCorrupt || damage.Code == sqlite3.ErrNotADB) {
		p.found(verify.Finding{Promise: verify.File, About: verify.About{Row: "the file"}, Want: "all of it to be read", Have: err.Error()})
		err = nil
	}
	if err != nil {
		return p.result, fmt.Errorf("verify: %w", err)
	}
	return p.result, nil
}

// proof is a walk through a store.
type proof struct {
	store  *Store
	o      VerifyOptions
	from   asker
	result *verify.Result

	done, total int
}

func (p *proof) found(f verify.Finding) { p.result.Note(f) }

// row takes a row that cannot be read as a finding. It says whether it can.
func (p *proof) row(about verify.About, err error) bool {
	if err != nil {
		p.found(verify.Finding{Promise: verify.Rows, About: about, Want: "a row that can be read", Have: err.Error()})
	}
	return err == nil
}

// count finds out how much there is to do.
func (p *proof) count(ctx context.Context) error {
	n, err := query(ctx, p.from, func(scan scanner) (n int, err error) {
		err = scan(&n)
		return n, err
	}, `SELECT (SELECT count(*) FROM reports) + (SELECT count(*) FROM places)`)
	if err != nil {
		return err
	}
	p.total = n[0]
	p.step(0)
	return nil
}

// step tells that so many more are done.
func (p *proof) step(n int) {
	p.done += n
	if p.o.Progress != nil {
		p.o.Progress(min(p.done, p.total), p.total) // a place that is held and not kept was not counted
	}
}

// each hands over row by row: one that cannot be read does not end the walk.
func (p *proof) each(ctx context.Context, take func(scan scanner), statement string, args ...any) error {
	_, err := query(ctx, p.from, func(scan scanner) (struct{}, error) {
		take(scan)
		return struct{}{}, nil
	}, statement, args...)
	return err
}
