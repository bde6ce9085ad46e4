package export

import (
	"encoding/json"
	"fmt"
	"iter"
	"math"
	"slices"
	"strconv"

	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb"
)

// Encoded are the features of a layer as GeoJSON, one at a time and good until the
// next, with the properties of these names alone; with all where none are named. A name that features of the layer do not have is an error, as is what
// Features refuses; after an error nothing follows.
func Encoded(a *atlas.Atlas, o Options, names ...string) iter.Seq2[[]byte, error] {
	fields := SchemaOf(o).Fields
	for _, name := range names {
		if !slices.ContainsFunc(fields, func(f Field) bool { return f.Name == name }) {
			return failing[[]byte](fmt.Errorf("property %q: %s have no such", name, o.Layer))
		}
	}
	if o.Layer == Holdings && o.Pass == nil && o.check() == nil {
		return encodedHoldings(after(o.Skip, holdings(a, o.Filter)), names)
	}
	return func(yield func([]byte, error) bool) {
		for f, err := range Features(a, o) {
			var b []byte
			if err == nil {
				for name := range f.Properties {
					if len(names) > 0 && !slices.Contains(names, name) {
						delete(f.Properties, name)
					}
				}
				b, err = json.Marshal(f)
			}
			if !yield(b, err) || err != nil {
				return
			}
		}
	}
}

// encodedHoldings are holdings as GeoJSON. There are more of them than of anything
// else, and most who ask want few properties of many: nothing is made for them that
// does not end in the answer.
func encodedHoldings(all iter.Seq[held], names []string) iter.Seq2[[]byte, error] {
	wanted := holdingProperties
	if len(names) > 0 {
		wanted = slices.DeleteFunc(slices.Clone(wanted), func(p property[held]) bool { return !slices.Contains(names, p.name) })
	}
	return func(yield func([]byte, error) bool) {
		var b []byte
		for h := range all {
			b = append(b[:0], `{"type":"Feature","id":`...)
			b = h.appendID(b)
			b = appendPoint(append(b, `,"geometry":`...), h.place.At)
			b = append(b, `,"properties":{`...)
			var err error
			for i, p := range wanted {
				if i > 0 {
					b = append(b, ',')
				}
				b = append(appendString(b, p.name), ':')
				if b, err = appendValue(b, p.of(h)); err != nil {
					yield(nil, fmt.Errorf("holding %s: %s: %w", h.id(), p.name, err))
					return
				}
			}
			b = append(b, "}}"...)
			if !yield(b, nil) {
				return
			}
		}
	}
}

// appendPoint appends a point with the decimals of all geometries.
func appendPoint(b []byte, p orb.Point) []byte {
	b = strconv.AppendFloat(append(b, `{"type":"Point","coordinates":[`...), rounded(p.Lon()), 'f', -1, 64)
	return append(strconv.AppendFloat(append(b, ','), rounded(p.Lat()), 'f', -1, 64), "]}"...)
}

func rounded(degrees float64) float64 { return math.Round(degrees*decimals) / decimals }

// appendValue appends a property as encoding/json writes it.
func appendValue(b []byte, v any) ([]byte, error) {
	switch v := v.(type) {
	case string:
		return appendString(b, v), nil
	case timeline.Actor:
		return appendString(b, string(v)), nil
	case timeline.Day:
		if !v.Known() {
			return append(b, "null"...), nil
		}
		return append(v.Append(append(b, '"')), '"'), nil
	case bool:
		return strconv.AppendBool(b, v), nil
	}
	text, err := json.Marshal(v)
	return append(b, text...), err
}

// appendString appends a string as encoding/json writes it, which is asked only for
// what it would write otherwise than as it is.
func appendString(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			text, _ := json.Marshal(s) // strings have no errors
			return append(b, text...)
		}
	}
	return append(append(append(b, '"'), s...), '"')
}

// Count is how many features there are of a layer, where that can be told without
// making them; false where it cannot.
func Count(a *atlas.Atlas, o Options) (n int, cheap bool) {
	if o.Pass != nil || o.check() != nil {
		return 0, false
	}
	switch o.Layer {
	case Claims:
		return len(a.Claims(o.Filter)), true
	case Holdings:
		for range a.Holdings(o.Filter) {
			n++
		}
		return n, true
	case Places:
		return len(a.Places(o.Filter)), true
	case Reports:
		return len(a.Reports(o.Filter)), true
	}
	return 0, false
}
