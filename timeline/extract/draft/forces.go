package draft

import (
	"cmp"
	"slices"

	"frontline/timeline"
)

// Sides says on which side each actor is.
type Sides map[timeline.Actor]string

// SidesOf is the table of sides.
func SidesOf(actors []timeline.ActorInfo) Sides {
	out := make(Sides, len(actors))
	for _, a := range actors {
		out[a.ID] = a.Side
	}
	return out
}

// Force is an actor that can take ground, and how often a text names it.
type Force struct {
	Actor timeline.Actor
	Count int
}

// Forces are the forces a text or a sentence names, the one named most first,
// among equals by id.
type Forces []Force

// Count counts one more naming of an actor.
func (f *Forces) Count(a timeline.Actor) {
	i := slices.IndexFunc(*f, func(x Force) bool { return x.Actor == a })
	if i < 0 {
		i = len(*f)
		*f = append(*f, Force{Actor: a})
	}
	(*f)[i].Count++
}

// Sort puts the one named most first.
func (f Forces) Sort() {
	slices.SortFunc(f, func(a, b Force) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Actor, b.Actor)) })
}

// OnlyOther is the first of the forces against an actor, if they are all of
// one side; "" otherwise.
func (s Sides) OnlyOther(forces Forces, of timeline.Actor) timeline.Actor {
	found := timeline.Actor("")
	for _, f := range forces {
		switch {
		case s[f.Actor] == s[of]:
		case found == "":
			found = f.Actor
		case s[found] != s[f.Actor]:
			return ""
		}
	}
	return found
}

// Opponent is the one side against an actor in a sentence, or else in the
// whole text, by the force of it that is named most there; "" where there is
// none or more than one side. One that the text speaks of less than of a third
// side is not taken for it: two forces that fight a third are named in one
// breath.
func (s Sides) Opponent(sentence, text Forces, of timeline.Actor) timeline.Actor {
	a := s.OnlyOther(sentence, of)
	if a == "" {
		return s.OnlyOther(text, of)
	}
	count := map[string]int{}
	for _, f := range text {
		count[s[f.Actor]] += f.Count
	}
	for side, n := range count {
		if side != s[of] && side != s[a] && n > count[s[a]] {
			return ""
		}
	}
	return a
}

// Rivals are the two actors of different sides that a text speaks of most; nil
// where it does not speak of two.
func (s Sides) Rivals(text Forces) []timeline.Actor {
	for _, f := range text {
		if first := text[0].Actor; s[f.Actor] != s[first] {
			return []timeline.Actor{first, f.Actor}
		}
	}
	return nil
}
