package partition

import (
	"fmt"
	"slices"

	"github.com/paulmach/orb"
)

// merged is the distance, in steps, below which points of the arrangement
// become one: about 0.01 mm in a country.
const merged = 4096

// shore is a ring of the outline, open, with the inside on its left.
type shore struct {
	points []orb.Point // as given
	at     []vec       // their places in the plane
}

// ringsOf turns the outline's rings so that the inside lies on their left.
func ringsOf(pl plane, outline orb.MultiPolygon) ([]shore, error) {
	var out []shore
	for i, polygon := range outline {
		for j, ring := range polygon {
			var s shore
			for _, p := range ring {
				v := pl.at(p)
				if n := len(s.at); n == 0 || !v.near(s.at[n-1], merged) {
					s.points, s.at = append(s.points, p), append(s.at, v)
				}
			}
			for len(s.at) > 1 && s.at[0].near(s.at[len(s.at)-1], merged) {
				s.points, s.at = s.points[:len(s.points)-1], s.at[:len(s.at)-1]
			}
			area := signedArea(s.points)
			if len(s.at) < 3 || area == 0 {
				return nil, fmt.Errorf("outline: polygon %d, ring %d: %d different points without area: want a ring", i, j, len(s.at))
			}
			if (area > 0) != (j == 0) {
				slices.Reverse(s.points)
				slices.Reverse(s.at)
			}
			out = append(out, s)
		}
	}
	return out, nil
}

// drawnIn is the ring with every vertex moved inward by d steps. An outline
// that touches a corner of a cell, or runs along the edge between two, is
// thereby clearly on one side of it. Only the decisions are made on the
// drawn-in ring; the points put into the arrangement lie on the ring as given.
func (s shore) drawnIn(d float64) []vec {
	out := make([]vec, len(s.at))
	for i, v := range s.at {
		in := v.sub(s.at[(i+len(s.at)-1)%len(s.at)])
		ahead := s.at[(i+1)%len(s.at)].sub(v)
		// Unequal weights: half-way would be along the edges of a regular grid.
		dir := in.times(0.38 / in.length()).add(ahead.times(0.62 / ahead.length())).left()
		out[i] = v.add(dir.times(d)).rounded()
	}
	return out
}
