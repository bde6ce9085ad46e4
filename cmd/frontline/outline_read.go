package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/overlay"
)

// readOutline reads the polygons of a GeoJSON file: a geometry, a Feature or a
// FeatureCollection. What several of them cover is one ground, and faults of their
// rings are mended. Anything else in it, and no ground at all, is an error that
// names the file and what is wrong.
func readOutline(name string) (orb.MultiPolygon, error) {
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	parts, err := geometriesIn(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	shapes := make([]orb.MultiPolygon, len(parts))
	for i, part := range parts {
		if shapes[i], err = geo.ParsePolygons(part); err == nil {
			shapes[i], err = overlay.Repaired(shapes[i])
		}
		if err != nil {
			return nil, fmt.Errorf("%s: geometry %d %w", name, i+1, err)
		}
	}
	out, err := overlay.Union(shapes...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: no polygon in it: want a Polygon or MultiPolygon that encloses ground", name)
	}
	return out, nil
}

// geometriesIn are the geometries of GeoJSON, as they stand there.
func geometriesIn(raw []byte) ([]json.RawMessage, error) {
	var in struct {
		Type     string          `json:"type"`
		Geometry json.RawMessage `json:"geometry"`
		Features []struct {
			Geometry json.RawMessage `json:"geometry"`
		} `json:"features"`
	}
	err := json.Unmarshal(raw, &in)
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		where := kind.Field
		if where == "" {
			where = "the whole file"
		}
		return nil, fmt.Errorf("%s is a JSON %s: want GeoJSON, a Polygon, MultiPolygon, Feature or FeatureCollection", where, kind.Value)
	} else if err != nil {
		return nil, err
	}
	switch in.Type {
	case "Feature":
		return []json.RawMessage{in.Geometry}, nil
	case "FeatureCollection":
		var out []json.RawMessage
		for _, f := range in.Features {
			out = append(out, f.Geometry)
		}
		return out, nil
	}
	return []json.RawMessage{raw}, nil
}
