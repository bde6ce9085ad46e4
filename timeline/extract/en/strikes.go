package en

import "frontline/timeline"

// strike reads "X shelled the town", "air strikes by X on Y", "the town was
// hit", "a landmine planted by X exploded in Y".
func (s *sentence) strike(i int, who subject) {
	p := &s.p[i]
	if s.mode[i] != timeline.Asserted && s.mode[i] != timeline.Repelled {
		return
	}
	if p.noun() {
		if !s.toldByVerb(i) {
			s.struck(i, s.strikers(i, who), s.somewhere(i, s.hit(i)))
		}
		return
	}
	if k := s.strikeBefore(i); k >= 0 && who.actor == "" { // "an air strike by X hit Y"
		if all := s.strikers(k, s.doer(k)); len(all) > 0 {
			who = subject{force: force{actor: all[0], co: all[1:], air: true}, at: i}
		}
	}
	t := s.object(i)
	if p.sense("explode") {
		t = s.complement(i, []string{"in", "at", "near", "on"})
	}
	if len(t.objects) == 1 && t.objects[0].place == nil && s.inside(t.objects[0])[0].place == nil {
		if in := s.complement(i, []string{"in", "at", "near"}); len(in.objects) > 0 {
			t = in
		}
	}
	if len(t.objects) == 0 && (p.verb.passive || p.sense("explode") || s.positions(i)) {
		t = s.complement(i, []string{"in", "at", "near", "on", "of"})
	}
	if len(t.objects) == 0 {
		t = s.hit(i)
	}
	t = s.somewhere(i, t)
	if p.sense("explode") && who.actor == "" {
		who = s.planter(i)
	}
	if p.verb.passive && who.actor == "" {
		s.struck(i, nil, t)
		return
	}
	s.struck(i, who.all(), t)
}

// strikeBefore is the noun of striking that the verb at part i is said of; -1 if
// none.
func (s *sentence) strikeBefore(i int) int {
	if s.p[i].verb.passive {
		return -1
	}
	for j := i - 1; j >= 0 && s.p[j].kind != partStrong; j-- {
		if p := &s.p[j]; p.noun() && p.sense("strike", "attack", "explode") && p.before == "" {
			return j
		} else if p.kind == partVerb && !p.noun() || p.kind == partComma {
			break
		}
	}
	return -1
}

// toldByVerb says whether the noun of striking at part i is the subject of a
// verb that tells what is struck.
func (s *sentence) toldByVerb(i int) bool {
	for j := i + 1; j < len(s.p); j++ {
		switch p := &s.p[j]; {
		case p.kind == partVerb && !p.noun():
			return p.sense("strike") && s.strikeBefore(j) == i
		case p.kind == partStrong, p.kind == partComma:
			return false
		}
	}
	return false
}

// somewhere is the target, or, where that has no name ("positions of X"), the
// place behind it that says where it lies.
func (s *sentence) somewhere(i int, t target) target {
	for _, o := range t.objects {
		if o.place != nil || s.inside(o)[0].place != nil {
			return t
		}
	}
	for j := max(i+1, t.to-1); j < s.clauseEnd(i) && len(t.objects) > 0; j++ {
		p := &s.p[j]
		if p.kind == partGround && (p.before == "in" || p.before == "near" || p.before == "at" || p.objects[0].near) && p.objects[0].place != nil {
			return target{p.objects, j + 1}
		}
	}
	return t
}

// planter is who laid what exploded at part i: "a mine planted by X".
func (s *sentence) planter(i int) subject {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		if p := &s.p[j]; p.kind == partForce && (p.before == "by" || p.before == "of") {
			return s.force(j, i)
		}
	}
	return subject{}
}

// positions says whether what the verb at part i hits is told by who stands
// there: "shelled regime positions in X".
func (s *sentence) positions(i int) bool {
	return i+1 < len(s.p) && (s.p[i+1].kind == partForce || s.p[i+1].kind == partWord || s.p[i+1].kind == partGround)
}

// strikers are those who strike, by the words around the noun at part i.
func (s *sentence) strikers(i int, who subject) []timeline.Actor {
	if who.actor != "" && !who.linked || s.p[i].own {
		return who.all()
	}
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if p := &s.p[j]; p.kind == partForce && p.before == "by" {
			return s.force(j, i).all()
		}
	}
	for j := i - 1; j >= 0 && j > i-5; j-- {
		if p := &s.p[j]; p.sense("light_on") {
			return s.doer(j).all()
		} else if p.kind == partStrong {
			break
		}
	}
	return nil
}

// hit is the ground that is struck: behind the word at part i, else the last
// one spoken of.
func (s *sentence) hit(i int) target {
	end := s.clauseEnd(i)
	for j := i + 1; j < end; j++ {
		p := &s.p[j]
		if p.kind == partGround && p.before != "from" && p.before != "by" && !p.told {
			if len(p.objects) == 1 && p.objects[0].place == nil {
				return target{s.inside(p.objects[0]), j + 1}
			}
			return target{p.objects, j + 1}
		}
		if p.kind == partIt && p.before == "on" {
			return target{s.groundBefore(i, p.value == "p"), j + 1}
		}
	}
	for j := i - 1; j >= 0; j-- {
		if p := &s.p[j]; p.kind == partGround && !p.told && !s.allRegional(p.objects) {
			return target{pick(p, false), end}
		}
	}
	return target{nil, end}
}

func (s *sentence) struck(i int, actors []timeline.Actor, t target) {
	if len(actors) == 0 {
		actors = []timeline.Actor{""} // nobody says whose
	}
	for _, o := range t.objects {
		if o.place == nil {
			for _, x := range s.inside(o) {
				o = x
				break
			}
		}
		o.near = false
		for _, a := range actors {
			s.say(i, t.to, timeline.Claim{Kind: timeline.Struck, Modality: timeline.Asserted, Actor: a, Place: s.ref(o), Rule: "strike"})
		}
	}
}

// underFire reads "came under enemy artillery fire", "is under bombardment",
// whose verb is part i; false where it says no such thing.
func (s *sentence) underFire(i int) bool {
	for j := i + 1; j < len(s.p) && j < i+5; j++ {
		p := &s.p[j]
		switch {
		case p.before != "under" && (p.before != "to" || !s.p[i].sense("subject")):
			if !p.filler() && p.kind != partAnd {
				return false
			}
		case p.kind == partForce && p.force.air:
			s.struck(i, s.force(j, i).all(), target{s.patient(i), j + 1})
			return true
		case p.noun() && p.sense("strike"):
			s.struck(i, s.strikers(j, s.doer(j)), target{s.patient(i), j + 1})
			p.told = true
			return true
		default:
			return false
		}
	}
	return false
}
