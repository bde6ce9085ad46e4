package atlas

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/fold"
	"frontline/timeline/front"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// records are all that was ever believed, which every view shares. They never
// change.
type records struct {
	data        string
	places      map[string]geo.Place
	reports     map[string]*timeline.Filing
	entries     []*timeline.Entry
	sited       []sited        // by number of the place
	numbers     map[string]int // by id, of places that claims of control speak of
	drawings    []timeline.KeptDrawing
	retractions map[string][]timeline.Retraction // by id of the report
	sources     []timeline.Listing
	journal     []timeline.Event
	rules       fold.Rules
	outline     orb.MultiPolygon
	reachKm     float64
}

// sited are the claims of control of one place.
type sited struct {
	id      string
	entries []*timeline.Entry
}

func newRecords(in Input) *records {
	return &records{
		data: in.Data, places: make(map[string]geo.Place, len(in.Places)), reports: make(map[string]*timeline.Filing, len(in.Reports)),
		numbers: map[string]int{}, retractions: map[string][]timeline.Retraction{}, sources: in.Sources, journal: in.Journal,
		rules: fold.New(in.Actors), outline: in.Outline, reachKm: cmp.Or(in.ReachKm, DefaultReachKm),
	}
}

// take adds what is in an input to records that nobody sees yet.
func (r *records) take(in Input) error {
	if r.reachKm < front.MinReachKm || r.reachKm > front.MaxReachKm {
		return fmt.Errorf("atlas: reach %g km: want %d to %d", r.reachKm, front.MinReachKm, front.MaxReachKm)
	}
	for _, p := range in.Places {
		r.places[p.ID] = p
	}
	for _, f := range in.Reports {
		f.Text = ""
		r.reports[f.ID] = &f
	}
	for _, d := range in.Drawings {
		if _, ok := r.reports[d.Report]; !ok {
			return fmt.Errorf("atlas: drawn map of %s: report %q is not among the reports", d.Day, d.Report)
		}
	}
	r.drawings = append(r.drawings, in.Drawings...)
	for _, x := range in.Retractions {
		r.retractions[x.Report] = append(r.retractions[x.Report], x)
	}
	for i := range in.Entries {
		e := &in.Entries[i]
		if err := r.missing(&e.Claim); err != nil {
			return err
		}
		r.entries = append(r.entries, e)
		if _, ok := e.Holder(); ok && e.Place.Listed() {
			r.site(e)
		}
	}
	return nil
}

// site puts an entry among those of its place.
func (r *records) site(e *timeline.Entry) {
	number, ok := r.numbers[e.Place.ID]
	if !ok {
		number = len(r.sited)
		r.numbers[e.Place.ID] = number
		r.sited = append(r.sited, sited{id: e.Place.ID})
	}
	s := &r.sited[number]
	s.entries = append(s.entries, e)
}

// arrange numbers the places along a curve through the country, so that what is asked
// about neighbours lies side by side in memory.
func (r *records) arrange() {
	const metre = 25 // the zoom at which a tile is about that wide
	slices.SortFunc(r.sited, func(x, y sited) int {
		return cmp.Or(cmp.Compare(r.tile(x.id, metre), r.tile(y.id, metre)), cmp.Compare(x.id, y.id))
	})
	for i, s := range r.sited {
		r.numbers[s.id] = i
	}
}

// tile is that in which a place lies.
func (r *records) tile(id string, zoom maptile.Zoom) uint64 {
	return maptile.At(r.places[id].At, zoom).Quadkey()
}

// With is the atlas with more reports and their claims, seen from the same view.
// What was known before is shared with a, which stays as it is: only places that
// the new claims speak of are folded again. in may hold only what came since a
// was made, and nothing of what was there may have changed; its Version, Data, Reports,
// Entries, Drawings and Places alone are looked at.
func (a *Atlas) With(in Input) (*Atlas, error) {
	r := *a.records
	r.data = in.Data
	r.places, r.reports, r.numbers = maps.Clone(r.places), maps.Clone(r.reports), maps.Clone(r.numbers)
	r.entries, r.drawings, r.sited = slices.Clip(r.entries), slices.Clip(r.drawings), slices.Clone(r.sited)
	for i := range r.sited { // a goes on reading its own
		r.sited[i].entries = slices.Clip(r.sited[i].entries)
	}
	if err := r.take(Input{Reports: in.Reports, Entries: in.Entries, Drawings: in.Drawings, Places: in.Places}); err != nil {
		return nil, err
	}
	out := &Atlas{records: &r, version: in.Version, view: a.view, without: a.without, registry: a.registry, sites: slices.Clone(a.sites)}
	for range len(r.sited) - len(out.sites) {
		out.sites = append(out.sites, new(site))
	}
	grown := len(r.sited) > len(a.sited) || slices.ContainsFunc(in.Places, func(p geo.Place) bool {
		was, there := a.places[p.ID]
		return there && was.At != p.At // a report may bring where a place lies now
	})
	for i := range a.sited {
		if len(r.sited[i].entries) != len(a.sited[i].entries) {
			out.sites[i] = new(site)
			grown = grown || len(a.historyOf(i)) == 0
		}
	}
	out.lazily()
	if len(in.Drawings) == 0 {
		out.drawn = a.drawn
	}
	if !grown {
		out.ground = a.ground // the same places are held, by whomever
	}
	return out, nil
}

// ground is the ground divided between the places that were ever held.
type ground struct {
	*front.Ground
	at map[orb.Point][]string // the ids of the places that share a cell
}

// divide divides the ground between the places that have a history. One that
// is only known as an area colours none.
func (a *Atlas) divide() (ground, error) {
	g := ground{at: map[orb.Point][]string{}}
	var held []geo.Place
	for i, h := range a.histories() {
		if p := a.places[a.sited[i].id]; len(h) > 0 && p.Precision != geo.Area {
			held = append(held, p)
		}
	}
	slices.SortFunc(held, func(x, y geo.Place) int { return cmp.Compare(x.ID, y.ID) })
	for _, p := range held {
		g.at[p.At] = append(g.at[p.At], p.ID)
	}
	var err error
	if g.Ground, err = front.NewGround(held, a.outline, cmp.Or(a.view.ReachKm, a.reachKm)); err != nil {
		return g, fmt.Errorf("atlas: %w", err)
	}
	return g, nil
}
