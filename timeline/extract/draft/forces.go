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
		if *f == nil {
			*f = make(Forces, 0, 4) // hardly a sentence has more
		}
		*f = append(*f, Force{Actor: a})
	}
	(*f)[i].Count++
}

// Sort puts the one named most first.
func (f Forces) Sort() {
	slices.SortFunc(f, func(a, b Force) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Actor, b.Actor)) })
}

// enmities is how much two sides, or actors where a side is divided, are each
// other's enemy in the wars the reports tell of.
var enmities = []struct {
	a, b string
	n    int
}{
	{"turkey_backed", "sdf", 4}, {"turkey", "sdf", 4}, {"turkey_backed", "damascus", 1}, {"turkey", "damascus", 1},
	{"damascus", "opposition", 3}, {"damascus", "islamic_state", 3}, {"sdf", "islamic_state", 3},
	{"damascus", "sdf", 1}, {"opposition", "sdf", 2},
}

// enmity is how much two actors of different sides are each other's enemy; 2
// for those not named there. Where three sides meet, a place was taken from the
// enemy, not from the bystander.
func (s Sides) enmity(a, b timeline.Actor) int {
	first, second := s[a], s[b]
	for i := range enmities {
		e := &enmities[i]
		if (e.a == string(a) || e.a == first) && (e.b == string(b) || e.b == second) || (e.b == string(a) || e.b == first) && (e.a == string(b) || e.a == second) {
			return e.n
		}
	}
	return 2
}

// Opponent is the force against an actor that is most likely meant where only
// one of them is named: of the enemies in the sentence, or else in the text, the
// one most hostile to it, and of equals the one named most. allied says which
// actors the text names together; they are not against each other. "" where
// there is none, or two sides are equally likely.
func (s Sides) Opponent(sentence, text Forces, of timeline.Actor, allied func(a, b timeline.Actor) bool) timeline.Actor {
	near, strong := s.enemy(sentence, of, allied)
	if far, stronger := s.enemy(text, of, allied); near == "" || strong < 2 && stronger > strong {
		return far
	}
	return near
}

// enemy is the likeliest opponent of an actor among the forces, and how hostile
// it is; "" where there is none, or two sides are equally likely.
func (s Sides) enemy(forces Forces, of timeline.Actor, allied func(a, b timeline.Actor) bool) (best timeline.Actor, enmity int) {
	own, tie := s[of], false
	for _, f := range forces {
		side := s[f.Actor]
		if side == own || of == "" || allied(f.Actor, of) {
			continue
		}
		e := s.enmity(f.Actor, of)
		same := best != "" && s[best] == side
		switch {
		case best == "", e > enmity:
			best, enmity, tie = f.Actor, e, false
		case same && f.Actor == "opposition":
			best = f.Actor // the name for all of them
		case e == enmity && !same:
			more := s.count(forces, side) - s.count(forces, s[best])
			if more > 0 {
				best = f.Actor
			}
			tie = more == 0 || tie && more < 0
		}
	}
	if tie {
		return "", 0
	}
	return best, enmity
}

// count is how often the forces of a side are named.
func (s Sides) count(forces Forces, side string) int {
	n := 0
	for _, f := range forces {
		if s[f.Actor] == side {
			n += f.Count
		}
	}
	return n
}

// Foe is who an actor fights in a war of two sides, where the text names only
// it; spoken are all whom the text names. "" where its wars are several: Russia
// fights in Syria too.
func (s Sides) Foe(of timeline.Actor, spoken map[timeline.Actor]bool) timeline.Actor {
	switch of {
	case "ukraine":
		return "russia"
	case "saf", "slm":
		return "rsf"
	case "rsf", "splm_n":
		return "saf"
	case "wagner", "dpr_lpr":
		return "ukraine"
	case "russia":
		for a := range spoken {
			if a == "syrian_government" || s[a] != s["russia"] && a != "ukraine" && a != "civilians" {
				return ""
			}
		}
		return "ukraine"
	}
	return ""
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
