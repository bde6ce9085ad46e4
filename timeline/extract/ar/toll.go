package ar

import (
	"frontline/timeline"
)

// loss is a number of dead or wounded, and whose they are.
type loss struct {
	part    int
	node    int
	n       int // 0: not said, "dozens"
	wounded bool
	side    timeline.Actor // "" where the words beside it do not say
	others  bool           // "and 7 others"
}

// tolls reads "25 fighters of X were killed and 8 wounded": all losses of the
// sentence, the wounded with the dead they are told with.
func (s *sentence) tolls() {
	var open *loss // dead that may have wounded beside them
	emit := func(l *loss, wounded *int) {
		if l == nil || l.side == "" {
			return
		}
		c := timeline.Claim{Kind: timeline.Casualties, Actor: l.side, Rule: "toll", WoundedMin: wounded}
		if l.n > 0 && !l.wounded {
			c.KilledMin = &l.n
		}
		s.say(l.part, s.clauseEnd(l.part), c)
	}
	var before *loss
	for i := range s.p {
		l, ok := s.lossAt(i)
		if !ok {
			continue
		}
		if l.side == "" && l.others && before != nil {
			l.side = before.side
		}
		switch {
		case l.wounded && open != nil && (l.side == "" || l.side == open.side) && l.node < open.node+16:
			emit(open, &l.n)
			open = nil
		case l.wounded:
			emit(open, nil)
			open = nil
			if l.side != "" {
				n := l.n
				emit(&loss{part: l.part, side: l.side, wounded: true}, &n)
			}
		default:
			emit(open, nil)
			open = &l
		}
		kept := l
		before = &kept
	}
	emit(open, nil)
}

// lossAt reads the loss whose number, or whose one dead, is part i.
func (s *sentence) lossAt(i int) (loss, bool) {
	p := &s.p[i]
	l := loss{part: i, node: p.from, n: 1}
	switch {
	case p.kind == partNumber:
		if _, isKm := s.km(i); isKm || isYear(p.number) || p.number == 0 || s.secondOfRange(p.from) {
			return l, false
		}
		l.n = int(p.number)
	case p.is("dozens"):
		l.n = 0
	case p.is("one"): // "a civilian", "a man"
	default:
		return l, false
	}
	how, known := s.fate(p.from)
	if !known {
		return l, false
	}
	l.wounded = how
	s.sideOf(&l)
	return l, l.side != "" || l.others || l.wounded
}

// secondOfRange says whether the number at node i only ends a range.
func (s *sentence) secondOfRange(i int) bool {
	return i > 1 && s.n[i-2].role == roleNum && (s.n[i-1].text == "الي" || s.n[i-1].text == "-" || s.n[i-1].text == "او")
}

// fate says whether those counted at node i were wounded, or killed: by the
// noun behind the number, else the verb that governs it.
func (s *sentence) fate(i int) (wounded, known bool) {
	for j := i + 1; j < len(s.n) && j < i+4; j++ {
		switch n := &s.n[j]; n.role {
		case "dead":
			return false, true
		case "hurt":
			return true, true
		case roleComma, roleNum:
			j = len(s.n)
		}
	}
	for j := i - 1; j >= 0 && j > i-9; j-- {
		switch n := &s.n[j]; {
		case n.role == "verb" && n.value == "kill", n.role == "dead":
			return false, true
		case n.role == "verb" && n.value == "wound", n.role == "hurt":
			return true, true
		case n.role == "strong", n.role == "verb" && n.form != noun && n.value != "none":
			j = -1
		}
	}
	for j := i + 1; j < len(s.n) && j < i+10; j++ {
		switch n := &s.n[j]; {
		case n.role == "verb" && n.value == "kill":
			return false, true
		case n.role == "verb" && n.value == "wound":
			return true, true
		case n.role == roleComma, n.role == roleNum, n.role == "strong":
			return false, false
		}
	}
	return false, false
}

// sideOf finds whose the loss is: named behind the number, or who suffered it.
func (s *sentence) sideOf(l *loss) {
	from := l.node
	for j := from; j < len(s.n) && j < from+10; j++ {
		n := &s.n[j]
		switch n.role {
		case "person", "one":
			l.side = "civilians"
			if f := s.nationBehind(j); f != "" {
				l.side = f
			}
			return
		case "soldier":
			if f := s.nationBehind(j); f != "" {
				l.side = f
				return
			}
		case "others":
			l.others = true
		case "actor":
			l.side = timeline.Actor(n.value)
			if f, ok := s.forcePart(j); ok {
				for _, a := range f.force.co {
					if a != l.side {
						l.side = timeline.Unknown // of several sides together
					}
				}
			}
			return
		case roleComma, roleStop, "strong":
			j = len(s.n)
		case roleNum:
			if j > from {
				j = len(s.n)
			}
		case "verb":
			if n.value != "kill" && n.value != "wound" && n.form != noun {
				j = len(s.n)
			}
		}
	}
	s.suffered(l)
}

// nationBehind is the actor that an adjective behind node j names.
func (s *sentence) nationBehind(j int) timeline.Actor {
	for k := j + 1; k < len(s.n) && k < j+3; k++ {
		if n := &s.n[k]; n.role == "nation" {
			return timeline.Actor(n.value)
		}
	}
	return ""
}

// suffered finds a loss's side in who lost them: "X lost 11 dead".
func (s *sentence) suffered(l *loss) {
	for j := l.part - 1; j >= 0 && j > l.part-6; j-- {
		p := &s.p[j]
		if p.verb("lose", "incur") && p.form != noun {
			if who := s.doer(j); who.actor != "" {
				l.side = who.actor
			}
			return
		}
		if p.kind == partStrong {
			return
		}
	}
}

// commander reads "among them a commander of X": one at least.
func (s *sentence) commander(i int) {
	if i == 0 || !s.p[i-1].is("among") {
		return
	}
	j := s.next(i, func(p *part) bool { return p.kind == partForce })
	if j < 0 {
		return
	}
	one := 1
	s.say(i, j+1, timeline.Claim{Kind: timeline.Casualties, Actor: s.p[j].force.actor, KilledMin: &one, Rule: "toll.commander"})
}
