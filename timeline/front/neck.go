package front

import (
	"cmp"
	"math"
	"slices"

	"frontline/geo"
	"frontline/timeline"

	"github.com/paulmach/orb"
)

// Neck is where ground of a side is nearly cut off from the rest of it: between two
// points of a front, over ground that others do not hold. Behind it all borders are
// in others' hands, so that who closes the neck has made a pocket.
type Neck struct {
	Side    string
	Ends    orb.LineString // two points, lon, lat: where others stand on either side
	Km      float64        // between the ends, along a great circle
	OpenKm  float64        // of the way across, how much is beside ground that the side is not known to hold alone
	FrontKm float64        // the border behind it, all in others' hands
	Km2     float64        // behind it
	HeldKm2 float64        // behind it, that the side alone holds
	Places  []string       // ids, sorted: those behind it that the side alone holds; never empty
	Border  Border         // the border behind it
	Mouth   []string       // ids, sorted: the places along the neck on its outer side, whoever holds them; to take them, and what of the way across is near no place, is to close it
	Beside  [2][]string    // ids: others' places at either end
}

// What is worth telling as a neck.
const (
	// frontToNeck is how many times as long as the neck the front behind it is at
	// least: a bulge as wide as it is deep is none.
	frontToNeck = 4
	// detour is how much longer than the straight line the way across may be along
	// the borders of cells, which run to and fro. A way that goes far around does
	// not lie between its ends.
	detour = 1.5
	// narrower is how wide a neck behind another one is at most, in parts of that
	// one's width, to be told as well.
	narrower = 0.75
)

// Necks are the necks of every side's ground on a day that are at most widthKm
// wide, and at most a quarter as wide as the front behind them is long, where the
// side alone holds at least half of what is behind. They come by their width in parts of that front,
// the narrowest first; of several with mostly the same ground behind them, or along a
// strip, only that one.
func (c *Course) Necks(day timeline.Day, sides Sides, widthKm float64) []Neck {
	out := bySide(c, day, sides, func(v *view) []Neck { return v.necks(day, widthKm) })
	slices.SortStableFunc(out, func(a, b Neck) int { return cmp.Compare(a.Km/a.FrontKm, b.Km/b.FrontKm) })
	return out
}

// necks are those of one side.
func (v *view) necks(day timeline.Day, widthKm float64) []Neck {
	s := v.searchOf(day)
	var all []crossing
	for run := range s.runs {
		all = append(all, s.crossings(run, widthKm)...)
	}
	slices.SortFunc(all, func(a, b crossing) int {
		return cmp.Or(cmp.Compare(a.km/a.behind, b.km/b.behind), cmp.Compare(a.run, b.run), cmp.Compare(a.from, b.from))
	})
	var told []crossing
	var out []Neck
	for _, x := range all {
		if slices.ContainsFunc(told, s.likeness(x)) {
			continue
		}
		if n, ok := v.neck(s, x, day); ok {
			told, out = append(told, x), append(out, n)
		}
	}
	return out
}

// likeness says of a crossing whether x need not be told beside it: both cut off
// mostly the same ground, or they run across each other, or the one lies behind the
// other and is hardly narrower, as everywhere along a strip.
func (s *search) likeness(x crossing) func(crossing) bool {
	return func(y crossing) bool {
		if x.run != y.run {
			return false
		}
		inner, outer := x, y
		if inner.behind > outer.behind {
			inner, outer = outer, inner
		}
		total := s.runs[x.run].km[len(s.runs[x.run].km)-1]
		common, none := overlap(x.span, y.span, total), total*1e-9
		nested := common > inner.behind-none
		return common > outer.behind/2 || common > none && (!nested || inner.km > outer.km*narrower)
	}
}

// overlap is how long two stretches of a line are in common; one that ends before
// it begins goes on from the beginning of a line that is closed.
func overlap(x, y [2]float64, total float64) (km float64) {
	for _, a := range unrolled(x, total) {
		for _, b := range unrolled(y, total) {
			km += max(0, min(a[1], b[1])-max(a[0], b[0]))
		}
	}
	return km
}

func unrolled(x [2]float64, total float64) [][2]float64 {
	if x[0] <= x[1] {
		return [][2]float64{x}
	}
	return [][2]float64{{x[0], total}, {0, x[1]}}
}

// neck is what a crossing cuts off: the smaller of the pieces on either side of it
// that touches no outline; false where there is none of which the side holds half.
func (v *view) neck(s *search, x crossing, day timeline.Day) (Neck, bool) {
	across := s.across(x)
	cut := map[[2]int32]bool{}
	for _, w := range across {
		cut[[2]int32{w.left, w.right}], cut[[2]int32{w.right, w.left}] = true, true
	}
	best := Neck{Side: v.side, Km2: math.Inf(1)}
	for _, left := range []bool{true, false} {
		inner, outer := across[0].left, across[0].right
		if !left {
			inner, outer = outer, inner
		}
		if s.flood.from([]int32{inner}, true, func(from, to int32) bool { return s.stances[to] != hostile && !cut[[2]int32{from, to}] }) || s.flood.reached(outer) {
			continue
		}
		if n := v.behind(s.flood, day); n.HeldKm2 >= n.Km2/2 && n.Km2 < best.Km2 {
			n.Mouth = v.mouth(across, left)
			best = n
		}
	}
	if len(best.Places) == 0 {
		return best, false
	}
	v.measure(s, &best, x, across, day)
	return best, best.Km*frontToNeck <= best.FrontKm
}

// behind is the ground that the last flood found.
func (v *view) behind(f *flood, day timeline.Day) Neck {
	n := Neck{Side: v.side, Border: Border{Held: []Hands{}}}
	n.HeldKm2, n.Places = v.extent(f.cells, day)
	for _, cell := range f.cells {
		n.Km2 += f.net.km2[cell]
		for _, e := range f.net.sides[cell] {
			if v.at(e.beyond, day) == hostile {
				n.Border.add(v.across(e.beyond, day), e.km)
			}
		}
	}
	n.Border.sort()
	n.FrontKm = n.Border.HeldKm()
	return n
}

// mouth are the places of the cells on the outer side of a neck; of those near no
// place there are none.
func (v *view) mouth(across []way, left bool) (ids []string) {
	for _, w := range across {
		cell := w.right
		if !left {
			cell = w.left
		}
		if int(cell) < len(v.ground.ids) {
			ids = append(ids, v.ground.ids[cell]...)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// measure says how wide a neck is, and what lies at its ends.
func (v *view) measure(s *search, n *Neck, x crossing, across []way, day timeline.Day) {
	n.Ends = orb.LineString{s.net.at[x.from], s.net.at[x.to]}
	n.Km = geo.DistanceKm(n.Ends[0], n.Ends[1])
	for _, w := range across {
		if v.at(w.left, day) != own || v.at(w.right, day) != own {
			n.OpenKm += w.km
		}
	}
	for i, end := range []int32{x.from, x.to} {
		for _, w := range s.net.ways[end] {
			for _, cell := range []int32{w.left, w.right} {
				if s.stances[cell] == hostile {
					n.Beside[i] = append(n.Beside[i], v.ground.ids[cell]...)
				}
			}
		}
		slices.Sort(n.Beside[i])
		n.Beside[i] = slices.Compact(n.Beside[i])
	}
}
