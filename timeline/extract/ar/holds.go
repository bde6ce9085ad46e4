package ar

import (
	"strings"

	"frontline/timeline"
)

// holds says that somebody has the objects.
func (s *sentence) holds(i int, who subject, objs []object, to int, rule string) {
	s.control(i, event{timeline.Holds, who, "", objs, to, rule})
}

// agreement is how the pronoun of a part agrees; 0 where it is none.
func agreement(p *part) byte {
	if p.kind != partIt {
		return 0
	}
	return p.value[0]
}

// keep reads "X keeps the town", "X holds on to it": the preposition that the
// word takes leads to the places.
func (s *sentence) keep(i int, who subject) {
	if s.cueIn(i-2, i, "left") && !s.cueIn(i, s.clauseEnd(i), "except") {
		if g, _ := s.complement(i, ""); s.p[i].object == "direct" && len(g.objects) > 0 && s.mode[i] == timeline.Asserted {
			s.control(i, event{timeline.Lost, nobody(), who.actor, g.objects, g.to, "control.no_longer"})
			return // "no longer owns the town"
		}
		s.reject(i, "holds.keeps", "no longer")
		return
	}
	if p := &s.p[i]; p.form == past && strings.HasPrefix(p.text, "امسك") || p.form == noun && s.governedBy(i, "manage") { // "got hold of"
		g, _ := s.complement(i, "ب")
		s.control(i, event{timeline.Captured, who, s.loser(i, g.to, who.actor), g.objects, g.to, "control.capture"})
		return
	}
	if p := &s.p[i]; p.suffix != 0 && p.finite() { // "the town that X runs"
		s.holds(i, who, s.groundBefore(i, p.suffix), s.clauseEnd(i), "holds.keeps")
		return
	}
	for j := i + 1; j < len(s.p) && j < i+8; j++ {
		switch p := &s.p[j]; {
		case p.verb("capture"): // "keeps its control of": read there
			return
		case p.kind == partGround && p.before == "في" && s.p[i].object == "direct" && s.regional(p): // "owns, in the province, but X"
		case p.kind == partGround && p.before == "من" && s.p[i].object == "direct" && s.namesPlaces(j): // "owns of the towns A and B"
			s.holds(i, who, p.objects, j+1, "holds.keeps")
			return
		case p.kind == partGround && (p.before == "ب" || p.before == "علي" || p.before == "في" || p.before == "ل" && s.p[i].object == "ل" || p.before == "" && s.p[i].object == "direct"):
			s.holds(i, who, s.continued(j), j+1, "holds.keeps")
			return
		case p.kind == partIt && p.before != "ل" && p.before != "من", p.is("in_it"):
			s.holds(i, who, s.groundBefore(i, agreement(p)), j+1, "holds.keeps")
			return
		case p.kind == partStrong, p.kind == partComma:
			return
		}
	}
}

// fallBack reads "X fell back from A on B": it has left the one, and stands in
// the other now.
func (s *sentence) fallBack(i int, who subject) {
	if last := s.document.last; i+2 < len(s.p) && s.p[i+2].verb("remain") && who.linked && last != nil && last.kind.Changes() && last.who.actor == who.actor {
		who = subject{force: force{actor: s.opponent(who.actor)}, at: i, linked: true} // who was left of those that were beaten
	}
	if g, _ := s.complement(i, "الي"); len(g.objects) > 0 {
		s.holds(i, who, g.objects, g.to, "holds.fell_back_on")
	}
	s.withdraw(i, who)
}
