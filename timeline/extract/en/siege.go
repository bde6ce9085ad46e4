package en

import (
	"slices"
	"strings"

	"frontline/timeline"
)

// besiege reads "X surrounded the town", "Y are surrounded in Z", "Z is
// besieged by X".
func (s *sentence) besiege(i int, who subject) {
	for j := s.p[i].from; j < s.p[i].to; j++ {
		if s.n[j].role == "sides" {
			s.reject(i, "siege", "not from all sides")
			return
		}
	}
	if k := i - 1; k >= 0 && s.p[k].is("sides") {
		s.reject(i, "siege", "not from all sides")
		return
	}
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if s.p[j].is("sides") && strings.HasSuffix(s.p[j].text, "sides") {
			s.reject(i, "siege", "not from all sides")
			return
		}
	}
	p := &s.p[i]
	t := s.object(i)
	if len(t.objects) == 0 && !p.verb.passive && !p.noun() && (s.moved(i).actor != "" || s.garrisonBehind(i)) { // "surrounded the rebels in X"
		t = s.around(i)
	}
	if p.verb.passive {
		inside := s.moved(i)
		if inside.actor == "civilians" {
			if p.node.text == "trapped" {
				s.reject(i, "siege", "civilians who cannot get out")
				return
			}
			inside = subject{}
		}
		if g := s.whereabouts(i); inside.actor != "" && len(g) > 0 {
			t.objects = g
		} else if len(t.objects) == 0 || inside.actor != "" {
			if in := s.complement(i, []string{"in", "at", "near"}); len(in.objects) > 0 {
				t = in
			} else if w := s.where(i); len(t.objects) == 0 && len(w) > 0 {
				t.objects = w
			} else if k := i - 1; len(t.objects) == 0 && k > 0 && s.p[k].kind == partGround && s.p[k].before == "in" {
				t.objects = s.p[k].objects // "those in X are surrounded"
			}
		}
		if who.actor == "" {
			who = subject{force: force{actor: s.opponent(inside.actor)}, at: i, linked: true}
		}
		if keeper := s.keeperOf(t.objects); who.actor == "" && keeper != "" {
			who = subject{force: force{actor: s.opponent(keeper)}, at: i, linked: true}
		}
		if who.actor == "" && len(s.forces) > 0 && s.onlyOther(s.forces[0].Actor) == "" {
			who = subject{force: force{actor: s.opponent(s.forces[0].Actor)}, at: i, linked: true}
		}
		if who.actor == "" {
			who = s.antecedent(i, 's')
		}
		t.objects = s.placesIn(t.objects)
		if inside.actor != "" && who.actor == inside.actor {
			who = subject{}
		}
	}
	if slices.Contains(p.node.object, "around") {
		t.objects = referred(t.objects)
	}
	s.sieged(i, who, t, "siege.imposed")
}

// whereabouts is where those are of whom the passive verb at part i is said:
// "fighters holed up in X, the last town, were surrounded".
func (s *sentence) whereabouts(i int) []object {
	for j := range i {
		if p := &s.p[j]; p.kind != partForce || p.before != "" {
			continue
		}
		for k := j + 1; k < i; k++ {
			if p := &s.p[k]; p.kind == partGround && (p.before == "in" || p.before == "at") {
				return s.placesIn(p.objects)
			} else if p.finite() || p.kind == partForce || p.kind == partStrong {
				return nil
			}
		}
	}
	return nil
}

// around is where those whom the verb at part i rings in are.
func (s *sentence) around(i int) target {
	for j := i + 1; j < s.clauseEnd(i); j++ {
		switch p := &s.p[j]; {
		case p.kind == partGround && (p.before == "in" || p.before == "at"):
			return target{s.placesIn(p.objects), j + 1}
		case p.kind == partForce, p.filler(), p.kind == partNumber, p.noun() && p.sense("keep"):
		default:
			return target{}
		}
	}
	return target{}
}

// garrisonBehind says whether the verb at part i is done to a garrison.
func (s *sentence) garrisonBehind(i int) bool {
	for j := i + 1; j < len(s.p) && j < i+4; j++ {
		if p := &s.p[j]; p.noun() && p.sense("keep") {
			return true
		} else if !p.filler() && p.kind != partForce {
			break
		}
	}
	return false
}

func (s *sentence) sieged(i int, who subject, t target, rule string) {
	if who.actor == "" || who.actor == "civilians" || len(t.objects) == 0 {
		s.reject(i, rule, "no ground, or nobody who besieges it")
		return
	}
	for _, o := range t.objects {
		if o.near && o.place != nil {
			continue
		}
		s.say(i, t.to, timeline.Claim{Kind: timeline.Besieged, Actor: who.actor, CoActors: who.co, Place: s.ref(o), Rule: rule})
	}
}

// lift reads "broke the siege of X", "ended a blockade which Y had maintained
// on Z".
func (s *sentence) lift(i int, who subject) {
	ring := s.ringOf(i)
	var t target
	switch {
	case ring >= 0:
		s.p[ring].told = true
		t = s.ringGround(ring)
		if from := s.liftedFrom(ring); len(from.objects) > 0 {
			t = from
		}
	case strings.HasPrefix(s.p[i].node.text, "reliev"):
		ring, t = i, s.object(i)
	default:
		return
	}
	besieger := timeline.Actor("")
	if ring > 0 && s.p[ring-1].kind == partForce {
		besieger = s.force(ring-1, i).actor
	}
	for j := ring + 1; j < len(s.p) && j < ring+6; j++ {
		if p := &s.p[j]; p.kind == partForce && p.force.own == 0 && besieger == "" && p.force.actor != "civilians" {
			besieger = p.force.actor
		}
	}
	if besieger == "" || besieger == who.actor {
		besieger = s.opponent(who.actor)
	}
	if besieger == "" && who.actor == "" && len(s.forces) == 1 { // "the army's aim is to lift the siege"
		besieger = s.opponent(s.forces[0].Actor)
	}
	if who.actor == "" && besieger != "" {
		who = subject{force: force{actor: s.opponent(besieger)}, at: i, linked: true}
	}
	if len(t.objects) == 0 || who.actor == "" && besieger == "" {
		return
	}
	if s.mode[i] != timeline.Asserted { // "to lift the siege": it goes on
		if m := s.mode[i]; m == timeline.Attempt || m == timeline.Future || m == timeline.Repelled {
			s.mode[i] = timeline.Asserted
			s.sieged(i, subject{force: force{actor: besieger}, at: i, linked: true}, t, "siege.to_lift")
			s.mode[i] = m
		}
		return
	}
	for _, o := range t.objects {
		s.say(i, t.to, timeline.Claim{Kind: timeline.SiegeBroken, Actor: who.actor, CoActors: who.co, From: besieger, Place: s.ref(o), Rule: "siege.broken"})
	}
}

// ringOf is the part of the siege that the verb at part i is done to; -1 for
// none.
func (s *sentence) ringOf(i int) int {
	ring := -1
	for j := i + 1; j < len(s.p) && j < i+7; j++ {
		p := &s.p[j]
		if p.is("siege") || p.noun() && p.sense("besiege") {
			ring = j
			break
		}
		if !p.filler() && p.kind != partNumber && p.kind != partForce && !p.is("own") {
			break
		}
	}
	if s.p[i].verb.passive || s.p[i].verb.form == participle {
		for j := i - 1; j >= 0 && j > i-10 && ring < 0; j-- {
			if p := &s.p[j]; p.kind == partStrong || p.finite() {
				break
			}
			if s.p[j].is("siege") {
				ring = j
			}
		}
	}
	return ring
}
