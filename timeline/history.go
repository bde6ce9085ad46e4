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

// During are the holdings that share a day with a span, whole.
func (h History) During(s Span) History {
	first := sort.Search(len(h), func(i int) bool { return h[i].To == 0 || h[i].To > s.From })
	end := len(h)
	if s.To.Known() { // most spans are a day, and the holding of it the only one
		for end = first; end < len(h) && h[end].From < s.To; {
			end++
		}
	}
	return h[first:end]
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
