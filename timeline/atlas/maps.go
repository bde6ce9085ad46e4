package atlas

import (
	"iter"
	"slices"
	"sync"

	"frontline/timeline"
	"frontline/timeline/front"
)

// cachedMaps is how many maps an atlas keeps at hand.
const cachedMaps = 128

// Map is the map of a day; without areas and fronts where nothing is known. An
// error says that the ground could not be divided.
func (a *Atlas) Map(day timeline.Day) (front.Map, error) {
	maps, err := a.Maps(timeline.Span{From: day, To: day + 1})
	if err != nil {
		return front.Map{}, err
	}
	for _, m := range maps {
		m.Day = day
		return m, nil
	}
	return front.Map{Day: day}, nil
}

// Maps are the maps of the days of span, in order, each with the whole span of
// days through which it stays the same: one that reaches over an end of span
// is not cut short. Days before anything is known are left out. A map's Day is
// the first of its own span. An error says that the ground could not be divided.
func (a *Atlas) Maps(span timeline.Span) (iter.Seq2[timeline.Span, front.Map], error) {
	ground, err := a.ground()
	if err != nil {
		return nil, err
	}
	drawn := func(day timeline.Day) front.Map {
		return ground.On(day, func(id string) (timeline.Holding, bool) { return a.History(id).On(day) })
	}
	return func(yield func(timeline.Span, front.Map) bool) {
		for _, step := range a.steps() {
			if step.Overlaps(span) && !yield(step, a.maps.get(step.From, drawn)) {
				return
			}
		}
	}, nil
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

// mapCache keeps the cachedMaps maps that were asked for last. The zero value
// is empty and ready; a map asked for twice at the same time is drawn once.
type mapCache struct {
	mu    sync.Mutex
	drawn map[timeline.Day]func() front.Map
	asked []timeline.Day // longest ago first
}

func (c *mapCache) get(day timeline.Day, draw func(timeline.Day) front.Map) front.Map {
	return c.entry(day, draw)()
}

func (c *mapCache) entry(day timeline.Day, draw func(timeline.Day) front.Map) func() front.Map {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.drawn == nil {
		c.drawn = map[timeline.Day]func() front.Map{}
	}
	m, ok := c.drawn[day]
	if ok {
		c.asked = slices.DeleteFunc(c.asked, func(d timeline.Day) bool { return d == day })
	} else {
		m = sync.OnceValue(func() front.Map { return draw(day) })
		c.drawn[day] = m
	}
	c.asked = append(c.asked, day)
	if len(c.asked) > cachedMaps {
		delete(c.drawn, c.asked[0])
		c.asked = c.asked[1:]
	}
	return m
}
