package ar

import (
	"frontline/timeline"
)

// advanceOf is the verb of movement whose extent the number at i gives; -1 if
// there is none.
func (s *sentence) advanceOf(i int) int {
	for j := i - 1; j >= 0 && j > i-9; j-- {
		n := s.n[j]
		if n.role == "verb" && n.value == "advance" {
			return j
		}
		if n.role == roleComma || n.role == "strong" || n.role == "verb" || n.text == "بعد" || s.text[n.start:n.end] == "على بعد" {
			return -1
		}
	}
	return -1
}

// advance reads progress without the capture of a named place.
func (s *sentence) advance(i int) {
	n := s.n[i]
	if n.form == noun && (i == 0 || !s.carried(i)) {
		return
	}
	who := s.doer(i)
	if who.actor == "" || s.mode[i] == timeline.Repelled {
		return
	}
	g := s.goal(i)
	if n.value == "reach" && (len(g.objects) == 0 || !g.objects[0].near || who.at != i) {
		return
	}
	c := timeline.Claim{Kind: timeline.Advanced, Actor: who.actor, CoActors: who.co, Rule: "advance"}
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if km, ok := s.kmAt(j); ok && s.n[j].role == roleNum && s.advanceOf(j) == i {
			c.DistanceKm, c.DistanceRole = km, timeline.Penetration
		}
	}
	if len(g.objects) == 0 {
		if s.mode[i] != timeline.Asserted {
			return
		}
		if g = s.axisBefore(i); len(g.objects) == 0 && c.DistanceKm == 0 {
			return
		}
	}
	if len(g.objects) > 0 {
		c.Place = s.ref(g.objects[0])
	}
	if c.Place != nil && s.mode[i] != timeline.Asserted && c.Place.Start < s.n[s.clauseStart(i)].start {
		return // "in the area": which one is past guessing where nothing has happened
	}
	s.say(i, max(g.to, s.clauseEnd(i)), c)
}

// carried says whether a verbal noun of movement is asserted by what governs
// it: managed to, made, continued.
func (s *sentence) carried(i int) bool {
	for j := i - 1; j >= 0 && j > i-6; j-- {
		n := s.n[j]
		if n.role == "verb" && (n.value == "manage" || n.value == "light" || n.value == "none" || n.value == "try") {
			return true
		}
		if n.role == roleComma || n.role == "strong" {
			return false
		}
	}
	return false
}

// goal is the ground a movement reaches: behind a preposition, or the object.
func (s *sentence) goal(i int) group {
	for j := i + 1; j < len(s.n) && j < i+9; j++ {
		n := s.n[j]
		switch n.role {
		case "near", "border", "class", rolePlace, "country", "toward":
			if g := s.objects(j); len(g.objects) > 0 {
				return g
			}
		case "strong", roleComma:
			return group{}
		case "verb":
			if n.form != noun {
				return group{}
			}
		}
	}
	return group{}
}

// axisBefore is the last ground named before a movement that names none.
func (s *sentence) axisBefore(i int) group {
	if objs := s.groupBefore(i, false); len(objs) > 0 && s.clauseStart(i) <= max(0, i-1) {
		return group{from: i, to: i + 1, objects: objs}
	}
	return group{}
}

// landing reads a landing from the air.
func (s *sentence) landing(i int) {
	who := subject{}
	for j := i + 1; j < s.clauseEnd(i) && j < i+8; j++ {
		if s.n[j].role == "actor" {
			who = subject{at: i, actor: timeline.Actor(s.n[j].value), co: s.joined(j), agree: s.n[j].agree}
			break
		}
	}
	if who.actor == "" {
		who = s.antecedent(i, 0)
	}
	if who.actor == "" || s.mode[i] != timeline.Asserted {
		return
	}
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if a := timeline.Actor(s.n[j].value); s.n[j].role == "actor" && a != who.actor && s.g.sides[a] == s.g.sides[who.actor] {
			who.co = append(who.co, a)
		}
	}
	c := timeline.Claim{Kind: timeline.Landed, Actor: who.actor, CoActors: who.co, Rule: "landing"}
	g := s.ground(i)
	if len(g.objects) > 0 {
		c.Place = s.ref(g.objects[0])
	}
	s.say(i, max(g.to, s.clauseEnd(i)), c)
}

// ground is the first ground named behind node i, across a comma.
func (s *sentence) ground(i int) group {
	for j := i + 1; j < len(s.n) && j < i+24; j++ {
		switch s.n[j].role {
		case "near", "class", rolePlace, "border":
			if g := s.objects(j); len(g.objects) > 0 {
				return g
			}
		case "strong":
			return group{}
		}
	}
	return group{}
}
