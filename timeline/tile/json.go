package tile

import (
	"frontline/timeline/front"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// sharpest is the zoom beyond which tiles show nothing more: a unit is 0.6 m there.
const sharpest maptile.Zoom = 14

// JSON describes tiles for clients (TileJSON 3.0).
type JSON struct {
	TileJSON string       `json:"tilejson"`
	Name     string       `json:"name"`
	Scheme   string       `json:"scheme"`
	Tiles    []string     `json:"tiles"`
	MinZoom  maptile.Zoom `json:"minzoom"`
	MaxZoom  maptile.Zoom `json:"maxzoom"`
	Bounds   *[4]float64  `json:"bounds,omitempty"` // west, south, east, north in degrees
	Layers   []Layer      `json:"vector_layers"`
}

// Describe describes the tiles of a ground that lie at address, in which {z}, {x}
// and {y} stand for a tile. Ground without cells has no bounds.
func Describe(g *front.Ground, address string) JSON {
	out := JSON{TileJSON: "3.0.0", Name: "frontline", Scheme: "xyz", Tiles: []string{address}, MaxZoom: sharpest, Layers: Layers}
	var all orb.MultiPolygon
	for _, c := range g.Cells() {
		all = append(all, c.Shape...)
	}
	if b := all.Bound(); len(all) > 0 {
		out.Bounds = &[4]float64{b.Min.Lon(), b.Min.Lat(), b.Max.Lon(), b.Max.Lat()}
	}
	return out
}
