package ar

import (
	"cmp"
	"slices"

	"frontline/timeline"
)

// force is an actor that can take ground, and how often a text names it.
type force struct {
	actor timeline.Actor
	count int
}

// forcesIn lists the actors of the nodes that can take ground, the one named
// most first; among equals by id.
func forcesIn(nodes []node) []force {
	var out []force
	for _, n := range nodes {
		if n.role != "actor" || n.object == "air" || n.value == "civilians" {
			continue
		}
		a := timeline.Actor(n.value)
		i := slices.IndexFunc(out, func(f force) bool { return f.actor == a })
		if i < 0 {
			i = len(out)
			out = append(out, force{actor: a})
		}
		out[i].count++
	}
	slices.SortFunc(out, func(a, b force) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.actor, b.actor))
	})
	return out
}

// opponent is the one side against an actor in the sentence, or else in the
// whole text, by the force of it that is named most there; "" where there is
// none or more than one side. One that the text speaks of less than of a third
// side is not taken for it: two forces that fight a third are named in one
// breath.
func (s *sentence) opponent(of timeline.Actor) timeline.Actor {
	a := s.onlyOther(forcesIn(s.n), of)
	if a == "" {
		return s.onlyOther(s.forces, of)
	}
	sides, count := s.g.sides, map[string]int{}
	for _, f := range s.forces {
		count[sides[f.actor]] += f.count
	}
	for side, n := range count {
		if side != sides[of] && side != sides[a] && n > count[sides[a]] {
			return ""
		}
	}
	return a
}

// onlyOther is the first of the forces against an actor, if they are all of
// one side.
func (s *sentence) onlyOther(forces []force, of timeline.Actor) timeline.Actor {
	sides, found := s.g.sides, timeline.Actor("")
	for _, f := range forces {
		switch {
		case sides[f.actor] == sides[of]:
		case found == "":
			found = f.actor
		case sides[found] != sides[f.actor]:
			return ""
		}
	}
	return found
}

// rivals are the two actors of different sides that the text speaks of most;
// nil where it does not speak of two.
func (s *sentence) rivals() []timeline.Actor {
	for _, f := range s.forces {
		if first := s.forces[0].actor; s.g.sides[f.actor] != s.g.sides[first] {
			return []timeline.Actor{first, f.actor}
		}
	}
	return nil
}
