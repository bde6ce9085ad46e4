package front

import (
	"iter"
	"slices"

	"frontline/geo"
	"frontline/geo/partition"

	"github.com/paulmach/orb"
)

// Cell is the ground that is nearer to a place, or to several at one point, than
// to any other.
type Cell struct {
	Places []geo.Place      // one or more, by id
	Shape  orb.MultiPolygon // RFC 7946
	Km2    float64
}

// Cells are the cells that places have, in the order of Situation.Cells and
// Course.Cells; inside a part of the ground some may be empty. They are made when
// they are first asked for, and must not be changed.
func (g *Ground) Cells() []Cell { return g.cells() }

func (g *Ground) makeCells() []Cell {
	out := make([]Cell, len(g.places))
	each := make([]int, g.partition.Cells())
	for cell := range each {
		each[cell] = -1
		if cell < len(out) {
			each[cell], out[cell].Places = cell, g.places[cell]
		}
	}
	for _, r := range g.partition.Join(each) {
		out[r.Label].Shape, out[r.Label].Km2 = r.Shape, r.Km2
	}
	return out
}

// Edges are the edges of the cells that places have, each once. Left is always
// such a cell; Right is -1 along the outline and along ground near no place.
// Nodes are good until the next edge, see Node.
func (g *Ground) Edges() iter.Seq[partition.Arc] {
	return func(yield func(partition.Arc) bool) {
		for arc := range g.partition.Arcs() {
			if arc.Right >= len(g.places) {
				arc.Right = -1
			}
			if arc.Left >= len(g.places) {
				arc.Left, arc.Right = arc.Right, -1
				slices.Reverse(arc.Nodes)
			}
			if arc.Left >= 0 && !yield(arc) {
				return
			}
		}
	}
}

// Node is where a node of the edges lies: longitude, latitude, degrees.
func (g *Ground) Node(i int) orb.Point { return g.partition.Node(i) }
