package ar

import (
	"strings"

	"frontline/timeline"
)

func (s *sentence) captured(i int, who subject, g group, pointed bool) {
	p := &s.p[i]
	if s.ifBehind(i) {
		s.mode[i] = timeline.Hypothetical // "its capture, if it comes about"
	}
	if p.form == present && s.cueIn(i-2, i, "left") && !s.cueIn(i, s.clauseEnd(i), "except") {
		s.mode[i] = timeline.Asserted
		s.control(i, event{timeline.Lost, nobody(), who.actor, g.objects, g.to, "control.no_longer"})
		return
	}
	if s.goesOn(i) {
		s.control(i, event{timeline.Holds, who, "", g.objects, g.to, "holds.goes_on"})
		return
	}
	if p.form == present && p.object == "على" && s.mode[i] == timeline.Asserted && p.before != "ل" && !(i > 0 && s.p[i-1].text == "لم") && !s.hardly(i) && !(i > 0 && (s.p[i-1].is("maybe_if") || s.p[i-1].verb("become"))) && (pointed || s.still(i) || !s.headline) {
		s.control(i, event{timeline.Holds, who, "", g.objects, g.to, "holds.controls"})
		return
	}
	kind := timeline.Captured
	if p.value == "recapture" || s.again(i) {
		kind = timeline.Recaptured
	} else if s.agreed(i) {
		kind = timeline.HandedOver
	}
	s.control(i, event{kind, who, s.loser(i, g.to, who.actor), g.objects, g.to, "control." + p.value})
}

// hardly says whether "had hardly" governs the verb at part i: what it tells has
// come about.
func (s *sentence) hardly(i int) bool {
	for j := i - 1; j >= 0 && j > i-8 && s.p[j].kind != partComma && !s.p[j].finite(); j-- {
		for k := s.p[j].from; k < s.p[j].to; k++ {
			switch s.n[k].text {
			case "كاد", "كادت", "يكد", "تكد":
				return true
			}
		}
		if t := s.text[s.p[j].start:s.p[j].end]; strings.HasSuffix(t, "يكد") || strings.HasSuffix(t, "تكد") {
			return true
		}
	}
	return false
}

// ifBehind says whether a condition follows in the clause: "إن" before a verb,
// which folds like "أن".
func (s *sentence) ifBehind(i int) bool {
	end := s.clauseEnd(i)
	for j := i + 1; j < end; j++ {
		p := &s.p[j]
		if p.is("if") || p.is("maybe_if") && s.text[p.start:p.end] == "إن" && p.before == "" {
			return true
		}
	}
	return false
}

// agreed says whether the clause of part i says that it went without a fight.
func (s *sentence) agreed(i int) bool {
	end := s.clauseEnd(i)
	if end+1 < len(s.p) && s.p[end].kind == partComma && s.p[end+1].is("peaceful") {
		return true // "…, after an agreement with X"
	}
	return s.cueIn(s.clauseStart(i), end, "peaceful") || s.cueIn(i, end, "deal") || s.p[i].and && s.p[i].finite() && s.cueIn(i-2, i, "deal")
}

// goesOn says whether "goes on", "continues" governs the verbal noun at i.
func (s *sentence) goesOn(i int) bool {
	for j := i - 1; j >= 0 && j > i-4 && s.p[i].form == noun; j-- {
		switch p := &s.p[j]; {
		case p.kind == partVerb:
			return p.value == "go_on" || p.value == "keep" || p.value == "remain" && s.p[i].before == "علي"
		case p.kind == partComma, p.kind == partStrong:
			return false
		}
	}
	return false
}

// heldByFire reads "X cut the road by fire", "watched the town by fire", which
// holds nothing; false where no fire is spoken of.
func (s *sentence) heldByFire(i int, who subject) bool {
	if !s.cueIn(i, s.clauseEnd(i), "fire") {
		return false
	}
	g, _ := s.target(i)
	s.mode[i] = timeline.FireControl
	s.control(i, event{timeline.Captured, who, "", g.objects, g.to, "control.fire"})
	return true
}

// fire says whether the control at part i is by fire only.
func (s *sentence) fire(i int) bool {
	return s.next(i, func(p *part) bool { return p.is("fire") }) >= 0 ||
		s.next(i, func(p *part) bool { return p.is("fire") || p.kind == partForce }) >= 0 && s.cueIn(i, s.clauseEnd(i), "fire")
}

// cueIn says whether a cue of the role stands among the parts from i up to to.
func (s *sentence) cueIn(i, to int, role string) bool {
	for j := max(0, i); j < to; j++ {
		if s.p[j].is(role) {
			return true
		}
	}
	return false
}

// again says whether words beside the verb make it a recapture.
func (s *sentence) again(i int) bool {
	for j := max(0, i-3); j < i; j++ {
		if p := &s.p[j]; p.verb("again") || p.verb("recapture") && s.p[i].form == noun {
			return true
		}
	}
	if i > 0 && s.p[i].and && s.p[i-1].verb("return") && s.p[i-1].finite() {
		return true // "came back and took"
	}
	return s.cueIn(i-1, s.clauseEnd(i), "again")
}

// still says whether "still" or a relative pronoun governs the verb at i.
func (s *sentence) still(i int) bool {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		switch p := &s.p[j]; {
		case p.is("still"), p.kind == partRelative:
			return true
		case p.kind == partComma, p.kind == partStrong, p.kind == partVerb:
			return false
		}
	}
	return false
}
