package front

import (
	"cmp"
	"slices"

	"frontline/timeline"
)

// Part is a connected group of the cells that one side holds: they share
// borders, not only points. Contested ground does not connect.
type Part struct {
	Side   string
	Km2    float64
	Places []string // ids, sorted: those whose holdings say so
	Border Border
}

// Border is in whose hands the ground beyond a border is, by its length in
// kilometres.
type Border struct {
	Held                              []Hands // by length, the longest first; never nil
	ContestedKm, UnknownKm, OutlineKm float64
}

// Hands is how much of a border is in one holder's hands.
type Hands struct {
	Holder timeline.Actor
	Km     float64
}

// Parts are the parts of what a side holds on a day, the largest first. They
// divide it: every place that the side alone holds is in one.
func (c *Course) Parts(day timeline.Day, side string, sides Sides) []Part {
	v := c.seenBy(side, sides)
	stances, f := v.on(day), newFlood(c.ground.net())
	done := make([]bool, len(stances))
	var out []Part
	for cell := range stances {
		if done[cell] || stances[cell] != own {
			continue
		}
		f.from([]int32{int32(cell)}, false, func(_, to int32) bool { return stances[to] == own })
		for _, one := range f.cells {
			done[one] = true
		}
		p := Part{Side: side, Border: v.border(f.cells, f.reached, day)}
		p.Km2, p.Places = v.extent(f.cells, day)
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b Part) int {
		return cmp.Or(cmp.Compare(b.Km2, a.Km2), slices.Compare(a.Places, b.Places))
	})
	return out
}

// extent is how much ground of some cells the side alone holds, and the places
// that say so.
func (v *view) extent(cells []int32, day timeline.Day) (km2 float64, places []string) {
	all := v.ground.net().km2
	for _, cell := range cells {
		if v.at(cell, day) == own {
			km2 += all[cell]
			places = append(places, v.ground.ids[cell]...)
		}
	}
	slices.Sort(places)
	return km2, places
}

// border is what lies beyond the border of some cells on a day.
func (v *view) border(cells []int32, inside func(int32) bool, day timeline.Day) Border {
	b := Border{Held: []Hands{}}
	for _, cell := range cells {
		for _, e := range v.ground.net().sides[cell] {
			switch {
			case e.beyond < 0:
				b.OutlineKm += e.km
			case !inside(e.beyond):
				b.add(v.across(e.beyond, day), e.km)
			}
		}
	}
	b.sort()
	return b
}

func (b *Border) sort() {
	slices.SortFunc(b.Held, func(x, y Hands) int { return cmp.Or(cmp.Compare(y.Km, x.Km), cmp.Compare(x.Holder, y.Holder)) })
}

// across is the state of a cell on the other side of a border. Of those who
// contest it among themselves, all on another side, the first stands for all.
func (v *view) across(cell int32, day timeline.Day) State {
	s := v.state(cell, day)
	if s.Contested() && v.at(cell, day) == hostile {
		return State{Holder: s.Parties[0]}
	}
	return s
}

// add adds a piece of border with ground in a state.
func (b *Border) add(s State, km float64) {
	switch {
	case s.Contested():
		b.ContestedKm += km
	case !s.Held():
		b.UnknownKm += km
	default:
		i := slices.IndexFunc(b.Held, func(h Hands) bool { return h.Holder == s.Holder })
		if i < 0 {
			i = len(b.Held)
			b.Held = append(b.Held, Hands{Holder: s.Holder})
		}
		b.Held[i].Km += km
	}
}

// HeldKm is how much of the border is in others' hands.
func (b Border) HeldKm() (km float64) {
	for _, h := range b.Held {
		km += h.Km
	}
	return km
}
