package compact

import (
	"frontline/timeline"
	"frontline/timeline/front"
)

// Course is in which state each cell of a ground was, day by day.
type Course struct {
	Format int          `json:"format"`
	Ground string       `json:"ground"`
	Epoch  timeline.Day `json:"epoch"`
	States []State      `json:"states"`
	Cells  [][]int      `json:"cells"`
}

// State is what is known of ground.
type State struct {
	Holder  *timeline.Actor  `json:"holder"`  // nil where contested
	Parties []timeline.Actor `json:"parties"` // never nil
}

// CourseOf is a course in its compact form; ground is the id of its ground.
func CourseOf(c *front.Course, ground string) *Course {
	out := &Course{Format: Format, Ground: ground, Epoch: first(c), States: []State{}, Cells: [][]int{}}
	for _, s := range c.States() {
		state := State{Parties: append([]timeline.Actor{}, s.Parties...)}
		if !s.Contested() {
			state.Holder = &s.Holder
		}
		out.States = append(out.States, state)
	}
	for _, list := range c.Cells() {
		out.Cells = append(out.Cells, written(list, out.Epoch, len(out.States)))
	}
	return out
}

// first is the first day of which anything is known.
func first(c *front.Course) (day timeline.Day) {
	for _, list := range c.Cells() {
		if len(list) > 0 && (!day.Known() || list[0].From < day) {
			day = list[0].From
		}
	}
	return day
}

// written are stretches as days and codes.
func written(list []front.Stretch, epoch timeline.Day, states int) []int {
	const nothing = 0
	out, last := []int{}, epoch
	add := func(day timeline.Day, code int) {
		out = append(out, int(day-last), code)
		last = day
	}
	for i, s := range list {
		code := 2*(s.State+states*s.Place) + 1
		if s.Reported {
			code++
		}
		add(s.From, code)
		if s.To.Known() && (i+1 == len(list) || list[i+1].From != s.To) {
			add(s.To, nothing)
		}
	}
	return out
}
