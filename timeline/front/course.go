package front

import (
	"iter"
	"maps"
	"slices"

	"frontline/timeline"
)

// Course is who held the ground over time: for every cell its states, in touching
// spans, and the days of which claims say so. It never changes.
type Course struct {
	ground *Ground
	states []State
	cells  [][]Stretch
	said   [][]Saying
}

// Stretch is the state of a cell through a span of days. Reported is as in
// Standing.
type Stretch struct {
	timeline.Span
	State    int // index into Course.States
	Reported bool
	Place    int // index into the places of the cell: the first whose holding says so
}

// Saying is from which day on the last claims that say so are of another day: Said is
// as in Word, or Standing, until the next saying of the place, or cell.
type Saying struct{ From, Said timeline.Day }

// Over is who held the ground over time. known tells what is known of a place, and
// of which days the claims are that say so, in order; it is called once for each
// place that has a cell. Days on which nothing is known of a cell are in none of its
// stretches.
func (g *Ground) Over(known func(placeID string) (timeline.History, []Saying)) *Course {
	c := &Course{ground: g, cells: make([][]Stretch, len(g.places)), said: make([][]Saying, len(g.places))}
	var kinds states
	for cell, ids := range g.ids {
		c.cells[cell], c.said[cell] = stretches(ids, known, &kinds)
	}
	var at []int
	c.states, at = kinds.sorted()
	for _, list := range c.cells {
		for i := range list {
			list[i].State = at[list[i].State]
		}
	}
	return c
}

// account is what is known of a place from a day on.
type account struct {
	history timeline.History
	sayings []Saying
	said    timeline.Day // by the last saying that is not among the sayings any more
}

// on is the word of a day that is not before those asked for earlier.
func (a *account) on(day timeline.Day) (Word, bool) {
	for ; len(a.sayings) > 0 && a.sayings[0].From <= day; a.sayings = a.sayings[1:] {
		a.said = a.sayings[0].Said
	}
	h, ok := a.history.On(day)
	return Word{h, a.said}, ok
}

// stretches are the states of the places at one point, and what bears them out.
func stretches(ids []string, known func(string) (timeline.History, []Saying), kinds *states) (out []Stretch, said []Saying) {
	accounts := make([]account, len(ids))
	var days []timeline.Day
	for i, id := range ids {
		history, sayings := known(id)
		for _, h := range history {
			days = append(days, h.From)
			if h.To.Known() {
				days = append(days, h.To)
			}
		}
		for _, s := range sayings {
			days = append(days, s.From)
		}
		accounts[i] = account{history: history, sayings: sayings}
	}
	slices.Sort(days)
	days = slices.Compact(days)
	var last timeline.Day
	for i, day := range days {
		s := standingOf(ids, day, func(i int) (Word, bool) { return accounts[i].on(day) })
		if s.Said != last {
			last = s.Said
			said = append(said, Saying{day, last})
		}
		if s.rank() == 2 {
			continue
		}
		stretch := Stretch{Span: timeline.Span{From: day}, State: kinds.number(s.State), Reported: s.Reported, Place: slices.Index(ids, s.Places[0])}
		if i+1 < len(days) {
			stretch.To = days[i+1]
		}
		if last := len(out) - 1; last >= 0 && stretch.continues(out[last]) {
			out[last].To = stretch.To
		} else {
			out = append(out, stretch)
		}
	}
	return out, said
}

// Ground is what the course is of.
func (c *Course) Ground() *Ground { return c.ground }

// continues says whether a stretch goes on from another as that was.
func (s Stretch) continues(last Stretch) bool {
	return last.To == s.From && last.State == s.State && last.Reported == s.Reported && last.Place == s.Place
}

// States are the states that come up, in the order of areas.
func (c *Course) States() []State { return c.states }

// Cells are the stretches of each cell, by cell. They must not be changed.
func (c *Course) Cells() [][]Stretch { return c.cells }

// Said is when a cell was last said to be as it is, from day to day: nothing before
// the first saying, and where nothing is ever known. It must not be changed.
func (c *Course) Said(cell int) []Saying { return c.said[cell] }

// Within is the course inside a part of the ground that Ground.Within made.
func (c *Course) Within(part *Ground) *Course {
	return &Course{ground: part, states: c.states, cells: c.cells, said: c.said}
}

// Shares is how much ground was in each state, in spans through which that stays
// the same, from the first day on which anything is known; the last span is open.
// Ground of which nothing is known is the share of Unknown.
func (c *Course) Shares() iter.Seq2[timeline.Span, []Share] {
	km2 := c.ground.km2()
	type step struct {
		state          int
		km2, confirmed float64
		cells          int
	}
	steps := map[timeline.Day][]step{}
	covered, cells := 0.0, 0
	for cell, list := range c.cells {
		if km2[cell] == 0 {
			continue
		}
		covered, cells = covered+km2[cell], cells+1
		for _, s := range list {
			one := step{s.State, km2[cell], 0, 1}
			if s.Reported {
				one.confirmed = km2[cell]
			}
			steps[s.From] = append(steps[s.From], one)
			if s.To.Known() {
				steps[s.To] = append(steps[s.To], step{s.State, -one.km2, -one.confirmed, -1})
			}
		}
	}
	return func(yield func(timeline.Span, []Share) bool) {
		now := make([]Share, len(c.states))
		for i, s := range c.states {
			now[i].State = s
		}
		days := slices.Sorted(maps.Keys(steps))
		for i, day := range days {
			for _, s := range steps[day] {
				now[s.state].Km2 += s.km2
				now[s.state].ReportedKm2 += s.confirmed
				now[s.state].Cells += s.cells
			}
			span := timeline.Span{From: day}
			if i+1 < len(days) {
				span.To = days[i+1]
			}
			if !yield(span, shown(now, covered, cells)) {
				return
			}
		}
	}
}

// shown are the shares that are not empty, and what is left over as unknown.
func shown(all []Share, covered float64, cells int) []Share {
	var out []Share
	rest := Share{State: unknown(), Km2: covered, Cells: cells}
	for _, s := range all {
		rest.Km2, rest.Cells = rest.Km2-s.Km2, rest.Cells-s.Cells
		if s.Cells > 0 {
			out = append(out, s)
		}
	}
	if rest.Cells > 0 {
		out = append(out, rest)
	}
	return out
}
