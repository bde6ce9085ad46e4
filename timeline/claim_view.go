package timeline

import (
	"encoding/json"
	"fmt"

	"frontline/geo"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// ClaimView is a claim as answers show it: what is not known is null, never "" or 0.
type ClaimView struct {
	ID              string    `json:"id"`
	Report          string    `json:"report"`
	Kind            Kind      `json:"kind"`
	Modality        Modality  `json:"modality"`
	Place           *PlaceRef `json:"place"`
	Date            Day       `json:"date"`
	DateBasis       Basis     `json:"date_basis"`
	MeasuredBetween []string  `json:"measured_between"` // null where not measured
	KilledMin       *int      `json:"killed_min"`
	WoundedMin      *int      `json:"wounded_min"`
	Quote           string    `json:"quote"`
	Start           int       `json:"start"` // bytes of the report, half-open
	End             int       `json:"end"`
	Rule            string    `json:"rule"`
	Confidence      float64   `json:"confidence"`
	Actor           *Actor    `json:"actor"`
	CoActors        []Actor   `json:"co_actors"` // never nil
	From            *Actor    `json:"from"`
	Extent          *string   `json:"extent"`
	Count           *int      `json:"count"`
	DistanceKm      *float64  `json:"distance_km"`
	DistanceRole    *string   `json:"distance_role"`
	MeasuredKm      *float64  `json:"measured_km"`
	ClaimedBy       *Actor    `json:"claimed_by"`
}

// MarshalJSON writes the claim as the contract says.
func (c Claim) MarshalJSON() ([]byte, error) {
	co := c.CoActors
	if co == nil {
		co = []Actor{}
	}
	return json.Marshal(ClaimView{c.ID, c.Report, c.Kind, c.Modality, c.Place, c.Date, c.DateBasis, c.MeasuredBetween, c.KilledMin,
		c.WoundedMin, c.Quote, c.Start, c.End, c.Rule, c.Confidence, orNull(c.Actor), co, orNull(c.From), orNull(c.Extent),
		orNull(c.Count), orNull(c.DistanceKm), orNull(c.DistanceRole), orNull(c.MeasuredKm), orNull(c.ClaimedBy)})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (c *Claim) UnmarshalJSON(b []byte) error {
	var v ClaimView
	if err := json.Unmarshal(b, &v); err != nil {
		return fmt.Errorf("claim: %w", err)
	}
	*c = Claim{v.ID, v.Report, v.Kind, v.Modality, orZero(v.Actor), someOf(v.CoActors), orZero(v.From), v.Place, orZero(v.Extent),
		orZero(v.Count), v.Date, v.DateBasis, orZero(v.DistanceKm), orZero(v.DistanceRole), orZero(v.MeasuredKm), v.MeasuredBetween,
		v.KilledMin, v.WoundedMin, orZero(v.ClaimedBy), v.Quote, v.Start, v.End, v.Rule, v.Confidence}
	return nil
}

// PlaceRefView is where a claim is put, as answers show it: lat and lon beside each
// other, null where unplaced; the relation, with the shape, its uncertainty and the
// reason in words, null where the place itself is meant.
type PlaceRefView struct {
	Surface string   `json:"surface"`
	Named   bool     `json:"named"`
	Start   int      `json:"start"` // bytes of the report, half-open
	End     int      `json:"end"`
	ID      *string  `json:"id"`
	Lat     *float64 `json:"lat"`
	Lon     *float64 `json:"lon"`
	Score   *float64 `json:"score"`

	Relation      *Relation         `json:"relation"`
	Geometry      *geojson.Geometry `json:"geometry"`
	UncertaintyKm *float64          `json:"uncertainty_km"`
	Reason        *string           `json:"reason"`
}

// MarshalJSON writes the place as PlaceRefView has it.
func (p PlaceRef) MarshalJSON() ([]byte, error) {
	out := PlaceRefView{Surface: p.Surface, Named: p.Named, Start: p.Start, End: p.End, ID: orNull(p.ID)}
	if p.Placed() {
		lon, lat := p.At.Lon(), p.At.Lat()
		out.Lon, out.Lat, out.Score = &lon, &lat, &p.Score
	}
	if p.Shape != nil {
		out.Relation, out.Geometry = &p.Relation, geojson.NewGeometry(p.Shape.Geometry)
		out.UncertaintyKm, out.Reason = &p.Shape.UncertaintyKm, &p.Shape.Reason
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON writes. The point that stands for a shape is
// that of the place.
func (p *PlaceRef) UnmarshalJSON(b []byte) error {
	var v PlaceRefView
	if err := json.Unmarshal(b, &v); err != nil {
		return fmt.Errorf("place: %w", err)
	}
	out := PlaceRef{Surface: v.Surface, Named: v.Named, Start: v.Start, End: v.End, ID: orZero(v.ID), Score: orZero(v.Score), Relation: orZero(v.Relation)}
	if v.Lon != nil && v.Lat != nil {
		out.At = &orb.Point{*v.Lon, *v.Lat}
	}
	if v.Geometry != nil {
		out.Shape = &geo.Locus{Geometry: v.Geometry.Geometry(), UncertaintyKm: orZero(v.UncertaintyKm), Reason: orZero(v.Reason), At: orZero(out.At)}
	}
	*p = out
	return nil
}

// orZero is what a pointer leads to; the zero value for nil, which JSON says as null.
func orZero[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}

// someOf is a list, nil where it is empty.
func someOf[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}
