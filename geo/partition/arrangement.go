package partition

import (
	"errors"
	"fmt"
	"slices"

	"github.com/paulmach/orb"
)

// arrangement is the ground as nodes and edges. Nodes are, in this order: the
// centres of the mesh's triangles, where three cells meet (one that lies
// outside the outline has no edges); the crossings of the outline with the
// edges between cells; the vertices of the outline. At every node of the first
// two sorts exactly three edges meet, so that a line with one label on its
// left has one way on; where more cells meet in a point, some edges between
// them have no length.
type arrangement struct {
	points []orb.Point // by node: longitude, latitude
	same   []int32     // by node: the node that stands for all those at its point
	shared []bool      // by node: stands for more than itself
	edges  []edge      // inner ones, between two cells, then those of the outline
	inner  int         // how many
	runs   [][2]int32  // by outline edge: the nodes [lo, hi) between its ends
	meet   []int32     // by node but those of the last sort: its three edges
	touch  []bool      // by half-edge of the mesh: its two cells share a border
}

// edge runs from node to node with a cell on either side; right is -1 along
// the outline.
type edge struct{ from, to, left, right int32 }

// builder is an arrangement under way.
type builder struct {
	*arrangement
	plane plane
	mesh  *mesh
	cells cells
	walk  walk
	at    []vec // by node
}

var errInconsistent = errors.New("the outline crosses itself or touches itself in more than points")

// arrange cuts the cells off at the rings, drawn in by 256 steps, less than a
// thousandth of a millimetre in a country. Should that not come out
// consistently, it tries again with a little more; in the end it is an error.
func arrange(pl plane, m *mesh, c cells, rings []shore) (arrangement, error) {
	var err error
	for try := range 4 {
		b := builder{arrangement: &arrangement{}, plane: pl, mesh: m, cells: c, walk: walk{mesh: m}}
		if err = b.build(drawnIn(rings, float64(256+37*try))); err == nil {
			b.place()
			return *b.arrangement, nil
		}
	}
	return arrangement{}, err
}

func (b *builder) build(rings []shore) error {
	b.walk.cross = make([]crossing, 0, 1024)
	visits := make([][]visit, len(rings))
	begins := make([]int32, len(rings))
	from := b.cells.vertex[0]
	for i, s := range rings {
		begin, end := b.walk.follow(s, from)
		if begin != end {
			return fmt.Errorf("outline: ring %d does not come back to where it begins: %w", i, errInconsistent)
		}
		visits[i], begins[i], from = slices.Clone(b.walk.ring), begin, begin
	}
	b.nodes(rings)
	if err := b.innerEdges(); err != nil {
		return err
	}
	b.inner = len(b.edges)
	first := int32(b.triangles() + len(b.walk.cross))
	for i, s := range rings {
		first = b.outlineEdges(s, visits[i], begins[i], first)
	}
	b.merge()
	return nil
}

func (b *builder) triangles() int { return len(b.mesh.start) / 3 }

// nodes places the centres and the crossings; outlineEdges adds its own.
func (b *builder) nodes(rings []shore) {
	n := b.triangles() + len(b.walk.cross)
	for _, s := range rings {
		n += len(s)
	}
	b.at = make([]vec, b.triangles(), n)
	m := b.mesh
	for t := range b.at {
		b.at[t] = circumcentre(m.at[m.start[3*t]], m.at[m.start[3*t+1]], m.at[m.start[3*t+2]])
	}
	for i := range b.walk.cross {
		b.walk.cross[i].node = int32(len(b.at) + i)
	}
	b.at = append(b.at, b.walk.at...)
	b.meet = make([]int32, 3*len(b.at))
	b.touch = make([]bool, len(m.start))
}
