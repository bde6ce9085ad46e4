// Package plate gathers what the picture of a day shows: out of an atlas, what was
// held; out of a gazetteer, the names and the frame; and what all of it rests on.
package plate

import (
	"cmp"
	"fmt"
	"slices"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/picture"

	"github.com/paulmach/orb"
)

// Press is what all pictures have in common.
type Press struct {
	Actors  []timeline.ActorInfo
	Country orb.MultiPolygon // its outline; lon, lat
	Around  picture.Surroundings
}

// Order is the picture that is wanted.
type Order struct {
	Day    timeline.Day
	Lang   picture.Lang
	Title  string     // "" for the usual one
	Width  int        // in pixels, from picture.MinWidth to picture.MaxWidth
	Bare   bool       // the map alone, without title, legend and notes
	Bound  *orb.Bound // what is shown at least, lon, lat; nil is everywhere
	Admin1 string     // a governorate, as the gazetteer names it; "" is everywhere
}

// Gazetteer is what a picture needs to know of places.
type Gazetteer interface {
	// Towns are the places whose names a picture may show.
	Towns() []picture.Town
	// Region is a governorate by the gazetteer's name of it; false where nothing
	// says where it lies.
	Region(governorate string) (Region, bool)
}

// Region is ground with a name.
type Region struct {
	NameAr, NameEn string    // "" where unknown
	Bound          orb.Bound // lon, lat
}

// FrameError says that what a picture is to show cannot be shown.
type FrameError struct{ problem string }

func (e *FrameError) Error() string { return e.problem }

// tones is how many steps of belief a picture tells apart.
const tones = 5

// Gather is the picture of an order. A frame that cannot be shown is a *FrameError.
func (p Press) Gather(a *atlas.Atlas, places Gazetteer, o Order) (picture.Picture, error) {
	out := picture.Picture{Lang: o.Lang, Title: o.Title, Width: o.Width, Bare: o.Bare, Day: o.Day, Towns: places.Towns(),
		Actors: p.Actors, Country: p.Country, Around: p.Around}
	var err error
	if out.Frame, out.Region, err = o.frame(places); err != nil {
		return out, err
	}
	shown, err := out.Shown()
	if err != nil {
		return out, &FrameError{err.Error()}
	}
	situation, err := a.Situation(o.Day)
	if err != nil {
		return out, err
	}
	out.Areas, out.Tones, out.Fronts = situation.Areas(), situation.Tones(tones), situation.Fronts()
	out.Evidence = o.evidence(a, shown)
	return out, nil
}

// frame is the ground that is asked for, and its name; nil for the country.
func (o Order) frame(places Gazetteer) (*orb.Bound, string, error) {
	switch {
	case o.Admin1 != "" && o.Bound != nil:
		return nil, "", &FrameError{"a box beside a governorate: want one of the two"}
	case o.Admin1 == "":
		return o.Bound, "", nil
	}
	r, ok := places.Region(o.Admin1)
	if !ok {
		return nil, "", &FrameError{fmt.Sprintf("the gazetteer knows of no place in %s that would say where it lies", o.Admin1)}
	}
	return &r.Bound, cmp.Or(o.named(r.NameAr, r.NameEn), o.Admin1), nil
}

// named is the name in the picture's language, or else in the other.
func (o Order) named(ar, en string) string {
	if o.Lang == picture.Arabic {
		return cmp.Or(ar, en)
	}
	return cmp.Or(en, ar)
}

// evidence is what the holdings of the day in the ground shown rest on: sources
// by how much they say, the most first.
func (o Order) evidence(a *atlas.Atlas, shown orb.Bound) picture.Evidence {
	view := a.View()
	out := picture.Evidence{KnownOn: view.LastDay(), Version: a.Data()}
	on := timeline.Span{From: o.Day, To: o.Day + 1}
	seen := map[string]bool{}
	reports := map[string]bool{}
	said := map[string]int{} // claims, by source
	for _, h := range a.Holdings(atlas.Filter{Span: on, Bound: &shown}) {
		for _, e := range a.Evidence(a.SaidBy(*h, o.Day)) {
			if !seen[e.Claim.ID] {
				seen[e.Claim.ID], reports[e.Report.ID] = true, true
				said[e.Report.SourceID]++
			}
		}
	}
	out.Claims, out.Reports = len(seen), len(reports)
	sources := a.Sources()
	slices.SortStableFunc(sources, func(x, y atlas.SourceCount) int { return cmp.Compare(said[y.ID], said[x.ID]) })
	for _, s := range sources {
		name := cmp.Or(o.named(s.NameAr, s.NameEn), s.ID)
		if said[s.ID] > 0 {
			out.Sources = append(out.Sources, name)
		}
		if !s.Counts {
			out.Without = append(out.Without, name)
		}
	}
	return out
}
