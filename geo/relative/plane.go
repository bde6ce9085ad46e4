package relative

import (
	"fmt"
	"math"
	"slices"

	"frontline/geo"

	"github.com/paulmach/orb"
)

// plane is a map of the ground in kilometres east and north of its origin. It
// keeps distances and directions from the origin true, and is off by less than
// 0.1 % within 500 km of it.
type plane struct {
	origin orb.Point // lon, lat
}

// on is the point of the plane for a longitude and latitude.
func (pl plane) on(p orb.Point) orb.Point {
	return polar(geo.DistanceKm(pl.origin, p), geo.Bearing(pl.origin, p))
}

// off is the longitude and latitude of a point of the plane, to six decimals.
func (pl plane) off(p orb.Point) orb.Point {
	return rounded(geo.PointAt(pl.origin, math.Atan2(p[0], p[1])*180/math.Pi, math.Hypot(p[0], p[1])))
}

// rounded is p with six decimals, about 0.1 m, and without a minus before zero.
func rounded(p orb.Point) orb.Point {
	return orb.Point{math.Round(p[0]*1e6)/1e6 + 0, math.Round(p[1]*1e6)/1e6 + 0}
}

// polar is the point of the plane at a distance and bearing from the origin.
func polar(km, bearing float64) orb.Point {
	sin, cos := math.Sincos(radians(bearing))
	return orb.Point{km * sin, km * cos}
}

// shape is a locus in the plane.
type shape struct {
	geometry orb.Geometry // a Point, LineString, Polygon or MultiPolygon, in km
	at       *orb.Point   // stands for it; nil for whatever point can
	spread   []float64    // km: what cannot be known, part by part
	reason   string
}

// locus puts a shape on the ground.
func (pl plane) locus(s shape) (geo.Locus, error) {
	sum := 0.0
	for _, km := range s.spread {
		sum += km * km
	}
	out := geo.Locus{UncertaintyKm: math.Round(math.Sqrt(sum)*10) / 10, Reason: s.reason}
	switch g := s.geometry.(type) {
	case orb.Point:
		out.Geometry = pl.off(g)
	case orb.LineString:
		out.Geometry = orb.LineString(pl.line(g))
	case orb.Polygon:
		out.Geometry = pl.polygon(g)
	case orb.MultiPolygon:
		all := make(orb.MultiPolygon, len(g))
		for i, p := range g {
			all[i] = pl.polygon(p)
		}
		out.Geometry = all
	}
	bound := out.Geometry.Bound()
	if bound.Max.Lon()-bound.Min.Lon() > 180 || max(bound.Max.Lat(), -bound.Min.Lat()) > 85 {
		return geo.Locus{}, fmt.Errorf("%s: %w", s.reason, ErrOffMap)
	}
	if s.at != nil {
		out.At = pl.off(*s.at)
		return out, nil
	}
	var err error
	if out.At, err = standing(out.Geometry); err != nil {
		return geo.Locus{}, fmt.Errorf("%s: %w", s.reason, err)
	}
	return out, nil
}

func (pl plane) line(g []orb.Point) []orb.Point {
	out := make([]orb.Point, len(g))
	for i, p := range g {
		out[i] = pl.off(p)
	}
	return out
}

// polygon puts a polygon on the ground, its rings closed, the outer one
// counter-clockwise and its holes clockwise.
func (pl plane) polygon(g orb.Polygon) orb.Polygon {
	out := make(orb.Polygon, len(g))
	for i, r := range g {
		ring := orb.Ring(pl.line(r))
		if ring[0] != ring[len(ring)-1] {
			ring = append(ring, ring[0])
		}
		if outer := i == 0; outer != (ring.Orientation() == orb.CCW) {
			slices.Reverse(ring)
		}
		out[i] = ring
	}
	return out
}

// corners is how many corners a circle is drawn with: its sides are then at
// most 0.6 % of the radius inside it.
const corners = 32

// annulus is the ring between two circles around the origin; a disc where the
// inner one has no radius.
func annulus(inner, outer float64) orb.Polygon {
	out := orb.Polygon{arc(outer, 0, 360)}
	if inner > 0 {
		out = append(out, arc(inner, 0, 360))
	}
	return out
}

// sector is the part of the annulus in a direction.
func sector(w Wind, inner, outer float64) orb.Polygon {
	from, to := w.Bearing()-w.HalfWidth(), w.Bearing()+w.HalfWidth()
	near := arc(inner, from, to)
	slices.Reverse(near)
	return orb.Polygon{append(arc(outer, from, to), near...)}
}

// arc are the points at a distance from the origin from one bearing to
// another; a full circle is open.
func arc(km, from, to float64) orb.Ring {
	n := max(2, int(math.Ceil((to-from)/360*corners)))
	last := n
	if to-from == 360 {
		last--
	}
	var out orb.Ring
	for i := 0; i <= last; i++ {
		out = append(out, polar(km, from+(to-from)*float64(i)/float64(n)))
	}
	return out
}
