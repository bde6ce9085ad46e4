package front

import (
	"cmp"
	"errors"
	"slices"

	"frontline/geo"
	"frontline/geo/overlay"

	"github.com/paulmach/orb"
)

// Change is ground that passed from one state to another between two days.
//
// Where its border runs is only known as well as places lie close: anywhere
// between a place that changed and the next one that did not. Band is that
// ground, and LeastKm2 and MostKm2 the area without all of it and with it.
type Change struct {
	From, To          State
	Shape             orb.MultiPolygon // RFC 7946
	Km2               float64
	LeastKm2, MostKm2 float64
	Band              []orb.Ring // quadrilaterals, counter-clockwise: a piece of border, and the places on both sides of it
	Places            []string   // ids, sorted: those whose holdings say so on either day
}

// BandShape is the band as one shape.
func (c *Change) BandShape() (orb.MultiPolygon, error) {
	pieces := make([]orb.MultiPolygon, len(c.Band))
	for i, ring := range c.Band {
		pieces[i] = orb.MultiPolygon{{ring}}
	}
	return overlay.Union(pieces...)
}

// errOtherGround is the error of situations that cannot be compared cell by cell.
var errOtherGround = errors.New("front: the two days are not on the same ground")

// Difference is what passed from one state to another from before to after, by
// From and To; none where nothing did. Both must come from the same ground.
func Difference(before, after *Situation) ([]Change, error) {
	if before.ground != after.ground {
		return nil, errOtherGround
	}
	var pairs []Change
	label := make([]int, len(before.label))
	for cell := range label {
		label[cell] = -1
		if cell >= len(before.Cells) {
			continue
		}
		b, a := before.Cells[cell], after.Cells[cell]
		if b.Equal(a.State) {
			continue
		}
		i := slices.IndexFunc(pairs, func(c Change) bool { return c.From.Equal(b.State) && c.To.Equal(a.State) })
		if i < 0 {
			i = len(pairs)
			pairs = append(pairs, Change{From: b.State, To: a.State})
		}
		label[cell] = i
		pairs[i].Places = append(append(pairs[i].Places, b.Places...), a.Places...)
	}
	g := before.ground
	g.doubt(pairs, label)
	out := make([]Change, 0, len(pairs))
	for _, r := range g.partition.Join(label) {
		c := pairs[r.Label]
		c.Shape, c.Km2, c.LeastKm2, c.MostKm2 = r.Shape, r.Km2, max(r.Km2-c.LeastKm2, 0), r.Km2+c.MostKm2
		slices.Sort(c.Places)
		c.Places = slices.Compact(c.Places)
		out = append(out, c)
	}
	slices.SortFunc(out, func(x, y Change) int {
		return cmp.Or(compareStates(x.From, y.From), compareStates(x.To, y.To))
	})
	return out, nil
}

// doubt finds the bands along the borders of changes: label names the change of
// a cell, or -1. LeastKm2 and MostKm2 become the area of the band inside and
// outside. The triangles between a piece of border and the places on either side
// do not overlap: each lies in the cell of its place.
func (g *Ground) doubt(changes []Change, label []int) {
	p := g.partition
	for arc := range p.Arcs() {
		if arc.Right < 0 || label[arc.Left] == label[arc.Right] {
			continue
		}
		from, to, left, right := p.Node(arc.Nodes[0]), p.Node(arc.Nodes[1]), p.Site(arc.Left), p.Site(arc.Right)
		onLeft, onRight := geo.AreaKm2(orb.Ring{from, to, left, from}), geo.AreaKm2(orb.Ring{from, right, to, from})
		for side, l := range []int{label[arc.Left], label[arc.Right]} {
			if l < 0 {
				continue
			}
			inside, outside := onLeft, onRight
			if side == 1 {
				inside, outside = onRight, onLeft
			}
			changes[l].LeastKm2 += inside
			changes[l].MostKm2 += outside
			changes[l].Band = append(changes[l].Band, orb.Ring{from, right, to, left, from})
		}
	}
}
