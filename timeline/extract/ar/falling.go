package ar

import (
	"strings"

	"frontline/timeline"
)

// reconciled reads "the towns joined the reconciliation": they go over to the
// government.
func (s *sentence) reconciled(i int) {
	who := subject{force: force{actor: "syrian_government"}, at: i, linked: true}
	s.control(i, event{timeline.HandedOver, who, s.opponent(who.actor), s.held1(i), s.clauseEnd(i), "control.reconciled"})
}

// replaced reads "X took their place in the town".
func (s *sentence) replaced(i int, who subject) {
	if !s.cueIn(i, s.clauseEnd(i), "in_place") {
		return
	}
	g, _ := s.complement(i, "في")
	if len(g.objects) == 0 {
		g = group{s.lastGround(i), s.clauseEnd(i)}
	}
	s.control(i, event{timeline.Captured, who, s.opponent(who.actor), g.objects, g.to, "control.replaced"})
}

// fell reads "the towns A and B fell to X"; "fell into the hands of X" is read
// with the hands.
func (s *sentence) fell(i int) {
	if s.slipped(i) {
		return
	}
	for j := i + 1; j+1 < len(s.p) && j < i+8; j++ {
		p := &s.p[j]
		if p.and && p.verb("say", "rumour") {
			break // "… fell, and it was said that"
		}
		if p.kind == partHands || p.kind == partStrong || p.finite() {
			return
		}
		if (p.is("to") || p.is("by")) && s.p[j+1].kind == partForce && s.p[j+1].before == "" {
			who := s.named(i, j+1)
			s.control(i, event{timeline.Captured, who, s.opponent(who.actor), s.held1(i), j + 2, "control.fell_to"})
			return
		}
	}
	if who := s.operators(i); who.actor != "" {
		s.control(i, event{timeline.Captured, who, s.opponent(who.actor), s.held1(i), s.clauseEnd(i), "control.fell_to"})
		return
	}
	s.fellToo(i)
}

// operators is whose attack or operation the clause of the verb at part i opens
// with: "in a joint operation of X and Y, the town fell".
func (s *sentence) operators(i int) subject {
	from := s.clauseStart(i)
	if from > 1 && s.p[from-1].kind == partComma {
		from = s.clauseStart(from - 2)
	}
	for j := from; j < i; j++ {
		if p := &s.p[j]; p.kind == partForce && (p.before == "" || p.before == "ل") && s.cueIn(from, j, "onslaught") {
			return s.named(i, j)
		} else if p.kind == partVerb {
			break
		}
	}
	return subject{}
}

// fellToo reads "A and B had fallen" where nobody says to whom: to whoever took
// the last place, if that was just told.
func (s *sentence) fellToo(i int) {
	p, last := &s.p[i], s.document.last
	if p.form != past && !(p.form == noun && p.suffix == 0 && i > 0 && s.governedBy(i, "none", "join")) || i > 0 && s.p[i-1].text == "اذ" || !strings.HasPrefix(p.text, "سقط") && !strings.HasPrefix(p.text, "تحرر") || last == nil || s.document.sentence > s.document.lastIn+1 || last.who.actor == timeline.Unknown {
		return
	}
	who := last.who
	if !last.kind.Changes() {
		if who = s.lastTaker(); who.actor == "" {
			return
		}
	}
	at := s.next(i, func(p *part) bool { return p.kind == partGround && p.before == "" && !p.and })
	for j := i - 1; at < 0 && j >= 0 && j > i-4; j-- {
		if q := &s.p[j]; q.kind == partGround && q.before == "" {
			at = j
		} else if q.node.role != "none" && !q.is("was") {
			return
		}
	}
	if at >= 0 && s.p[at].objects[0].place != nil {
		who.linked = true
		s.control(i, event{timeline.Captured, who, s.opponent(who.actor), s.p[at].objects, max(i, at) + 1, "control.fell_too"})
	}
}

// lastTaker is who took the last place that the sentence says was taken; nobody
// where it says so of none.
func (s *sentence) lastTaker() subject {
	for k := len(s.claims) - 1; k >= 0 && s.claims[k].Start >= s.n[0].start; k-- {
		if c := &s.claims[k]; c.Kind.Changes() && c.Modality == timeline.Asserted && c.Actor != timeline.Unknown {
			return subject{force: force{actor: c.Actor, co: c.CoActors}}
		}
	}
	return subject{}
}

// held1 is the ground that is the subject of the verb at part i.
func (s *sentence) held1(i int) []object {
	if k := s.antecedentOf(i); k >= 0 && s.p[k].kind == partGround {
		return s.pick(&s.p[k], s.all(k, i))
	}
	if j := s.next(i, func(p *part) bool { return p.kind == partGround && p.before == "" }); j >= 0 {
		return s.p[j].objects
	}
	for j := i - 1; j >= 0; j-- {
		switch p := &s.p[j]; {
		case p.kind == partGround && p.before == "":
			return p.objects
		case p.kind == partStrong, p.finite() && !p.verb("become", "remain"):
			return nil
		}
	}
	return nil
}
