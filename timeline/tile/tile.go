// Package tile cuts the map of a day into vector tiles (Mapbox Vector Tile 2.1) of
// the usual scheme: Web Mercator, 2^z by 2^z tiles at zoom z, y counted from the
// north.
//
// What is too fine to be seen is left out by zoom, and borders never come apart:
// it is points of the whole map's lines that are left out (see thin), for all
// shapes that run through them and in every tile alike, and not points of one
// shape. Shapes are cut a little outside the tile, so that the cut is not seen.
//
// The layers are areas, cells, fronts and places, see Layers. What is not known is
// left out of their fields:
//
//	holder      id of who holds the ground, unknown where nobody is known to; left out where contested
//	contested   whether several parties contest it
//	parties     where contested, the ids of all of them, a comma between two
//	km2         of the whole area, also what lies outside the tile
//	place       id of the place; of a cell, the first that says so where several stand at one point
//	reported    whether a report says so; false where it is concluded
//	said        the last day up to then of which a report says so, YYYY-MM-DD
//	age_days    days since then
//	confidence  0…1, by the age of what was said; 0 where nothing is known
//	a, b        ids of the holders on the left and the right of a front
//	km          of the whole front
//	name_ar, name_en, kind
package tile

import (
	"fmt"
	"hash/fnv"

	"frontline/timeline/front"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/mvt"
	"github.com/paulmach/orb/geojson"
	"github.com/paulmach/orb/maptile"
)

// MaxZoom is the highest zoom at which there are tiles.
const MaxZoom = 22

// extent is how many units wide a tile is, and buffer how far beyond its edge
// shapes reach: 64 units are eight pixels of a tile drawn 512 wide.
const (
	extent = mvt.DefaultExtent
	buffer = 64
)

// bounds is the tile with its buffer, in units; y runs south.
var bounds = orb.Bound{Min: orb.Point{-buffer, -buffer}, Max: orb.Point{extent + buffer, extent + buffer}} //nolint:gochecknoglobals // constant

// New is the tile of a zoom, column and row. One that there is not is an error that
// says what is allowed.
func New(z, x, y uint32) (maptile.Tile, error) {
	if z > MaxZoom {
		return maptile.Tile{}, fmt.Errorf("zoom %d: want 0 to %d", z, MaxZoom)
	}
	t := maptile.New(x, y, maptile.Zoom(z))
	if !t.Valid() {
		return t, fmt.Errorf("column %d, row %d: want 0 to %d at zoom %d", x, y, uint32(1)<<z-1, z)
	}
	return t, nil
}

// Of is a tile of a situation, not compressed; nil where nothing lies in it.
func Of(s *front.Situation, t maptile.Tile) ([]byte, error) {
	d := drawing{situation: s, tile: t, around: t.Bound(float64(buffer) / extent)}
	layers := mvt.Layers{}
	for _, l := range Layers {
		if t.Z < l.MinZoom {
			continue
		}
		if features := l.draw(&d); len(features) > 0 {
			layers = append(layers, &mvt.Layer{Name: l.ID, Version: 2, Extent: extent, Features: features})
		}
	}
	if len(layers) == 0 {
		return nil, nil
	}
	return mvt.Marshal(layers)
}

// feature is a shape in units of the tile under an id that stays the same from tile
// to tile and from day to day.
func feature(g orb.Geometry, p geojson.Properties, names ...string) *geojson.Feature {
	digest := fnv.New64a()
	for _, name := range names {
		digest.Write([]byte(name))
		digest.Write([]byte{0})
	}
	f := geojson.NewFeature(g)
	f.ID, f.Properties = digest.Sum64()>>11, p // a number that a float64 holds, for clients in JavaScript
	return f
}
