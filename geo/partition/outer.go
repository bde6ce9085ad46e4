package partition

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"
)

// outlineEdges makes the edges along one ring: one from each crossing to the
// next, with the ring's vertices between as nodes from first on; or, in a
// single cell, one from its first vertex around to itself. It returns the next
// free node.
func (b *builder) outlineEdges(s shore, visits []visit, begin, first int32) int32 {
	n := int32(len(s))
	if len(visits) == 0 {
		b.at = append(b.at, s...)
		b.edges = append(b.edges, edge{first, first, b.cells.ofVertex[begin], -1})
		b.runs = append(b.runs, [2]int32{first + 1, first + n})
		return first + n
	}
	// Count the vertices from the one after the first crossing, so that those
	// between two crossings are in a row.
	turn := visits[0].side + 1
	for i := range n {
		b.at = append(b.at, s[(turn+i)%n])
	}
	crossings := int32(b.triangles())
	for i, v := range visits {
		lo, hi := v.side+1-turn, n
		to := visits[0]
		if i+1 < len(visits) {
			to = visits[i+1]
			hi = to.side + 1 - turn
		}
		e := edge{crossings + v.cross, crossings + to.cross, b.cells.ofVertex[v.vertex], -1}
		b.meet[3*e.from+2], b.meet[3*e.to+1] = int32(len(b.edges)), int32(len(b.edges))
		b.edges = append(b.edges, e)
		b.runs = append(b.runs, [2]int32{first + lo, first + hi})
	}
	return first + n
}

// merge lets one node stand for all that lie within merged of each other along
// an edge, and for vertices of the outline at the same point.
func (b *builder) merge() {
	b.same = make([]int32, len(b.at))
	for i := range b.same {
		b.same[i] = int32(i)
	}
	for i, e := range b.edges {
		if i < b.inner {
			b.unite(e.from, e.to)
		} else if run := b.runs[i-b.inner]; e.from != e.to {
			if run[0] == run[1] {
				b.unite(e.from, e.to)
				continue
			}
			b.unite(e.from, run[0])
			b.unite(run[1]-1, e.to)
		}
	}
	var shore []int32
	for i := len(b.meet) / 3; i < len(b.at); i++ {
		shore = append(shore, int32(i))
	}
	slices.SortFunc(shore, func(i, j int32) int {
		return cmp.Or(cmp.Compare(b.at[i].x, b.at[j].x), cmp.Compare(b.at[i].y, b.at[j].y))
	})
	for i := 1; i < len(shore); i++ {
		if b.at[shore[i-1]] == b.at[shore[i]] {
			b.unite(shore[i-1], shore[i])
		}
	}
	b.shared = make([]bool, len(b.at))
	for i := range b.same {
		if r := b.root(int32(i)); r != int32(i) {
			b.same[i], b.shared[r] = r, true
		}
	}
}

// unite merges two nodes if they are near; the one with the higher number
// stands for both.
func (b *builder) unite(i, j int32) {
	if b.at[i].near(b.at[j]) {
		i, j = b.root(i), b.root(j)
		b.same[min(i, j)] = max(i, j)
	}
}

func (b *builder) root(i int32) int32 {
	for b.same[i] != i {
		b.same[i] = b.same[b.same[i]]
		i = b.same[i]
	}
	return i
}

// place turns the nodes into longitude and latitude.
func (b *builder) place() {
	b.points = make([]orb.Point, len(b.at))
	for i, v := range b.at {
		b.points[i] = b.plane.lonLat(v)
	}
}
