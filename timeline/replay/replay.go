// Package replay reads stored reports again: by other rules, with another
// gazetteer, or after an editor's decision. It says first what would change,
// and then changes it.
package replay

import (
	"context"
	"fmt"
	"iter"
	"reflect"
	"slices"

	"github.com/paulmach/orb"

	"frontline/timeline"
)

// Store keeps readings.
type Store interface {
	// Version changes whenever what is stored does.
	Version(ctx context.Context) (string, error)
	// Report is one report as it is read now, with its text.
	Report(ctx context.Context, id string) (timeline.Reading, error)
	// Readings goes through all reports as they are read now, with their texts.
	Readings(ctx context.Context) iter.Seq2[timeline.Reading, error]
	// Replace makes readings the current ones, all of them or none; it fails
	// where the version is no longer the one given. about says why, in words.
	Replace(ctx context.Context, version string, readings []timeline.Reading, about string) error
}

// Reader finds what a report says.
type Reader interface {
	// Read reads a report by itself.
	Read(r timeline.Report) (timeline.Reading, error)
	// ReadOn reads it with what is known of the ground, which can settle what a
	// name means that by itself can mean several places.
	ReadOn(g Ground, r timeline.Report) (timeline.Reading, error)
}

// Ground is what is known of who held what.
type Ground interface {
	// NearestKm is how far from a point (lon, lat) the nearest place lies, in
	// kilometres, that the actor held on the day; false where none is known.
	NearestKm(actor timeline.Actor, day timeline.Day, at orb.Point) (km float64, known bool)
}

// Plan is what reading all reports again would change.
type Plan struct {
	Reports int      // read again
	Changed int      // reports of which anything is read otherwise
	Failed  []Failed // reports that cannot be read any more: they stay as they are
	Claims  []ClaimChange
	Read    []timeline.Reading // of the reports that are read otherwise

	version string
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
	if c.Before == nil || c.After == nil {
		return false
	}
	from, to := c.Before.Place, c.After.Place
	if from == nil || to == nil {
		return from != to
	}
	return from.ID != to.ID || !reflect.DeepEqual(from.At, to.At) || !reflect.DeepEqual(from.Shape, to.Shape)
}

// Prepare reads all stored reports again and says what would change. First each
// is read by itself; where names are left that can mean several places, it is
// read once more, on the ground that all reports have told of by then, and that
// reading counts if it settles one. So what comes out does not depend on the
// order in which they came. It only reads.
// progress is called after each report with how many there were; nil: nobody
// asks.
func Prepare(ctx context.Context, store Store, reader Reader, law Law, progress func(done int)) (Plan, error) {
	p := Plan{}
	var err error
	if p.version, err = store.Version(ctx); err != nil {
		return p, err
	}
	ground := newChronicle(law)
	type twice struct{ old, alone timeline.Reading }
	var undecided []twice
	for old, err := range store.Readings(ctx) {
		if err != nil {
			return p, err
		}
		if err := ctx.Err(); err != nil {
			return p, fmt.Errorf("stopped after %d reports: %w", p.Reports, err)
		}
		if old.Report.Form == timeline.Table { // no words that could be read otherwise
			ground.take(old)
			continue
		}
		read := p.again(old, reader.Read)
		ground.take(read)
		if Open(read) {
			undecided = append(undecided, twice{old, read})
		} else {
			p.compare(old, read)
		}
		if p.Reports++; progress != nil {
			progress(p.Reports)
		}
	}
	front := ground.ground()
	for _, u := range undecided {
		read := p.again(u.old, func(r timeline.Report) (timeline.Reading, error) { return reader.ReadOn(front, r) })
		if len(settled(u.alone, read)) == 0 {
			read = u.alone
		}
		p.compare(u.old, read)
	}
	return p, nil
}

// Open says whether a name is left that can mean several places, or one that it
// hardly means.
func Open(r timeline.Reading) bool {
	return slices.ContainsFunc(r.Places, func(m timeline.Mention) bool { return m.Place == nil && len(m.Candidates) > 0 })
}

// again reads a stored report again. One that cannot be read any more stays as
// it was read.
func (p *Plan) again(old timeline.Reading, read func(timeline.Report) (timeline.Reading, error)) timeline.Reading {
	out, err := read(asItCame(old.Report))
	if err != nil {
		p.Failed = append(p.Failed, Failed{old.Report.ID, old.Report.File, err.Error()})
		return old
	}
	return out
}

// asItCame is a stored report without what was read from its text.
func asItCame(r timeline.Report) timeline.Report {
	if r.PublishedBasis != timeline.Given {
		r.Published, r.PublishedBasis = 0, ""
	}
	return r
}

// compare notes what changes when a report is read so and no more as it was.
func (p *Plan) compare(old, read timeline.Reading) {
	if reflect.DeepEqual(old, read) {
		return
	}
	p.Changed++
	p.Read = append(p.Read, read)
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
}

// Apply makes the plan so, in one transaction. It fails, and changes nothing,
// where the store has changed since the plan was made.
func (p Plan) Apply(ctx context.Context, store Store, about string) error {
	return store.Replace(ctx, p.version, p.Read, about)
}
