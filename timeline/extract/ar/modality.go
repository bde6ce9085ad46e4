package ar

import "frontline/timeline"

// modalities walks a sentence and says of every node in which mode it is
// said. A mode set by a cue holds until the clause ends; a condition holds on
// through its consequence.
func (s *sentence) modalities() []timeline.Modality {
	out := make([]timeline.Modality, len(s.n))
	m := scope{}
	for i := range s.n {
		m.enter(s, i)
		out[i] = m.mode(s.n[i])
		if n := s.n[i]; n.role == "verb" && n.value == "advance" && n.object == "من" {
			m.clause = timeline.Future // came nearer to doing what follows
		}
	}
	return out
}

type scope struct {
	ifs      bool // inside a condition or its consequence
	then     bool // the consequence has begun
	clause   timeline.Modality
	negation timeline.Modality // waits for the next verb
}

func (m *scope) enter(s *sentence, i int) {
	n := s.n[i]
	finite := n.role == "verb" && n.form != noun
	switch {
	case n.role == "strong":
		*m = scope{}
	case n.role != roleComma && m.clause == timeline.Denied: // "the news, which said that …"
	case n.role == roleComma, n.role == "relative", n.role == "subject_to", n.role == "last":
		m.clause, m.negation = "", "" // what a relative clause says is so
		return
	case finite && n.conj && m.clause != timeline.Denied:
		m.clause, m.negation = "", ""
		if m.then {
			m.ifs, m.then = false, false
		}
	}
	if m.ifs && (n.future || n.conj && s.text[max(0, n.start-2):n.start] == "ف") {
		m.then = true
	}
	m.cue(s, i)
}

func (m *scope) cue(s *sentence, i int) {
	n := s.n[i]
	switch n.role {
	case "if":
		m.ifs, m.then = true, false
	case "maybe_if":
		if i+1 < len(s.n) && s.n[i+1].form == past && n.conj {
			m.ifs, m.then = true, false
		}
	case "purpose":
		m.clause = timeline.Modality(n.value)
	case "negation":
		if n.value == string(timeline.Denied) {
			m.clause = timeline.Denied
		} else {
			m.negation = timeline.Modality(n.value)
		}
	case "verb":
		m.verb(s, i)
	}
}

func (m *scope) verb(s *sentence, i int) {
	n := s.n[i]
	switch n.value {
	case "try":
		m.clause = timeline.Attempt
	case "future":
		m.clause = timeline.Future
	case "fail", "repel":
		m.clause = timeline.Repelled
	case "deny":
		m.clause = timeline.Denied
	case "manage":
		if m.negation != "" {
			m.clause, m.negation = timeline.Repelled, ""
		} else if m.clause != timeline.Attempt {
			m.clause = ""
		}
	}
}

// mode is the modality of one node in the scope.
func (m *scope) mode(n node) timeline.Modality {
	verb := n.role == "verb"
	switch {
	case m.ifs:
		return timeline.Hypothetical
	case m.clause != "":
		return m.clause
	case verb && n.form == noun && n.prep == "ل" && n.value != "fall":
		return timeline.Attempt
	case verb && n.future:
		return timeline.Future
	case verb && m.negation != "":
		mode := m.negation
		if n.value != "none" && n.form != noun {
			m.negation = ""
		}
		return mode
	}
	return timeline.Asserted
}
