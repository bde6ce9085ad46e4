package relative

import (
	"errors"
	"math"
	"slices"
	"strings"

	"frontline/geo"

	"github.com/paulmach/orb"
)

// Between is the ground around the straight line from one place to another, as
// far from it to either side as a fifth of their distance, at least 2 km. The
// order of the two does not matter. What cannot be known is where the worse
// known of the two lies, and whether half as broad again is meant. Places in
// one spot, and more than 500 km apart, are errors.
func Between(a, b Anchor) (geo.Locus, error) {
	a, b = inOrder(a, b)
	km := geo.DistanceKm(a.At, b.At)
	if err := check(km, a, b); err != nil {
		return geo.Locus{}, err
	}
	width := max(2, km/5)
	pl := plane{middle(a.At, b.At)}
	from, to := pl.on(a.At), pl.on(b.At)
	ahead := math.Atan2(to[0]-from[0], to[1]-from[1]) * 180 / math.Pi
	ring := shifted(arc(width, ahead-90, ahead+90), to)
	ring = append(ring, shifted(arc(width, ahead+90, ahead+270), from)...)
	return pl.locus(shape{
		geometry: orb.Polygon{ring},
		at:       &orb.Point{},
		spread:   []float64{worst(a, b), width / 2},
		reason:   "between " + a.Name + " and " + b.Name + ", up to " + number(math.Round(width)) + " km from the straight line",
	})
}

// detour is how far from the straight line a road may come to lie, as a part
// of the distance: one that is a tenth longer than the straight line lies at
// most ½·√(1.1² − 1) of it to the side.
const detour = 0.23

// Along is the road from the first place over those between to the last, as
// straight lines for want of a map of the roads. Either end may be named
// first. What cannot be known is where the worst known of the places lies, and
// how far the road strays: 0.23 of the longest stretch. Fewer than two places,
// and a stretch without length or of more than 500 km, are errors.
func Along(places ...Anchor) (geo.Locus, error) {
	if len(places) < 2 {
		return geo.Locus{}, errors.New("a road between fewer than two places: want two or more")
	}
	places = slices.Clone(places)
	if first, _ := inOrder(places[0], places[len(places)-1]); first != places[0] {
		slices.Reverse(places)
	}
	longest := 0.0
	for i := 1; i < len(places); i++ {
		km := geo.DistanceKm(places[i-1].At, places[i].At)
		if err := check(km, places[i-1:i+1]...); err != nil {
			return geo.Locus{}, err
		}
		longest = max(longest, km)
	}
	pl := plane{middle(places[0].At, places[len(places)-1].At)}
	line := make(orb.LineString, len(places))
	for i, a := range places {
		line[i] = pl.on(a.At)
	}
	return pl.locus(shape{
		geometry: line,
		spread:   []float64{worst(places...), detour * longest},
		reason:   "on the road " + names(places, "–") + ", drawn straight",
	})
}

// Within is the polygon between three places or more, in whatever order: the
// triangle of A, B and C. What cannot be known is where the worst known of
// them lies. Places on one line are an error, and so are two that lie more
// than 500 km apart.
func Within(places ...Anchor) (geo.Locus, error) {
	if len(places) < 3 {
		return geo.Locus{}, errors.New("ground between fewer than three places: want three or more")
	}
	places = slices.SortedFunc(slices.Values(places), func(a, b Anchor) int { return slices.Compare(a.At[:], b.At[:]) })
	var corners []orb.Point
	for _, a := range places {
		if err := check(max(1, geo.DistanceKm(places[0].At, a.At)), a); err != nil {
			return geo.Locus{}, err
		}
		corners = append(corners, plane{places[0].At}.on(a.At))
	}
	ground, err := hull(corners)
	if err != nil {
		return geo.Locus{}, err
	}
	return plane{places[0].At}.locus(shape{
		geometry: ground,
		spread:   []float64{worst(places...)},
		reason:   "between " + names(places, ", "),
	})
}

// middle is the point of the great circle half-way from a to b.
func middle(a, b orb.Point) orb.Point {
	return geo.PointAt(a, geo.Bearing(a, b), geo.DistanceKm(a, b)/2)
}

// halfway is the point half-way along a line of longitudes and latitudes, on
// the line as it is drawn.
func halfway(line orb.LineString) orb.Point {
	left := geo.LengthKm(line) / 2
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		if km := geo.DistanceKm(a, b); km < left {
			left -= km
		} else if km > 0 {
			return orb.Point{a[0] + (b[0]-a[0])*left/km, a[1] + (b[1]-a[1])*left/km}
		}
	}
	return line[len(line)-1]
}

func shifted(ring orb.Ring, by orb.Point) orb.Ring {
	for i := range ring {
		ring[i][0] += by[0]
		ring[i][1] += by[1]
	}
	return ring
}

// worst is the greatest uncertainty of the places, in kilometres.
func worst(places ...Anchor) (km float64) {
	for _, a := range places {
		km = max(km, a.UncertaintyKm)
	}
	return km
}

func names(places []Anchor, separator string) string {
	out := make([]string, len(places))
	for i, a := range places {
		out[i] = a.Name
	}
	return strings.Join(out, separator)
}
