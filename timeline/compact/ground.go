package compact

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"math"
	"slices"

	"frontline/timeline/front"

	"github.com/paulmach/orb"
)

// Ground is the cells that places have, and the edges between them.
type Ground struct {
	Format int     `json:"format"`
	ID     string  `json:"id"`
	Scale  int     `json:"scale"`
	Nodes  []int32 `json:"nodes"`
	Edges  []int   `json:"edges"`
	Cells  []Cell  `json:"cells"`
}

// Cell is the ground of the places at one point.
type Cell struct {
	Km2    float64 `json:"km2"` // three decimals
	Places []Place `json:"places"`
}

// Place is a place by its names.
type Place struct {
	ID     string `json:"id"`
	NameAr string `json:"name_ar"`
	NameEn string `json:"name_en"`
}

// GroundOf is a ground in its compact form. No places give one without cells.
func GroundOf(g *front.Ground) (*Ground, error) {
	out := &Ground{Format: Format, Scale: scale, Nodes: []int32{}, Edges: []int{}, Cells: []Cell{}}
	for _, c := range g.Cells() {
		cell := Cell{Km2: math.Round(c.Km2*1000) / 1000}
		for _, p := range c.Places {
			cell.Places = append(cell.Places, Place{p.ID, p.NameAr, p.NameEn})
		}
		out.Cells = append(out.Cells, cell)
	}
	edges, nodes := edgesOf(g)
	var last step
	for _, n := range nodes {
		out.Nodes = append(out.Nodes, n[0]-last[0], n[1]-last[1])
		last = n
	}
	from := 0
	for _, e := range edges {
		out.Edges = append(out.Edges, e.from-from, e.to-e.from, e.left, e.right)
		from = e.from
	}
	body, err := json.Marshal(out)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(body)
	out.ID = hex.EncodeToString(sum[:8])
	return out, nil
}

// step is a point in steps of longitude and latitude.
type step [2]int32

func stepOf(p orb.Point) step {
	return step{int32(math.Round(p.Lon() * scale)), int32(math.Round(p.Lat() * scale))}
}

type edge struct{ from, to, left, right int }

// edgesOf are the edges of a ground and the nodes between which they run, both so
// sorted that neighbours in the list are neighbours on the ground, as far as that
// is possible: the differences are small then, and short when written.
func edgesOf(g *front.Ground) ([]edge, []step) {
	var edges []edge
	used := map[int]int{} // nodes of the ground; where each is written
	for arc := range g.Edges() {
		for i, n := range arc.Nodes {
			used[n] = 0
			if i > 0 {
				edges = append(edges, edge{arc.Nodes[i-1], n, arc.Left, arc.Right})
			}
		}
	}
	type node struct {
		number int
		at     step
	}
	order := make([]node, 0, len(used))
	for n := range used {
		order = append(order, node{n, stepOf(g.Node(n))})
	}
	slices.SortFunc(order, func(a, b node) int { return cmp.Or(a.at.compare(b.at), cmp.Compare(a.number, b.number)) })
	nodes := make([]step, len(order))
	for i, n := range order {
		used[n.number], nodes[i] = i, n.at
	}
	for i, e := range edges {
		edges[i].from, edges[i].to = used[e.from], used[e.to]
	}
	slices.SortFunc(edges, func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), cmp.Compare(a.left, b.left))
	})
	return edges, nodes
}

// compare orders points along a Z-order curve (Morton 1966) by the highest bit in
// which they differ (Chan, "Closest-point problems simplified on the RAM", SODA
// 2002).
func (a step) compare(b step) int {
	x, y := uint32(a[0])^uint32(b[0]), uint32(a[1])^uint32(b[1])
	if x < y && x < x^y {
		return cmp.Compare(a[1], b[1])
	}
	return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
}
