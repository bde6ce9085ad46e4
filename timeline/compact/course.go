package compact

import (
	"frontline/timeline"
	"frontline/timeline/front"
)

// Course is in which state each cell of a ground was, day by day, and of which days
// the claims are that say so.
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
	for cell, list := range c.Cells() {
		l := newList(out.Epoch)
		l.write(list, c.Said(cell), len(out.States))
		out.Cells = append(out.Cells, l.codes)
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

// list is what a document says of a cell: days and codes.
type list struct {
	codes []int        // never nil
	last  timeline.Day // to which codes lead
	said  timeline.Day // what they say on it of the evidence; zero for none
}

func newList(epoch timeline.Day) list { return list{codes: []int{}, last: epoch} }

// write writes the stretches of a cell, and its sayings.
func (l *list) write(stretches []front.Stretch, rest []front.Saying, states int) {
	const nothing = 0
	var said timeline.Day
	for i, s := range stretches {
		code := 2*(s.State+states*s.Place) + 1
		if s.Reported {
			code++
		}
		l.add(s.From, code)
		l.said = s.From
		for ; len(rest) > 0 && rest[0].From <= s.From; rest = rest[1:] {
			said = rest[0].Said
		}
		l.evidence(s.From, said)
		for ; len(rest) > 0 && s.Contains(rest[0].From); rest = rest[1:] {
			said = rest[0].Said
			l.evidence(rest[0].From, said)
		}
		if s.To.Known() && (i+1 == len(stretches) || stretches[i+1].From != s.To) {
			l.add(s.To, nothing)
		}
	}
}

// evidence writes of which day the last claims are from a day on, where the list
// does not say so.
func (l *list) evidence(day, said timeline.Day) {
	if said == l.said {
		return
	}
	l.said = said
	switch ago := int(day - said); {
	case !said.Known():
		l.add(day, -1)
	case ago >= 0:
		l.add(day, -2*ago-2)
	default:
		l.add(day, 2*ago-1)
	}
}

func (l *list) add(day timeline.Day, code int) {
	l.codes = append(l.codes, int(day-l.last), code)
	l.last = day
}
