package front

import (
	"cmp"
	"slices"

	"frontline/timeline"

	"github.com/paulmach/orb"
)

// Pocket is ground of a side inside an unbroken ring of ground that other sides
// hold. What is inside need not all be the side's: ground that is contested, or of
// which nothing is known, is a way to go, and where the ring is closed around that
// too, it leads nowhere. Where such ground, or the outline, makes a gap in the ring,
// there is no pocket, for nobody knows that it is closed.
type Pocket struct {
	Side string
	// Span is the unbroken run of days on which it was so: of the same ground, or
	// of what this had grown or shrunk from.
	timeline.Span
	Shape        orb.MultiPolygon // all that is inside the ring; RFC 7946
	Km2          float64          // of Shape
	HeldKm2      float64          // that the side alone holds
	ContestedKm2 float64
	UnknownKm2   float64
	Places       []string // ids, sorted: those that the side alone holds
	Border       Border   // all of it held by others
	Closed       []Turn   // what closed the way out on the first day of Span, by place; nil where no way out was closed, as where the ground is first held on that day
}

// Turn is ground that passed from one state to another on a day.
type Turn struct {
	Places   []string // ids, of one cell
	From, To State
}

// Pockets are those of every side that holds ground on a day, by side and then
// the largest first.
func (c *Course) Pockets(day timeline.Day, sides Sides) []Pocket {
	return bySide(c, day, sides, func(v *view) []Pocket { return v.pockets(day) })
}

// pockets are those of one side.
func (v *view) pockets(day timeline.Day) []Pocket {
	g := v.ground
	stances, f := v.on(day), newFlood(g.net())
	label := make([]int, len(stances))
	for cell := range label {
		label[cell] = -1
	}
	done := make([]bool, len(stances))
	var out []Pocket
	var cells [][]int32
	for cell := range stances {
		if done[cell] || stances[cell] != own {
			continue
		}
		outline := f.from([]int32{int32(cell)}, false, func(_, to int32) bool { return stances[to] != hostile })
		for _, one := range f.cells {
			done[one] = true
			if !outline {
				label[one] = len(out)
			}
		}
		if !outline {
			out = append(out, v.pocket(f, day))
			cells = append(cells, slices.Clone(f.cells))
		}
	}
	if len(out) == 0 {
		return nil
	}
	for _, r := range g.partition.Join(label) {
		out[r.Label].Shape, out[r.Label].Km2 = r.Shape, r.Km2
	}
	for i := range out {
		v.follow(&out[i], cells[i], f, day)
	}
	slices.SortFunc(out, func(a, b Pocket) int {
		return cmp.Or(cmp.Compare(b.Km2, a.Km2), slices.Compare(a.Places, b.Places))
	})
	return out
}

// pocket is what the last flood found inside a ring, but for its shape and its
// days.
func (v *view) pocket(f *flood, day timeline.Day) Pocket {
	p := Pocket{Side: v.side, Border: v.border(f.cells, f.reached, day)}
	p.HeldKm2, p.Places = v.extent(f.cells, day)
	for _, cell := range f.cells {
		switch s := v.state(cell, day); {
		case v.at(cell, day) == own:
		case s.Contested():
			p.ContestedKm2 += f.net.km2[cell]
		default:
			p.UnknownKm2 += f.net.km2[cell]
		}
	}
	return p
}
