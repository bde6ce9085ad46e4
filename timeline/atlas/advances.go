package atlas

import (
	"cmp"
	"math"
	"slices"

	"frontline/geo"
	"frontline/timeline"

	"github.com/paulmach/orb"
)

// Axis is how the arrow of an advance was made.
type Axis string

// The axes. ByDistanceAndDirection: the words give how far and which way from a
// place. ShortOfPlace: they say what is left to a place; the arrow points at it from
// the nearest ground that the side held the day before, and ends so far from it.
// TowardsPlace: they name a place that was neared; the arrow goes there from the
// nearest ground that the side held the day before.
const (
	ByDistanceAndDirection Axis = "distance_and_direction"
	ShortOfPlace           Axis = "short_of_place"
	TowardsPlace           Axis = "towards_place"
)

// farthestStartKm is how far from what was neared the ground may lie, in
// kilometres, from which an arrow is drawn; shortestArrowKm is how long it is at
// least.
const (
	farthestStartKm = 100
	shortestArrowKm = 0.5
)

// Advance is an arrow that words tell of. It says nothing of who holds what.
type Advance struct {
	Actor   timeline.Actor
	Day     timeline.Day
	Axis    Axis
	Line    orb.LineString // two points, lon, lat: from, to
	Km      float64        // of Line, along a great circle
	Start   string         // id of the place that it begins at
	Toward  string         // id of the place that it points at; "" where words give the direction
	Because Evidence
}

// Advances are the arrows of the asserted claims of advances that pass, by day.
// Where the words give no axis, or the ground that it would begin at is not known,
// there is none: a road, a river or a region is not neared along one line, and who
// is nearer to a place than what is said to be left to it contradicts the words.
func (a *Atlas) Advances(f Filter) []Advance {
	f.Kinds = []timeline.Kind{timeline.Advanced}
	var out []Advance
	for _, e := range a.Evidence(a.Claims(f)) {
		c := e.Claim
		day := a.DayOf(c)
		if c.Modality != timeline.Asserted || c.Actor == "" || !c.Place.Listed() || !day.Known() {
			continue
		}
		if arrow, ok := a.arrow(c, day); ok {
			arrow.Actor, arrow.Day, arrow.Because = c.Actor, day, e
			arrow.Km = geo.DistanceKm(arrow.Line[0], arrow.Line[1])
			out = append(out, arrow)
		}
	}
	return out
}

// arrow is the arrow of a claim that is put at a place or told by one; false where
// the words give no axis.
func (a *Atlas) arrow(c *timeline.Claim, day timeline.Day) (Advance, bool) {
	place := a.places[c.Place.ID]
	switch c.Place.Relation {
	case timeline.RelOffset, timeline.RelDirection:
		if c.DistanceKm < shortestArrowKm || c.DistanceRole == timeline.Remaining {
			return Advance{}, false
		}
		to := geo.PointAt(place.At, geo.Bearing(place.At, *c.Place.At), c.DistanceKm)
		return Advance{Axis: ByDistanceAndDirection, Line: orb.LineString{place.At, to}, Start: place.ID}, true
	case "", timeline.RelAround, timeline.RelDistance:
		if widespread(place) || c.DistanceRole == timeline.Penetration {
			return Advance{}, false // where it began, or where it ended: nobody says
		}
		return a.approach(c, place, day)
	}
	return Advance{}, false
}

// approach is the arrow towards a place that was neared.
func (a *Atlas) approach(c *timeline.Claim, place geo.Place, day timeline.Day) (Advance, bool) {
	side := a.rules.Side(c.Actor)
	if a.heldBy(side, place.ID, day-1) {
		return Advance{}, false
	}
	start, km := a.nearestHeld(side, place.At, day-1)
	arrow := Advance{Axis: TowardsPlace, Start: start.ID, Toward: place.ID, Line: orb.LineString{start.At, place.At}}
	if c.DistanceRole == timeline.Remaining {
		arrow.Axis = ShortOfPlace
		arrow.Line[1] = geo.PointAt(place.At, geo.Bearing(place.At, start.At), c.DistanceKm)
		km -= c.DistanceKm
	}
	return arrow, km >= shortestArrowKm && km <= farthestStartKm
}

// heldBy says whether a side alone held a place on a day.
func (a *Atlas) heldBy(side, id string, day timeline.Day) bool {
	h, ok := a.History(id).On(day)
	return ok && h.Holder != timeline.Unknown && a.rules.Side(h.Holder) == side &&
		!slices.ContainsFunc(h.Others, func(o timeline.Actor) bool { return a.rules.Side(o) != side })
}

// nearestHeld is the place nearest to a point that a side alone held on a day, and
// how far it is; of places equally near the first by id, and infinitely far where
// there is none.
func (a *Atlas) nearestHeld(side string, p orb.Point, day timeline.Day) (nearest geo.Place, km float64) {
	km = math.Inf(1)
	for _, s := range a.sited {
		place := a.places[s.id]
		if widespread(place) {
			continue
		}
		d := geo.DistanceKm(place.At, p)
		if cmp.Or(cmp.Compare(d, km), cmp.Compare(place.ID, nearest.ID)) < 0 && d <= 2*farthestStartKm && a.heldBy(side, place.ID, day) {
			nearest, km = place, d
		}
	}
	return nearest, km
}

// widespread says whether a place is so long or broad that no line ends at it.
func widespread(p geo.Place) bool {
	switch p.Kind {
	case "governorate", "district", "region", "river", "valley", "lake", "road":
		return true
	}
	return false
}
