package partition

import (
	"cmp"
	"math"
	"slices"

	"frontline/geo"

	"github.com/paulmach/orb"
)

// Region is the ground of all cells with the same label.
type Region struct {
	Label int
	Shape orb.MultiPolygon // RFC 7946: exteriors counter-clockwise, holes clockwise, rings closed
	Km2   float64          // geo.AreaKm2 of Shape
}

// halfEdge is an edge of the arrangement in a direction: edge·2, and one more
// against the edge's own direction.
type halfEdge int32

// none is no half-edge.
const none halfEdge = -1

// labelled is an arrangement with a label on each side of its edges.
type labelled struct {
	*arrangement
	label []int
}

// of is the label of a cell; -1 outside and for every negative label.
func (l labelled) of(cell int32) int {
	if cell < 0 {
		return -1
	}
	return max(l.label[cell], -1)
}

// sides are the labels on the left and the right of a half-edge.
func (l labelled) sides(h halfEdge) (left, right int) {
	e := &l.edges[h>>1]
	if h&1 == 0 {
		return l.of(e.left), l.of(e.right)
	}
	return l.of(e.right), l.of(e.left)
}

// ends are the nodes a half-edge runs between.
func (a *arrangement) ends(h halfEdge) (from, to int32) {
	e := &a.edges[h>>1]
	if h&1 == 0 {
		return e.from, e.to
	}
	return e.to, e.from
}

// after is the half-edge that goes on from h with the same label on its left
// and another on its right, which is right if that is not anyLabel; none where
// the line ends. At nodes of three edges there is at most one.
func (l labelled) after(h halfEdge, right int) halfEdge {
	left, _ := l.sides(h)
	_, node := l.ends(h)
	if int(3*node) >= len(l.meet) {
		return h // once around an island or a hole within one cell
	}
	for _, k := range l.meet[3*node : 3*node+3] {
		if k == int32(h>>1) {
			continue
		}
		on := halfEdge(k << 1)
		if l.edges[k].from != node {
			on++
		}
		if a, b := l.sides(on); a == left && b != left && (right == anyLabel || right == b) {
			return on
		}
	}
	return none
}

// anyLabel is a label that no cell has.
const anyLabel = -2

// Join joins the cells with equal labels. label has one entry for each cell;
// cells with a negative one are left out. Regions come in the order of their
// labels; a label whose cells are all empty has none. The shapes do not depend
// on which numbers are used as labels. Rings thinner than about 0.01 mm are
// left out. Join does not change label; it panics if it is too short.
func (p *Partition) Join(label []int) []Region {
	l := labelled{&p.arrangement, label}
	rings := map[int][]orb.Ring{}
	done := make([]bool, 2*len(p.edges))
	cut := newCutter(&p.arrangement)
	width := merged * p.plane.step
	for i := range done {
		h := halfEdge(i)
		left, right := l.sides(h)
		if done[h] || left < 0 || left == right {
			continue
		}
		for k := h; !done[k]; k = l.after(k, anyLabel) {
			done[k] = true
			cut.follow(k)
		}
		for _, ring := range cut.rings() {
			if 2*math.Abs(signedArea(ring)) > width*perimeter(ring) {
				rings[left] = append(rings[left], ring)
			}
		}
	}
	out := make([]Region, 0, len(rings))
	for label, r := range rings {
		shape := assemble(r)
		out = append(out, Region{label, shape, geo.AreaKm2(shape)})
	}
	slices.SortFunc(out, func(a, b Region) int { return cmp.Compare(a.Label, b.Label) })
	return out
}
