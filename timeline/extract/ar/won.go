package ar

import "frontline/timeline"

// wonReach is how many parts may stand between the noun of fighting and the
// word that says what followed it: "after 27 days of fighting".
const wonReach = 6

// wonPlaces is how many places one fight can have been fought in: of a longer list
// nobody can tell in which.
const wonPlaces = 3

// cameOf is what the fight or attack at part i is told to have brought about:
// the change of control told last before it in the sentence, where "after",
// "through", "by" ties the two and nothing else is told between. Several
// places of one list are one change.
func (s *sentence) cameOf(i int) []timeline.Claim {
	last := len(s.claims) - 1
	if last < 0 || !s.tied(i) {
		return nil
	}
	c := &s.claims[last]
	if !c.Kind.Changes() || c.Modality != timeline.Asserted || c.Place == nil || !c.Place.Named || c.Actor == "" || c.Actor == timeline.Unknown || c.Start < s.n[0].start || c.Start > s.p[i].start {
		return nil
	}
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if p := &s.p[j]; p.kind == partGround && !p.objects[0].back && (p.before == "علي" || p.before == "" || p.before == "في" && !s.regional(p)) {
			return nil // that says where
		}
	}
	for j := range s.p[:i] {
		p := &s.p[j]
		if p.start <= c.Start {
			continue
		}
		if p.kind == partStrong || p.finite() && p.start > c.Place.End && !p.verb("say", "light", "none", "other", "go_on") {
			return nil
		}
	}
	from := last
	for from > 0 && s.claims[from-1].Rule == c.Rule && s.claims[from-1].Actor == c.Actor && s.claims[from-1].Start >= s.n[0].start {
		from--
	}
	if last+1-from > wonPlaces {
		return nil
	}
	return s.claims[from : last+1 : last+1]
}

// tied says whether what the noun at part i names is told as the cause of what
// stands before it.
func (s *sentence) tied(i int) bool {
	if s.p[i].before == "ب" || s.p[i].before == "في" {
		return true
	}
	for j := i - 1; j >= 0 && j > i-wonReach; j-- {
		switch p := &s.p[j]; {
		case p.is("weak"):
			return true
		case p.kind == partNumber, p.kind == partWord, p.kind == partWhen:
		default:
			return false
		}
	}
	return false
}

// wonFight says that the fight or attack at part i, of which no place is told,
// was where it was won; false where it came to nothing that is told.
func (s *sentence) wonFight(i int, parties []timeline.Actor) bool {
	won := s.cameOf(i)
	if len(won) == 0 {
		return false
	}
	for _, c := range won {
		who := force{actor: c.Actor, co: c.CoActors}
		others := parties
		if len(others) == 0 && c.From != "" && c.From != timeline.Unknown {
			others = []timeline.Actor{c.From}
		}
		sides := s.facing(who, others)
		if len(sides) < 2 || s.foughtAt(c.Place.Surface, sides) {
			continue
		}
		place := *c.Place
		c.Place = &place
		c.Kind, c.From, c.Extent, c.Count, c.Rule = timeline.Clashed, "", "", 0, "clash.won"
		c.Actor, c.CoActors = sides[0], sides[1:]
		s.claims = append(s.claims, c)
	}
	return true
}
