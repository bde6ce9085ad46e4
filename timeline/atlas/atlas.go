// Package atlas answers what can be asked of a set of claims, on any day: who
// held a place and because of which words, what changed hands, what the map
// looked like. It is handed values and knows neither the store nor HTTP.
package atlas

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/front"

	"github.com/paulmach/orb"
)

// DefaultReachKm is how far the holder of a place is taken to hold the ground
// around it, in kilometres, where Input does not say.
const DefaultReachKm = 25

// Input is what an Atlas is made of.
type Input struct {
	Version string            // names these claims, places and rules; anything that changes an answer changes it
	Claims  []timeline.Claim  // in any order
	Places  []geo.Place       // at least those the claims are put at
	Reports []timeline.Report // at least those the claims are from; their text is not kept
	Outline orb.MultiPolygon  // the ground that is divided between the places; lon, lat
	ReachKm float64           // from front.MinReachKm to front.MaxReachKm; 0 is DefaultReachKm
}

// Atlas is a set of claims ready to be asked. It never changes after New and
// is safe for use by several goroutines. What its methods return may share
// memory with it and must not be changed.
type Atlas struct {
	version   string
	places    map[string]geo.Place
	reports   map[string]timeline.Report
	claims    []timeline.Claim // by effective day, report and position
	histories map[string]timeline.History
	steps     []timeline.Span // through each of which every holding stays as it is
	ground    *front.Ground
	sites     map[orb.Point][]string // the ids of the places that share a cell of the ground
	maps      mapCache
}

// New folds the claims place by place and divides the ground between the
// places that were ever held. It does not change in. No claims give an atlas
// that knows nothing. A claim from a report, or at a place, that is not in the
// input is an error that names it.
func New(in Input) (*Atlas, error) {
	a := &Atlas{
		version:   in.Version,
		places:    make(map[string]geo.Place, len(in.Places)),
		reports:   make(map[string]timeline.Report, len(in.Reports)),
		claims:    slices.Clone(in.Claims),
		histories: map[string]timeline.History{},
		sites:     map[orb.Point][]string{},
	}
	for _, p := range in.Places {
		a.places[p.ID] = p
	}
	for _, r := range in.Reports {
		r.Text = ""
		a.reports[r.ID] = r
	}
	slices.SortFunc(a.claims, func(x, y timeline.Claim) int {
		return cmp.Or(cmp.Compare(a.DayOf(x), a.DayOf(y)), cmp.Compare(x.Report, y.Report),
			cmp.Compare(x.Start, y.Start), cmp.Compare(x.ID, y.ID))
	})
	if err := a.fold(); err != nil {
		return nil, err
	}
	a.steps = stepsOf(a.histories)
	if err := a.divide(in.Outline, cmp.Or(in.ReachKm, DefaultReachKm)); err != nil {
		return nil, err
	}
	return a, nil
}

// divide divides the ground between the places that have a history. One that
// is only known as an area colours none.
func (a *Atlas) divide(outline orb.MultiPolygon, reachKm float64) error {
	var held []geo.Place
	for _, id := range slices.Sorted(maps.Keys(a.histories)) {
		if p := a.places[id]; p.Precision != geo.Area {
			held = append(held, p)
			a.sites[p.At] = append(a.sites[p.At], id)
		}
	}
	ground, err := front.NewGround(held, outline, reachKm)
	if err != nil {
		return fmt.Errorf("atlas: %w", err)
	}
	a.ground = ground
	return nil
}

// fold fills the histories of the places that have one.
func (a *Atlas) fold() error {
	byPlace := map[string][]timeline.Claim{}
	for _, c := range a.claims {
		if _, ok := a.reports[c.Report]; !ok {
			return fmt.Errorf("atlas: claim %s: report %q is not among the reports", c.ID, c.Report)
		}
		if !c.Place.Listed() {
			continue
		}
		if _, ok := a.places[c.Place.ID]; !ok {
			return fmt.Errorf("atlas: claim %s: place %q is not among the places", c.ID, c.Place.ID)
		}
		byPlace[c.Place.ID] = append(byPlace[c.Place.ID], c)
	}
	for id, claims := range byPlace {
		h := timeline.Fold(claims, a.published)
		for i := range h {
			h[i].Confidence = round(h[i].Confidence, 3)
		}
		if len(h) > 0 {
			a.histories[id] = h
		}
	}
	return nil
}

func (a *Atlas) published(report string) timeline.Day { return a.reports[report].Published }

// DayOf is the effective day of a claim: its own, or for want of one the day
// its report was published; zero where neither is known.
func (a *Atlas) DayOf(c timeline.Claim) timeline.Day {
	return timeline.EffectiveDay(c, a.published)
}

// Version is the version of the input.
func (a *Atlas) Version() string { return a.version }

// Place is the place of an id, or false.
func (a *Atlas) Place(id string) (geo.Place, bool) {
	p, ok := a.places[id]
	return p, ok
}

// Report is the report of an id, without its text, or false.
func (a *Atlas) Report(id string) (timeline.Report, bool) {
	r, ok := a.reports[id]
	return r, ok
}

// History is what is known of the place of an id, over time; empty where
// nothing is.
func (a *Atlas) History(id string) timeline.History { return a.histories[id] }

// Days is the span from the first effective day of a claim to the day after
// the last; the zero Span where no claim has a day.
func (a *Atlas) Days() timeline.Span {
	i := slices.IndexFunc(a.claims, func(c timeline.Claim) bool { return a.DayOf(c).Known() })
	if i < 0 {
		return timeline.Span{}
	}
	return timeline.Span{From: a.DayOf(a.claims[i]), To: a.DayOf(a.claims[len(a.claims)-1]) + 1}
}

// Counts says how much an atlas knows.
type Counts struct {
	Reports int
	Claims  int
	Places  int // that were ever held by anyone
}

// Counts counts what the atlas knows.
func (a *Atlas) Counts() Counts {
	return Counts{Reports: len(a.reports), Claims: len(a.claims), Places: len(a.histories)}
}
