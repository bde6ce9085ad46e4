package source

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"frontline/geo"
)

// maxFeature is the longest feature in bytes: a country with each bend of its
// coast has some tens of millions.
const maxFeature = 128 << 20

// feature is a feature of GeoJSON as it lies in the file.
type feature struct {
	Type       string                     `json:"type"`
	ID         json.RawMessage            `json:"id"`
	Geometry   json.RawMessage            `json:"geometry"`
	Properties map[string]json.RawMessage `json:"properties"`
}

// features reads GeoJSON a feature at a time: a collection, or one feature
// behind the other, with record separators (RFC 8142) or without.
type features struct {
	dec        *json.Decoder
	in         *rations
	headings   headings
	mapped     map[string]string
	collection bool // inside the list of one
	begun      bool
	n          int
	layout     *layout         // of the feature before
	seen       map[string]bool // properties, the first of them
	columns    map[Column]bool
}

// maxSeen is how many properties are remembered.
const maxSeen = 500

func newFeatures(in io.Reader, h headings, mapped map[string]string) *features {
	rationed := &rations{in: unseparated{in}, most: maxFeature}
	return &features{dec: json.NewDecoder(rationed), in: rationed, headings: h, mapped: mapped,
		seen: map[string]bool{}, columns: map[Column]bool{}}
}

// unseparated makes the record separators of RFC 8142 spaces. They stand
// nowhere else in JSON.
type unseparated struct{ io.Reader }

func (u unseparated) Read(p []byte) (int, error) {
	n, err := u.Reader.Read(p)
	for i := range n {
		if p[i] == 0x1e {
			p[i] = ' '
		}
	}
	return n, err
}

func (f *features) line() int { return f.n }

// cutOff is never so at an end that was reached: JSON says itself where it is.
func (f *features) cutOff() bool { return false }

// next gives a feature as a row: its properties are the columns.
func (f *features) next() (row, error) {
	f.in.begin()
	ft, err := f.read()
	if errors.Is(err, io.EOF) {
		return row{}, cmp.Or(f.allMappedSeen(), io.EOF)
	}
	f.n++
	var wrongType *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrongType):
		return row{}, Fault{Line: f.n, What: fmt.Sprintf("%s: want a GeoJSON feature", wrongType.Error())}
	case err != nil:
		return row{}, fmt.Errorf("feature %d, near byte %d: %w: damaged or cut off", f.n, f.dec.InputOffset(), err)
	case ft.Type != "Feature":
		return row{}, Fault{Line: f.n, What: fmt.Sprintf("type %q: want Feature", ft.Type)}
	}
	for name, raw := range ft.Properties {
		if !utf8.Valid(raw) {
			return row{}, Fault{Line: f.n, What: fmt.Sprintf("property %q is not UTF-8", name)}
		}
	}
	shape, err := geo.ParseGeometry(ft.Geometry)
	if err != nil {
		return row{}, Fault{Line: f.n, What: fmt.Sprintf("geometry: %v", err)}
	}
	r := row{line: f.n, shape: shape}
	r.layout, r.values = f.lay(ft)
	return r, nil
}

// read gives the next feature, io.EOF behind the last.
func (f *features) read() (ft feature, err error) {
	if !f.begun {
		f.begun = true
		if ft, err = f.begin(); err != nil || !f.collection {
			return ft, err
		}
	}
	if !f.collection {
		return ft, f.dec.Decode(&ft)
	}
	if f.dec.More() {
		return ft, noEOF(f.dec.Decode(&ft))
	}
	if _, err := f.members(); err != nil { // behind the list
		return ft, noEOF(err)
	}
	if _, err := f.dec.Token(); err != io.EOF {
		return ft, errors.New("more behind the end of the collection")
	}
	return ft, io.EOF
}

