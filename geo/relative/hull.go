package relative

import (
	"cmp"
	"errors"
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// hull is the least convex polygon around points of the plane (Andrew's
// monotone chain, 1979), counter-clockwise. Points that span no ground are an
// error. It does not change them.
func hull(points []orb.Point) (orb.Polygon, error) {
	points = slices.SortedFunc(slices.Values(points), func(a, b orb.Point) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	})
	below := chain(points)
	slices.Reverse(points)
	above := chain(points)
	if len(below)+len(above) < 5 { // the two ends are in both
		return nil, errNoGround
	}
	out := orb.Polygon{append(below[:len(below)-1], above...)}
	if thin(out) {
		return nil, errNoGround
	}
	return out, nil
}

var errNoGround = errors.New("the places span no ground")

// chain is the part of the points, which are in order, that turns left all the
// way from the first to the last.
func chain(points []orb.Point) orb.Ring {
	var out orb.Ring
	for _, p := range points {
		for len(out) > 1 && turn(out[len(out)-2], out[len(out)-1], p) <= 0 {
			out = out[:len(out)-1]
		}
		out = append(out, p)
	}
	return out
}

// turn is positive where a, b, c turn to the left.
func turn(a, b, c orb.Point) float64 { return (b[0]-a[0])*(c[1]-a[1]) - (b[1]-a[1])*(c[0]-a[0]) }

// thinnestKm is how broad ground is at least: what is thinner would not be
// ground any more once its corners are rounded to six decimals.
const thinnestKm = 0.05

// thin says whether a polygon of the plane is hardly more than a line.
func thin(p orb.Polygon) bool { return 2*planar.Area(p) < thinnestKm*planar.Length(p) }
