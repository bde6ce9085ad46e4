package kml

import (
	"fmt"

	"github.com/paulmach/orb"
	"github.com/twpayne/go-kml/v3"
)

// geometryOf is a geometry of one of the types that features have.
func geometryOf(g orb.Geometry) (kml.Element, error) {
	switch g := g.(type) {
	case orb.Point:
		return kml.Point(kml.Coordinates(coordinates(g)...)), nil
	case orb.LineString:
		return kml.LineString(kml.Tessellate(true), kml.Coordinates(coordinates(g...)...)), nil
	case orb.Polygon:
		return polygon(g), nil
	case orb.MultiPoint:
		return several(g)
	case orb.MultiLineString:
		return several(g)
	case orb.MultiPolygon:
		return several(g)
	case orb.Collection:
		return several(g)
	}
	return nil, fmt.Errorf("a %s cannot be written", g.GeoJSONType())
}

// several are geometries in one.
func several[G orb.Geometry](all []G) (kml.Element, error) {
	out := kml.MultiGeometry()
	for _, g := range all {
		one, err := geometryOf(g)
		if err != nil {
			return nil, err
		}
		out.Append(one)
	}
	return out, nil
}

func polygon(p orb.Polygon) kml.Element {
	out := kml.Polygon()
	for i, ring := range p {
		edge := kml.LinearRing(kml.Coordinates(coordinates(ring...)...))
		if i == 0 {
			out.Append(kml.OuterBoundaryIs(edge))
		} else {
			out.Append(kml.InnerBoundaryIs(edge))
		}
	}
	return out
}

func coordinates(points ...orb.Point) []kml.Coordinate {
	out := make([]kml.Coordinate, len(points))
	for i, p := range points {
		out[i] = kml.Coordinate{Lon: p.Lon(), Lat: p.Lat()}
	}
	return out
}
