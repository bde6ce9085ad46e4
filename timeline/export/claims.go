package export

import (
	"encoding/json"
	"fmt"
	"iter"

	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

func claims(a *atlas.Atlas, o Options) iter.Seq2[*geojson.Feature, error] {
	return func(yield func(*geojson.Feature, error) bool) {
		all := a.Claims(o.Filter)
		for i := min(o.Skip, len(all)); i < len(all); i++ {
			feature, err := claimFeature(a, a.Evidence(all[i : i+1])[0])
			if !yield(feature, err) || err != nil {
				return
			}
		}
	}
}

// claimFeature is a claim at its place, or on the ground that its words tell
// relative to places, on its effective day; with null geometry where it is not
// placed, and null start and end where no day is known. Its properties are the
// claim's own JSON, with the place laid flat (lon and lat are the point that
// stands for the geometry) and the bytes of the quote renamed, so that start
// and end are days.
func claimFeature(a *atlas.Atlas, e atlas.Evidence) (*geojson.Feature, error) {
	c := e.Claim
	b, err := json.Marshal(c)
	if err != nil {
		return nil, fmt.Errorf("claim %s: %w", c.ID, err)
	}
	var p geojson.Properties
	if err := json.Unmarshal(b, &p); err != nil {
		return nil, fmt.Errorf("claim %s: %w", c.ID, err)
	}
	p["quote_start"], p["quote_end"] = p["start"], p["end"]
	delete(p, "place")
	for _, name := range []string{"place_id", "surface", "named", "name_ar", "name_en", "lon", "lat", "relation", "uncertainty_km", "reason"} {
		p[name] = nil
	}
	var at orb.Geometry
	if c.Place != nil {
		p["surface"], p["named"] = c.Place.Surface, c.Place.Named
	}
	if c.Place.Listed() {
		place, _ := a.Place(c.Place.ID)
		p["place_id"], p["name_ar"], p["name_en"] = place.ID, place.NameAr, place.NameEn
	}
	if c.Place.Placed() {
		at = c.Place.Ground()
		p["lon"], p["lat"] = c.Place.At.Lon(), c.Place.At.Lat()
		if s := c.Place.Shape; s != nil {
			p["relation"], p["uncertainty_km"], p["reason"] = c.Place.Relation, s.UncertaintyKm, s.Reason
		}
	}
	cite(p, e)
	var span timeline.Span
	if day := a.DayOf(c); day.Known() {
		span = timeline.Span{From: day, To: day + 1}
	}
	f := feature(at, span, p)
	f.ID = c.ID
	return f, nil
}
