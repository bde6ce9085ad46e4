package front

import (
	"slices"

	"frontline/timeline"
	"frontline/timeline/fold"
)

// Word is what is known of a place on a day.
type Word struct {
	timeline.Holding
	Said timeline.Day // the last day up to then of which a claim says so; zero where none does
}

// Standing is what is known of a cell on a day, and how well.
type Standing struct {
	State
	Places     []string     // whose holdings say so, by id; where nothing is known, all of the cell
	Reported   bool         // said of one of them; false where it is only concluded, or nothing is known
	Said       timeline.Day // the last day up to then of which a claim says so; zero where none does
	Confidence float64      // 0…1, by the age of what was said; 0 where nothing is known
}

// standingOf is what is known of the places at one point; word tells what is known
// of one of them.
func standingOf(ids []string, day timeline.Day, word func(i int) (Word, bool)) Standing {
	if len(ids) == 1 {
		if w, ok := word(0); !ok || !w.Contains(day) || len(w.Others) == 0 {
			return plain(ids, day, w, ok)
		}
	}
	s := Standing{State: unknown()}
	var parties []timeline.Actor
	contested := false
	for i := range ids {
		w, ok := word(i)
		if !ok || !w.Contains(day) || !s.take(w, day, &parties) {
			continue
		}
		contested = contested || w.Contested()
		if len(ids) == 1 {
			s.Places = ids
		} else {
			s.Places = append(s.Places, ids[i])
		}
	}
	switch {
	case len(parties) == 0:
		s.Places = ids
	case contested || len(parties) > 1:
		s.State = State{Parties: parties}
	default:
		s.Holder = parties[0]
	}
	return s
}

// plain is what is known of a place that nobody contests: by far the most are so.
func plain(ids []string, day timeline.Day, w Word, ok bool) Standing {
	s := Standing{State: unknown(), Places: ids}
	if ok && w.Contains(day) && w.Holder != "" && w.Holder != timeline.Unknown {
		s.Holder, s.Said = w.Holder, w.Said
		s.Reported, s.Confidence = w.Basis != timeline.Inferred, fold.Aged(w.Confidence, int(day-w.Said))
	}
	return s
}

// take adds what one word says; false where it names nobody.
func (s *Standing) take(w Word, day timeline.Day, parties *[]timeline.Actor) bool {
	named := add(parties, w.Holder)
	for _, other := range w.Others {
		named = add(parties, other) || named
	}
	if named {
		s.Reported = s.Reported || w.Basis != timeline.Inferred
		s.Said = max(s.Said, w.Said)
		s.Confidence = max(s.Confidence, fold.Aged(w.Confidence, int(day-w.Said)))
	}
	return named
}

// add puts an actor where it belongs in a sorted list; false for nobody.
func add(parties *[]timeline.Actor, a timeline.Actor) bool {
	if a == "" || a == timeline.Unknown {
		return false
	}
	if i, found := slices.BinarySearch(*parties, a); !found {
		*parties = slices.Insert(*parties, i, a)
	}
	return true
}
