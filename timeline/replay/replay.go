// Package replay reads stored reports again: by other rules, with another
// gazetteer, or after an editor's decision. It says first what would change,
// and then changes it.
package replay

import (
	"context"
	"fmt"
	"iter"
	"reflect"

	"frontline/geo"
	"frontline/timeline"
)

// Store keeps readings.
type Store interface {
	// Version changes whenever what is stored does.
	Version(ctx context.Context) (string, error)
	// Readings goes through all reports as they are read now, with their texts.
	Readings(ctx context.Context) iter.Seq2[timeline.Reading, error]
	// Replace makes readings the current ones, all of them or none; it fails
	// where the version is no longer the one given. about says why, in words.
	Replace(ctx context.Context, version string, readings []timeline.Reading, about string) error
}

// Reader finds what a report says.
type Reader interface {
	Read(timeline.Report) (timeline.Reading, error)
}

// Plan is what reading all reports again would change.
type Plan struct {
	Reports int      // read again
	Changed int      // reports of which anything is read otherwise
	Failed  []Failed // reports that cannot be read any more: they stay as they are
	Claims  []ClaimChange
	Holders []HolderChange

	version  string
	readings []timeline.Reading
}

// Failed is a report that cannot be read any more, and why.
type Failed struct{ Report, File, Reason string }

// ClaimChange is a claim that would be put elsewhere, or be said otherwise, be
// new, or be said no more.
type ClaimChange struct {
	Report        timeline.Report // without its text
	Before, After *timeline.Claim // nil where there is none
}

// Moved says whether the claim stays and is put elsewhere.
func (c ClaimChange) Moved() bool {
	return c.Before != nil && c.After != nil && !reflect.DeepEqual(c.Before.Place, c.After.Place)
}

// Prepare reads all stored reports again and says what would change. It only
// reads. progress is called after each report with how many there were; nil:
// nobody asks.
func Prepare(ctx context.Context, store Store, reader Reader, progress func(done int)) (Plan, error) {
	p := Plan{}
	var err error
	if p.version, err = store.Version(ctx); err != nil {
		return p, err
	}
	before, after := newChronicle(), newChronicle()
	for old, err := range store.Readings(ctx) {
		if err != nil {
			return p, err
		}
		if err := ctx.Err(); err != nil {
			return p, fmt.Errorf("stopped after %d reports: %w", p.Reports, err)
		}
		read := p.again(old, reader)
		before.take(old)
		after.take(read)
		if p.Reports++; progress != nil {
			progress(p.Reports)
		}
	}
	p.Holders = changes(before, after)
	return p, nil
}

// again reads a report again, notes what would change, and gives the reading
// that would then be stored.
func (p *Plan) again(old timeline.Reading, reader Reader) timeline.Reading {
	report := old.Report
	if report.PublishedBasis != timeline.Given { // read from the text: it is read again
		report.Published, report.PublishedBasis = 0, ""
	}
	read, err := reader.Read(report)
	if err != nil {
		p.Failed = append(p.Failed, Failed{report.ID, report.File, err.Error()})
		return old
	}
	if reflect.DeepEqual(old, read) {
		return old
	}
	p.Changed++
	p.readings = append(p.readings, read)
	head := read.Report
	head.Text = ""
	was := make(map[string]*timeline.Claim, len(old.Claims))
	for i := range old.Claims {
		was[old.Claims[i].ID] = &old.Claims[i]
	}
	for i := range read.Claims {
		c := &read.Claims[i]
		b := was[c.ID]
		delete(was, c.ID)
		if b == nil || !reflect.DeepEqual(*b, *c) {
			p.Claims = append(p.Claims, ClaimChange{head, b, c})
		}
	}
	for i := range old.Claims {
		if c := &old.Claims[i]; was[c.ID] != nil {
			p.Claims = append(p.Claims, ClaimChange{head, c, nil})
		}
	}
	return read
}

// Apply makes the plan so, in one transaction. It fails, and changes nothing,
// where the store has changed since the plan was made.
func (p Plan) Apply(ctx context.Context, store Store, about string) error {
	return store.Replace(ctx, p.version, p.readings, about)
}

// chronicle is the claims of control of all places.
type chronicle struct {
	claims    map[string][]timeline.Claim
	places    map[string]geo.Place
	published map[string]timeline.Day
}

func newChronicle() *chronicle {
	return &chronicle{map[string][]timeline.Claim{}, map[string]geo.Place{}, map[string]timeline.Day{}}
}

func (c *chronicle) take(r timeline.Reading) {
	c.published[r.Report.ID] = r.Report.Published
	for _, m := range r.Places {
		if m.Place != nil {
			c.places[m.Place.ID] = *m.Place
		}
	}
	for _, claim := range r.Claims {
		if _, ok := claim.Holder(); ok && claim.Place.Listed() {
			c.claims[claim.Place.ID] = append(c.claims[claim.Place.ID], claim)
		}
	}
}

func (c *chronicle) history(place string) timeline.History {
	return timeline.Fold(c.claims[place], func(report string) timeline.Day { return c.published[report] })
}
