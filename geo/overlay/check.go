package overlay

import (
	"fmt"

	"github.com/paulmach/orb"
	"github.com/peterstace/simplefeatures/geom"
)

// Check is nil for a valid shape, else ErrInvalid with what is wrong. Open rings
// are taken for closed, and rings may wind either way; no ground is valid.
func Check(m orb.MultiPolygon) error {
	if err := check(toGeom(m)); err != nil {
		return fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	return nil
}

// check says what is wrong with a shape. That a hole lies inside its polygon
// geom tells by its first point: where that lies on the outer ring, the second
// one has to tell.
func check(g geom.Geometry) error {
	if err := g.Validate(); err != nil {
		return err
	}
	for _, part := range g.Dump() {
		if !part.IsPolygon() || part.MustAsPolygon().NumInteriorRings() == 0 {
			continue
		}
		var turned orb.Polygon
		for _, line := range part.MustAsPolygon().DumpRings() {
			turned = append(turned, ringOf(line)[1:])
		}
		if err := polygonOf(turned...).Validate(); err != nil {
			return err
		}
	}
	return nil
}
