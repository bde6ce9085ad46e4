package baseline

import (
	"cmp"
	"slices"

	"frontline/timeline"
)

// shown is why a snapshot has a line for a place.
type shown string

// The first and the last snapshot of those that follow each other and show a
// place with the same holders; both, where there is but one; and the first map
// that shows the place no more.
const (
	shownFirst shown = "first"
	shownLast  shown = "last"
	shownOnce  shown = "once"
	shownGone  shown = "no more"
)

// line is what a snapshot is made to say of a place.
type line struct {
	place int32
	shown shown
	marks []mark       // by actor; of shownGone those of the last map that showed it
	last  timeline.Day // of shownGone: when it was shown last
}

// run is a row of snapshots that show a place with the same holders.
type run struct {
	first, last int // numbers of snapshots; last is -1 for none
	from, to    []mark
}

// runs makes the lines of all snapshots, which are in order of days.
func (r *reader) runs(outside func(s *snapshot, place int32) []mark) [][]line {
	lines := make([][]line, len(r.snapshots))
	open := make([]run, len(r.entries))
	for i := range open {
		open[i].last = -1
	}
	for n, s := range r.snapshots {
		rest := s.marks
		for place := range open {
			here := 0
			for here < len(rest) && rest[here].place == int32(place) {
				here++
			}
			marks := rest[:here]
			rest = rest[here:]
			if here == 0 && s.complete {
				marks = outside(s, int32(place))
			} else if here == 0 {
				continue // a list does not say
			}
			now := run{n, n, marks, marks}
			if was := &open[place]; was.last < 0 || !sameActors(was.to, marks) {
				was.tell(lines, int32(place))
				if len(marks) == 0 && was.last >= 0 && len(was.to) > 0 {
					lines[n] = append(lines[n], line{int32(place), shownGone, was.to, r.snapshots[was.last].day})
				}
				*was = now
			} else {
				was.last, was.to = n, marks
			}
		}
	}
	for place := range open {
		open[place].tell(lines, int32(place))
	}
	for _, of := range lines {
		slices.SortFunc(of, func(a, b line) int { return cmp.Compare(r.entries[a.place].ID, r.entries[b.place].ID) })
	}
	return lines
}

// tell adds the lines of a run that has ended.
func (x *run) tell(lines [][]line, place int32) {
	switch {
	case x.last < 0 || len(x.to) == 0:
	case x.first == x.last:
		lines[x.first] = append(lines[x.first], line{place: place, shown: shownOnce, marks: x.from})
	default:
		lines[x.first] = append(lines[x.first], line{place: place, shown: shownFirst, marks: x.from})
		lines[x.last] = append(lines[x.last], line{place: place, shown: shownLast, marks: x.to})
	}
}

func sameActors(a, b []mark) bool {
	return slices.EqualFunc(a, b, func(x, y mark) bool { return x.actor == y.actor && x.part == y.part && x.leads == y.leads })
}
