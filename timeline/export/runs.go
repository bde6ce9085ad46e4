package export

import (
	"iter"
	"slices"

	"frontline/timeline"
	"frontline/timeline/front"
)

// run is a thing and the days through which it stays the same.
type run[T any] struct {
	timeline.Span
	thing T
}

// runs follows the things found on maps whose spans touch, and gives each once
// for every run of days through which it stays the same, in the order in which
// the runs end.
func runs[T any](maps iter.Seq2[timeline.Span, front.Map], found func(front.Map) []T, same func(x, y T) bool) iter.Seq2[timeline.Span, T] {
	return func(yield func(timeline.Span, T) bool) {
		var open []run[T]
		for span, m := range maps {
			var still []run[T]
			for _, thing := range found(m) {
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
