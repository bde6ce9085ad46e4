package en

import "frontline/timeline"

// ring reads "imposed a siege on X", "under siege by Y".
func (s *sentence) ring(i int) {
	if s.p[i].told {
		return
	}
	for j := i - 1; j >= 0 && j > i-5; j-- {
		p := &s.p[j]
		if p.sense("lift") {
			return // read there
		}
		if p.sense("light", "light_on", "keep") && (j == i-1 || s.p[i-1].kind != partForce) {
			s.mode[i] = s.mode[j]
			s.sieged(i, s.doer(j), s.ringGround(i), "siege.imposed")
			return
		}
		if p.kind == partComma || p.kind == partStrong {
			break
		}
	}
	for j := i + 1; j < len(s.p) && j < i+7; j++ {
		if p := &s.p[j]; p.sense("lift") && p.verb.passive {
			return // read there
		}
	}
	if j := s.p[i].from - 1; j < 0 || s.n[j].text != "under" {
		s.ownRing(i)
		return
	}
	for j := i + 1; j < len(s.p) && j < i+4; j++ {
		if p := &s.p[j]; p.kind == partForce && p.before == "by" {
			s.sieged(i, s.force(j, i), target{s.groundBefore(i, false), j + 1}, "siege.under")
			return
		} else if p.kind == partComma || p.kind == partStrong {
			break
		}
	}
	for j := i - 1; j >= 0 && j > i-5; j-- {
		if p := &s.p[j]; p.sense("have", "keep", "put") && !p.noun() && s.doer(j).actor != "civilians" {
			s.sieged(i, s.doer(j), target{s.groundBefore(i, false), i + 1}, "siege.under")
			return
		}
	}
	who := s.ringer(i)
	if who.actor == "" {
		who = s.besieger(i)
	}
	s.sieged(i, who, s.ringedGround(i), "siege.under")
}

// ringedGround is what is said to be under siege at part i.
func (s *sentence) ringedGround(i int) target {
	if w := s.where(i); len(w) > 0 {
		return target{w, i + 1}
	}
	return target{s.groundBefore(i, false), i + 1}
}

// besieger is who must lie around the ground before part i: the opponent of
// those who are there.
func (s *sentence) besieger(i int) subject {
	if len(s.forces) == 1 {
		return subject{force: force{actor: s.opponent(s.forces[0].Actor)}, at: i, linked: true}
	}
	return subject{}
}

// keptClaims is how many claims back it counts who held a place.
const keptClaims = 100

// keeperOf is who has the ground by what was said before; "" where nothing
// was.
func (s *sentence) keeperOf(objs []object) timeline.Actor { return s.holderOf(objs, false) }

// takerOf is who took the ground by what was said before; "" where nothing was.
func (s *sentence) takerOf(objs []object) timeline.Actor { return s.holderOf(objs, true) }

func (s *sentence) holderOf(objs []object, taken bool) timeline.Actor {
	for k := len(s.claims) - 1; k >= max(0, len(s.claims)-keptClaims) && len(objs) > 0 && objs[0].place != nil; k-- {
		c := &s.claims[k]
		if taken && !c.Kind.Changes() {
			continue
		}
		if who, ok := c.Holder(); ok && who != timeline.Unknown && c.Place != nil && c.Place.Surface == s.text[objs[0].place.start:objs[0].place.end] {
			return who
		}
	}
	return ""
}

// ringed reads "the besieged town of X" where only one side is spoken of that
// can lie in it, or around it.
func (s *sentence) ringed(i int) {
	p := &s.p[i]
	for j := p.from; j < p.to; j++ {
		if t := s.n[j].text; (t == "besieged" || t == "encircled" || t == "blockaded") && s.n[j].role == roleWord {
			who := s.ringer(i)
			if keeper := s.keeperOf(p.objects); who.actor == "" && keeper != "" {
				who = subject{force: force{actor: s.opponent(keeper)}, at: i, linked: true}
			}
			mode := s.mode[i]
			s.mode[i] = timeline.Asserted // whatever is tried there
			s.sieged(i, who, target{p.objects, i + 1}, "siege.adjective")
			s.mode[i] = mode
			return
		}
	}
}

// ringer is who lies around the besieged ground of part i: who shells or attacks
// it; else the opponent of those who are there, or on their way.
func (s *sentence) ringer(i int) subject {
	hits := false
	for j := i - 1; j >= 0 && s.p[j].kind != partStrong; j-- {
		switch p := &s.p[j]; {
		case p.sense("strike", "attack", "clash", "shoot", "besiege"):
			hits = true
		case p.kind == partForce && (p.before == "" || p.before == "by" || p.before == "of") && p.force.own == 0 && p.force.actor != "civilians":
			if hits {
				return s.force(j, i)
			}
			return subject{force: force{actor: s.opponent(p.force.actor)}, at: i, linked: true}
		}
	}
	for j := s.clauseStart(i); j < len(s.p) && s.p[j].kind != partStrong; j++ {
		if p := &s.p[j]; p.sense("strike", "attack", "capture") {
			if who := s.doer(j); who.actor != "" {
				return who
			}
		}
	}
	return subject{}
}

// ownRing reads "the RSF's siege of X", "its siege of X", "the siege imposed by
// Y on X".
func (s *sentence) ownRing(i int) {
	t := target{}
	for j := i + 1; j < len(s.p) && j < i+7; j++ {
		if p := &s.p[j]; p.kind == partGround && (p.before == "of" || p.before == "on" || p.before == "around") {
			t = target{p.objects, j + 1}
			break
		} else if p.kind == partStrong || p.kind == partComma {
			break
		}
	}
	who := subject{}
	k := i - 1
	for k > 0 && (s.p[k].kind == partNumber || s.p[k].kind == partWord || s.p[k].kind == partWhen) { // "Y's 18-month siege"
		k--
	}
	if k >= 0 && s.p[k].is("actor") {
		who = subject{force: s.adjectives(k), at: i}
	} else if k >= 0 && s.p[k].kind == partForce && (k == i-1 || s.n[s.p[k].to-1].owner) {
		who = s.force(k, i)
		if s.p[k].before == "under" && len(t.objects) == 0 {
			t = target{s.placesIn(s.groundBefore(k, false)), i + 1}
		}
	} else if i > 0 && s.p[i-1].is("own") {
		who = s.antecedent(i, 's')
	}
	for j := i + 1; j < len(s.p) && j < i+6 && who.actor == ""; j++ {
		if p := &s.p[j]; p.kind == partForce && p.before == "by" {
			who = s.force(j, i)
		}
	}
	if keeper := s.keeperOf(t.objects); who.actor == "" && keeper != "" {
		who = subject{force: force{actor: s.opponent(keeper)}, at: i, linked: true}
	}
	if len(t.objects) == 0 && s.p[i].before == "after" && len(s.subjects) > 0 { // "took X after a long siege"
		t, who = target{s.placesIn(s.groundBefore(i, false)), i + 1}, s.subjects[len(s.subjects)-1]
	}
	if len(t.objects) == 0 {
		t = s.starved(i)
	}
	if len(t.objects) > 0 && who.actor != "" {
		s.sieged(i, who, t, "siege.of")
	}
}

// ringGround is what the siege at part i is laid to.
func (s *sentence) ringGround(i int) target {
	for j := i + 1; j < len(s.p) && j < i+8; j++ {
		p := &s.p[j]
		if p.kind == partGround && p.before != "from" {
			return target{referred(p.objects), j + 1}
		}
		if p.kind == partStrong || p.kind == partComma {
			break
		}
	}
	return target{s.groundBefore(i, true), i + 1}
}
