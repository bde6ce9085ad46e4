package ar

import (
	"strings"

	"frontline/timeline"
)

// owned reads a base or post of X in a place, areas of X in it: X is there.
func (s *sentence) owned(i int) {
	if s.mode[i] != timeline.Asserted && s.mode[i] != timeline.Repelled { // whose checkpoints let nobody pass are there
		return
	}
	mode := s.mode[i]
	defer func() { s.mode[i] = mode }()
	s.mode[i] = timeline.Asserted
	for k, o := range s.p[i].objects {
		if o.owner == nil || o.checkpoints && (s.targeted(i) || s.assailed(i)) {
			continue
		}
		who := subject{force: force{actor: timeline.Actor(o.owner.value), agree: o.owner.agree}, at: i}
		s.holds(i, who, s.p[i].objects[k:k+1], i+1, "holds.base")
	}
}

// ownPost reads "from its positions in X": it is there, unless they are only
// what somebody strikes or attacks.
func (s *sentence) ownPost(i int) {
	if s.targeted(i) && !(s.p[i].before == "من" && strings.HasPrefix(s.p[i-1].text, "انطلاق")) || s.fastened(i) {
		return
	}
	if j := s.next(i, func(p *part) bool { return p.kind == partGround && p.before == "في" }); j >= 0 && !s.regional(&s.p[j]) {
		if s.p[i].before == "من" {
			s.mode[i] = timeline.Asserted // from where they come, whatever they try
		}
		who := s.antecedent(i, s.p[i].value[0])
		for k := i - 1; who.actor == "" && k >= s.clauseStart(i); k-- {
			if p := &s.p[k]; p.kind == partForce && p.force.own == 0 && p.force.actor != "civilians" {
				who = s.named(i, k) // not a force that takes ground, but it has its bases
			}
		}
		if at := s.trying(i); at >= 0 {
			who = s.named(i, at)
		}
		for k := len(s.subjects) - 1; k >= 0; k-- {
			if v := s.subjects[k]; v.at >= s.clauseStart(i) && v.at < i && s.p[v.at].verb("attack") && v.actor == who.actor {
				who = subject{force: force{actor: s.opponent(who.actor)}, at: i, linked: true} // nobody attacks his own
				break
			}
		}
		objs := append([]object(nil), s.p[j].objects...)
		for k := range objs { // a post is a part of a village
			objs[k].partial = true
		}
		s.holds(i, who, objs, j+1, "holds.own_post")
	}
}

// fastened says whether what stands at part i is what somebody made fast:
// "fastened its points in the town" is the end of its taking.
func (s *sentence) fastened(i int) bool {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if p := &s.p[j]; p.kind == partVerb {
			return p.value == "light" && strings.Contains(p.text, "ثب")
		}
	}
	return false
}

// assailed says whether what stands at part i is what somebody attacks.
func (s *sentence) assailed(i int) bool {
	for j := s.clauseStart(i); j < i; j++ {
		if s.p[j].is("onslaught") || s.p[j].verb("attack", "repel") {
			return true
		}
	}
	return false
}

// targeted says whether what stands at part i is only what somebody strikes or
// leaves.
func (s *sentence) targeted(i int) bool {
	for j := s.clauseStart(i); j < i; j++ {
		if p := &s.p[j]; p.verb("strike", "hit", "raid", "throw", "blast", "lose", "evacuate", "withdraw", "pull") || p.munition() {
			return true
		}
	}
	return false
}

// trying is the part of the force whose attempt is told before part i: "the
// attempt of X to go back to A, from its positions in B"; -1 where none is.
func (s *sentence) trying(i int) int {
	for j := i - 1; j > s.clauseStart(i); j-- {
		if p := &s.p[j]; p.kind == partForce && p.before == "" && p.force.own == 0 && (s.p[j-1].is("purpose") || s.p[j-1].is("onslaught")) {
			return j
		}
	}
	return -1
}
