package partition

import (
	"fmt"
	"slices"

	"github.com/paulmach/orb"
)

// Within is the same ground between the same sites, as far as it lies inside
// another outline: cells keep their numbers, and nothing is triangulated again.
// The outline, of which the same is asked as in New, must lie within the bound
// of the sites and the old outline together; p stays as it is.
func (p *Partition) Within(outline orb.MultiPolygon) (*Partition, error) {
	for i, polygon := range outline {
		for j, ring := range polygon {
			for _, v := range ring {
				if !p.plane.holds(v) {
					return nil, fmt.Errorf("partition: outline: polygon %d, ring %d: %v lies outside of what is divided", i, j, v)
				}
			}
		}
	}
	out := *p
	if err := out.cutOff(outline); err != nil {
		return nil, err
	}
	return &out, nil
}

// With is the ground divided between more sites. They are numbered after those
// there are; cells keep their numbers. The triangulation changes around the new
// sites alone, and what follows from it is made anew, which is a part of the work
// of New. A site so far out that the plane does not hold it is an error, as is
// one that New refuses. p stays as it is.
func (p *Partition) With(sites ...orb.Point) (*Partition, error) {
	if err := checkSites(sites); err != nil {
		return nil, err
	}
	for i, s := range sites {
		if !p.plane.holds(s) {
			return nil, fmt.Errorf("partition: site %d: %v lies too far outside of what is divided", i, s)
		}
	}
	out := *p
	out.sites = slices.Concat(p.sites, sites)
	if p.mesh == nil {
		var first []int32
		out.mesh, first = triangulate(p.plane.all(sites))
		out.number(first)
	} else {
		out.mesh = p.mesh.copied(len(sites))
		out.number(append(p.first(), out.mesh.insertAll(p.plane.all(sites), p.near)...))
	}
	var err error
	if out.arrangement, err = arrange(out.plane, out.mesh, out.cells, out.rings); err != nil {
		return nil, fmt.Errorf("partition: %w", err)
	}
	return &out, nil
}

// first names for each site the vertex that stands for it.
func (p *Partition) first() []int32 {
	out := make([]int32, len(p.cells.ofSite), len(p.cells.ofSite)+16)
	for site, cell := range p.cells.ofSite {
		out[site] = p.cells.vertex[cell]
	}
	return out
}

// near is a vertex near a point of the plane.
func (p *Partition) near(v vec) int32 { return p.hints.field[p.hints.index(v)] }

// copied is the mesh with room for more vertices before the ghosts.
func (m *mesh) copied(more int) *mesh {
	ghost, k := int32(len(m.at)-ghosts), int32(more)
	out := &mesh{
		at:    slices.Concat(m.at[:ghost], make([]vec, more), m.at[ghost:]),
		start: slices.Grow(slices.Clone(m.start), 6*more),
		twin:  slices.Grow(slices.Clone(m.twin), 6*more),
		spoke: slices.Concat(m.spoke[:ghost], make([]int32, more), m.spoke[ghost:]),
	}
	for h, v := range out.start {
		if v >= ghost {
			out.start[h] = v + k
		}
	}
	return out
}

// insertAll puts points at the vertices that copied made room for. near names an
// old vertex from which a point is not far. It gives for each point the vertex
// that stands for it.
func (m *mesh) insertAll(points []vec, near func(vec) int32) []int32 {
	first := make([]int32, len(points))
	fresh := int32(len(m.at) - ghosts - len(points))
	for i, p := range points {
		v := fresh + int32(i)
		m.at[v] = p
		from := m.spoke[near(p)]
		h, same := m.locate(p, from)
		if first[i] = same; same < 0 {
			first[i] = v
			m.insert(v, h)
		}
	}
	m.spokes()
	return first
}
