package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// taking reads "…, taking the villages A and B".
func (s *sentence) taking(i int) {
	who := s.antecedent(i, 0)
	g, _ := s.complement(i, arabic.Fold(s.p[i].value))
	if len(g.objects) == 0 && strings.HasPrefix(s.p[i].text, "محرر") {
		g = group{s.freed(i), i + 1}
	}
	kind := timeline.Captured
	if strings.HasPrefix(s.p[i].text, "مست") && s.p[i].value == "" {
		kind = timeline.Recaptured
	}
	s.control(i, event{kind, who, s.loser(i, g.to, who.actor), g.objects, g.to, "control.taking"})
}

// freed is the ground that is said to be free at part i: "the town is free now",
// "X declared the town free".
func (s *sentence) freed(i int) []object {
	for j := i - 1; j >= s.clauseStart(i); j-- {
		p := &s.p[j]
		if p.kind == partGround && p.before == "" {
			return p.objects
		}
		if p.finite() && !p.verb("become", "say") {
			return nil
		}
	}
	return nil
}

// elided reads "and on the next day of A and B": ground behind the preposition
// of the last verb of control, with no verb of its own.
func (s *sentence) elided(i int) {
	p, last := &s.p[i], s.document.last
	if p.before != "علي" && !s.earlier(i) && !s.likewise(i) && !(p.before == "" && i > 0 && s.p[i-1].time() && s.p[i-1].and) || p.used || p.told || last == nil || s.document.lastIn != s.document.sentence || last.kind == timeline.HandedOver || last.to > i {
		return
	}
	for j := max(0, last.to-1); j < i; j++ {
		if s.p[j].kind == partVerb && !s.p[j].verb("none") || s.p[j].munition() || s.p[j].is("fight") || s.p[j].is("onslaught") || s.p[j].kind == partForce && !s.p[j].and && j >= last.to {
			return
		}
	}
	if k := i + 1; p.objects[0].near && k < len(s.p) && s.p[k].kind == partGround && s.p[k].before == "علي" {
		return // "and on the western axis, of the village"
	}
	if !s.p[i].and && !s.earlier(i) && !s.cueIn(i-4, i, "also") && !s.conjBefore(i) {
		return
	}
	who := last.who
	who.linked = true
	if w := &s.p[i-1]; w.kind == partForce && w.and && w.before == "" && w.force.own == 0 {
		who = s.named(i, i-1) // "X took A, and Y B"
	}
	s.likeLast(i, who, p.objects, i+1, "control.elided")
}

// likeLast says at part i of more ground what was told last.
func (s *sentence) likeLast(i int, who subject, objs []object, to int, rule string) {
	e := event{s.document.last.kind, who, "", objs, to, rule}
	if e.kind.Changes() {
		e.from = s.opponent(who.actor)
	}
	s.control(i, e)
}

// earlier says whether "and before it", "and after it", stands right before the
// ground at part i: "X took A, and before it B".
func (s *sentence) earlier(i int) bool {
	if i == 0 || s.p[i].before != "" && s.p[i].before != "علي" {
		return false
	}
	p := &s.p[i-1]
	switch p.text {
	case "بعدها", "بعده", "بعدهما":
		return p.and
	}
	return p.node.role == "vague_time" && strings.HasPrefix(s.text[p.start:p.end], "و")
}

// likewise says whether the ground at part i is joined to what just passed to
// somebody: "the town passed to X, and likewise the field".
func (s *sentence) likewise(i int) bool {
	if i < 2 || s.p[i].before != "" || !s.p[i-1].is("also") || s.p[i-2].kind == partGround || s.document.last == nil {
		return false
	}
	switch s.document.last.rule {
	case "control.passed_to", "control.fell_to", "under.captured", "under.recaptured":
		return true
	}
	return false
}

// goesAlong reads "and with it went the villages A and B" behind what just
// changed hands: they went the same way.
func (s *sentence) goesAlong(i int) bool {
	last := s.document.last
	if !s.p[i].and || i+2 >= len(s.p) || s.p[i+1].and || !strings.HasPrefix(s.p[i+1].text, "معه") || last == nil || !last.kind.Changes() || s.document.lastIn != s.document.sentence {
		return false
	}
	g := &s.p[i+2]
	if g.kind != partGround || g.before != "" {
		return false
	}
	for j := i + 3; j < s.clauseEnd(i); j++ {
		if s.p[j].kind == partHands || s.p[j].kind == partForce {
			return false // says itself whose they are
		}
	}
	who := last.who
	who.linked = true
	s.likeLast(i, who, g.objects, i+3, "control.along")
	return true
}

// conjBefore says whether "and" opens the words before part i: "and on Sunday
// of A".
func (s *sentence) conjBefore(i int) bool {
	for j := i - 1; j >= 0 && j > i-4 && s.p[j].kind != partComma; j-- {
		if s.p[j].and {
			return true
		}
	}
	return false
}
