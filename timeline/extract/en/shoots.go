package en

// weapon says whether part j names what is fired: drones, shells, "glide
// bombs".
func (s *sentence) weapon(j int) bool {
	for k := s.p[j].from; k < s.p[j].to; k++ {
		if n := &s.n[k]; n.role == "weapons" && n.value == "fired" || n.role == "members" && n.value == "air" {
			return true
		}
	}
	return false
}

// shoots reads "fired rockets at X", "dropped bombs on X": what they are fired
// at is struck, by who fires them.
func (s *sentence) shoots(i int, who subject) bool {
	p := &s.p[i]
	armed := p.verb.passive && i > 0 && s.armedBefore(i)
	for j := i + 1; j < s.clauseEnd(i); j++ {
		q := &s.p[j]
		switch {
		case s.weapon(j) && (q.before == "" || q.before == "of"):
			armed = true
		case armed && q.kind == partGround && (q.before == "at" || q.before == "on" || q.before == "towards" || q.before == "into" || q.before == "over" || q.before == "against"):
			s.struck(i, who.all(), s.somewhere(i, target{q.objects, j + 1}))
			return true
		case q.kind == partVerb, q.kind == partStrong:
			return false
		}
	}
	return false
}

// armedBefore says whether the subject of the verb at part i is a weapon.
func (s *sentence) armedBefore(i int) bool {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if s.weapon(j) {
			return true
		} else if s.p[j].kind == partStrong || s.p[j].kind == partVerb && !s.p[j].sense("shoot") {
			break
		}
	}
	return false
}

// armedWith says whether the attack at part i is one with weapons that are fired:
// "attacked X with drones".
func (s *sentence) armedWith(i int) bool {
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if p := &s.p[j]; (p.before == "with" || p.before == "by") && (s.weapon(j) || p.kind == partNumber && j+1 < len(s.p) && s.weapon(j+1)) {
			return true
		}
	}
	return false
}

// dropped reads "shells fell on X", whose verb is part i.
func (s *sentence) dropped(i int) bool {
	if s.p[i].noun() || !s.armedBefore(i) {
		return false
	}
	t := s.complement(i, []string{"on", "in", "near", "at", "into"})
	if len(t.objects) == 0 {
		return false
	}
	who := subject{}
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if p := &s.p[j]; p.kind == partForce {
			who = s.force(j, i)
			break
		}
	}
	if who.linked {
		who = subject{} // shells: nobody says whose
	}
	s.struck(i, who.all(), s.somewhere(i, t))
	return true
}
