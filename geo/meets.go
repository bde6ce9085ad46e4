package geo

import (
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// Meets says whether a geometry and a box (lon, lat, edges included) have a point in
// common. Lines are straight in degrees, as GeoJSON has them. A geometry without points,
// and none at all, meet nothing.
func Meets(b orb.Bound, g orb.Geometry) bool {
	if g == nil || !b.Intersects(g.Bound()) {
		return false
	}
	meets := func(part orb.Geometry) bool { return Meets(b, part) }
	switch g := g.(type) {
	case orb.Point:
		return b.Contains(g)
	case orb.MultiPoint:
		return slices.ContainsFunc(g, b.Contains)
	case orb.LineString:
		return lineMeets(b, g)
	case orb.Ring:
		return lineMeets(b, orb.LineString(g)) || planar.RingContains(g, b.Min)
	case orb.Polygon:
		return slices.ContainsFunc(g, func(r orb.Ring) bool { return lineMeets(b, orb.LineString(r)) }) || planar.PolygonContains(g, b.Min)
	case orb.MultiLineString:
		return slices.ContainsFunc(g, func(l orb.LineString) bool { return meets(l) })
	case orb.MultiPolygon:
		return slices.ContainsFunc(g, func(p orb.Polygon) bool { return meets(p) })
	case orb.Collection:
		return slices.ContainsFunc(g, meets)
	}
	return meets(g.Bound().ToPolygon()) // a box
}

func lineMeets(b orb.Bound, line orb.LineString) bool {
	if len(line) == 1 {
		return b.Contains(line[0])
	}
	for i := 1; i < len(line); i++ {
		if segmentMeets(b, line[i-1], line[i]) {
			return true
		}
	}
	return false
}

// segmentMeets cuts the segment by the four sides of the box in turn (Liang and Barsky
// 1984): something is left of it where they meet.
func segmentMeets(b orb.Bound, p, q orb.Point) bool {
	from, to := 0.0, 1.0
	for axis := range 2 {
		along, low, high := q[axis]-p[axis], b.Min[axis]-p[axis], b.Max[axis]-p[axis]
		if along == 0 {
			if low > 0 || high < 0 {
				return false
			}
			continue
		}
		enter, leave := low/along, high/along
		if enter > leave {
			enter, leave = leave, enter
		}
		from, to = max(from, enter), min(to, leave)
	}
	return from <= to
}
