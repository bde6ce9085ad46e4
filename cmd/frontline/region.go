package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"frontline/geo/gazetteer"
	"frontline/timeline/atlas"
)

// region is the part of the ground that a question is about.
type region struct {
	scope
	within string
}

// flags adds --in, --bbox and --within.
func (r *region) flags(c *cobra.Command) {
	r.scope.flags(c)
	c.Flags().StringVar(&r.within, "within", "", "only inside the polygons of a GeoJSON `FILE`")
}

// filter lets through the ground of the region. A governorate is that of the
// imported boundaries, or for want of them the cells of its places.
func (r *region) filter(places *gazetteer.Gazetteer) (f atlas.Filter, err error) {
	if f, err = r.scope.filter(places); err != nil {
		return f, err
	}
	switch {
	case r.within == "":
		f.Within = names{places}.Outline(f.Admin1)
	case f.Admin1 != "":
		return f, errors.New("--within: given beside --in: want one of the two")
	default:
		if f.Within, err = readOutline(r.within); err != nil {
			err = fmt.Errorf("--within: %w", err)
		}
	}
	return f, err
}
