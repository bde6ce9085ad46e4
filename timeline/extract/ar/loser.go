package ar

import "frontline/timeline"

// loser is who held the objects before: named by "from X", "after X left", "at
// the expense of X", or the one opponent in play.
func (s *sentence) loser(i, to int, holder timeline.Actor) timeline.Actor {
	for j := i + 1; j < len(s.p) && j < to+6; j++ {
		p := &s.p[j]
		if j >= to && (p.kind == partStrong || p.finite()) {
			break
		}
		if p.kind != partForce || p.force.own != 0 || p.force.actor == holder || !s.leaves(j) {
			continue
		}
		if s.against(p.force.actor, holder) || s.p[j-1].is("from") {
			return p.force.actor
		}
	}
	return s.opponent(holder)
}

// victor is who must have taken what the actor is only told to have lost: its one
// opponent in play. "" where the sentence names another than the text is about, or
// nobody, and the text speaks of a second side about as often.
func (s *sentence) victor(of timeline.Actor) timeline.Actor {
	winner := s.opponent(of)
	near, count, rival := false, 0, 0
	for _, f := range s.forces {
		near = near || f.Actor == winner
	}
	for _, f := range s.document.forces {
		switch {
		case f.Actor == of || !s.against(f.Actor, of):
		case !s.against(f.Actor, winner):
			count += f.Count
		default:
			rival = max(rival, f.Count)
		}
	}
	if rival > count || !near && rivalShare*rival >= count {
		return ""
	}
	return winner
}

// rivalShare is how many times as often as a second side the victor must be named.
const rivalShare = 3

// leaves says whether the force at part j stands where a loser stands.
func (s *sentence) leaves(j int) bool {
	switch s.p[j].before {
	case "من", "مع", "ضد":
		return true
	}
	for k := j - 1; k >= 0 && k >= j-2; k-- {
		switch p := &s.p[k]; {
		case p.is("from"), p.verb("withdraw", "expel", "evacuate", "lose"):
			return true
		case !p.filler():
			return false
		}
	}
	return false
}