// noEOF is an error where the end of the file is one.
func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// begin reads up to the list of a collection, or the first feature of many.
func (f *features) begin() (ft feature, err error) {
	t, err := f.dec.Token()
	if err != nil {
		return ft, err
	}
	if t != json.Delim('{') {
		return ft, fmt.Errorf("begins with %v: want GeoJSON, a FeatureCollection or Features", t)
	}
	members, err := f.members()
	if err != nil || f.collection {
		return ft, noEOF(err)
	}
	whole, err := json.Marshal(members)
	if err != nil {
		return ft, err
	}
	return ft, json.Unmarshal(whole, &ft)
}

// members reads members of the outer object until its end, or that of the list
// of features before which it stops.
func (f *features) members() (map[string]json.RawMessage, error) {
	out := map[string]json.RawMessage{}
	if f.collection {
		if _, err := f.dec.Token(); err != nil { // the list's end
			return nil, err
		}
	}
	for f.dec.More() {
		name, err := f.dec.Token()
		if err != nil {
			return nil, err
		}
		if name == "features" && !f.collection {
			f.collection = true
			if t, err := f.dec.Token(); err != nil || t != json.Delim('[') {
				return nil, cmp.Or(err, errors.New("features: want a list"))
			}
			return out, nil
		}
		var raw json.RawMessage
		if err := f.dec.Decode(&raw); err != nil {
			return nil, err
		}
		if name == "crs" && !degrees(raw) {
			return nil, fmt.Errorf("crs %s: want degrees, WGS84 (EPSG:4326)", bytes.TrimSpace(first(raw, 200)))
		}
		out[fmt.Sprint(name)] = raw
	}
	_, err := f.dec.Token() // the object's end
	return out, err
}

// degrees says whether a coordinate reference system, as GeoJSON had it before
// RFC 7946, is that of RFC 7946.
func degrees(crs json.RawMessage) bool {
	s := strings.ToUpper(string(crs))
	return s == "NULL" || strings.Contains(s, "CRS84") || strings.Contains(s, "4326")
}

// lay gives a feature's properties as columns. Most have those of the feature
// before.
func (f *features) lay(ft feature) (*layout, []string) {
	if _, has := ft.Properties["id"]; !has && len(ft.ID) > 0 {
		if ft.Properties == nil {
			ft.Properties = map[string]json.RawMessage{}
		}
		ft.Properties["id"] = ft.ID
	}
	names := slices.Sorted(maps.Keys(ft.Properties))
	if f.layout == nil || !slices.Equal(f.layout.columns, names) {
		f.layout = f.headings.lay(names, f.mapped)
		for _, n := range names {
			if len(f.seen) < maxSeen || slices.Contains(slices.Collect(maps.Values(f.mapped)), n) {
				f.seen[n] = true
			}
		}
		for _, c := range f.layout.told() {
			if len(f.columns) < maxSeen {
				f.columns[c] = true
			}
		}
	}
	values := make([]string, len(names))
	for i, n := range names {
		values[i] = valueOf(ft.Properties[n])
	}
	return f.layout, values
}

// told are the properties of all features for a summary.
func (f *features) told() []Column {
	rank := func(c Column) int { return slices.Index(append(FieldNames(), c.Field), c.Field) }
	return slices.SortedFunc(maps.Keys(f.columns), func(a, b Column) int {
		return cmp.Or(rank(a)-rank(b), cmp.Compare(a.Field, b.Field), cmp.Compare(a.Name, b.Name))
	})
}

// allMappedSeen is an error where a property that the user named is in no
// feature.
func (f *features) allMappedSeen() error {
	return missing(f.mapped, slices.Sorted(maps.Keys(f.seen)))
}

// valueOf is a property as a table has it: several strings are parted by "|",
// what is nested or null is "".
func valueOf(raw json.RawMessage) string {
	var several []string
	var one string
	switch {
	case len(raw) == 0 || raw[0] == '{' || raw[0] == 'n':
		return ""
	case raw[0] == '"' && bytes.IndexByte(raw, '\\') < 0:
		return string(raw[1 : len(raw)-1])
	case raw[0] == '"':
		if json.Unmarshal(raw, &one) != nil {
			return ""
		}
		return one
	case raw[0] == '[':
		if json.Unmarshal(raw, &several) != nil {
			return ""
		}
		return strings.Join(several, "|")
	default:
		return string(raw)
	}
}
