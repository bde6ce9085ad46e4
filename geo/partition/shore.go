package partition

import (
	"fmt"
	"slices"

	"github.com/paulmach/orb"
)

// merged is the distance, in steps, below which points of the arrangement
// become one: about 0.01 mm in a country.
const merged = 4096

// shore is a ring of the outline in the plane, open, with the inside on its
// left.
type shore []vec

// shoresOf are the outline's rings.
func shoresOf(pl plane, outline orb.MultiPolygon) ([]shore, error) {
	var out []shore
	for i, polygon := range outline {
		for j, ring := range polygon {
			var s shore
			for _, p := range ring {
				if v := pl.at(p); len(s) == 0 || !v.near(s[len(s)-1]) {
					s = append(s, v)
				}
			}
			for len(s) > 1 && s[0].near(s[len(s)-1]) {
				s = s[:len(s)-1]
			}
			area := signedArea(ring)
			if len(s) < 3 || area == 0 {
				return nil, fmt.Errorf("outline: polygon %d, ring %d: %d different points without area: want a ring", i, j, len(s))
			}
			if (area > 0) != (j == 0) {
				slices.Reverse(s)
			}
			out = append(out, s)
		}
	}
	return out, nil
}

// drawnIn are the rings with every vertex moved inward by about d steps. An
// outline that touches a corner of a cell, or runs along the edge between two,
// is thereby clearly on one side of it. Vertices at the same point stay
// together.
func drawnIn(rings []shore, d float64) []shore {
	inward := map[vec]vec{}
	for _, s := range rings {
		for i, v := range s {
			in := v.sub(s[(i+len(s)-1)%len(s)])
			ahead := s[(i+1)%len(s)].sub(v)
			// Unequal weights: half-way would be along the edges of a regular grid.
			dir := in.times(0.38 / in.length()).add(ahead.times(0.62 / ahead.length())).left()
			inward[v] = inward[v].add(dir)
		}
	}
	aside := vec{0.05, 0.03} // for corners that touch, whose directions cancel out
	out := make([]shore, len(rings))
	for r, s := range rings {
		out[r] = make(shore, len(s))
		for i, v := range s {
			out[r][i] = v.add(inward[v].add(aside).times(d)).rounded()
		}
	}
	return out
}
