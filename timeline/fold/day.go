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
	if sides, mutual := f.dispute(arrivals); len(sides) > 1 && f.settle(arrivals, sides, mutual) {
		return
	}
	f.follow(arrivals)
}

// arrives says whether somebody is said to have come on that very day.
func (e evidence) arrives() bool { return e.rank() == 3 }

// follow takes arrivals as they follow from each other. What one voice tells
// stays in its order, so only the first that each has left can be next.
func (f *folder) follow(arrivals []evidence) {
	var told [][]evidence // by voice, in the order of their first
	at, left := map[string]int{}, map[timeline.Actor]int{}
	for _, e := range arrivals {
		i, known := at[e.voice]
		if !known {
			i, at[e.voice] = len(told), len(told)
			told = append(told, nil)
		}
		told[i] = append(told[i], e)
		left[e.holder]++
	}
	for len(told) > 0 {
		i := f.next(told, left)
		e := told[i][0]
		f.take(e)
		left[e.holder]--
		if told[i] = told[i][1:]; len(told[i]) == 0 {
			told = slices.Delete(told, i, i+1)
		}
	}
}

// next is whose arrival follows from who holds the place now: one that says the
// same once more (and not that it came back that day), else one that takes it
// from that holder, else one that takes it from none of those left, else the
// first.
func (f *folder) next(told [][]evidence, left map[timeline.Actor]int) int {
	holder, today := timeline.Actor(""), false
	if cur := f.current(); cur != nil && !cur.Contested() {
		holder, today = cur.Holder, cur.From == told[0][0].day
	}
	best, rank := 0, 0
	for i := range told {
		e, r := told[i][0], 0
		switch {
		case e.holder == holder && (today || left[e.From] == 0):
			r = 3
		case e.From != "" && e.From == holder:
			r = 2
		case left[e.From] == 0:
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
	arrivals = distinct(arrivals)
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

// distinct are the arrivals that are not told by the same voice in the same way,
// each with the greatest weight: whoever repeats himself is compared once.
func distinct(arrivals []evidence) (out []evidence) {
	type way struct {
		voice        string
		holder, from timeline.Actor
		kind         timeline.Kind
		partial, own bool
	}
	at := map[way]int{}
	for _, e := range arrivals {
		w := way{e.voice, e.holder, e.From, e.Kind, e.Extent == timeline.Partial, e.interested}
		if i, told := at[w]; told {
			out[i].weight = max(out[i].weight, e.weight)
			continue
		}
		at[w] = len(out)
		out = append(out, e)
	}
	return out
}

// contradict says whether two arrivals by different voices cannot both stand,
// or only if they followed each other and neither says that it came second.
func (f *folder) contradict(a, b evidence) bool {
	if a.Extent == timeline.Partial || b.Extent == timeline.Partial || a.voice == b.voice || a.interested || b.interested ||
		f.rules.Side(a.holder) == f.rules.Side(b.holder) {
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
