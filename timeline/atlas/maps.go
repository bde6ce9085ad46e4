package atlas

import (
	"iter"
	"slices"
	"sync"

	"frontline/timeline"
	"frontline/timeline/front"
)

// cachedDays is how many days' situations an atlas keeps at hand.
const cachedDays = 128

// Situation is who held the ground on a day. An error says that the ground could
// not be divided.
func (a *Atlas) Situation(day timeline.Day) (*front.Situation, error) {
	ground, err := a.ground()
	if err != nil {
		return nil, err
	}
	return a.days.get(day, func(day timeline.Day) *front.Situation {
		return ground.On(day, func(id string) (front.Word, bool) { return a.word(id, day) })
	}), nil
}

// Situations are those of the days of span, in order, each with the whole span of
// days through which holders stay the same: one that reaches over an end of span
// is not cut short. Days before anything is known are left out. The Day of a
// situation is the first of its own span. An error says that the ground could not
// be divided.
func (a *Atlas) Situations(span timeline.Span) (iter.Seq2[timeline.Span, *front.Situation], error) {
	if _, err := a.ground(); err != nil {
		return nil, err
	}
	return func(yield func(timeline.Span, *front.Situation) bool) {
		for _, step := range a.steps() {
			if !step.Overlaps(span) {
				continue
			}
			if s, _ := a.Situation(step.From); !yield(step, s) {
				return
			}
		}
	}, nil
}

// Course is who held the ground over time. An error says that the ground could
// not be divided.
func (a *Atlas) Course() (*front.Course, error) { return a.course() }

func (a *Atlas) courseOf() (*front.Course, error) {
	ground, err := a.ground()
	if err != nil {
		return nil, err
	}
	return ground.Over(a.History), nil
}

// word is what is known of a place on a day.
func (a *Atlas) word(id string, day timeline.Day) (front.Word, bool) {
	h, ok := a.History(id).On(day)
	if !ok {
		return front.Word{}, false
	}
	return front.Word{Holding: h, Said: a.DayOf(a.saidBy(h, day)[0])}, true
}

// stepsOf cuts time at every day on which any holding begins or ends. The
// spans touch, and the last one is open. Histories begin on known days.
func (a *Atlas) stepsOf() []timeline.Span {
	var days []timeline.Day
	for _, history := range a.histories() {
		for _, h := range history {
			days = append(days, h.From)
			if h.To.Known() {
				days = append(days, h.To)
			}
		}
	}
	slices.Sort(days)
	days = slices.Compact(days)
	steps := make([]timeline.Span, len(days))
	for i, day := range days {
		steps[i].From = day
		if i > 0 {
			steps[i-1].To = day
		}
	}
	return steps
}

// dayCache keeps the cachedDays situations that were asked for last. The zero value
// is empty and ready; one asked for twice at the same time is made once.
type dayCache struct {
	mu    sync.Mutex
	made  map[timeline.Day]func() *front.Situation
	asked []timeline.Day // longest ago first
}

func (c *dayCache) get(day timeline.Day, draw func(timeline.Day) *front.Situation) *front.Situation {
	return c.entry(day, draw)()
}

func (c *dayCache) entry(day timeline.Day, draw func(timeline.Day) *front.Situation) func() *front.Situation {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.made == nil {
		c.made = map[timeline.Day]func() *front.Situation{}
	}
	m, ok := c.made[day]
	if ok {
		c.asked = slices.DeleteFunc(c.asked, func(d timeline.Day) bool { return d == day })
	} else {
		m = sync.OnceValue(func() *front.Situation { return draw(day) })
		c.made[day] = m
	}
	c.asked = append(c.asked, day)
	if len(c.asked) > cachedDays {
		delete(c.made, c.asked[0])
		c.asked = c.asked[1:]
	}
	return m
}
