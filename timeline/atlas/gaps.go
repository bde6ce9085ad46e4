package atlas

import (
	"cmp"
	"slices"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/front"

	"github.com/paulmach/orb"
)

// How gaps are looked for unless asked otherwise, and how far at the most.
const (
	DefaultGapKm   = 50 // the widest between two parts of a side
	MaxGapKm       = 1000
	DefaultGapDays = 30 // up to the day asked about, of the words that tell of distances
	MaxGapDays     = 3660
)

// samePlaceKm is how far from a place words may be put that are about it, in
// kilometres: an oasis and its village are two.
const samePlaceKm = 5

// GapQuestion asks for the distances between the parts of an actor's side, between
// two places, or from a place to the nearest front.
type GapQuestion struct {
	Day      timeline.Day
	Actor    timeline.Actor // asks for the parts of its side; "" where places are asked about
	From, To *geo.Place     // To is nil for the nearest front
	WithinKm float64        // only gaps between parts that are no wider; 0 is all
	Days     int            // up to Day, of the words that are told beside a gap
	Filter                  // gaps between parts with a place at either end that passes; actors, span and kinds are not looked at
}

// Gap is a distance on the ground, and what is said of it.
type Gap struct {
	Between GapKind
	Line    orb.LineString // two points, lon, lat
	Km      float64        // between them, along a great circle
	Places  []geo.Place    // at the ends: both; of a front, the place alone
	Parts   []front.Part   // the two that a gap lies between; nil otherwise
	Front   *front.Nearest // the front that was looked for; nil otherwise
	Stated  []Evidence     // claims of the distance, newest first; never nil
}

// GapKind is what a gap lies between.
type GapKind string

// The kinds of gaps.
const (
	BetweenParts  GapKind = "parts"
	BetweenPlaces GapKind = "places"
	ToFront       GapKind = "front"
)

// Gaps are the gaps that are asked for, the shortest first. To a front there is
// none where the side that holds the place faces nobody; of a place that no one
// side is known to hold, the nearest front of any two sides is looked for. An error
// says that the ground could not be divided.
func (a *Atlas) Gaps(q GapQuestion) ([]Gap, error) {
	course, err := a.course()
	if err != nil {
		return nil, err
	}
	switch {
	case q.Actor != "":
		return a.gapsOfSide(course, q)
	case q.To != nil:
		g := Gap{Between: BetweenPlaces, Line: orb.LineString{q.From.At, q.To.At}, Km: geo.DistanceKm(q.From.At, q.To.At), Places: []geo.Place{*q.From, *q.To}}
		g.Stated = a.stated(q, func(ends []string) bool { return a.between(ends, *q.From, *q.To) })
		return []Gap{g}, nil
	}
	return a.gapToFront(course, q), nil
}

// gapsOfSide are those between neighbouring parts of a side.
func (a *Atlas) gapsOfSide(course *front.Course, q GapQuestion) ([]Gap, error) {
	parts := course.Parts(q.Day, a.rules.Side(q.Actor), a.rules.Side)
	gaps, err := course.Gaps(parts)
	if err != nil {
		return nil, err
	}
	var out []Gap
	for _, x := range gaps {
		if q.WithinKm > 0 && x.Km > q.WithinKm || !q.PassesPlace(x.Places[0]) && !q.PassesPlace(x.Places[1]) {
			continue
		}
		one, other := parts[x.Parts[0]], parts[x.Parts[1]]
		g := Gap{Between: BetweenParts, Line: orb.LineString{x.Places[0].At, x.Places[1].At}, Km: x.Km,
			Places: x.Places[:], Parts: []front.Part{one, other}}
		g.Stated = a.stated(q, func(ends []string) bool { return join(ends, one.Places, other.Places) })
		out = append(out, g)
	}
	return out, nil
}

// gapToFront is the way from a place to the nearest front; none where there is no
// front.
func (a *Atlas) gapToFront(course *front.Course, q GapQuestion) []Gap {
	side := ""
	if h, ok := a.History(q.From.ID).On(q.Day); ok && h.Holder != timeline.Unknown && a.heldBy(a.rules.Side(h.Holder), q.From.ID, q.Day) {
		side = a.rules.Side(h.Holder)
	}
	n, ok := course.NearestFront(q.From.At, q.Day, side, a.rules.Side)
	if !ok {
		return nil
	}
	near := func(id string) bool { return geo.DistanceKm(a.places[id].At, q.From.At) <= samePlaceKm }
	return []Gap{{Between: ToFront, Line: orb.LineString{q.From.At, n.At}, Km: n.Km, Places: []geo.Place{*q.From}, Front: &n,
		Stated: a.stated(q, func(ends []string) bool { return slices.ContainsFunc(ends, near) })}}
}

// between says whether a distance of two places is about that of two others: each
// end lies beside its own, for forces are told by one of several villages that they
// stand in. Beside is no farther than samePlaceKm, nor than a quarter of the way
// between the two, so that no place is beside both.
func (a *Atlas) between(ends []string, from, to geo.Place) bool {
	if len(ends) != 2 {
		return false
	}
	near := min(samePlaceKm, geo.DistanceKm(from.At, to.At)/4)
	beside := func(id string, p geo.Place) bool { return geo.DistanceKm(a.places[id].At, p.At) <= near }
	return beside(ends[0], from) && beside(ends[1], to) || beside(ends[1], from) && beside(ends[0], to)
}

// join says whether of two places one is in each of two sorted lists.
func join(ends, one, other []string) bool {
	in := func(list []string, id string) bool {
		_, found := slices.BinarySearch(list, id)
		return found
	}
	return len(ends) == 2 && (in(one, ends[0]) && in(other, ends[1]) || in(one, ends[1]) && in(other, ends[0]))
}

// stated are the asserted claims of the days asked about that tell of a distance
// between places, or from one, of which about says that they are those meant. How
// far somebody went is none. Of a sentence that gives rise to several, the first
// claim is told.
func (a *Atlas) stated(q GapQuestion, about func(ends []string) bool) []Evidence {
	var found []*timeline.Claim
	for _, c := range a.Claims(Filter{Span: timeline.Span{From: q.Day - timeline.Day(q.Days) + 1, To: q.Day + 1}}) {
		told := c.Kind == timeline.Distance || c.DistanceRole == timeline.Remaining
		if !told || c.DistanceKm == 0 || c.Modality != timeline.Asserted {
			continue
		}
		ends := c.MeasuredBetween
		if ends == nil && c.Place.Listed() {
			ends = []string{c.Place.ID}
		}
		again := slices.ContainsFunc(found, func(o *timeline.Claim) bool {
			return o.Report == c.Report && o.DistanceKm == c.DistanceKm && o.Start < c.End && c.Start < o.End
		})
		if !again && about(ends) {
			found = append(found, c)
		}
	}
	slices.SortStableFunc(found, func(x, y *timeline.Claim) int { return cmp.Compare(a.DayOf(y), a.DayOf(x)) })
	return a.Evidence(found)
}
