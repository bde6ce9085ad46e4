package partition

import (
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// hints is a grid over the sites that names a vertex in or near each field,
// from which the walk to the nearest is short.
type hints struct {
	min   vec
	scale float64 // fields a step
	side  int
	field []int32 // row by row
}

func newHints(m *mesh, c cells) hints {
	low, high := m.at[c.vertex[0]], m.at[c.vertex[0]]
	for _, v := range c.vertex {
		p := m.at[v]
		low = vec{min(low.x, p.x), min(low.y, p.y)}
		high = vec{max(high.x, p.x), max(high.y, p.y)}
	}
	side := 1 + int(math.Sqrt(float64(len(c.vertex))/4))
	h := hints{min: low, side: side, field: make([]int32, side*side)}
	h.scale = float64(side) / max(high.x-low.x, high.y-low.y, 1)
	for i := range h.field {
		h.field[i] = -1
	}
	for _, v := range c.vertex {
		h.field[h.index(m.at[v])] = v
	}
	last := c.vertex[0]
	for i, v := range h.field {
		if v < 0 {
			h.field[i] = last
		} else {
			last = v
		}
	}
	return h
}

func (h hints) index(p vec) int {
	x, y := int((p.x-h.min.x)*h.scale), int((p.y-h.min.y)*h.scale)
	return min(max(y, 0), h.side-1)*h.side + min(max(x, 0), h.side-1)
}

// CellAt is the cell that holds p (longitude, latitude, degrees): that of the
// nearest site in the partition's plane, and one of the nearest if there are
// more. It is false outside the outline and where there are no sites.
func (p *Partition) CellAt(at orb.Point) (int, bool) {
	if p.Cells() == 0 || !p.outline.Contains(at) {
		return 0, false
	}
	v := p.plane.at(at)
	return int(p.cells.ofVertex[p.mesh.nearest(v, p.hints.field[p.hints.index(v)])]), true
}

// Neighbours are the cells that share a border with a cell inside the outline,
// in ascending order; cells that only meet in a point are none.
func (p *Partition) Neighbours(cell int) []int {
	var out []int
	p.mesh.around(p.cells.vertex[cell], func(h int32) bool {
		if p.touch[h] {
			out = append(out, int(p.cells.ofVertex[p.mesh.end(h)]))
		}
		return true
	})
	slices.Sort(out)
	return out
}
