package web

import (
	"errors"
	"fmt"

	"frontline/geo"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb"
)

// region reads the parameters that say which part of the ground is meant: in,
// bbox and within, of which the first and the last do not go together.
func (c *call) region(f *atlas.Filter) {
	const form = "a Polygon or MultiPolygon of GeoJSON, lon and lat in degrees"
	f.Bound = c.bound()
	f.Admin1 = c.governorate()
	raw, given := c.one("within", form)
	if f.Admin1 != "" {
		f.Within = c.places.Outline(f.Admin1)
	}
	if !given {
		return
	}
	if f.Admin1 != "" {
		c.wrong("within", raw, form, "given beside in: want one of the two")
		return
	}
	shape, err := polygonsOf([]byte(raw))
	if err != nil {
		c.wrong("within", raw, form, fmt.Sprintf("%v: want %s", err, form))
	}
	f.Within = shape
}

// polygonsOf are the polygons of a geometry of GeoJSON.
func polygonsOf(raw []byte) (orb.MultiPolygon, error) {
	g, err := geo.ParseGeometry(raw)
	if err != nil {
		return nil, err
	}
	var out orb.MultiPolygon
	switch g := g.(type) {
	case orb.Polygon:
		out = orb.MultiPolygon{g}
	case orb.MultiPolygon:
		out = g
	}
	if len(out) == 0 {
		return nil, errors.New("no polygon")
	}
	for _, polygon := range out {
		for _, ring := range polygon {
			for _, p := range ring {
				if err := geo.CheckLonLat(p); err != nil {
					return nil, err
				}
			}
		}
	}
	return out, nil
}
