package atlas

import (
	"iter"
	"slices"
	"sort"

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
	return a.days.get(day, cachedDays, func() *front.Situation {
		return ground.On(day, func(id string) (front.Word, bool) { return a.word(id, day) })
	}), nil
}

// Situations are who held the ground through days, each with the whole span of days
// through which holders stay the same. The Day of a situation is the first of its span.
type Situations struct {
	Before iter.Seq2[timeline.Span, *front.Situation] // the days asked about, the last first
	During iter.Seq2[timeline.Span, *front.Situation] // in order; the first and the last may reach over an end
	After  iter.Seq2[timeline.Span, *front.Situation] // in order
}

// Situations are those of the days of the filter's span, and of the days around it. Days
// before anything is known are left out. The ground is that of Admin1 and Within; the
// filter's other fields are not looked at. A region that is none is an ErrRegion.
func (a *Atlas) Situations(f Filter) (Situations, error) {
	region := Filter{Admin1: f.Admin1, Within: f.Within}
	ground, err := a.within(region)
	if err != nil {
		return Situations{}, err
	}
	through := func(steps iter.Seq2[int, timeline.Span]) iter.Seq2[timeline.Span, *front.Situation] {
		return func(yield func(timeline.Span, *front.Situation) bool) {
			for _, step := range steps {
				s, _ := a.Situation(step.From)
				if !region.everywhere() {
					s = s.Within(ground)
				}
				if !yield(step, s) {
					return
				}
			}
		}
	}
	steps := a.steps()
	first := sort.Search(len(steps), func(i int) bool { return !steps[i].To.Known() || steps[i].To > f.Span.From })
	end := len(steps)
	if f.Span.To.Known() {
		end = max(first, sort.Search(len(steps), func(i int) bool { return steps[i].From >= f.Span.To }))
	}
	return Situations{through(slices.Backward(steps[:first])), through(slices.All(steps[first:end])), through(slices.All(steps[end:]))}, nil
}

// word is what is known of a place on a day.
func (a *Atlas) word(id string, day timeline.Day) (front.Word, bool) {
	h, ok := a.History(id).On(day)
	if !ok {
		return front.Word{}, false
	}
	return front.Word{Holding: h, Said: a.DayOf(a.SaidBy(h, day)[0])}, true
}

// spoken is what word says of a place on all days.
func (a *Atlas) spoken(id string) (timeline.History, []front.Saying) {
	history := a.History(id)
	out := make([]front.Saying, 0, len(history))
	for _, h := range history {
		days := a.daysOf(h.Because)
		first := front.Saying{From: h.From, Said: days[0]}
		i := len(days) - 1
		for ; i >= 0 && days[i] <= h.From; i-- {
			first.Said = days[i]
		}
		for out = append(out, first); i >= 0 && h.Contains(days[i]); i-- {
			out = append(out, front.Saying{From: days[i], Said: days[i]})
		}
	}
	return history, out
}

// daysOf are the days of claims that come newest first, but for those that are not
// before the days of all ahead of them: SaidBy never puts these first.
func (a *Atlas) daysOf(claims []*timeline.Claim) (out []timeline.Day) {
	for _, c := range claims {
		if day := a.DayOf(c); len(out) == 0 || day < out[len(out)-1] {
			out = append(out, day)
		}
	}
	return out
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
