package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// ring reads "imposed a siege on X", "broke the siege of X", "the siege that Y
// imposed on X", "put X in a ring".
func (s *sentence) ring(i int) {
	if s.p[i].is("ringed") {
		s.surrounded(i)
		return
	}
	objs, to := s.scene(i, s.clauseEnd(i), func(j int) bool { return s.p[j].before != "من" })
	for j := i - 1; j >= 0 && j > i-6; j-- {
		p := &s.p[j]
		if p.kind == partStrong || p.kind == partComma && !(j == i-1 && j > 0 && s.p[j-1].kind == partForce) { // "X, backed by Y, broke the siege"
			break
		}
		if p.kind != partVerb {
			continue
		}
		if s.holed(j, i) {
			s.broken(j, i, objs, to)
			return
		}
		switch p.value {
		case "break":
			s.broken(j, i, objs, to)
			return
		case "end":
			if k := s.imposer(i); k >= 0 {
				s.broken(j, i, objs, to)
			}
			return
		case "light", "besiege", "capture", "strike":
			s.ringSet(i, j, objs, to)
			return
		}
		break
	}
	if k := s.imposer(i); k >= 0 {
		s.ringSet(i, k, objs, to)
	} else if len(objs) == 0 && s.longSiege(i) {
		return
	} else if i+1 < len(s.p) && (s.p[i+1].text == "المفروض" || s.p[i+1].text == "المضروب") {
		s.sieged(i, s.besieger(i), objs, to, "siege.ongoing")
	}
}

// holed says whether a gap is spoken of between the verb at part j and the ring
// at part i: "opened a gap in the ring".
func (s *sentence) holed(j, i int) bool {
	for k := j + 1; k < i; k++ {
		if strings.HasPrefix(arabic.Bare(s.p[k].text), "ثغر") {
			return true
		}
	}
	return false
}

// imposer is the verb behind the siege at part i that says who set it: "that Y
// imposed", "was closed on X"; -1 where none does.
func (s *sentence) imposer(i int) int {
	return s.next(i, func(p *part) bool {
		return p.kind == partVerb && p.form != noun && (p.verb("light", "besiege") || p.verb("strike") && p.suffix != 0) // ضرب حصارا, set a siege
	})
}

// ringSet says that who does what the verb at part v says besieges the places;
// where none stands behind, what the verb is done to.
func (s *sentence) ringSet(i, v int, objs []object, to int) {
	if len(objs) == 0 {
		objs, to = s.scene(v, i, func(j int) bool { return s.p[j].before == "" && s.p[j].kind == partGround })
	}
	if len(objs) == 0 {
		objs, to = s.here(v, false), i+1
	}
	s.mode[i] = s.mode[v]
	who := s.doer(v).force
	if who.actor == "" || v > i && s.p[v].suffix == 0 && s.overt(v) < 0 { // "the ring was closed"
		who = s.besieger(i)
	}
	s.sieged(i, who, objs, to, "siege.imposed")
}

// broken reads the siege at part i that the verb at part v broke.
func (s *sentence) broken(v, i int, objs []object, to int) {
	if len(objs) == 0 {
		objs = s.here(v, false)
	}
	besieger, by := timeline.Actor(""), s.agent(i)
	for j := i + 1; j < by; j++ {
		if t := s.p[j].text; strings.HasPrefix(t, "المفروض") || strings.HasPrefix(t, "المضروب") {
			by = -1 // "the siege imposed by X"
		}
	}
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if p := &s.p[j]; j != by && p.kind == partForce && p.force.own == 0 && besieger == "" {
			besieger = p.force.actor
		}
	}
	if s.mode[v] == timeline.Repelled || s.mode[v] == timeline.Attempt {
		if besieger != "" { // who could not break it leaves it as it is
			s.mode[i] = timeline.Asserted
			s.sieged(i, force{actor: besieger}, objs, to, "siege.ongoing")
		}
		return
	}
	who := s.doer(v)
	if by >= 0 {
		who = s.named(v, by) // "the siege was broken by X"
	}
	if who.actor == "" || !s.against(who.actor, besieger) {
		who = subject{force: force{actor: s.opponent(besieger)}, linked: true}
	}
	if besieger == "" {
		besieger = s.opponent(who.actor)
	}
	if who.actor == "" && besieger == "" {
		return
	}
	for _, o := range objs {
		s.say(v, to, timeline.Claim{Kind: timeline.SiegeBroken, Actor: who.actor, CoActors: who.co, From: besieger, Place: s.ref(o), Rule: "siege.broken"})
		if s.joinedUp(i) {
			s.advanced(v, who.force, []object{o}, to, 0)
		}
	}
}

// joinedUp says whether those who broke the siege at part i came through to
// the besieged: "by their reaching it", "by the entry of X into it".
func (s *sentence) joinedUp(i int) bool {
	for j := i + 1; j < len(s.p) && s.p[j].kind != partStrong && (!s.p[j].finite() || s.p[j].verb("light")); j++ {
		if p := &s.p[j]; p.verb("reach", "enter") && p.before == "ب" {
			return true
		}
	}
	return false
}
