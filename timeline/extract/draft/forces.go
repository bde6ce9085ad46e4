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

// enmity is how much two actors of different sides are each other's enemy in
// the wars the reports tell of; 2 for those not named here. Where three sides
// meet, a place was taken from the enemy, not from the bystander.
func (s Sides) enmity(a, b timeline.Actor) int {
	for _, e := range []struct {
		a, b string // sides, or actors where a side is divided
		n    int
	}{
		{"turkey_backed", "sdf", 4}, {"turkey", "sdf", 4}, {"turkey_backed", "damascus", 1}, {"turkey", "damascus", 1},
		{"damascus", "opposition", 3}, {"damascus", "islamic_state", 3}, {"sdf", "islamic_state", 3},
		{"damascus", "sdf", 1}, {"opposition", "sdf", 2},
	} {
		if s.is(a, e.a) && s.is(b, e.b) || s.is(b, e.a) && s.is(a, e.b) {
			return e.n
		}
	}
	return 2
}

func (s Sides) is(a timeline.Actor, name string) bool { return string(a) == name || s[a] == name }

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
	count := map[string]int{}
	for _, f := range forces {
		count[s[f.Actor]] += f.Count
	}
	tie := false
	for _, f := range forces {
		if s[f.Actor] == s[of] || of == "" || allied(f.Actor, of) {
			continue
		}
		e := s.enmity(f.Actor, of)
		same := best != "" && s[best] == s[f.Actor]
		switch {
		case best == "", e > enmity, e == enmity && !same && count[s[f.Actor]] > count[s[best]]:
			best, enmity, tie = f.Actor, e, false
		case same && f.Actor == "opposition":
			best = f.Actor // the name for all of them
		case e == enmity && !same && count[s[f.Actor]] == count[s[best]]:
			tie = true
		}
	}
	if tie {
		return "", 0
	}
	return best, enmity
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
