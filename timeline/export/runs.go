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

// around are maps of days whose spans touch: some, and those before, the last of them
// first, and after.
type around[D any] struct{ Before, During, After iter.Seq2[timeline.Span, D] }

// runs follows the things found on days, and gives each once for every run of days
// through which it stays the same, in the order in which the runs end, those that last
// longer than the days in the order of the last map. A run that
// reaches over the first day or the last comes whole: the days around are looked at as
// far as something goes on through them.
func runs[D, T any](days around[D], found func(D) []T, same func(x, y T) bool) iter.Seq2[timeline.Span, T] {
	return func(yield func(timeline.Span, T) bool) {
		var open []run[T]
		began := false
		for span, s := range days.During {
			var still []run[T]
			for _, thing := range found(s) {
				next := run[T]{span, thing}
				if i := slices.IndexFunc(open, func(o run[T]) bool { return same(o.thing, thing) }); i >= 0 {
					next.From = open[i].From
					open = slices.Delete(open, i, i+1)
				}
				still = append(still, next)
			}
			if !began {
				began = true
				reachBack(still, days.Before, found, same)
			}
			if !yieldAll(open, yield) {
				return
			}
			open = still
		}
		reachOn(open, days.After, found, same)
		yieldAll(open, yield)
	}
}

// reachBack lets runs begin where their things first were so.
func reachBack[D, T any](open []run[T], before iter.Seq2[timeline.Span, D], found func(D) []T, same func(x, y T) bool) {
	reach(open, before, found, same, func(r *run[T], day timeline.Span) { r.From = day.From })
}

// reachOn lets runs end where their things last were so.
func reachOn[D, T any](open []run[T], after iter.Seq2[timeline.Span, D], found func(D) []T, same func(x, y T) bool) {
	reach(open, after, found, same, func(r *run[T], day timeline.Span) { r.To = day.To })
}

// reach goes from map to map, as far as any of the things goes on through them.
func reach[D, T any](open []run[T], maps iter.Seq2[timeline.Span, D], found func(D) []T, same func(x, y T) bool, through func(*run[T], timeline.Span)) {
	if len(open) == 0 {
		return
	}
	on := make([]bool, len(open))
	for i := range on {
		on[i] = true
	}
	for span, s := range maps {
		now := found(s)
		for i := range open {
			if on[i] = on[i] && slices.ContainsFunc(now, func(thing T) bool { return same(open[i].thing, thing) }); on[i] {
				through(&open[i], span)
			}
		}
		if !slices.Contains(on, true) {
			return
		}
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
