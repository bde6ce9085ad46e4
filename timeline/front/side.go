package front

import (
	"slices"
	"sync"

	"frontline/timeline"
)

// Sides names the side that an actor is on. Actors of one side neither enclose
// each other nor stand in each other's way. It is asked by several goroutines.
type Sides func(timeline.Actor) string

// of is the side that holds ground in a state: that of the holder, or the one
// side that all parties are on; false where no one side does, and where nobody is
// known to. Who is the only party named contests the ground with somebody unknown,
// who may be on any side.
func (sides Sides) of(s State) (string, bool) {
	switch {
	case s.Held():
		return sides(s.Holder), true
	case len(s.Parties) < 2:
		return "", false
	}
	side := sides(s.Parties[0])
	return side, !slices.ContainsFunc(s.Parties, func(p timeline.Actor) bool { return sides(p) != side })
}

// stance is what ground is to a side on a day.
type stance int8

// The stances. Open ground is free to pass for all that is known: nobody is known
// to hold it, or others contest it. Shared is contested with the side among the
// parties. Neither encloses anybody.
const (
	open stance = iota
	shared
	own
	hostile
)

// stance is what ground in a state is to a side.
func (sides Sides) stance(s State, side string) stance {
	if holder, ok := sides.of(s); ok {
		if holder == side {
			return own
		}
		return hostile
	}
	if slices.ContainsFunc(s.Parties, func(p timeline.Actor) bool { return sides(p) == side }) {
		return shared
	}
	return open
}

// view is the course of the ground as one side sees it.
type view struct {
	*Course
	side   string
	stance []stance // by state, the last one of the unknown
}

// seenBy is the course as a side sees it.
func (c *Course) seenBy(side string, sides Sides) *view {
	v := &view{Course: c, side: side}
	for _, s := range c.states {
		v.stance = append(v.stance, sides.stance(s, side))
	}
	v.stance = append(v.stance, open)
	return v
}

// bySide asks the same of every side that holds ground on a day, all at once, and
// joins the answers in the order of the sides.
func bySide[T any](c *Course, day timeline.Day, sides Sides, ask func(*view) []T) []T {
	names := c.sidesOn(day, sides)
	answers := make([][]T, len(names))
	var asked sync.WaitGroup
	for i, side := range names {
		asked.Go(func() { answers[i] = ask(c.seenBy(side, sides)) })
	}
	asked.Wait()
	return slices.Concat(answers...)
}

// at is what a cell of the partition is to the side on a day.
func (v *view) at(cell int32, day timeline.Day) stance { return v.stance[v.number(cell, day)] }

// on is what each cell of the partition is to the side on a day.
func (v *view) on(day timeline.Day) []stance {
	out := make([]stance, v.ground.partition.Cells())
	for cell := range out {
		out[cell] = v.at(int32(cell), day)
	}
	return out
}

// sidesOn are the sides that hold ground on a day, sorted.
func (c *Course) sidesOn(day timeline.Day, sides Sides) []string {
	var out []string
	for cell := range c.cells {
		if side, ok := sides.of(c.state(int32(cell), day)); ok && !slices.Contains(out, side) {
			out = append(out, side)
		}
	}
	slices.Sort(out)
	return out
}

// number is the state of a cell of the partition on a day, as an index into
// States; one beyond the last where nothing is known.
func (c *Course) number(cell int32, day timeline.Day) int {
	if i := c.stretch(cell, day); i >= 0 {
		return c.cells[cell][i].State
	}
	return len(c.states)
}

// state is the state of a cell of the partition on a day.
func (c *Course) state(cell int32, day timeline.Day) State {
	if i := c.number(cell, day); i < len(c.states) {
		return c.states[i]
	}
	return unknown()
}

// stretch is the stretch of a cell that a day lies in; -1 for none.
func (c *Course) stretch(cell int32, day timeline.Day) int {
	if int(cell) >= len(c.cells) {
		return -1
	}
	list := c.cells[cell]
	i, found := slices.BinarySearchFunc(list, day, func(s Stretch, d timeline.Day) int { return int(s.From - d) })
	if !found {
		i--
	}
	if i < 0 || !list[i].Contains(day) {
		return -1
	}
	return i
}

// turns are the day on which a cell came to be as it is on a day, and the one on
// which it ceased to be so; zero where there is none.
func (c *Course) turns(cell int32, day timeline.Day) (since, until timeline.Day) {
	if int(cell) >= len(c.cells) {
		return 0, 0
	}
	for _, s := range c.cells[cell] {
		for _, d := range []timeline.Day{s.From, s.To} {
			if d.Known() && d <= day {
				since = d
			} else if d > day {
				return since, d
			}
		}
	}
	return since, 0
}
