package ar

import (
	"slices"

	"frontline/timeline"
)

// besieger is who surrounds the force or place at part i: named, or against
// those inside, or who fires on it, else the one the text speaks of most.
func (s *sentence) besieger(i int) force {
	if k := s.agent(i); k >= 0 {
		return s.named(i, k).force
	}
	if k := s.next(i, func(p *part) bool { return p.kind == partForce }); k >= 0 && s.p[k].before == "من" {
		return s.named(i, k).force // "under siege by X"
	}
	if who := s.byThem(i); who.actor != "" {
		return who
	}
	if who := s.seizer(i); who.actor != "" {
		return who
	}
	start := s.clauseStart(i)
	for j := start; j < i; j++ {
		if p := &s.p[j]; p.kind == partForce && p.force.own == 0 && p.force.actor != "civilians" {
			for k := j - 1; k >= start && k > j-4; k-- {
				if s.p[k].munition() || s.p[k].verb("strike", "throw", "hit") {
					return p.force
				}
			}
		}
	}
	for j := max(0, i-3); j < s.clauseEnd(i); j++ {
		if p := &s.p[j]; p.kind == partForce && p.force.own == 0 && p.force.actor != "civilians" {
			if who := s.winner(); who.actor != "" && s.against(who.actor, p.force.actor) {
				return who
			}
			return force{actor: s.opponent(p.force.actor)}
		}
	}
	if rivals := s.g.sides.Rivals(s.document.forces); len(rivals) > 0 {
		if who := s.winner(); slices.Contains(rivals, who.actor) {
			return who
		}
		return force{actor: rivals[0]}
	}
	return s.antecedent(i, 0).force
}

// winner is who took ground last before here: whoever is surrounded then is so
// by them, where nobody says by whom. Empty where none was taken.
func (s *sentence) winner() force {
	for k := len(s.claims) - 1; k >= 0; k-- {
		if c := &s.claims[k]; c.Kind.Changes() && c.Modality == timeline.Asserted && c.Actor != "" && c.Actor != timeline.Unknown {
			return force{actor: c.Actor, co: c.CoActors}
		}
	}
	return force{}
}
