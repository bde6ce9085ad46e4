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
	shape, err := geo.ParseGeometry([]byte(raw))
	switch g := shape.(type) {
	case orb.Polygon:
		f.Within = orb.MultiPolygon{g}
	case orb.MultiPolygon:
		f.Within = g
	default:
		if err == nil {
			err = errors.New("no polygon")
		}
		c.wrong("within", raw, form, fmt.Sprintf("%v: want %s", err, form))
	}
}
