package timeline

import "sort"

// History is what is known of one place over time: its holdings [From, To),
// disjoint and in order.
type History []Holding

// On is the holding on a day, or false where nothing is known.
func (h History) On(d Day) (Holding, bool) {
	after := sort.Search(len(h), func(i int) bool { return h[i].From > d })
	if after > 0 && h[after-1].Contains(d) {
		return h[after-1], true
	}
	return Holding{}, false
}

// Around is what came before and what comes after day d: the nearest holdings
// that end on or before d, or begin after d, other than the one on d. Nil
// where nothing is known.
func (h History) Around(d Day) (before, after *Holding) {
	for i := range h {
		switch x := &h[i]; {
		case x.Contains(d):
		case x.To != 0 && x.To <= d:
			before = x
		case x.From > d && after == nil:
			after = x
		}
	}
	return before, after
}
