package relative

import (
	"errors"
	"fmt"

	"github.com/paulmach/orb"
	"github.com/peterstace/simplefeatures/geom"
)

// What is done with shapes as sets of points is simplefeatures' work.

// common is the ground that two shapes share. None is an error.
func common(a, b orb.Geometry) (orb.Geometry, error) {
	ga, err := toGeom(a)
	if err != nil {
		return nil, err
	}
	gb, err := toGeom(b)
	if err != nil {
		return nil, err
	}
	both, err := geom.Intersection(ga, gb)
	if err != nil {
		return nil, err
	}
	return fromGeom(both)
}

// standing is a point that can stand for a shape in longitude and latitude: the
// middle of a line, a point well inside a polygon or polygons.
func standing(g orb.Geometry) (orb.Point, error) {
	switch g := g.(type) {
	case orb.Point:
		return g, nil
	case orb.LineString:
		return rounded(halfway(g)), nil
	}
	shape, err := toGeom(g)
	if err != nil {
		return orb.Point{}, err
	}
	at, ok := shape.PointOnSurface().XY()
	if !ok {
		return orb.Point{}, errors.New("has no ground")
	}
	return rounded(orb.Point{at.X, at.Y}), nil
}

func toGeom(g orb.Geometry) (geom.Geometry, error) {
	var out geom.Geometry
	switch g := g.(type) {
	case orb.Polygon:
		out = polygonOf(g).AsGeometry()
	case orb.MultiPolygon:
		all := make([]geom.Polygon, len(g))
		for i, p := range g {
			all[i] = polygonOf(p)
		}
		out = geom.NewMultiPolygon(all).AsGeometry()
	default:
		return out, fmt.Errorf("%s is no ground", g.GeoJSONType())
	}
	return out, out.Validate()
}

func polygonOf(p orb.Polygon) geom.Polygon {
	rings := make([]geom.LineString, len(p))
	for i, r := range p {
		if r[0] != r[len(r)-1] {
			r = append(r[:len(r):len(r)], r[0])
		}
		rings[i] = geom.NewLineString(sequence(r))
	}
	return geom.NewPolygon(rings)
}

func sequence(points []orb.Point) geom.Sequence {
	flat := make([]float64, 0, 2*len(points))
	for _, p := range points {
		flat = append(flat, p[0], p[1])
	}
	return geom.NewSequence(flat, geom.DimXY)
}

// fromGeom is the ground of g: what is only a line or a point of it, or nearly
// so, is none.
func fromGeom(g geom.Geometry) (orb.Geometry, error) {
	var out orb.MultiPolygon
	for _, part := range g.Dump() {
		if !part.IsPolygon() || part.IsEmpty() {
			continue
		}
		var polygon orb.Polygon
		for _, ring := range part.MustAsPolygon().DumpRings() {
			line := ring.Coordinates()
			on := make(orb.Ring, line.Length())
			for i := range on {
				on[i] = orb.Point{line.GetXY(i).X, line.GetXY(i).Y}
			}
			polygon = append(polygon, on)
		}
		if !thin(polygon) {
			out = append(out, polygon)
		}
	}
	switch len(out) {
	case 0:
		return nil, errors.New("there is no such ground")
	case 1:
		return out[0], nil
	}
	return out, nil
}
