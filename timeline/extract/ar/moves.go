package ar

import (
	"frontline/timeline"
)

// advanceOf is the verb of movement whose extent the number at part i gives; -1
// if there is none.
func (s *sentence) advanceOf(i int) int {
	for j := i - 1; j >= 0 && j > i-7; j-- {
		p := &s.p[j]
		if p.verb("advance", "become", "reach") && (p.value != "become" || s.cueIn(j, i, "distance")) {
			return j
		}
		if p.kind == partComma || p.kind == partStrong || p.kind == partVerb {
			return -1
		}
	}
	return -1
}

// advance reads progress without the capture of a named place.
func (s *sentence) advance(i int, who subject) {
	p := &s.p[i]
	if p.form == noun && (i == 0 || !s.carried(i)) {
		return
	}
	if who.actor == "" || who.air || who.actor == "civilians" || s.mode[i] == timeline.Repelled {
		return
	}
	j := s.goal(i)
	if p.value == "reach" && (j < 0 || !s.p[j].objects[0].near && s.p[j].before != "الي" && s.p[j].before != "") {
		return
	}
	c := timeline.Claim{Kind: timeline.Advanced, Actor: who.actor, CoActors: who.co, Rule: "advance"}
	end := s.clauseEnd(i)
	for k := i + 1; k < end; k++ {
		if km, ok := s.km(k); ok && s.advanceOf(k) == i {
			c.DistanceKm, c.DistanceRole = km, timeline.Penetration
		}
	}
	switch {
	case j >= 0:
		c.Place, end = s.ref(s.p[j].objects[0]), max(end, j+1)
	case s.mode[i] != timeline.Asserted:
		return // "in the area": which one is past guessing where nothing has happened
	default:
		objs := s.lastGround(i)
		if len(objs) == 0 {
			return
		}
		c.Place = s.ref(objs[0])
	}
	s.say(i, end, c)
}

// carried says whether a verbal noun of movement is asserted by what governs
// it: managed to, made, continued.
func (s *sentence) carried(i int) bool {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		p := &s.p[j]
		if p.verb("manage", "light", "none", "try", "go_on") {
			return true
		}
		if p.kind == partComma || p.kind == partStrong {
			return false
		}
	}
	return false
}

// goal is the part of the ground that a movement reaches: behind a
// preposition, or the object; -1 if none is named.
func (s *sentence) goal(i int) int {
	for j := i + 1; j < len(s.p) && j < i+8; j++ {
		switch p := &s.p[j]; {
		case p.kind == partGround && p.before != "من":
			return j
		case p.kind == partStrong, p.kind == partComma, p.finite():
			return -1
		}
	}
	return -1
}

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
