package ar

import "frontline/timeline"

// landing reads a landing from the air.
func (s *sentence) landing(i int) {
	end := s.clauseEnd(i)
	who := subject{}
	for j := i + 1; j < end && j < i+6 && who.actor == ""; j++ {
		if s.p[j].kind == partForce && s.p[j].before != "ب" {
			who = s.named(i, j)
		}
	}
	if who.actor == "" {
		who = s.antecedent(i, 0)
	}
	if who.actor == "" || s.mode[i] != timeline.Asserted {
		return
	}
	for j := i + 1; j < end; j++ {
		if f := &s.p[j]; f.kind == partForce && f.force.actor != "" && !s.against(f.force.actor, who.actor) {
			who.force.with(f.force.actor)
		}
	}
	c := timeline.Claim{Kind: timeline.Landed, Actor: who.actor, CoActors: who.co, Rule: "landing"}
	for j := i + 1; j < len(s.p) && j < i+12 && s.p[j].kind != partStrong; j++ {
		if s.p[j].kind == partGround {
			c.Place, end = s.ref(s.p[j].objects[0]), max(end, j+1)
			break
		}
	}
	s.say(i, end, c)
}
