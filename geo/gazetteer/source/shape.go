package source

import (
	"math"
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// representative is a point that stands for a shape: of polygons one inside
// the largest, its centroid where that is inside. Lines and empty shapes have
// none.
func representative(g orb.Geometry) (orb.Point, bool) {
	switch g := g.(type) {
	case orb.Point:
		return g, true
	case orb.MultiPoint:
		p, _ := planar.CentroidArea(g)
		return p, len(g) > 0
	case orb.Polygon:
		return inside(g), true
	case orb.MultiPolygon:
		if len(g) == 0 {
			return orb.Point{}, false
		}
		return inside(slices.MaxFunc(g, func(a, b orb.Polygon) int {
			return int(math.Copysign(1, planar.Area(a)-planar.Area(b)))
		})), true
	default:
		return orb.Point{}, false
	}
}

// inside is the centroid of a polygon, or where that is outside (a crescent, a
// hole) the middle of the widest piece of the polygon on its parallel. What
// has no area gives its first point.
func inside(p orb.Polygon) orb.Point {
	c, area := planar.CentroidArea(p)
	if area == 0 {
		return p[0][0]
	}
	if planar.PolygonContains(p, c) {
		return c
	}
	var lons []float64
	for _, ring := range p {
		for i := 1; i < len(ring); i++ {
			a, b := ring[i-1], ring[i]
			if (a.Lat() > c.Lat()) != (b.Lat() > c.Lat()) {
				lons = append(lons, a.Lon()+(c.Lat()-a.Lat())/(b.Lat()-a.Lat())*(b.Lon()-a.Lon()))
			}
		}
	}
	slices.Sort(lons)
	best, width := p[0][0], 0.0
	for i := 1; i < len(lons); i += 2 {
		if w := lons[i] - lons[i-1]; w > width {
			best, width = orb.Point{(lons[i] + lons[i-1]) / 2, c.Lat()}, w
		}
	}
	return best
}
