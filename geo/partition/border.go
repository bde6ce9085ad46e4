package partition

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"
)

// Border is a line along which the same two labels meet, from where it comes
// from the outline or a third label to where it ends there, or once around.
type Border struct {
	Left, Right int            // labels, Left < Right, as seen along Line
	Line        orb.LineString // longitude, latitude; closed where it runs around
	Cells       [][2]int       // the cells on its left and right, pair after pair along it
}

// Borders are the lines between cells of different labels. label has one
// entry for each cell; cells with a negative one have no border, and the
// outline is none. Borders come in the order of Left, Right and where they
// lie. Where more than three cells meet in a point, a line may pass through
// it twice. Borders does not change label; it panics if it is too short.
func (p *Partition) Borders(label []int) []Border {
	l := labelled{&p.arrangement, label}
	var out []Border
	done := make([]bool, p.inner)
	for i := range done {
		h := halfEdge(i << 1)
		left, right := l.sides(h)
		if done[i] || left < 0 || right < 0 || left == right {
			continue
		}
		if left > right {
			h, left, right = h^1, right, left
		}
		chain := l.chain(h, done)
		line, cells := p.trace(chain)
		if len(line) > 1 {
			out = append(out, Border{left, right, line, cells})
		}
	}
	slices.SortStableFunc(out, func(a, b Border) int {
		return cmp.Or(cmp.Compare(a.Left, b.Left), cmp.Compare(a.Right, b.Right))
	})
	return out
}

// chain is the longest line through h with the same labels on either side. It
// marks the edges of it as done.
func (l labelled) chain(h halfEdge, done []bool) []halfEdge {
	left, right := l.sides(h)
	ahead := []halfEdge{h}
	done[h>>1] = true
	for k := l.after(h, right); k != none && !done[k>>1]; k = l.after(k, right) {
		ahead = append(ahead, k)
		done[k>>1] = true
	}
	var behind []halfEdge
	for k := l.after(h^1, left); k != none && !done[k>>1]; k = l.after(k, left) {
		behind = append(behind, k^1)
		done[k>>1] = true
	}
	slices.Reverse(behind)
	return append(behind, ahead...)
}

// trace draws a chain of inner half-edges, without those that have no length.
func (p *Partition) trace(chain []halfEdge) (orb.LineString, [][2]int) {
	var line orb.LineString
	var cells [][2]int
	for _, h := range chain {
		from, to := p.ends(h)
		from, to = p.same[from], p.same[to]
		if from == to {
			continue
		}
		if len(line) == 0 {
			line = append(line, p.points[from])
		}
		line = append(line, p.points[to])
		pair := [2]int{int(p.edges[h>>1].left), int(p.edges[h>>1].right)}
		if h&1 == 1 {
			pair[0], pair[1] = pair[1], pair[0]
		}
		cells = append(cells, pair)
	}
	return line, cells
}
