package web

import (
	"errors"

	"frontline/geo"
	"frontline/timeline/atlas"
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
	var err error
	if f.Within, err = geo.ParsePolygons([]byte(raw)); err == nil && len(f.Within) == 0 {
		err = errors.New("has no polygon: want " + form)
	}
	if err != nil {
		c.wrong("within", raw, form, err.Error())
	}
}
