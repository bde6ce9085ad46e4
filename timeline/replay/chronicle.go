package replay

import (
	"math"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/timeline"
)

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
	c.hold(r.Claims)
}

// hold takes in claims of reports and places that are known.
func (c *chronicle) hold(claims []timeline.Claim) {
	for _, claim := range claims {
		if _, ok := claim.Holder(); ok && claim.Place.Listed() {
			c.claims[claim.Place.ID] = append(c.claims[claim.Place.ID], claim)
		}
	}
}

func (c *chronicle) history(place string) timeline.History {
	return timeline.Fold(c.claims[place], func(report string) timeline.Day { return c.published[report] })
}

// ground is who held what, by what is in the chronicle now.
func (c *chronicle) ground() *ground {
	g := &ground{}
	for id := range c.claims {
		if h := c.history(id); len(h) > 0 {
			g.held = append(g.held, site{c.places[id].At, h})
		}
	}
	return g
}

// ground is places with who held them.
type ground struct{ held []site }

type site struct {
	at      orb.Point
	history timeline.History
}

// degreeKm is a degree of latitude in kilometres, rather less than more.
const degreeKm = 111

// NearestKm is how far the nearest place lies that the actor held on the day.
func (g *ground) NearestKm(actor timeline.Actor, day timeline.Day, at orb.Point) (km float64, known bool) {
	km = math.Inf(1)
	for i := range g.held {
		s := &g.held[i]
		if math.Abs(s.at.Lat()-at.Lat())*degreeKm >= km {
			continue
		}
		if h, ok := s.history.On(day); ok && h.Holder == actor {
			km, known = min(km, geo.DistanceKm(s.at, at)), true
		}
	}
	return km, known
}
