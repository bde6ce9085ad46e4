package ar

import "frontline/timeline"

// member reads "of X", "in the ranks of X", "of its fighters", "of both sides",
// "killed and wounded" behind a number; false where node j begins none.
func (s *sentence) member(l *loss, j int) bool {
	switch n := &s.n[j]; {
	case n.role == "prep" && s.bothFates(j):
		l.people, l.killed, l.wounded, l.fused, l.to = true, true, true, true, j+3
		if s.of(l.to) {
			s.member(l, l.to)
		}
		return true
	case n.role == "both":
		l.people, l.side, l.to = true, timeline.Unknown, j+1
		return true
	case n.role == "it":
		if n.object != "من" {
			return false
		}
		l.people, l.to = true, j+1
		l.side = s.antecedent(s.partAt(j), n.value[0]).actor
		return true
	case n.role == "prep" && n.text != "من", n.role == "actor" && n.prep != "ل" && n.prep != "ب" && !l.killed && !l.fighters:
		return false
	}
	for k := j; k < len(s.n) && k < j+5; k++ {
		switch n := &s.n[k]; n.role {
		case "actor", "own", "attackers", "rebels":
			s.ofForce(l, k)
			return true
		case "both":
			l.people, l.side, l.to = true, timeline.Unknown, k+1
			return true
		case "person":
			l.people, l.side, l.to = true, "civilians", k+1
			if l.to < len(s.n) && s.n[l.to].role == "members" && s.n[l.to].conj {
				l.side, l.to = timeline.Unknown, l.to+1 // "civilians and fighters"
			}
			return true
		case "nation":
			if s.n[k-1].role != "soldier" {
				return k > j+1
			}
			l.people, l.soldiers, l.side, l.to = true, true, timeline.Actor(n.value), k+1
			return true
		case "members", "of", "prep", roleWord, "soldier", "common":
		default:
			return k > j+1
		}
	}
	return false
}

// ofForce reads whose the loss is at node k: one actor, or several together.
func (s *sentence) ofForce(l *loss, k int) {
	f, ok := s.forcePart(k)
	if !ok {
		return
	}
	l.people, l.to = true, f.to
	if who := s.assailants(f.force.own, k); who != "" {
		l.side = who
		return
	}
	if f.force.own != 0 {
		part := s.partAt(k)
		s.p[part].force.own = f.force.own
		l.side = s.named(part, part).actor
		return
	}
	l.side = f.force.actor
	for _, a := range f.force.co {
		if a != l.side {
			l.side = timeline.Unknown // of several together
		}
	}
}

// assailants is whom "the attackers" at node k means, by the attack that the
// sentence told before; "" where it told of none, or own is another word.
func (s *sentence) assailants(own byte, k int) timeline.Actor {
	if own != 'a' {
		return ""
	}
	for i := s.partAt(k) - 1; i >= 0; i-- {
		if s.p[i].is("onslaught") {
			return s.attacker(i, s.attackEnd(i)).actor
		}
	}
	return ""
}

// victims finds whose a loss is where the words right behind it do not say.
func (s *sentence) victims(l *loss, told []loss) {
	if l.killer != "" && l.side == l.killer {
		l.side = s.opponent(l.killer)
	}
	if l.them {
		l.side = s.opponent(s.antecedent(s.partAt(l.from), 0).actor) // whoever is told of, does it
	}
	if l.side != "" {
		return
	}
	if l.others && len(told) > 0 {
		l.side = told[len(told)-1].side
		return
	}
	if s.losses(l); l.side != "" {
		return
	}
	if s.ranks(l); l.side != "" || l.among {
		return // of those counted before, no word says that they are others
	}
	switch {
	case l.soldiers:
		l.side = "syrian_government" // "soldiers" alone are those of the state
	case l.fighters:
		l.side = s.rebels(s.partAt(l.from), "").actor
	case l.killed && !l.fused && s.total(l):
		l.side = timeline.Unknown
	}
}

// losses finds whose the dead are in what counts them: "the losses of X came to
// 346 dead", "X lost 25 dead".
func (s *sentence) losses(l *loss) {
	if !l.killed || l.among {
		return
	}
	for j := l.from - 1; j >= 0 && j > l.from-fateReach; j-- {
		switch n := &s.n[j]; {
		case n.text == "خسائر":
			s.deadOf(l, j)
			return
		case n.role == "verb" && (n.value == "lose" || n.value == "incur") && n.form != noun:
			if i := s.partAt(j); s.overt(i) >= 0 || s.ahead(i) >= 0 {
				l.side = s.mourner(i)
			}
			return
		case n.role == "verb" && n.form != noun, n.role == roleComma, n.role == "strong", n.role == "dead":
			return
		}
	}
}

// ranks finds "in the ranks of X" further on in the clause.
func (s *sentence) ranks(l *loss) {
	for j := l.to; j < len(s.n) && j < l.to+8; j++ {
		switch n := &s.n[j]; n.role {
		case roleComma, roleNum, "strong":
			return
		case "of":
			if j+1 < len(s.n) && (s.n[j+1].role == "actor" || s.n[j+1].role == "own") {
				s.ofForce(l, j+1)
				return
			}
		case "verb":
			if n.form != noun {
				return
			}
		}
	}
}

// total says whether the loss is a sum: "the number of dead reached 61".
func (s *sentence) total(l *loss) bool {
	for j := max(0, l.from-10); j < min(len(s.n), l.to+4); j++ {
		switch s.n[j].text {
		case "عدد", "حصيله", "الحصيله", "مجموع", "تعداد", "احصي", "سجل", "وثق":
			return true
		}
	}
	return false
}
