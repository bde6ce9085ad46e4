package geo

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/paulmach/orb"
)

// ParseGeometry reads a geometry of GeoJSON (lon, lat): points and polygons, one
// or several; of the other types only which one it is. null and nothing give nil.
// A position of one number is an error, as is a ring that is open or too short.
func ParseGeometry(raw json.RawMessage) (orb.Geometry, error) {
	var g *struct {
		Type        string          `json:"type"`
		Coordinates json.RawMessage `json:"coordinates"`
	}
	if len(raw) == 0 {
		return nil, nil
	}
	if err := json.Unmarshal(raw, &g); err != nil || g == nil {
		return nil, err
	}
	switch g.Type {
	case "Point":
		return shaped(g.Coordinates, pointOf)
	case "MultiPoint":
		return shaped(g.Coordinates, func(list [][]float64) (orb.MultiPoint, error) { return each(list, pointOf) })
	case "Polygon":
		return shaped(g.Coordinates, polygonOf)
	case "MultiPolygon":
		return shaped(g.Coordinates, func(list [][][][]float64) (orb.MultiPolygon, error) { return each(list, polygonOf) })
	case "LineString":
		return orb.LineString{}, nil
	case "MultiLineString":
		return orb.MultiLineString{}, nil
	case "GeometryCollection":
		return orb.Collection{}, nil
	default:
		return nil, fmt.Errorf("type %q: want one of GeoJSON", g.Type)
	}
}

// ParsePolygons reads a Polygon or MultiPolygon of GeoJSON (lon, lat). Anything
// else, nothing, a position off the globe and what ParseGeometry refuses are errors
// that say what it is. Rings may cross; see package overlay.
func ParsePolygons(raw json.RawMessage) (orb.MultiPolygon, error) {
	const want = "want a Polygon or MultiPolygon"
	g, err := ParseGeometry(raw)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w: %s", err, want)
	}
	var out orb.MultiPolygon
	switch g := g.(type) {
	case orb.Polygon:
		out = orb.MultiPolygon{g}
	case orb.MultiPolygon:
		out = g
	case nil:
		return nil, errors.New("is empty: " + want)
	default:
		return nil, fmt.Errorf("is a %s: %s", g.GeoJSONType(), want)
	}
	for _, polygon := range out {
		for _, ring := range polygon {
			for _, at := range ring {
				if err := CheckLonLat(at); err != nil {
					return nil, fmt.Errorf("goes off the globe: %w", err)
				}
			}
		}
	}
	return out, nil
}

// shaped reads coordinates as numbers and makes a geometry of them.
func shaped[C any, G orb.Geometry](raw json.RawMessage, shape func(C) (G, error)) (orb.Geometry, error) {
	var c C
	err := json.Unmarshal(raw, &c)
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return nil, fmt.Errorf("coordinates: a %s near byte %d: want lists of positions, as deep as the type has them", kind.Value, kind.Offset)
	} else if err != nil {
		return nil, fmt.Errorf("coordinates: %w", err)
	}
	return shape(c)
}

func each[C, G any](list []C, shape func(C) (G, error)) ([]G, error) {
	out := make([]G, len(list))
	for i, c := range list {
		var err error
		if out[i], err = shape(c); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func pointOf(c []float64) (orb.Point, error) {
	if len(c) < 2 {
		return orb.Point{}, fmt.Errorf("position of %d numbers: want lon and lat", len(c))
	}
	return orb.Point{c[0], c[1]}, nil
}

func polygonOf(rings [][][]float64) (orb.Polygon, error) {
	if len(rings) == 0 {
		return nil, errors.New("polygon without a ring")
	}
	return each(rings, func(ring [][]float64) (orb.Ring, error) {
		r, err := each(ring, pointOf)
		if err == nil && (len(r) < 4 || r[0] != r[len(r)-1]) {
			err = fmt.Errorf("ring of %d positions: want 4 or more, the last one the first", len(r))
		}
		return r, err
	})
}
