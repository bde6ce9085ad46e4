package extract

import (
	"strings"

	"github.com/paulmach/orb"

	"frontline/geo/gazetteer"
	"frontline/timeline"
)

// Ground is what is known already of who held what.
type Ground interface {
	// NearestKm is how far from a point (lon, lat) the nearest place lies, in km,
	// that an actor held on a day. known is false where nothing is known of it
	// then.
	NearestKm(actor timeline.Actor, day timeline.Day, at orb.Point) (km float64, known bool)
}

// ReadOn reads one report as Read does, and knows the ground: a place changes
// hands, or is held, near other places of those who are said to have it and to
// have lost it. Of names that mean several places it settles more.
func (x *Reader) ReadOn(g Ground, r timeline.Report) (timeline.Reading, error) {
	out, _, err := x.read(r, g, false)
	return out, err
}

// meet tells each name the front that the first claim of it speaks of.
func (l *located) meet(g Ground, claims []timeline.Claim, questions []question) {
	for i := range claims {
		c := &claims[i]
		if !c.Kind.Controls() || c.Modality != timeline.Asserted || c.Date == 0 || c.Place == nil || !c.Place.Named {
			continue
		}
		k, to := l.between(c.Place.Start, c.Place.Start+1)
		if k == to {
			continue
		}
		if q := &questions[l.mention[k]]; q.hints.Front == nil {
			q.hints.Front = frontOf(g, c)
		}
	}
}

// frontOf is where the forces of a claim were on its day; nil where it names
// none.
func frontOf(g Ground, c *timeline.Claim) *gazetteer.Front {
	var forces []timeline.Actor
	var names []string
	for _, a := range []timeline.Actor{c.Actor, c.From} {
		if a != "" && a != timeline.Unknown {
			forces, names = append(forces, a), append(names, string(a))
		}
	}
	if forces == nil {
		return nil
	}
	day := c.Date
	return &gazetteer.Front{Forces: strings.Join(names, " and "), Km: func(at orb.Point) (km float64, known bool) {
		for _, a := range forces { // the one that is farther counts: both have to be there
			if d, ok := g.NearestKm(a, day, at); ok {
				km, known = max(km, d), true
			}
		}
		return km, known
	}}
}
