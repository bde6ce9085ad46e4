package relative

import (
	"errors"
	"fmt"
	"slices"

	"github.com/paulmach/orb"

	"frontline/geo/overlay"
)

// common is the ground that two shapes of the plane share. None, or hardly any,
// is an error. A side of an outline is as straight here as it is in degrees, which
// is not quite the same line: rings that touch it there may cross it here.
func common(a, b orb.Geometry) (orb.Geometry, error) {
	var sides [2]orb.MultiPolygon
	for i, g := range []orb.Geometry{a, b} {
		ground, err := polygons(g)
		if err == nil {
			sides[i], err = overlay.Repaired(ground)
		}
		if err != nil {
			return nil, err
		}
	}
	both, err := overlay.Intersection(sides[0], sides[1])
	if err != nil {
		return nil, err
	}
	switch both = slices.DeleteFunc(both, thin); len(both) {
	case 0:
		return nil, errors.New("there is no such ground")
	case 1:
		return both[0], nil
	}
	return both, nil
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
	ground, err := polygons(g)
	if err != nil {
		return orb.Point{}, err
	}
	at, err := overlay.Inside(ground)
	return rounded(at), err
}

func polygons(g orb.Geometry) (orb.MultiPolygon, error) {
	switch g := g.(type) {
	case orb.Polygon:
		return orb.MultiPolygon{g}, nil
	case orb.MultiPolygon:
		return g, nil
	}
	return nil, fmt.Errorf("%s is no ground", g.GeoJSONType())
}
