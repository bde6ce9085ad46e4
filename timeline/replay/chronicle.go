package replay

import (
	"maps"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/fold"
)

// Law is how claims become history.
type Law struct {
	Rules     fold.Rules
	Sources   *timeline.Registry
	Retracted func(report, claim string) bool // whether a claim counts no more
}

// chronicle is the claims of control of all places.
type chronicle struct {
	law    Law
	claims map[string][]fold.Testimony
	places map[string]geo.Place
}

func newChronicle(law Law) *chronicle {
	return &chronicle{law, map[string][]fold.Testimony{}, map[string]geo.Place{}}
}

func (c *chronicle) take(r timeline.Reading) {
	for _, m := range r.Places {
		if m.Place != nil {
			c.places[m.Place.ID] = *m.Place
		}
	}
	c.hold(r.Report, r.Claims)
}

// hold takes in claims of a report, at places that are known.
func (c *chronicle) hold(report timeline.Report, claims []timeline.Claim) {
	source := c.law.Sources.Of(report)
	for i := range claims {
		claim := &claims[i]
		if _, ok := claim.Holder(); ok && claim.Place.Listed() && !c.law.Retracted(report.ID, claim.ID) {
			c.claims[claim.Place.ID] = append(c.claims[claim.Place.ID], fold.Testimony{Claim: claim, Published: report.Published, Source: source})
		}
	}
}

func (c *chronicle) history(place string) timeline.History {
	return c.law.Rules.History(c.claims[place])
}

// ground is who held what, by what is in the chronicle now.
func (c *chronicle) ground() ground {
	var g ground
	for _, id := range slices.Sorted(maps.Keys(c.claims)) {
		for _, h := range c.history(id) {
			g = append(g, timeline.Presence{At: c.places[id].At, Holder: h.Holder, Span: h.Span})
		}
	}
	return g
}

// ground is who held which points.
type ground []timeline.Presence

// degreeKm is a degree of latitude in kilometres, rather less than more.
const degreeKm = 111

// NearestKm is how far the nearest place lies that the actor held on the day.
func (g ground) NearestKm(actor timeline.Actor, day timeline.Day, at orb.Point) (km float64, known bool) {
	km = math.Inf(1)
	for i := range g {
		p := &g[i]
		if p.Holder != actor || !p.Contains(day) || math.Abs(p.At.Lat()-at.Lat())*degreeKm >= km {
			continue
		}
		km, known = min(km, geo.DistanceKm(p.At, at)), true
	}
	return km, known
}
