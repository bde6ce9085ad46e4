package ar

import (
	"strings"

	"frontline/timeline"
)

// givesUp says whether the verb at part i is تخلى عن, "gave up": it looks like
// تخلي, "she clears".
func (s *sentence) givesUp(i int) bool {
	if !strings.HasPrefix(s.p[i].text, "تخل") {
		return false
	}
	return s.next(i, func(p *part) bool { return p.before == "عن" && (p.kind == partGround || p.kind == partIt) }) >= 0 ||
		s.next(i, func(p *part) bool { return p.kind == partForce }) >= 0 && s.cueBefore(i, "عن")
}

// cueBefore says whether ground stands behind the preposition in the clause
// behind part i.
func (s *sentence) cueBefore(i int, preposition string) bool {
	g, _ := s.complement(i, preposition)
	return len(g.objects) > 0
}

// giver is who gives up what the verb at part i says: in whatever gender, for
// the verb is not what it looks like.
func (s *sentence) giver(i int, who subject) subject {
	if j := s.next(i, func(p *part) bool { return p.kind == partForce }); j >= 0 && s.p[j].before == "" {
		return s.named(i, j)
	}
	return who
}

// gone reads "X has no presence any more in the town": whoever fights X there
// has it, where one does.
func (s *sentence) gone(i int) bool {
	at := -1
	for j := i - 1; j >= 0 && j > i-6 && s.p[j].kind != partComma; j-- {
		if s.p[j].is("left") {
			at = j
		}
	}
	if at < 0 || s.p[i].form != noun {
		return false
	}
	loser, objs, end := subject{}, []object(nil), i+1
	for j := at + 1; j < len(s.p) && j < i+6 && s.p[j].kind != partStrong; j++ {
		switch p := &s.p[j]; {
		case p.kind == partComma && j > i:
			j = len(s.p)
		case p.kind == partForce && p.before == "ل" && loser.actor == "":
			loser = s.named(i, j)
		case p.kind == partIt && p.before == "ل" && loser.actor == "":
			loser = s.antecedent(i, p.value[0])
		case p.kind == partGround && p.before == "في" && objs == nil:
			objs, end = p.objects, j+1
		case p.kind == partIt && p.before == "في" && objs == nil:
			objs, end = s.pointed(at, j).objects, j+1
		}
	}
	if loser.actor == "" || len(objs) == 0 {
		return true
	}
	s.mode[i] = timeline.Asserted // the negation is in the words
	s.slipping(i, loser.actor, objs, end)
	return true
}

// slipping says that the loser has the objects no more: whoever is against it
// here has them, if anybody is.
func (s *sentence) slipping(i int, loser timeline.Actor, objs []object, end int) {
	if winner := s.victor(loser); winner != "" && !s.namesCountry(objs) {
		s.control(i, event{timeline.Captured, subject{force: force{actor: winner}, linked: true}, loser, objs, end, "control.slipped"})
		return
	}
	s.control(i, event{timeline.Lost, nobody(), loser, objs, end, "control.slipped"})
}

// outOf reads a headline without a verb: "A and B out of the control of X".
func (s *sentence) outOf(i int) {
	if !s.headline || !strings.HasPrefix(s.p[i].text, "خارج") || i == 0 || s.p[i-1].kind != partGround || s.p[i-1].before != "" || i+1 >= len(s.p) {
		return
	}
	for j := range s.p[:i] {
		if s.p[j].kind == partVerb {
			return
		}
	}
	if s.p[i+1].kind == partForce {
		s.slipping(i, s.named(i, i+1).actor, s.p[i-1].objects, i+2)
	}
}

// pull reads "X pulled its forces out of the town".
func (s *sentence) pull(i int, who subject) {
	if who.actor == "" || s.mode[i] != timeline.Asserted {
		return
	}
	own := false
	for j := i + 1; j < s.clauseEnd(i) && j < i+5; j++ {
		own = own || s.p[j].kind == partForce && s.p[j].force.own != 0
	}
	g, _ := s.complement(i, "من")
	if own && len(g.objects) > 0 {
		s.control(i, event{timeline.Withdrew, nobody(), who.actor, g.objects, g.to, "control.withdrew"})
	}
}
