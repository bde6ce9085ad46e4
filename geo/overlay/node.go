package overlay

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/paulmach/orb"
	"github.com/peterstace/simplefeatures/rtree"
)

// maxCrossings is how often a ring may meet itself: one that does so more often
// is scribble.
const maxCrossings = 1000

// noded is an open ring with a point wherever two of its sides meet, and how many
// these are. A ring that meets itself again and again is ErrInvalid.
func noded(ring orb.Ring) (orb.Ring, int, error) {
	items := make([]rtree.BulkItem, len(ring))
	for i := range ring {
		items[i] = rtree.BulkItem{Box: boxOf(side(ring, i)), RecordID: i}
	}
	tree := rtree.BulkLoad(items)
	on := make([][]orb.Point, len(ring)) // by side, what meets it between its ends
	met := 0
	for i := range ring {
		err := tree.RangeSearch(boxOf(side(ring, i)), func(j int) error {
			if j <= i {
				return nil
			}
			a, b := side(ring, i), side(ring, j)
			for _, p := range meetings(a, b) {
				for _, at := range []int{i, j} {
					if s := side(ring, at); p != s[0] && p != s[1] {
						on[at] = append(on[at], p)
						met++
					}
				}
			}
			if met > maxCrossings {
				return fmt.Errorf("%w: a ring near %v,%v crosses itself again and again", ErrInvalid, a[0].Lon(), a[0].Lat())
			}
			return nil
		})
		if err != nil {
			return nil, 0, err
		}
	}
	var out orb.Ring
	for i, p := range ring {
		out = append(out, p)
		slices.SortFunc(on[i], func(a, b orb.Point) int { return cmp.Compare(apart2(p, a), apart2(p, b)) })
		out = append(out, on[i]...)
	}
	return out, met, nil
}

// side is side i of an open ring.
func side(ring orb.Ring, i int) [2]orb.Point { return [2]orb.Point{ring[i], ring[(i+1)%len(ring)]} }

func boxOf(s [2]orb.Point) rtree.Box {
	return rtree.Box{MinX: min(s[0][0], s[1][0]), MinY: min(s[0][1], s[1][1]), MaxX: max(s[0][0], s[1][0]), MaxY: max(s[0][1], s[1][1])}
}

// meetings are the points that two sides share: where they cross, and ends of one
// that lie on the other.
func meetings(a, b [2]orb.Point) (out []orb.Point) {
	a0, a1 := turn(b[0], b[1], a[0]), turn(b[0], b[1], a[1])
	b0, b1 := turn(a[0], a[1], b[0]), turn(a[0], a[1], b[1])
	if a0*a1 < 0 && b0*b1 < 0 {
		f := a0 / (a0 - a1)
		return []orb.Point{{a[0][0] + (a[1][0]-a[0][0])*f, a[0][1] + (a[1][1]-a[0][1])*f}}
	}
	for _, end := range []struct {
		turn float64
		p    orb.Point
		of   [2]orb.Point
	}{{a0, a[0], b}, {a1, a[1], b}, {b0, b[0], a}, {b1, b[1], a}} {
		if box := boxOf(end.of); end.turn == 0 && box.MinX <= end.p[0] && end.p[0] <= box.MaxX && box.MinY <= end.p[1] && end.p[1] <= box.MaxY {
			out = append(out, end.p)
		}
	}
	return out
}

// turn is positive where the way from a over b to c turns left, zero where the
// three are in a line.
func turn(a, b, c orb.Point) float64 { return (b[0]-a[0])*(c[1]-a[1]) - (b[1]-a[1])*(c[0]-a[0]) }

// apart2 is the square of the distance of two points.
func apart2(a, b orb.Point) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	return dx*dx + dy*dy
}
