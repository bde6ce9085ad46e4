package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// onslaught reads "an attack of X on Z", "X launched an attack on Z": they fight
// there, with whoever holds it. One that nobody says the aim of is no fight at
// a place.
func (s *sentence) onslaught(i int) {
	if s.headline || s.unfought(i) {
		return
	}
	end := s.attackEnd(i)
	if s.fromAir(i, end) && !strings.Contains(s.n[s.p[i+1].to-1].text+s.text[s.p[i+1].start:s.p[i+1].end], "مفخخ") {
		objs, to := s.scene(i, end, s.attacked)
		s.struck(i, s.strikers(i, end), objs, to)
		return
	}
	who, against := s.attacker(i, end), s.defenders(i, end)
	objs, to := s.scene(i, end, s.attacked)
	own := strings.HasPrefix(s.p[i].text, arabic.Article) || len(s.p[i].value) == 1
	if len(objs) == 0 && !own {
		objs, to = s.scene(i, end, func(j int) bool { return s.p[j].before == "في" && !s.origin(j) && s.p[j].kind == partGround })
	}
	if len(against) == 0 && !own {
		against = s.repeller(i, who)
	}
	switch {
	case len(objs) > 0:
	case s.wonFight(i, against):
		return
	case len(against) > 0:
		objs, to = s.here(i, false), end
	case !own:
		objs, to = s.prize(i), end
	}
	if who.actor == "" {
		s.fought(i, to, nil, objs)
		return
	}
	s.fought(i, to, s.facing(who, against), objs)
}

// fromAir says whether the attack at part i is made with aircraft or shells
// alone: a strike, no fight.
func (s *sentence) fromAir(i, end int) bool {
	if i+2 < end && s.p[i+1].kind == partForce && s.p[i+2].before == "ب" && s.p[i+2].is("shelling") && !strings.Contains(s.text[s.p[i+2].start:s.n[s.p[i+2].to-1].end], "مفخخ") {
		return true // "an attack of X with rockets"
	}
	return i+1 < end && s.p[i+1].before == "ب" && (s.p[i+1].is("aircraft") || s.p[i+1].is("shelling") || s.p[i+1].is("men") && strings.HasSuffix(s.p[i+1].value, "air"))
}

// prize is the ground that the attack at part i is told to have won, or to have
// been meant to win, by a verb before it in its clause: "took X in an attack".
func (s *sentence) prize(i int) []object {
	for j := i - 1; j >= s.clauseStart(i); j-- {
		if s.p[j].verb("capture", "recapture", "enter", "lose") {
			g, _ := s.target(j)
			return s.namedOf(places(g.objects))
		}
	}
	return nil
}

// attackEnd is the part behind what is said of the attack at part i: days in
// commas are part of it, what came of it or after it is not.
func (s *sentence) attackEnd(i int) int {
	for j := i + 1; j < len(s.p); j++ {
		switch p := &s.p[j]; {
		case p.kind == partComma && (s.p[j-1].kind == partWhen || j+1 < len(s.p) && s.p[j+1].kind == partWhen):
		case p.kind == partComma, p.kind == partStrong, p.is("weak") && s.p[j-1].kind != partComma, p.is("purpose"), p.is("negation"), p.finite() && !p.verb("light"):
			return j
		}
	}
	return len(s.p)
}

// attack reads "X attacked Y at Z".
func (s *sentence) attack(i int, who subject) {
	if s.headline || s.p[i].form == noun || who.actor == "" || who.air {
		return
	}
	end := s.clauseEnd(i)
	objs, to := s.scene(i, end, func(j int) bool {
		return s.p[j].before != "من" && s.p[j].before != "نحو" && s.p[j].kind == partGround
	})
	var others []timeline.Actor
	for j := i + 1; j < end; j++ {
		if p := &s.p[j]; p.kind == partForce && p.force.own == 0 && s.against(p.force.actor, who.actor) {
			others = p.force.all()
			break
		}
	}
	s.fought(i, to, s.facing(who.force, others), objs)
}

// attacked says whether the ground at part j is what an attack aims at.
func (s *sentence) attacked(j int) bool {
	if s.origin(j) {
		return false
	}
	switch p := &s.p[j]; p.before {
	case "علي":
		return true
	case "من":
		return p.kind == partGround // an axis: origin has let nothing else through
	case "":
		return p.kind == partGround && len(p.objects) > 0 && p.objects[0].near // "near the river"
	case "في":
		return p.kind == partGround && s.p[j-1].kind == partForce // "on the posts of Y in Z"
	}
	return false
}

// attacker is who attacks, named behind the noun at part i, by the verb that
// governs it, or by its pronoun.
func (s *sentence) attacker(i, end int) force {
	for j := i + 1; j < end; j++ {
		p := &s.p[j]
		if p.before == "علي" {
			break
		}
		if p.kind == partIt && p.before == "ل" {
			return s.antecedent(i, p.value[0]).force
		}
		if p.kind == partForce && !p.force.air {
			return s.named(i, j).force
		}
	}
	for j := i - 1; j >= s.clauseStart(i); j-- {
		if p := &s.p[j]; p.verb("light", "none") || p.verb("fail") && s.p[i].before == "في" {
			return s.doer(j).force
		}
	}
	if p := &s.p[i]; len(p.value) == 1 {
		return s.antecedent(i, p.value[0]).force
	}
	return force{}
}

// repeller is who beat off the attack of the force at part i; nobody where
// that is not told.
func (s *sentence) repeller(i int, of force) []timeline.Actor {
	for j := i - 1; j >= s.clauseStart(i) && j > i-4; j-- {
		if s.p[j].verb("repel") {
			if who := s.doer(j); s.against(who.actor, of.actor) {
				return who.all()
			}
			return nil
		}
	}
	return nil
}

// defenders are those whose posts the attack at part i is on.
func (s *sentence) defenders(i, end int) []timeline.Actor {
	on := false
	for j := i + 1; j < end; j++ {
		p := &s.p[j]
		on = on || p.before == "علي"
		if on && p.kind == partForce && p.force.own == 0 {
			return p.force.all()
		}
	}
	return nil
}
