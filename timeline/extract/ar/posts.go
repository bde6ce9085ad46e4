package ar

import (
	"frontline/timeline"
)

// build reads "X set up a post in the village": it holds that part of it.
func (s *sentence) build(i int, who subject) {
	if who.actor == "" || s.mode[i] != timeline.Asserted || s.p[i].form == noun {
		return
	}
	at := s.next(i, func(p *part) bool { return p.kind == partGround })
	for at < 0 {
		j := s.next(i, func(p *part) bool { return p.kind == partForce })
		if j < 0 || j <= i {
			return
		}
		i, at = j, s.next(j, func(p *part) bool { return p.kind == partGround })
	}
	if s.p[at].before != "" || s.p[at].objects[0].place != nil || !s.ofForces(at) {
		return
	}
	n, end := s.within(&s.p[at]), at+1
	for j := at + 1; n == nil && j < len(s.p) && j < at+4; j++ {
		if p := &s.p[j]; p.kind == partGround && p.before == "في" && p.objects[0].place != nil {
			n, end = p.objects[0].place, j+1
		} else if p.kind == partComma || p.finite() {
			return
		}
	}
	if n != nil {
		s.holds(i, who, []object{{place: n, start: n.start, end: n.end, partial: true}}, end, "holds.post_built")
	}
}

// ofForces says whether the ground at part i is a base, a post or a checkpoint,
// as forces have them.
func (s *sentence) ofForces(i int) bool {
	switch s.className(&s.p[i]) {
	case "base", "post", "checkpoint", "prison":
		return true
	}
	return false
}

// adopt reads "X makes the town its seat", "which X took for its stronghold".
func (s *sentence) adopt(i int, who subject) {
	if who.actor == "" || s.mode[i] != timeline.Asserted || s.p[i].form == noun {
		return
	}
	end := s.clauseEnd(i)
	seat := -1
	for j := i + 1; j < end && seat < 0; j++ {
		if p := &s.p[j]; p.is("seat") || p.is("stronghold") || p.kind == partGround && s.endsInSeat(p) {
			seat = j
		}
	}
	if seat < 0 {
		return
	}
	g := group{to: end}
	if p := &s.p[i]; p.suffix != 0 {
		g.objects = s.groundBefore(i, p.suffix)
	} else if g, _ = s.complement(i, "من"); len(g.objects) == 0 {
		g, _ = s.complement(i, "")
	}
	s.holds(i, who, g.objects, max(g.to, seat+1), "holds.seat")
}

// endsInSeat says whether the ground is, or ends with, the noun of a base: "of the
// town its seat" is one row of nouns.
func (s *sentence) endsInSeat(p *part) bool {
	for j := p.from; j < p.to; j++ {
		if n := &s.n[j]; n.role == "class" && n.value == "base" && n.suffix == 0 && !n.conj {
			return true
		}
	}
	return false
}

// decided reads "X decided the battle of the town in its favour".
func (s *sentence) decided(i int, who subject) {
	end := s.clauseEnd(i)
	if !s.cueIn(i, end, "own_favour") {
		return
	}
	for j := i + 1; j < end; j++ {
		if p := &s.p[j]; p.kind == partGround && (p.before == "" || p.before == "في") {
			s.control(i, event{timeline.Captured, who, s.opponent(who.actor), p.objects, j + 1, "control.decided"})
			return
		}
	}
}

// within is the first name behind "in" in the ground; nil where none is.
func (s *sentence) within(p *part) *node {
	in := false
	for j := p.from; j < p.to; j++ {
		n := &s.n[j]
		in = in || n.role == "prep" && n.text == "في"
		if in && n.role == rolePlace && !inCountry(s.nodes, n.at) {
			return n
		}
	}
	return nil
}

// postIn is the place, in part, in which the base or post without a name at part
// j is: "in a base of theirs inside the town"; nil where it is none.
func (s *sentence) postIn(j int) []object {
	if s.p[j].objects[0].place != nil || !s.ofForces(j) {
		return nil
	}
	for k := j + 1; k < len(s.p) && k < j+4; k++ {
		if p := &s.p[k]; p.kind == partGround && (p.before == "في" || p.before == "ب" || s.p[k-1].is("inside")) && p.objects[0].place != nil {
			n := p.objects[0].place
			return []object{{place: n, start: n.start, end: n.end, partial: true}}
		} else if p.kind == partComma || p.finite() {
			break
		}
	}
	return nil
}
