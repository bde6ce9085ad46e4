package tile

import (
	"math"
	"strconv"
	"strings"

	"frontline/timeline"
	"frontline/timeline/front"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
	"github.com/paulmach/orb/maptile"
)

// Layer is a layer of the tiles, as TileJSON 3.0 describes one.
type Layer struct {
	ID          string          `json:"id"`
	Description string          `json:"description"`
	MinZoom     maptile.Zoom    `json:"minzoom"`
	MaxZoom     maptile.Zoom    `json:"maxzoom"`
	Fields      map[string]Type `json:"fields"`
	draw        func(*drawing) []*geojson.Feature
}

// Type is the type of a field. Clients tell it by these words alone, so that what a
// field says stands in the package comment.
type Type string

// The types of fields.
const (
	Text   Type = "String"
	Number Type = "Number"
	Truth  Type = "Boolean"
)

// Layers are the layers in the order in which they are drawn. Cells and places are
// too many for the lowest zooms.
var Layers = []Layer{
	{
		ID: "areas", MaxZoom: sharpest, draw: (*drawing).areas,
		Description: "the ground by state: held, contested, or near places of which nothing is known",
		Fields:      map[string]Type{"holder": Text, "contested": Truth, "parties": Text, "km2": Number},
	},
	{
		ID: "cells", MinZoom: 6, MaxZoom: sharpest, draw: (*drawing).cells,
		Description: "the ground nearest to each place, and how well it is known",
		Fields: map[string]Type{"place": Text, "holder": Text, "contested": Truth, "parties": Text,
			"reported": Truth, "said": Text, "age_days": Number, "confidence": Number},
	},
	{
		ID: "fronts", MaxZoom: sharpest, draw: (*drawing).fronts,
		Description: "the lines between the ground of two holders",
		Fields:      map[string]Type{"a": Text, "b": Text, "km": Number},
	},
	{
		ID: "places", MinZoom: 7, MaxZoom: sharpest, draw: (*drawing).places,
		Description: "the places that were ever held, by who holds their ground",
		Fields: map[string]Type{"place": Text, "name_ar": Text, "name_en": Text, "kind": Text,
			"holder": Text, "contested": Truth, "reported": Truth},
	},
}

// drawing is a tile under way.
type drawing struct {
	situation *front.Situation
	tile      maptile.Tile
	around    orb.Bound // the tile with its buffer: lon, lat
	thin      *thinned  // of the situation at the tile's zoom; made when it is first needed
}

func (d *drawing) areas() (out []*geojson.Feature) {
	for _, a := range d.situation.Areas() {
		if shape := d.polygons(a.Shape, true); len(shape) > 0 {
			p := stateOf(a.State)
			p["km2"] = rounded(a.Km2)
			out = append(out, feature(shape, p, "area", string(a.Holder), joined(a.Parties)))
		}
	}
	return out
}

func (d *drawing) cells() (out []*geojson.Feature) {
	for i, c := range d.situation.Ground().Cells() {
		shape := d.polygons(c.Shape, false)
		if len(shape) == 0 {
			continue
		}
		known := d.situation.Cells[i]
		p := stateOf(known.State)
		p["place"], p["reported"], p["confidence"] = known.Places[0], known.Reported, rounded(known.Confidence)
		if known.Said.Known() && known.Said <= d.situation.Day {
			p["said"], p["age_days"] = known.Said.String(), int(d.situation.Day-known.Said)
		}
		out = append(out, feature(shape, p, "cell", c.Places[0].ID))
	}
	return out
}

func (d *drawing) fronts() (out []*geojson.Feature) {
	count := map[[2]timeline.Actor]int{}
	for _, f := range d.situation.Fronts() {
		pair := [2]timeline.Actor{f.A, f.B}
		count[pair]++
		if lines := d.lines(f.Line); len(lines) > 0 {
			p := geojson.Properties{"a": string(f.A), "b": string(f.B), "km": rounded(f.Km)}
			out = append(out, feature(lines, p, "front", string(f.A), string(f.B), strconv.Itoa(count[pair])))
		}
	}
	return out
}

func (d *drawing) places() (out []*geojson.Feature) {
	for i, c := range d.situation.Ground().Cells() {
		for _, place := range c.Places {
			at, inside := d.point(place.At)
			if !inside {
				continue
			}
			p := stateOf(d.situation.Cells[i].State)
			delete(p, "parties")
			p["place"], p["name_ar"], p["name_en"], p["kind"] = place.ID, place.NameAr, place.NameEn, place.Kind
			p["reported"] = d.situation.Cells[i].Reported
			out = append(out, feature(at, p, "place", place.ID))
		}
	}
	return out
}

func stateOf(s front.State) geojson.Properties {
	if s.Contested() {
		return geojson.Properties{"contested": true, "parties": joined(s.Parties)}
	}
	return geojson.Properties{"contested": false, "holder": string(s.Holder)}
}

func joined(parties []timeline.Actor) string {
	words := make([]string, len(parties))
	for i, p := range parties {
		words[i] = string(p)
	}
	return strings.Join(words, ",")
}

// rounded keeps three decimals.
func rounded(x float64) float64 { return math.Round(x*1000) / 1000 }
