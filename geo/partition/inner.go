package partition

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// innerEdges makes the edges between cells, as far as they lie inside.
func (b *builder) innerEdges() error {
	cross := b.walk.cross
	slices.SortFunc(cross, func(x, y crossing) int {
		return cmp.Or(cmp.Compare(x.edge, y.edge), cmp.Compare(x.along, y.along), cmp.Compare(x.node, y.node))
	})
	group := make([]int32, len(b.mesh.start)+1) // by half-edge: where its crossings begin in cross
	for _, c := range cross {
		group[c.edge+1]++
	}
	for h := 1; h < len(group); h++ {
		group[h] += group[h-1]
	}
	inside, err := b.inside(group)
	if err != nil {
		return err
	}
	b.edges = make([]edge, 0, len(b.mesh.start)/2+len(cross)+16)
	for h, t := range b.mesh.twin {
		if int32(h) > t {
			continue
		}
		if err := b.pieces(int32(h), cross[group[h]:group[h+1]], inside[h/3]); err != nil {
			return err
		}
	}
	return nil
}

// inside tells for each triangle whether its centre lies inside the outline:
// how often the outline winds around it, counted from a ghost's triangle,
// which lies outside, over the crossings on the way.
func (b *builder) inside(group []int32) ([]bool, error) {
	m := b.mesh
	const unknown = math.MinInt8
	wound := make([]int8, b.triangles())
	for t := range wound {
		wound[t] = unknown
	}
	outside := m.spoke[len(m.at)-1] / 3
	wound[outside] = 0
	inside := make([]bool, len(wound))
	for todo := []int32{outside}; len(todo) > 0; {
		t := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if wound[t] != 0 && wound[t] != 1 {
			return nil, fmt.Errorf("outline: winds %d times around %v: %w", wound[t], b.plane.lonLat(b.at[t]), errInconsistent)
		}
		inside[t] = wound[t] == 1
		for h := 3 * t; h < 3*t+3; h++ {
			k := m.twin[h]
			if k < 0 || wound[k/3] != unknown {
				continue
			}
			lower, sign := h, int8(1)
			if k < h {
				lower, sign = k, -1
			}
			wound[k/3] = wound[t]
			for _, c := range b.walk.cross[group[lower]:group[lower+1]] {
				wound[k/3] += sign * c.inward
			}
			todo = append(todo, k/3)
		}
	}
	return inside, nil
}

// pieces makes the edges along half-edge h, the lower of two: from the centre
// on its left to that on its right, in and out of the outline at its
// crossings.
func (b *builder) pieces(h int32, cross []crossing, inside bool) error {
	t := b.mesh.twin[h]
	left, right := b.cells.ofVertex[b.mesh.end(h)], b.cells.ofVertex[b.mesh.start[h]]
	from, slot := h/3, h
	for _, c := range cross {
		if inside != (c.inward < 0) {
			return fmt.Errorf("outline: sides out of order at %v: %w", b.plane.lonLat(b.at[c.node]), errInconsistent)
		}
		if inside {
			b.addInner(h, edge{from, c.node, left, right}, slot, 3*c.node)
		}
		from, slot, inside = c.node, 3*c.node, !inside
	}
	if inside {
		b.addInner(h, edge{from, t / 3, left, right}, slot, t)
	}
	return nil
}

// addInner adds an edge along half-edge h of the mesh and enters it at both
// of its nodes.
func (b *builder) addInner(h int32, e edge, atFrom, atTo int32) {
	b.meet[atFrom], b.meet[atTo] = int32(len(b.edges)), int32(len(b.edges))
	b.edges = append(b.edges, e)
	if !b.at[e.from].near(b.at[e.to]) {
		b.touch[h], b.touch[b.mesh.twin[h]] = true, true
	}
}
