package drawn

import (
	"fmt"
	"slices"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/overlay"
	"frontline/timeline"
	"frontline/timeline/front"
)

// piece is all the ground of a map in one state; pieces do not overlap.
type piece struct {
	front.State
	shape orb.MultiPolygon
}

// piecesOf cuts the shapes of a map where they lie over each other. Pieces are
// in the order of their states.
func piecesOf(shapes []timeline.DrawnShape) ([]piece, error) {
	var holders []timeline.Actor
	by := map[timeline.Actor][]orb.MultiPolygon{}
	for _, s := range shapes {
		if by[s.Holder] == nil {
			holders = append(holders, s.Holder)
		}
		if !slices.ContainsFunc(by[s.Holder], func(o orb.MultiPolygon) bool { return o.Equal(s.Shape) }) {
			by[s.Holder] = append(by[s.Holder], s.Shape)
		}
	}
	slices.Sort(holders)
	var pieces []piece
	for _, holder := range holders {
		ground, err := overlay.Union(by[holder]...)
		if err == nil {
			pieces, err = laid(pieces, holder, ground)
		}
		if err != nil {
			return nil, fmt.Errorf("ground of %s: %w", holder, err)
		}
	}
	slices.SortFunc(pieces, func(a, b piece) int { return a.Compare(b.State) })
	return pieces, nil
}

// laid are pieces with the ground of one more holder laid over them.
func laid(pieces []piece, holder timeline.Actor, ground orb.MultiPolygon) ([]piece, error) {
	var out []piece
	rest := ground
	for _, p := range pieces {
		common, err := overlay.Intersection(p.shape, ground)
		if err != nil {
			return nil, err
		}
		if common = broad(common); common != nil {
			parties := p.Parties
			if p.Held() {
				parties = []timeline.Actor{p.Holder}
			}
			out = append(out, piece{front.State{Parties: append(slices.Clone(parties), holder)}, common})
			if p.shape, err = overlay.Difference(p.shape, common); err != nil {
				return nil, err
			}
			if rest, err = overlay.Difference(rest, common); err != nil {
				return nil, err
			}
		}
		out = append(out, p)
	}
	out = append(out, piece{front.State{Holder: holder}, rest})
	for i := range out {
		out[i].shape = broad(out[i].shape)
	}
	return slices.DeleteFunc(out, func(p piece) bool { return p.shape == nil }), nil
}

// narrowKm is how broad ground is at least. Where borders that are meant to be
// one are drawn twice, what lies between is narrower, and nobody's.
const narrowKm = 0.001

// broad is the ground without polygons that are hardly more than a line; nil
// where nothing is left.
func broad(m orb.MultiPolygon) (out orb.MultiPolygon) {
	for _, p := range m {
		km := 0.0
		for _, ring := range p {
			km += geo.LengthKm(orb.LineString(ring))
		}
		if 2*geo.AreaKm2(p) >= narrowKm*km {
			out = append(out, p)
		}
	}
	return out
}
