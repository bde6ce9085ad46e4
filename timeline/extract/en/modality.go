package en

import "frontline/timeline"

// scope is in which mode what follows is said.
type scope struct {
	ifs    bool
	once   bool              // an adjective makes a condition of the noun behind it
	clause timeline.Modality // set by try, fail, deny …; "" for none
	blame  bool              // somebody is accused of what follows
	and    bool              // "and" stands right before
	joint  bool              // the last verb was such an infinitive: another joined to it is one too
	open   bool              // a verb let its infinitive be as it is itself: managed to, began to
}

// modalities walks a sentence and says of every part in which mode it is said.
// What a verb governs is in its mode until the clause ends; a condition holds
// until its comma.
func (s *sentence) modalities() []timeline.Modality {
	out := make([]timeline.Modality, len(s.p))
	m := scope{}
	for i := range s.p {
		m.enter(s, i)
		out[i] = m.mode(&s.p[i])
		if s.p[i].kind == partVerb {
			m.verb(s, i, out)
		}
		if p := &s.p[i]; p.sense("deny") && p.verb.passive || p.is("false") {
			s.unsaid(i, out)
		}
	}
	return out
}

func (m *scope) enter(s *sentence, i int) {
	p := &s.p[i]
	defer func() { m.and = i > 0 && s.p[i-1].kind == partAnd }()
	switch {
	case p.kind == partStrong && p.text == "as" && i+1 < len(s.p) && s.p[i+1].is("false"): // "dismissed as untrue"
	case p.kind == partStrong:
		*m = scope{ifs: p.text == "until" && s.promised(i)}
	case p.kind == partRelative:
		m.clause, m.open = "", false
	case p.kind == partComma:
		if !s.goesOn(i + 1) {
			*m = scope{}
		}
	case p.is("if") && p.value == "noun":
		m.ifs, m.once = true, true
	case p.is("if"):
		m.ifs = true
	case m.once: // "the possible fall of X": that only
		m.ifs, m.once = p.noun(), false
	case p.is("purpose"):
		m.clause = timeline.Attempt
	case p.is("unconfirmed"):
		m.clause = timeline.Unconfirmed
	case p.finite() && !s.within(i):
		m.clause, m.open = "", false
	}
}

// unsaid marks what a claim or report before part i says, which part i calls
// denied or untrue: "claims that X took Y were denied".
func (s *sentence) unsaid(i int, out []timeline.Modality) {
	for j := i - 1; j >= 0 && s.p[j].kind != partStrong; j-- {
		if p := &s.p[j]; p.sense("say") && (j == 0 || p.noun() || p.verb.passive) {
			for k := j; k < i; k++ {
				out[k] = timeline.Denied
			}
			return
		}
	}
}

// promised says whether what stands before part i tells of what is to come: "will
// go on until".
func (s *sentence) promised(i int) bool {
	for j := i - 1; j >= 0 && s.p[j].kind != partStrong; j-- {
		if p := &s.p[j]; p.kind == partVerb && p.verb.modal != "" {
			return true
		}
	}
	return false
}

// goesOn says whether what stands behind a comma at part i is still governed
// by the verb before: another infinitive, "and", more of a list.
func (s *sentence) goesOn(i int) bool {
	if i >= len(s.p) {
		return false
	}
	p := &s.p[i]
	return p.kind == partAnd || p.kind == partVerb && p.verb.to || p.kind == partWhen || p.is("if")
}

// within says whether the finite verb at part i stands in a clause that a verb
// or phrase before it governs: "denied that it took", "said it had".
func (s *sentence) within(i int) bool {
	for j := i - 1; j >= 0 && j > i-9; j-- {
		switch p := &s.p[j]; {
		case p.is("unconfirmed"), p.kind == partCue && p.text == "that", p.sense("deny", "say") && p.finite(), p.sense("deny"):
			return true
		case p.kind == partComma, p.kind == partStrong, p.kind == partRelative, p.kind == partAnd, p.finite():
			return false
		}
	}
	return false
}

// verb takes in what the verb at part i makes of what follows, and, of an
// attack that was repelled, of what stands before.
func (m *scope) verb(s *sentence, i int, out []timeline.Modality) {
	p := &s.p[i]
	if p.noun() && p.sense("try", "future", "fail") || !p.noun() {
		m.open = false
	}
	m.joint = out[i] == timeline.Asserted && p.verb.to && !p.noun()
	if p.noun() && p.sense("attack", "clash") {
		m.open = false // "continued the attack to take X"
	}
	own := out[i]
	switch p.value {
	case "try":
		if own != timeline.Repelled { // "failed in its bid to"
			m.clause = timeline.Attempt
		}
	case "future":
		m.clause = timeline.Future
	case "fail":
		m.clause = timeline.Repelled
	case "repel":
		if own == timeline.Asserted || own == timeline.Attempt {
			m.clause = timeline.Repelled
			if p.verb.passive {
				s.backward(i, out)
			}
		}
	case "deny":
		m.clause = timeline.Denied
	case "blame":
		m.blame = true
	case "attempted":
		m.clause = timeline.Attempt
	case "say":
		if p.verb.not && !p.noun() {
			m.clause = timeline.Unconfirmed
		} else if !p.noun() && (own == timeline.Attempt || own == timeline.Future || own == timeline.Hypothetical) {
			m.clause = own // "hopes to announce the capture of X"
		}
	case "manage", "go_on", "push", "have", "be", "none":
		if own == timeline.Asserted {
			m.open = !p.noun() && p.value != "none" && p.value != "be"
		} else {
			m.clause = own
		}
		if p.value == "manage" && p.verb.not {
			m.clause = timeline.Repelled
		}
	}
}

// backward marks the attack or attempt before the verb at part i, which says
// that it was thrown back.
func (s *sentence) backward(i int, out []timeline.Modality) {
	for j := i - 1; j >= 0; j-- {
		p := &s.p[j]
		if p.kind == partStrong || p.finite() {
			return
		}
		out[j] = timeline.Repelled
	}
}

// mode is the modality of one part in the scope.
func (m *scope) mode(p *part) timeline.Modality {
	switch {
	case m.ifs:
		return timeline.Hypothetical
	case m.clause != "":
		return m.clause
	case p.kind != partVerb:
		return timeline.Asserted
	case p.verb.modal != "":
		return p.verb.modal
	case p.verb.form == gerund && p.before == "of" && m.blame:
		return timeline.Asserted // "accused X of shelling Y"
	case p.verb.form == gerund && (p.before == "of" || p.before == "for" || p.before == "towards" || p.before == "at"):
		return timeline.Attempt // "with the purpose of taking"
	case p.verb.not && p.verb.able:
		return timeline.Repelled
	case p.verb.not && p.value != "say" && p.value != "deny":
		return timeline.Denied
	case m.joint && p.kind == partVerb && p.verb.to && (p.verb.joint || m.and): // "managed to advance and take"
		return timeline.Asserted
	case p.verb.to && !m.open:
		return timeline.Attempt
	}
	return timeline.Asserted
}
