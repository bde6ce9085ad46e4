package geo_test

import (
	"testing"

	"frontline/geo"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkt"
	sf "github.com/peterstace/simplefeatures/geom"
	"pgregory.net/rapid"
)

// What meets a box is what a geometry library says has a point in common with it.
func TestMeetsIsHavingAPointInCommon(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.Custom(func(t *rapid.T) orb.Point {
			return orb.Point{float64(rapid.IntRange(-8, 8).Draw(t, "lon")), float64(rapid.IntRange(-8, 8).Draw(t, "lat"))}
		})
		b := orb.MultiPoint{at.Draw(t, "corner"), at.Draw(t, "corner")}.Bound()
		ring := orb.Ring(rapid.SliceOfNDistinct(at, 3, 6, rapid.ID).Draw(t, "ring"))
		ring = append(ring, ring[0])
		var g orb.Geometry
		switch rapid.IntRange(0, 4).Draw(t, "type") {
		case 0:
			g = at.Draw(t, "point")
		case 1:
			g = orb.MultiPoint(ring)
		case 2:
			g = orb.LineString(ring)
		case 3:
			g = orb.Polygon{ring}
		case 4:
			g = orb.MultiPolygon{{ring}, {orb.Bound{Min: orb.Point{20, 20}, Max: orb.Point{21, 21}}.ToRing()}}
		}
		shape, err := sf.UnmarshalWKT(wkt.MarshalString(g))
		if err != nil {
			return // rings that cross themselves are no ground
		}
		box, err := sf.UnmarshalWKT(wkt.MarshalString(b.ToPolygon()))
		if err != nil {
			corner := sf.XY{X: b.Min[0], Y: b.Min[1]}
			if b.Min != b.Max {
				return // a box that is a line
			}
			box = corner.AsPoint().AsGeometry()
		}
		if got, want := geo.Meets(b, g), sf.Intersects(shape, box); got != want {
			t.Fatalf("%s and %v: %v, want %v", wkt.MarshalString(g), b, got, want)
		}
	})
	if geo.Meets(orb.Bound{Max: orb.Point{1, 1}}, nil) || geo.Meets(orb.Bound{Max: orb.Point{1, 1}}, orb.MultiPolygon{}) {
		t.Error("no ground meets a box")
	}
}
