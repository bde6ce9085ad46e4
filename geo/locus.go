package geo

import (
	"encoding/json"
	"fmt"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// Locus is ground that words locate without naming it: "5 km north of X".
type Locus struct {
	// Geometry is a Point, LineString, Polygon or MultiPolygon: lon, lat,
	// degrees, rings closed and right-handed (RFC 7946), six decimals.
	Geometry orb.Geometry
	// UncertaintyKm is how far outside Geometry what is meant may lie, in
	// kilometres; never negative.
	UncertaintyKm float64
	At            orb.Point // lon, lat: a point on Geometry that may stand for it
	Reason        string    // words a person understands: "5 km north of Sukhnah"
}

type locusJSON struct {
	Geometry      *geojson.Geometry `json:"geometry"`
	UncertaintyKm float64           `json:"uncertainty_km"`
	At            orb.Point         `json:"lon_lat"`
	Reason        string            `json:"reason"`
}

// MarshalJSON writes the locus as an object of a GeoJSON geometry,
// uncertainty_km, lon_lat and reason. What UnmarshalJSON makes of it is the
// same, number by number.
func (l Locus) MarshalJSON() ([]byte, error) {
	return json.Marshal(locusJSON{geojson.NewGeometry(l.Geometry), l.UncertaintyKm, l.At, l.Reason})
}

// UnmarshalJSON reads what MarshalJSON writes. A geometry of another kind, a
// negative uncertainty and a point off the globe are errors.
func (l *Locus) UnmarshalJSON(b []byte) error {
	var in locusJSON
	if err := json.Unmarshal(b, &in); err != nil {
		return fmt.Errorf("locus: %w", err)
	}
	if in.Geometry == nil {
		return fmt.Errorf("locus: geometry is missing: want Point, LineString, Polygon or MultiPolygon")
	}
	out := Locus{in.Geometry.Geometry(), in.UncertaintyKm, in.At, in.Reason}
	switch out.Geometry.(type) {
	case orb.Point, orb.LineString, orb.Polygon, orb.MultiPolygon:
	default:
		return fmt.Errorf("locus: geometry %q: want Point, LineString, Polygon or MultiPolygon", in.Geometry.Type)
	}
	if out.UncertaintyKm < 0 {
		return fmt.Errorf("locus: uncertainty_km %v: want 0 or more", out.UncertaintyKm)
	}
	if err := CheckLonLat(out.At); err != nil {
		return fmt.Errorf("locus: lon_lat: %w", err)
	}
	*l = out
	return nil
}
