package features

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/paulmach/orb"

	"frontline/geo"
)

// object is a feature of GeoJSON as it lies in the file, or a geometry by itself.
type object struct {
	Type        string                     `json:"type"`
	ID          json.RawMessage            `json:"id"`
	Geometry    json.RawMessage            `json:"geometry"`
	Properties  map[string]json.RawMessage `json:"properties"`
	CRS         json.RawMessage            `json:"crs"`
	Coordinates json.RawMessage            `json:"coordinates"`
	Geometries  []json.RawMessage          `json:"geometries"`
}

// parts are the features that an object is: itself; of a collection of geometries by
// themselves each of them.
func (o object) parts() []object {
	switch o.Type {
	case "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon":
		return []object{{Type: "Feature", Geometry: fmt.Appendf(nil, `{"type":%q,"coordinates":%s}`, o.Type, orNull(o.Coordinates))}}
	case "GeometryCollection":
		out := make([]object, len(o.Geometries))
		for i, g := range o.Geometries {
			out[i] = object{Type: "Feature", Geometry: g}
		}
		return out
	}
	return []object{o}
}

func orNull(raw json.RawMessage) json.RawMessage {
	if len(raw) == 0 {
		return json.RawMessage("null")
	}
	return raw
}

// feature reads the geometry and the properties. What is no feature is a Fault.
func (o object) feature() (Feature, error) {
	if o.Type != "Feature" {
		return Feature{}, Fault{What: fmt.Sprintf("type %q: want Feature", o.Type)}
	}
	for name, raw := range o.Properties {
		if !utf8.Valid(raw) {
			return Feature{}, Fault{What: fmt.Sprintf("property %q is not UTF-8", name)}
		}
	}
	g, err := geo.ParseGeometry(o.Geometry)
	if err != nil {
		return Feature{}, Fault{What: fmt.Sprintf("geometry: %v", err)}
	}
	properties := o.Properties
	if _, has := properties["id"]; !has && len(o.ID) > 0 {
		if properties == nil {
			properties = map[string]json.RawMessage{}
		}
		properties["id"] = o.ID
	}
	f := Feature{Geometry: filled(g), Names: slices.Sorted(maps.Keys(properties))}
	f.Values = make([]string, len(f.Names))
	for i, name := range f.Names {
		f.Values[i] = valueOf(properties[name])
	}
	return f, nil
}

// filled is a geometry without polygons that have no ring; nil where nothing is left
// of it. Lines and collections stay: of them only the type is known.
func filled(g orb.Geometry) orb.Geometry {
	switch g := g.(type) {
	case orb.MultiPoint:
		if len(g) == 0 {
			return nil
		}
	case orb.Polygon:
		if len(g) == 0 {
			return nil
		}
	case orb.MultiPolygon:
		g = slices.DeleteFunc(g, func(p orb.Polygon) bool { return len(p) == 0 })
		if len(g) == 0 {
			return nil
		}
		return g
	}
	return g
}

// checkCRS refuses a coordinate reference system, as GeoJSON had it before RFC 7946,
// that is not that of RFC 7946.
func checkCRS(crs json.RawMessage) error {
	s := strings.ToUpper(string(crs))
	if s == "" || s == "NULL" || strings.Contains(s, "CRS84") || strings.Contains(s, "4326") {
		return nil
	}
	return referenceError{string(bytes.TrimSpace(crs[:min(len(crs), 200)]))}
}

// referenceError says that positions are not what GeoJSON has.
type referenceError struct{ crs string }

func (e referenceError) Error() string { return "crs " + e.crs + ": want degrees, WGS84 (EPSG:4326)" }

// valueOf is a property as text: what is nested or null is "".
func valueOf(raw json.RawMessage) string {
	switch {
	case len(raw) == 0 || raw[0] == '{' || raw[0] == 'n':
		return ""
	case raw[0] == '"' && bytes.IndexByte(raw, '\\') < 0:
		return string(raw[1 : len(raw)-1])
	case raw[0] == '"':
		var one string
		if json.Unmarshal(raw, &one) != nil {
			return ""
		}
		return one
	case raw[0] == '[':
		list, _ := listOf(raw)
		return list
	default:
		return string(raw)
	}
}

// listOf is a list of strings with "|" between them; false where it is none.
func listOf(raw []byte) (string, bool) {
	var several []string
	if json.Unmarshal(raw, &several) != nil {
		return "", false
	}
	return strings.Join(several, "|"), true
}

// damaged is an error of reading JSON: a Fault where the next feature can be read,
// else what is wrong near a byte of the file.
func damaged(err error, near int64) error {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return Fault{What: fmt.Sprintf("%s: want a GeoJSON feature", kind.Error())}
	}
	if errors.As(err, new(referenceError)) {
		return err
	}
	return fmt.Errorf("near byte %d: %w: damaged or cut off", near, err)
}
