package partition

import (
	"iter"

	"github.com/paulmach/orb"
)

// Arc is an edge of the ground: the border of two cells, or a stretch of the
// outline along one cell. Arcs meet at their ends alone; a stretch of the
// outline within a single cell ends where it begins.
type Arc struct {
	Left, Right int   // cells, as seen along the arc; Right is -1 along the outline
	Nodes       []int // two or more, see Node; good until the next arc
}

// Node is where a node lies: longitude, latitude, degrees. Different nodes lie
// at different points, but for those of an outline that touches itself.
func (p *Partition) Node(i int) orb.Point { return p.points[i] }

// Arcs are all edges, those between cells first. What has no length is left out.
func (p *Partition) Arcs() iter.Seq[Arc] {
	return func(yield func(Arc) bool) {
		var nodes []int
		add := func(node int32) {
			if n := int(p.same[node]); len(nodes) == 0 || nodes[len(nodes)-1] != n {
				nodes = append(nodes, n)
			}
		}
		for i, e := range p.edges {
			nodes = nodes[:0]
			add(e.from)
			p.between(halfEdge(i<<1), add)
			add(e.to)
			if len(nodes) > 1 && !yield(Arc{int(e.left), int(e.right), nodes}) {
				return
			}
		}
	}
}
