package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// joined reads "the village of X followed it", "likewise Y": the last thing
// told is told of one more place.
func (s *sentence) joined(i int) {
	if s.cueIn(i, s.clauseEnd(i), "deal") {
		if s.mode[i] == timeline.Asserted && !(i > 0 && negates(s.p[i-1].text)) {
			s.reconciled(i)
		}
		return
	}
	if s.p[i].kind == partVerb && (!s.joins(i) || s.toItself(i)) {
		s.annexed(i)
		return
	}
	if s.widened(i) {
		return
	}
	last := s.document.last
	if last == nil || s.document.sentence > s.document.lastIn+1 || (s.p[i].is("like") && s.p[i].value == "" || s.p[i].is("also")) && last.kind != timeline.Holds || s.mode[i] != timeline.Asserted {
		return
	}
	if j := s.joining(i); j >= 0 {
		who := last.who
		who.linked = true
		s.likeLast(i, who, s.p[j].objects, max(i, j)+1, "joined."+string(last.kind))
	}
}

// widened reads "X widened its control to take in A and B".
func (s *sentence) widened(i int) bool {
	if s.p[i].kind != partVerb || s.p[i].object != "direct" || s.mode[i] != timeline.Asserted && s.p[i].before != "ل" {
		return false
	}
	for j := i - 1; j >= 0 && j > i-9 && s.p[j].kind != partStrong; j-- {
		if s.p[j].verb("advance") && s.cueIn(j, i, "extent") && s.mode[j] == timeline.Asserted {
			if k := s.joining(i); k >= 0 {
				who := s.doer(j)
				s.mode[i] = timeline.Asserted
				s.control(i, event{timeline.Captured, who, s.opponent(who.actor), s.p[k].objects, k + 1, "control.widened"})
			}
			return true
		}
	}
	return false
}

// annexed reads "X added the town to what it holds".
func (s *sentence) annexed(i int) {
	p := &s.p[i]
	if p.object != "ب" && p.object != "إلى" || p.form == noun {
		return
	}
	who := s.doer(i)
	if g, _ := s.complement(i, ""); len(g.objects) > 0 && (!who.linked || s.toItself(i)) {
		s.control(i, event{timeline.Captured, who, s.opponent(who.actor), g.objects, g.to, "control.annexed"})
	}
}

// toItself says whether the pronoun of the verb at part i is its subject, which
// stands before: "X had added to itself five villages".
func (s *sentence) toItself(i int) bool {
	return s.p[i].finite() && s.p[i].verb("join") && (s.p[i].object == "ب" || s.p[i].object == "إلى") && s.ahead(i) >= 0
}

// joining is the part of the ground that joins what was told before at part i:
// behind it, or before a verb; -1 if none does.
func (s *sentence) joining(i int) int {
	for j := i + 1; j < len(s.p) && j < i+8; j++ {
		p := &s.p[j]
		if p.kind == partGround && (p.before == "" || p.before == "في" || p.before == "علي" || p.before == "ب" && strings.HasPrefix(s.p[i].text, "اتبع") || s.p[i].is("like")) && !p.told {
			return j
		}
		if p.finite() || p.kind == partStrong || p.kind == partComma {
			break
		}
	}
	for j := i - 1; s.p[i].kind == partVerb && j >= s.clauseStart(i); j-- {
		if p := &s.p[j]; p.kind == partGround && p.before == "" {
			return j
		}
	}
	return -1
}

// spellsOut reads a list that spells out what the sentence before told of:
// "known of these places are A and B".
func (s *sentence) spellsOut(i int) {
	last := s.document.last
	if s.heads(i) {
		return
	}
	if i+1 < len(s.p) && s.p[i+1].kind == partGround && !s.p[i+1].told && s.p[i+1].objects[0].place != nil && i < 4 && last != nil && s.document.sentence <= s.document.lastIn+1 {
		who := last.who
		who.linked = true
		s.likeLast(i, who, s.p[i+1].objects, i+2, "joined."+string(last.kind))
	}
}

// joins says whether the verb at part i has the pronoun that makes it speak of
// what went before: "followed it", "was added to it".
func (s *sentence) joins(i int) bool {
	p := &s.p[i]
	switch {
	case p.kind != partVerb:
		return true
	case p.object == "direct": // "the advance took in A"; but not "the raids took in A"
		for j := max(0, i-4); j < i; j++ {
			if s.p[j].munition() || s.p[j].is("fight") {
				return false
			}
		}
		return true
	case p.object == "suffix":
		return p.suffix != 0 && p.form != noun
	}
	want := arabic.Fold(p.object)
	return s.next(i, func(p *part) bool { return p.kind == partIt && p.before == want }) >= 0
}
