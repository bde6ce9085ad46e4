package atlas

import (
	"iter"
	"slices"

	"frontline/geo"
	"frontline/timeline"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// Filter narrows a question. Its zero value lets everything through; conditions
// on different fields must all be met, of several actors, kinds, modalities or
// sources one is enough.
type Filter struct {
	Span   timeline.Span    // half-open; zero is all of time, and claims without a day too
	Bound  *orb.Bound       // lon, lat, edges included; nil is everywhere, and claims without a place too
	Actors []timeline.Actor // who takes part in a claim, or holds or contests a place
	Kinds  []timeline.Kind  // of claims; holdings have none and do not look
	Place  string           // id
	Admin1 string           // governorate, as the gazetteer names it; "" is everywhere
	Within orb.MultiPolygon // lon, lat; of Admin1, or drawn by hand; nil is everywhere
	Near   *Near            // a point and how far from it; nil is everywhere

	// Claims, Holdings and Reports alone look at these.
	Modalities []timeline.Modality // of claims; holdings have none and do not look
	Sources    []string            // ids, of whose claims it is one, or is held because of one
	Sure       float64             // 0…1: the least confidence, of a holding on the day it was last confirmed
	Vague      bool                // claims without a place pass Bound too, and claims and reports without a day Span
}

// Claims are the claims that pass, by effective day, report and position in
// it; those without a day come first.
func (a *Atlas) Claims(f Filter) []*timeline.Claim {
	var out []*timeline.Claim
	for _, c := range a.claims() {
		if a.passes(f, c) {
			out = append(out, c)
		}
	}
	return out
}

func (a *Atlas) passes(f Filter, c *timeline.Claim) bool {
	return f.passesClaim(c, a.DayOf(c)) && a.saidByOne(f.Sources, c) && (f.Admin1 == "" && f.Within == nil && f.Near == nil || c.Place.Listed() && f.PassesPlace(a.places[c.Place.ID]))
}

func (f Filter) passesClaim(c *timeline.Claim, day timeline.Day) bool {
	return f.passesDay(day) &&
		(f.Bound == nil || f.Vague && !c.Place.Placed() || geo.Meets(*f.Bound, c.Place.Ground())) &&
		(len(f.Actors) == 0 || slices.ContainsFunc(f.Actors, c.Involves)) &&
		(len(f.Kinds) == 0 || slices.Contains(f.Kinds, c.Kind)) &&
		(len(f.Modalities) == 0 || slices.Contains(f.Modalities, c.Modality)) && c.Confidence >= f.Sure &&
		(f.Place == "" || c.Place != nil && c.Place.ID == f.Place)
}

func (f Filter) passesDay(day timeline.Day) bool {
	return f.Span == timeline.Span{} || f.Span.Contains(day) || f.Vague && !day.Known()
}

// Holdings are the holdings that pass and share a day with the span, whole, each with
// its place: by place id and then day.
func (a *Atlas) Holdings(f Filter) iter.Seq2[*geo.Place, *timeline.Holding] {
	return func(yield func(*geo.Place, *timeline.Holding) bool) {
		w := a.whereabouts()
		for _, number := range a.where(f) {
			during := a.siteOf(number).during(f.Span)
			for i := range during {
				h := &during[i]
				if f.passesHolder(h) && h.Confidence >= f.Sure && a.saidByOne(f.Sources, h.Because...) && !yield(&w.places[number].Place, h) {
					return
				}
			}
		}
	}
}

// saidByOne says whether one of the claims is of one of the sources; all are where
// none are named.
func (a *Atlas) saidByOne(sources []string, claims ...*timeline.Claim) bool {
	return len(sources) == 0 || slices.ContainsFunc(claims, func(c *timeline.Claim) bool {
		return slices.Contains(sources, a.voices()[c.Report].ID)
	})
}

// PassesPlace says whether what is said of a place can pass.
func (f Filter) PassesPlace(p geo.Place) bool {
	return (f.Place == "" || p.ID == f.Place) && (f.Bound == nil || f.Bound.Contains(p.At)) && (f.Admin1 == "" || p.Admin1 == f.Admin1) &&
		(f.Admin1 != "" || f.Within == nil || planar.MultiPolygonContains(f.Within, p.At)) && (f.Near == nil || f.Near.contains(p.At))
}

func (f *Filter) passesHolder(h *timeline.Holding) bool {
	return len(f.Actors) == 0 || slices.ContainsFunc(f.Actors, func(actor timeline.Actor) bool {
		return actor == h.Holder || slices.Contains(h.Others, actor)
	})
}
