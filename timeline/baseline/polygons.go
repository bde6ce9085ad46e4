package baseline

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/overlay"
	"frontline/timeline"
)

// polygon is a feature of a map that covers ground.
type polygon struct {
	n          int // of the feature in its file, from 1
	shape      orb.MultiPolygon
	properties map[string]string
}

// mapFile reads a map: what lies in its polygons.
func (r *reader) mapFile(s snapshot, text []byte) (err error) {
	if s.day, s.basis, err = r.dayFor(s.file); err != nil {
		return err
	}
	polygons, others, err := polygonsIn(text)
	if err != nil {
		return err
	}
	s.complete, s.features = true, len(polygons)
	s.drawing = &timeline.Drawing{Day: s.day}
	if r.Elsewhere != timeline.Unknown {
		s.drawing.Elsewhere = r.Elsewhere
	}
	if others > 0 {
		r.series.leave("no polygon", s.path, others)
	}
	for _, p := range polygons {
		for name, value := range p.properties {
			r.series.see(name, value)
		}
		actor := r.holderOf(s.path, p)
		if actor == nobody || actor == r.actors.unknown {
			continue
		}
		r.ground.in(p.shape, func(entry int32) {
			s.marks = append(s.marks, mark{entry, actor, int32(p.n)})
		})
		shape, err := overlay.Repaired(p.shape)
		if err != nil {
			return fmt.Errorf("feature %d: geometry %w", p.n, err)
		}
		if len(shape) > 0 {
			s.drawing.Shapes = append(s.drawing.Shapes, timeline.DrawnShape{Feature: p.n, Holder: r.actors.list[actor].ID, Shape: shape})
		}
	}
	r.add(&s)
	return nil
}

// holderOf is who holds a polygon; nobody where that is not known, which the
// series tells of.
func (r *reader) holderOf(path string, p polygon) int16 {
	if r.Holder != "" {
		return r.actors.number(r.Holder)
	}
	value := p.properties[r.Property]
	actor := r.actors.of(value)
	if actor == nobody {
		r.series.refuse(Refused{File: path, What: "feature", Number: p.n, Property: r.Property, Value: value})
	}
	return actor
}

// collection is GeoJSON of any kind that can hold polygons.
type collection struct {
	Type        string            `json:"type"`
	CRS         json.RawMessage   `json:"crs"`
	Features    []json.RawMessage `json:"features"`
	Geometry    json.RawMessage   `json:"geometry"`
	Geometries  []json.RawMessage `json:"geometries"`
	Coordinates json.RawMessage   `json:"coordinates"`
}

// polygonsIn are the features with polygons of a FeatureCollection, a Feature
// or a bare geometry, and how many other features there are.
func polygonsIn(text []byte) (list []polygon, others int, err error) {
	var c collection
	if err := json.Unmarshal(text, &c); err != nil {
		return nil, 0, damaged(err)
	}
	if len(c.CRS) > 0 && !degrees(c.CRS) {
		return nil, 0, fmt.Errorf("crs %s: want degrees, WGS84 (EPSG:4326)", cell(string(c.CRS[:min(len(c.CRS), 200)])))
	}
	features := c.Features
	switch c.Type {
	case "FeatureCollection":
	case "Feature":
		features = []json.RawMessage{text}
	case "Polygon", "MultiPolygon":
		features = []json.RawMessage{fmt.Appendf(nil, `{"type":"Feature","geometry":%s}`, text)}
	case "GeometryCollection":
		for _, g := range c.Geometries {
			features = append(features, fmt.Appendf(nil, `{"type":"Feature","geometry":%s}`, g))
		}
	default:
		return nil, 0, fmt.Errorf("type %q: want FeatureCollection, Feature, Polygon, MultiPolygon or GeometryCollection", c.Type)
	}
	for i, raw := range features {
		p, err := featureOf(raw)
		if err != nil {
			return nil, 0, fmt.Errorf("feature %d: %w", i+1, err)
		}
		if p.n = i + 1; p.shape == nil {
			others++
			continue
		}
		list = append(list, p)
	}
	if len(list) == 0 {
		return nil, 0, fmt.Errorf("none of %d features is a polygon: want Polygon or MultiPolygon", len(features))
	}
	return list, others, nil
}

// damaged says where JSON cannot be read on.
func damaged(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("near byte %d: %w: damaged or cut off", syntax.Offset, err)
	case errors.As(err, &kind):
		return fmt.Errorf("%s is a %s: want GeoJSON", kind.Field, kind.Value)
	}
	return err
}

// degrees says whether a coordinate reference system, as GeoJSON had it before
// RFC 7946, is that of RFC 7946.
func degrees(crs json.RawMessage) bool {
	s := strings.ToUpper(string(crs))
	return s == "NULL" || strings.Contains(s, "CRS84") || strings.Contains(s, "4326")
}

// featureOf reads a feature; what is no polygon has no shape.
func featureOf(raw json.RawMessage) (polygon, error) {
	var f struct {
		Type       string                     `json:"type"`
		Geometry   json.RawMessage            `json:"geometry"`
		Properties map[string]json.RawMessage `json:"properties"`
	}
	if err := json.Unmarshal(raw, &f); err != nil {
		return polygon{}, damaged(err)
	}
	if f.Type != "Feature" {
		return polygon{}, fmt.Errorf("type %q: want Feature", f.Type)
	}
	g, err := geo.ParseGeometry(f.Geometry)
	if err != nil {
		return polygon{}, fmt.Errorf("geometry: %w", err)
	}
	p := polygon{properties: make(map[string]string, len(f.Properties))}
	for name, value := range f.Properties {
		p.properties[cell(name)] = valueOf(value)
	}
	switch g := g.(type) {
	case orb.Polygon:
		p.shape = orb.MultiPolygon{g}
	case orb.MultiPolygon:
		p.shape = g
	}
	return p, onGlobe(p.shape)
}

func onGlobe(shape orb.MultiPolygon) error {
	for _, p := range shape {
		for _, ring := range p {
			for _, at := range ring {
				if err := geo.CheckLonLat(at); err != nil {
					return fmt.Errorf("position %v,%v: %w", at.Lon(), at.Lat(), err)
				}
			}
		}
	}
	return nil
}

// valueOf is a property as words: a string, or a number or truth value as it
// stands there; "" for what is null or nested.
func valueOf(raw json.RawMessage) string {
	switch raw = bytes.TrimSpace(raw); {
	case len(raw) == 0 || raw[0] == '{' || raw[0] == '[' || raw[0] == 'n':
		return ""
	case raw[0] != '"':
		return string(raw)
	}
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return ""
	}
	return cell(s)
}
