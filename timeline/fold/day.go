package fold

import (
	"cmp"
	"maps"
	"slices"

	"frontline/timeline"
)

// day takes the evidence of one day, in its order (rule 5).
func (f *folder) day(of []evidence) {
	f.lapse(of[0].day)
	came := slices.IndexFunc(of, evidence.arrives)
	if came < 0 {
		came = len(of)
	}
	for _, e := range of[:came] {
		f.take(e)
	}
	arrivals := of[came:]
	if !slices.ContainsFunc(arrivals, func(e evidence) bool { return e.holder != arrivals[0].holder }) {
		for _, e := range arrivals { // nobody contradicts anybody: most days, however much is said
			f.take(e)
		}
		return
	}
	if sides, mutual := f.dispute(arrivals); len(sides) > 1 {
		if f.settle(arrivals, sides, mutual) {
			return
		}
	}
	for len(arrivals) > 0 {
		i := f.next(arrivals)
		f.take(arrivals[i])
		arrivals = append(slices.Clone(arrivals[:i]), arrivals[i+1:]...)
	}
}

// arrives says whether somebody is said to have come on that very day.
func (e evidence) arrives() bool { return e.rank() == 3 }

// next is the arrival that follows from who holds the place now: one that says
// the same once more (and not that it came back that day), else one that takes it from that holder, else one that
// takes it from none of the others, else the first. What one voice tells stays
// in its order.
func (f *folder) next(arrivals []evidence) int {
	holder, today := timeline.Actor(""), false
	if cur := f.current(); cur != nil && !cur.Contested() {
		holder, today = cur.Holder, cur.From == arrivals[0].day
	}
	others := func(from timeline.Actor) bool {
		return slices.ContainsFunc(arrivals, func(o evidence) bool { return o.holder == from })
	}
	best, rank := 0, 0
	for i, e := range arrivals {
		if slices.ContainsFunc(arrivals[:i], func(o evidence) bool { return o.voice == e.voice }) {
			continue
		}
		r := 0
		switch {
		case e.holder == holder && (today || !others(e.From)):
			r = 3
		case e.From != "" && e.From == holder:
			r = 2
		case !others(e.From):
			r = 1
		}
		if r > rank {
			best, rank = i, r
		}
	}
	return best
}

// dispute are the holders that different voices give the whole place to on one
// day, each with the weight of its voices, where no order is told; fewer than two
// where they do not contradict each other. mutual: each says it took the place
// from the other, so that they can also have followed each other.
func (f *folder) dispute(arrivals []evidence) (sides map[timeline.Actor]float64, mutual bool) {
	voices := map[timeline.Actor]map[string]float64{}
	for _, a := range arrivals {
		for _, b := range arrivals {
			if !f.contradict(a, b) {
				continue
			}
			mutual = mutual || a.From == b.holder
			if voices[a.holder] == nil {
				voices[a.holder] = map[string]float64{}
			}
			voices[a.holder][a.voice] = max(voices[a.holder][a.voice], a.weight)
		}
	}
	sides = make(map[timeline.Actor]float64, len(voices))
	for holder, of := range voices {
		for _, voice := range slices.Sorted(maps.Keys(of)) { // in order, so that sums are the same
			sides[holder] += of[voice]
		}
	}
	return sides, mutual
}

// contradict says whether two arrivals by different voices cannot both stand,
// or only if they followed each other and neither says that it came second.
func (f *folder) contradict(a, b evidence) bool {
	if a.Extent == timeline.Partial || b.Extent == timeline.Partial || a.voice == b.voice || a.interested || b.interested ||
		f.rules.side(a.holder) == f.rules.side(b.holder) {
		return false
	}
	if a.From == b.holder && b.From == a.holder {
		return a.Kind == timeline.Captured && b.Kind == timeline.Captured
	}
	return a.From != b.holder && b.From != a.holder
}

// settle takes the arrivals of a day on which sources contradict each other;
// false where they are rather to be taken one after the other.
func (f *folder) settle(arrivals []evidence, sides map[timeline.Actor]float64, mutual bool) bool {
	parties := slices.SortedFunc(maps.Keys(sides), func(a, b timeline.Actor) int {
		return cmp.Or(cmp.Compare(sides[b], sides[a]), cmp.Compare(a, b))
	})
	first, second := parties[0], parties[1]
	prevailing := sides[first] > 0 && sides[first] >= prevails*sides[second]
	if mutual && !prevailing {
		return false
	}
	var against []*timeline.Claim
	for _, e := range arrivals {
		switch {
		case e.holder == first || sides[e.holder] == 0:
			f.take(e)
		case prevailing:
			against = append(against, e.Claim)
		}
	}
	cur := f.current()
	if prevailing {
		cur.Against = append(cur.Against, against...)
		cur.Confidence *= sides[first] / (sides[first] + sides[second])
		return true
	}
	for _, e := range arrivals {
		if e.holder != first && sides[e.holder] > 0 {
			f.contest(e, e.holder, timeline.SourcesDisagree)
		}
	}
	return true
}
