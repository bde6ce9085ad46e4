package tile

import (
	"container/heap"
	"math"
	"slices"

	"frontline/timeline/front"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// unseen is the area of a triangle that nobody misses, in square units: half a pixel
// of a tile drawn 512 wide.
const unseen = 32

// side is how wide the fields are in which points are looked up, in units.
const side = 256

// thinned is the net of lines between areas, of which points are left out one after
// the other, the least first (Visvalingam and Whyatt, "Line generalisation by
// repeated elimination of points", 1993). A point where three lines meet stays, and
// so does one whose triangle with its two neighbours holds another point: so lines
// that did not cross do not cross afterwards. All shapes share the points.
type thinned struct {
	gone   map[orb.Point]bool // lon, lat
	number map[orb.Point]int32
	points []orb.Point // lon, lat
	at     []orb.Point // in units of the zoom
	near   [][]int32   // the points at the other ends of its lines
	fields map[[2]int32][]int32
	queue  queue
}

// thinnedAt thins the lines of areas for a zoom.
func thinnedAt(areas []front.Area, z maptile.Zoom) *thinned {
	t := &thinned{gone: map[orb.Point]bool{}, number: map[orb.Point]int32{}, fields: map[[2]int32][]int32{}}
	for _, a := range areas {
		for _, polygon := range a.Shape {
			for _, ring := range polygon {
				for i := 1; i < len(ring); i++ {
					from, to := t.point(ring[i-1], z), t.point(ring[i], z)
					t.link(from, to)
					t.link(to, from)
				}
			}
		}
	}
	for n := range t.points {
		if w := t.weight(int32(n)); w <= unseen {
			t.queue = append(t.queue, candidate{int32(n), w})
		}
	}
	heap.Init(&t.queue)
	for len(t.queue) > 0 {
		next := heap.Pop(&t.queue).(candidate)
		if t.weight(next.point) == next.weight && t.free(next.point) {
			t.leaveOut(next.point)
		}
	}
	return t
}

// point is the number of a point.
func (t *thinned) point(p orb.Point, z maptile.Zoom) int32 {
	n, ok := t.number[p]
	if !ok {
		n = int32(len(t.points))
		t.number[p] = n
		t.points, t.at, t.near = append(t.points, p), append(t.at, unitsOf(p, z)), append(t.near, nil)
		f := fieldOf(t.at[n])
		t.fields[f] = append(t.fields[f], n)
	}
	return n
}

func fieldOf(at orb.Point) [2]int32 { return [2]int32{int32(at[0] / side), int32(at[1] / side)} }

func (t *thinned) link(from, to int32) {
	if !slices.Contains(t.near[from], to) {
		t.near[from] = append(t.near[from], to)
	}
}

// weight is the area of the triangle of a point and its two neighbours; more than
// unseen for what is gone or has not two.
func (t *thinned) weight(n int32) float64 {
	if len(t.near[n]) != 2 || t.gone[t.points[n]] {
		return unseen + 1
	}
	return math.Abs(turn(t.at[t.near[n][0]], t.at[n], t.at[t.near[n][1]])) / 2
}

// turn is twice the area of a triangle, positive or negative by its direction.
func turn(a, b, c orb.Point) float64 {
	return (b[0]-a[0])*(c[1]-a[1]) - (b[1]-a[1])*(c[0]-a[0])
}

// free says whether a point can be left out: its neighbours are not joined already,
// and no other point lies in its triangle with them.
func (t *thinned) free(n int32) bool {
	before, after := t.near[n][0], t.near[n][1]
	if slices.Contains(t.near[before], after) {
		return false
	}
	a, b, c := t.at[before], t.at[n], t.at[after]
	box := orb.MultiPoint{a, b, c}.Bound()
	low, high := fieldOf(box.Min), fieldOf(box.Max)
	for x := low[0]; x <= high[0]; x++ {
		for y := low[1]; y <= high[1]; y++ {
			for _, other := range t.fields[[2]int32{x, y}] {
				if other != before && other != n && other != after && !t.gone[t.points[other]] && holds(a, b, c, t.at[other]) {
					return false
				}
			}
		}
	}
	return true
}

// holds says whether p lies in a triangle or on its sides.
func holds(a, b, c, p orb.Point) bool {
	u, v, w := turn(a, b, p), turn(b, c, p), turn(c, a, p)
	return u >= 0 && v >= 0 && w >= 0 || u <= 0 && v <= 0 && w <= 0
}

// leaveOut joins the neighbours of a point.
func (t *thinned) leaveOut(n int32) {
	before, after := t.near[n][0], t.near[n][1]
	t.gone[t.points[n]] = true
	t.near[before][slices.Index(t.near[before], n)] = after
	t.near[after][slices.Index(t.near[after], n)] = before
	for _, other := range []int32{before, after} {
		if w := t.weight(other); w <= unseen {
			heap.Push(&t.queue, candidate{other, w})
		}
	}
}
