package front

import (
	"slices"

	"frontline/geo"

	"github.com/paulmach/orb"
)

// net is how the cells of a partition hang together, and the nodes between them.
type net struct {
	sides [][]edge            // by cell, those near no place too
	km2   []float64           // by cell, those near no place too
	ways  [][]way             // by node
	node  map[orb.Point]int32 // of the ends of edges between cells
	at    []orb.Point         // by node
}

// edge is a border of a cell.
type edge struct {
	beyond int32   // the cell on the other side; -1 for the outline
	km     float64 // along it
}

// way is a border between two cells as seen from the node it begins at.
type way struct {
	to, left, right int32
	km              float64
}

// netOf gathers the arcs of the ground.
func (g *Ground) netOf() *net {
	p := g.partition
	n := &net{sides: make([][]edge, p.Cells()), km2: g.allKm2(), node: map[orb.Point]int32{}}
	for arc := range p.Arcs() {
		line := make(orb.LineString, len(arc.Nodes))
		for i, node := range arc.Nodes {
			line[i] = p.Node(node)
		}
		km := geo.LengthKm(line)
		n.sides[arc.Left] = append(n.sides[arc.Left], edge{int32(arc.Right), km})
		if arc.Right < 0 {
			continue
		}
		n.sides[arc.Right] = append(n.sides[arc.Right], edge{int32(arc.Left), km})
		from, to := n.number(line[0]), n.number(line[len(line)-1])
		left, right := int32(arc.Left), int32(arc.Right)
		n.ways[from] = append(n.ways[from], way{to, left, right, km})
		n.ways[to] = append(n.ways[to], way{from, right, left, km})
	}
	return n
}

// allKm2 is how large each cell of the partition is.
func (g *Ground) allKm2() []float64 {
	nobodys := make([]int, g.partition.Cells())
	for cell := range nobodys {
		nobodys[cell] = cell
		if cell < len(g.places) {
			nobodys[cell] = -1
		}
	}
	km2 := append(slices.Clone(g.km2()), make([]float64, len(nobodys)-len(g.places))...)
	for _, r := range g.partition.Join(nobodys) {
		km2[r.Label] = r.Km2
	}
	return km2
}

// number is the number of the node at a point, a new one where it has none.
func (n *net) number(p orb.Point) int32 {
	i, ok := n.node[p]
	if !ok {
		i = int32(len(n.at))
		n.node[p] = i
		n.at, n.ways = append(n.at, p), append(n.ways, nil)
	}
	return i
}

// flood gathers the cells that can be reached from some without entering what
// stops it, those included that are not stopped. It is reused to spare memory.
type flood struct {
	net   *net
	seen  []int32 // by cell, the run in which it was last reached
	run   int32
	cells []int32 // of the last run; good until the next
}

func newFlood(n *net) *flood { return &flood{net: n, seen: make([]int32, len(n.sides))} }

// from floods from cells and says whether it reached the outline; it stops
// there at once if asked to, with what it has. May says whether it may go from a
// cell to the next one; the first step is from a cell to itself.
func (f *flood) from(start []int32, halt bool, may func(from, to int32) bool) (outline bool) {
	f.run++
	f.cells = f.cells[:0]
	take := func(from, to int32) {
		if f.seen[to] != f.run && may(from, to) {
			f.seen[to] = f.run
			f.cells = append(f.cells, to)
		}
	}
	for _, cell := range start {
		take(cell, cell)
	}
	for i := 0; i < len(f.cells); i++ { //nolint:intrange // the list grows
		cell := f.cells[i]
		for _, e := range f.net.sides[cell] {
			if e.beyond >= 0 {
				take(cell, e.beyond)
			} else if outline = true; halt {
				return true
			}
		}
	}
	return outline
}

// reached says whether the last run reached a cell.
func (f *flood) reached(cell int32) bool { return f.seen[cell] == f.run }
