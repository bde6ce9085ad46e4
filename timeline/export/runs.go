package export

import (
	"iter"
	"slices"

	"frontline/timeline"
)

// run is a thing and the days through which it stays the same.
type run[T any] struct {
	timeline.Span
	thing T
}

// runs follows the things found on days whose spans touch, and gives each once
// for every run of days through which it stays the same, in the order in which
// the runs end.
func runs[D, T any](days iter.Seq2[timeline.Span, D], found func(D) []T, same func(x, y T) bool) iter.Seq2[timeline.Span, T] {
	return func(yield func(timeline.Span, T) bool) {
		var open []run[T]
		for span, s := range days {
			var still []run[T]
			for _, thing := range found(s) {
				next := run[T]{span, thing}
				if i := slices.IndexFunc(open, func(o run[T]) bool { return same(o.thing, thing) }); i >= 0 {
					next.From = open[i].From
					open = slices.Delete(open, i, i+1)
				}
				still = append(still, next)
			}
			if !yieldAll(open, yield) {
				return
			}
			open = still
		}
		yieldAll(open, yield)
	}
}

func yieldAll[T any](ended []run[T], yield func(timeline.Span, T) bool) bool {
	for _, r := range ended {
		if !yield(r.Span, r.thing) {
			return false
		}
	}
	return true
}
