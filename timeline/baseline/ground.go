package baseline

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/gazetteer"
)

// ground is where the places lie that a map can show, from south to north. A
// place that is only known as an area is not among them: a point says nothing
// of who holds it all.
type ground struct {
	at     []orb.Point
	number []int32 // of the entry
	areas  int     // places that are only known as an area
}

func newGround(entries []*gazetteer.Entry, within *orb.Bound) *ground {
	g := &ground{}
	for i, e := range entries {
		switch {
		case within != nil && !within.Contains(e.At):
		case e.Precision == geo.Area:
			g.areas++
		default:
			g.number = append(g.number, int32(i))
		}
	}
	slices.SortFunc(g.number, func(a, b int32) int {
		return cmp.Or(cmp.Compare(entries[a].At.Lat(), entries[b].At.Lat()), cmp.Compare(a, b))
	})
	for _, n := range g.number {
		g.at = append(g.at, entries[n].At)
	}
	return g
}

// from is the first place that lies as far north as lat or farther.
func (g *ground) from(lat float64) int {
	i, _ := slices.BinarySearchFunc(g.at, lat, func(p orb.Point, lat float64) int { return cmp.Compare(p.Lat(), lat) })
	return i
}

// in calls found with the number of each entry that lies in a shape, once.
// Sides are straight in degrees, as RFC 7946 has it. A point on the border of
// two polygons that share it lies in one of them.
//
// A side crosses the parallels of the few places between its ends: those alone
// are looked at, so that a border of many short sides costs little more than
// going along it.
func (g *ground) in(shape orb.MultiPolygon, found func(entry int32)) {
	told := map[int]bool{}
	for _, p := range shape {
		if len(p) == 0 {
			continue
		}
		inside, south := g.inRing(p[0])
		for _, hole := range p[1:] { // wherever it lies, it adds nothing
			out, first := g.inRing(hole)
			for i := range out {
				if at := first + i - south; out[i] && at >= 0 && at < len(inside) {
					inside[at] = false
				}
			}
		}
		for i, in := range inside {
			if in && !told[south+i] {
				told[south+i] = len(shape) > 1
				found(g.number[south+i])
			}
		}
	}
}

// inRing says which places lie in a ring, from the first one as far north as it.
func (g *ground) inRing(ring orb.Ring) (odd []bool, south int) {
	box := ring.Bound()
	south = g.from(box.Min.Lat())
	odd = make([]bool, max(g.from(box.Max.Lat())-south, 0))
	for i := 1; i < len(ring); i++ {
		g.cross(ring[i-1], ring[i], odd, south)
	}
	return odd, south
}

// cross notes for each place west of a side that its parallel crosses the side
// once more; odd begins with place number south.
func (g *ground) cross(a, b orb.Point, odd []bool, south int) {
	if a.Lat() > b.Lat() { // so that both polygons of a border see the same side
		a, b = b, a
	}
	first, end := g.from(a.Lat()), g.from(b.Lat())
	if first == end {
		return
	}
	slope := (b.Lon() - a.Lon()) / (b.Lat() - a.Lat())
	odd = odd[first-south : end-south]
	for i, p := range g.at[first:end] {
		odd[i] = odd[i] != (p.Lon() < a.Lon()+(p.Lat()-a.Lat())*slope) // without a branch: it is as often so as not
	}
}
