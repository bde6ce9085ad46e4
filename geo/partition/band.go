package partition

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// Band is the ground in which the border of a label lies, if nothing is known but
// the sites: anywhere between a piece of border and the sites on both sides of it.
type Band struct {
	Label           int
	Shape           orb.MultiPolygon // RFC 7946
	Inside, Outside orb.MultiPolygon // of the label's own cells, and of those beside them
}

// Bands are the bands of all labels that have a border inside the outline, in the
// order of the labels. label has one entry for each cell; cells with -1 have borders
// with others and no bands of their own, those with less have no borders either.
// Where the outline goes in and out between a site and its border, a band may reach
// over it.
func (p *Partition) Bands(label []int) []Band {
	bands := map[int]*[3]fans{}
	add := func(label int, inside, outside [3]int32) {
		b := bands[label]
		if b == nil {
			b = &[3]fans{newFans(p), newFans(p), newFans(p)}
			bands[label] = b
		}
		b[0].add(inside)
		b[0].add(outside)
		b[1].add(inside)
		b[2].add(outside)
	}
	for i := range p.inner {
		e := p.edges[i]
		left, right := label[e.left], label[e.right]
		from, to := p.same[e.from], p.same[e.to]
		if left == right || from == to || min(left, right) < -1 {
			continue
		}
		onLeft, onRight := [3]int32{from, to, ^e.left}, [3]int32{to, from, ^e.right}
		if left >= 0 {
			add(left, onLeft, onRight)
		}
		if right >= 0 {
			add(right, onRight, onLeft)
		}
	}
	out := make([]Band, 0, len(bands))
	for label, b := range bands {
		out = append(out, Band{label, b[0].shape(), b[1].shape(), b[2].shape()})
	}
	slices.SortFunc(out, func(a, b Band) int { return cmp.Compare(a.Label, b.Label) })
	return out
}

// fans are triangles that do not overlap, each of a piece of border and a site,
// as the sides that they do not share. A corner is a node, or ^cell for a site.
type fans struct {
	p     *Partition
	sides map[[2]int32]bool // with the ground on their left
}

func newFans(p *Partition) fans { return fans{p, map[[2]int32]bool{}} }

// add adds a triangle, counter-clockwise.
func (f *fans) add(corners [3]int32) {
	for i, a := range corners {
		b := corners[(i+1)%3]
		if back := [2]int32{b, a}; f.sides[back] {
			delete(f.sides, back)
		} else {
			f.sides[[2]int32{a, b}] = true
		}
	}
}

func (f *fans) at(corner int32) orb.Point {
	if corner < 0 {
		return f.p.Site(int(^corner))
	}
	return f.p.points[corner]
}

// shape chains the sides to rings.
func (f *fans) shape() orb.MultiPolygon {
	ahead := make(map[int32][]int32, len(f.sides))
	for side := range f.sides {
		ahead[side[0]] = append(ahead[side[0]], side[1])
	}
	starts := make([]int32, 0, len(ahead))
	for corner := range ahead {
		slices.Sort(ahead[corner])
		starts = append(starts, corner)
	}
	slices.Sort(starts)
	var rings []orb.Ring
	for _, corner := range starts {
		for len(ahead[corner]) > 0 {
			rings = f.cut(f.walk(corner, ahead), rings)
		}
	}
	return assemble(rings)
}

// walk follows sides from a corner until it comes back, and takes them away.
func (f *fans) walk(start int32, ahead map[int32][]int32) []int32 {
	chain := []int32{start}
	for here, before := start, start; ; {
		next := f.turn(before, here, ahead[here])
		i := slices.Index(ahead[here], next)
		ahead[here] = slices.Delete(ahead[here], i, i+1)
		if next == start {
			return chain
		}
		chain = append(chain, next)
		before, here = here, next
	}
}

// turn is the first way on, clockwise from where the walk came from: it goes
// around the ground on the left of the last side, and no other.
func (f *fans) turn(before, here int32, ways []int32) int32 {
	if len(ways) == 1 || before == here {
		return ways[0]
	}
	direction := func(to int32) float64 {
		a, b := f.at(here), f.at(to)
		return math.Atan2(b[1]-a[1], b[0]-a[0])
	}
	back := direction(before)
	clockwise := func(to int32) float64 {
		angle := math.Mod(back-direction(to)+4*math.Pi, 2*math.Pi)
		if angle == 0 {
			return 2 * math.Pi
		}
		return angle
	}
	return slices.MinFunc(ways, func(a, b int32) int { return cmp.Compare(clockwise(a), clockwise(b)) })
}

// cut makes rings of a closed chain that pass no corner twice.
func (f *fans) cut(chain []int32, rings []orb.Ring) []orb.Ring {
	seen := map[int32]int{}
	var open []int32
	shut := func(from int) {
		loop := open[from:]
		for _, c := range loop {
			delete(seen, c)
		}
		if len(loop) > 2 {
			ring := make(orb.Ring, 0, len(loop)+1)
			for _, c := range loop {
				ring = append(ring, f.at(c))
			}
			rings = append(rings, append(ring, ring[0]))
		}
		open = open[:from]
	}
	for _, corner := range chain {
		if from, ok := seen[corner]; ok {
			shut(from)
		}
		seen[corner] = len(open)
		open = append(open, corner)
	}
	if len(open) > 0 {
		shut(0)
	}
	return rings
}
