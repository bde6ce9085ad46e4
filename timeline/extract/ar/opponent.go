package ar

import "frontline/timeline"

// opponent is the one actor of another side that is in play in the sentence,
// or else in the whole text; "" where there is none or more than one side. One
// that the text speaks of less than of a third side is not taken for it: two
// forces that fight a third are named in one breath.
func (s *sentence) opponent(of timeline.Actor) timeline.Actor {
	a := s.onlyOther(s.n, of)
	if a == "" {
		return s.onlyOther(s.nodes, of)
	}
	count := map[string]int{}
	for _, n := range s.nodes {
		if n.role == "actor" {
			count[s.g.sides[timeline.Actor(n.value)]]++
		}
	}
	own, other := s.g.sides[of], s.g.sides[a]
	for side, n := range count {
		if side != own && side != other && side != "civilians" && n > count[other] {
			return ""
		}
	}
	return a
}

func (s *sentence) onlyOther(nodes []node, of timeline.Actor) timeline.Actor {
	sides := s.g.sides
	found := timeline.Actor("")
	for _, n := range nodes {
		a := timeline.Actor(n.value)
		if n.role != "actor" || sides[a] == sides[of] || a == "civilians" || a == "us_coalition" || a == "russia" {
			continue
		}
		if found != "" && sides[found] != sides[a] {
			return ""
		}
		if found == "" {
			found = a
		}
	}
	return found
}
