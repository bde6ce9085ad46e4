package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// WriteCollection writes features as they are, as one FeatureCollection, one a
// line, and holds no more than one of them. No features give a valid, empty collection.
// It stops at the first error, of the features or of w, and returns it.
func WriteCollection(w io.Writer, features iter.Seq2[*geojson.Feature, error]) error {
	return writeCollection(w, nil, features)
}

// member is a member of a collection that GeoJSON knows nothing of.
type member struct{ name, value string }

// writeCollection is WriteCollection with members before the features; those without
// a value are left out.
func writeCollection(w io.Writer, members []member, features iter.Seq2[*geojson.Feature, error]) error {
	out := bufio.NewWriter(w)
	out.WriteString(`{"type":"FeatureCollection",`)
	for _, m := range members {
		if m.value == "" {
			continue
		}
		text, err := json.Marshal(m.value)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%q:%s,", m.name, text)
	}
	out.WriteString(`"features":[`)
	separator := "\n"
	for f, err := range features {
		if err != nil {
			return err
		}
		line, err := json.Marshal(f)
		if err != nil {
			return err
		}
		out.WriteString(separator)
		if _, err := out.Write(line); err != nil {
			return err
		}
		separator = ",\n"
	}
	out.WriteString("\n]}\n")
	return out.Flush()
}

// decimals is what coordinates are rounded to: a part of a degree (0.1 m).
const decimals = 1e6

// rightHanded is a copy of g rounded to six decimals (0.1 m), outer rings
// counter-clockwise and holes clockwise. It does not change g.
func rightHanded(g orb.Geometry) orb.Geometry {
	if g == nil {
		return nil
	}
	g = orb.Round(orb.Clone(g), decimals)
	if shape, ok := g.(orb.MultiPolygon); ok {
		for _, polygon := range shape {
			for i, ring := range polygon {
				if outer := i == 0; outer != (ring.Orientation() == orb.CCW) {
					slices.Reverse(ring)
				}
			}
		}
	}
	return g
}

// thousandths rounds to three decimals.
func thousandths(x float64) float64 { return math.Round(x*1000) / 1000 }
