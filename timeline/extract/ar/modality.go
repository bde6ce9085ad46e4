package ar

import (
	"strings"

	"frontline/timeline"
)

// modalities walks a sentence and says of every part in which mode it is said.
// A mode set by a cue holds until the clause ends; a condition holds on through
// its consequence.
func (s *sentence) modalities() []timeline.Modality {
	from := len(s.modes)
	m := scope{}
	for i := range s.p {
		m.enter(s, i)
		mode := m.mode(&s.p[i])
		if p := &s.p[i]; p.finite() && p.form == present && i+1 < len(s.p) && strings.HasPrefix(s.p[i+1].text, "بموجب") && mode == timeline.Asserted {
			mode = timeline.Future // "by which X leaves": it is agreed, and not done
		}
		if s.asked() && !m.aside && mode == timeline.Asserted {
			mode = timeline.Hypothetical
		}
		s.modes = append(s.modes, mode)
		if p := &s.p[i]; p.finite() {
			m.later = p.future && p.verb("light", "break", "manage", "go_on", "again")
		}
		m.may = s.p[i].node.role == "none" && s.p[i].text == "قد"
		if p := &s.p[i]; p.verb("advance") && p.object == "من" && s.towardsDoing(i) {
			m.clause = timeline.Future // came nearer to doing what follows
		}
	}
	return s.modes[from:]
}

// towardsDoing says whether a verb follows the verb at part i: "came nearer to
// closing the ring".
func (s *sentence) towardsDoing(i int) bool {
	deed := func(p *part) bool { return p.kind == partVerb && p.form == noun }
	if j := i + 1; j < len(s.p) && s.p[j].kind == partForce {
		i = j
	}
	return s.next(i, deed) >= 0
}

type scope struct {
	ifs      bool              // inside a condition or its consequence
	kept     timeline.Modality // of the verb whose subject a relative clause describes
	may      bool              // "قد" stands before: with a present it says what may be
	later    bool              // a verb of the future that carries a noun stands before: "will raise its flag"
	forced   bool              // who is forced to do a thing does it
	aside    bool              // inside a clause that only describes: it is so
	then     bool              // the consequence has begun
	clause   timeline.Modality
	doubt    timeline.Modality // of a denial whose object has not come yet: an insertion can part them
	negation timeline.Modality // waits for the next verb
}

func (m *scope) enter(s *sentence, i int) {
	p := &s.p[i]
	if m.negation != "" && p.kind == partWord && p.node.role == roleWord && i > 0 && negates(s.p[i-1].text) || p.is("where") {
		m.negation = "" // it was said of another verb
	}
	switch {
	case p.kind == partStrong:
		*m = scope{}
	case p.kind != partComma && m.clause == timeline.Denied && !s.describes(i): // "the news, which said that …"
	case p.is("weak") && strings.HasSuffix(p.text, "رغم") && m.clause != "" && m.clause != timeline.Denied:
		m.clause, m.negation = "", "" // "failed to, though it had taken": that is so
	case p.kind == partComma, p.kind == partRelative, p.is("subject_to"), p.is("last"), p.is("posted"), p.is("stronghold"):
		m.aside = p.kind != partComma
		m.forced = false
		if m.clause == timeline.Attempt {
			m.kept = m.clause
		}
		m.clause, m.negation = "", "" // what a relative clause says is so
		if p.kind == partComma && m.kept != "" && s.relativeOf(i) >= 0 && i+1 < len(s.p) && s.p[i+1].kind == partVerb && s.p[i+1].form == noun {
			m.clause = m.kept // "X, which …, tries the taking of"
		}
		return
	case (p.finite() || p.is("still")) && p.and && m.clause != timeline.Denied:
		m.clause, m.negation = "", ""
		if m.then {
			m.ifs, m.then = false, false
		}
	}
	if m.aside && p.finite() && p.and {
		m.aside = false
	}
	if m.doubt != "" && m.clause == "" && i > 0 && s.p[i-1].kind == partComma && (p.text == "ان" || p.is("that") || p.form == noun && p.before == "" && p.verb("capture", "recapture", "enter", "lose", "withdraw", "evacuate", "fall", "return", "expel", "present", "presence")) {
		m.clause, m.aside = m.doubt, false // "X denied, in an interview, that …"
	}
	if m.ifs && p.kind == partVerb && (p.future || p.and && s.text[max(0, p.start-2):p.start] == "ف") {
		m.then = true
	}
	m.cue(s, i)
	switch {
	case p.verb("deny", "rumour"), p.is("negation") && (m.clause == timeline.Denied || m.clause == timeline.Unconfirmed):
		m.doubt = m.clause
	case p.kind == partVerb && m.clause != "":
		m.doubt = ""
	}
}

// describes says whether the relative pronoun at part i tells of a place, and
// not of the news of it: "denied the loss of the town that X had taken".
func (s *sentence) describes(i int) bool {
	return s.p[i].kind == partRelative && i > 0 && s.p[i-1].kind == partGround
}

// negates says whether the word negates the verb right behind it.
func negates(word string) bool { return word == "لم" || word == "لن" || word == "لا" }

func (m *scope) cue(s *sentence, i int) {
	p := &s.p[i]
	if p.finite() && p.form == present && i > 0 && s.p[i-1].kind == partWord && s.p[i-1].text == "لا" && !s.cueIn(i, s.clauseEnd(i), "except") {
		m.negation = timeline.Repelled // "does not control"
	}
	if p.kind == partVerb {
		m.verb(p)
		return
	}
	if p.kind != partCue {
		return
	}
	switch p.role {
	case "if":
		m.ifs, m.then = true, false
	case "maybe_if":
		if i+1 < len(s.p) && s.p[i+1].kind == partVerb && s.p[i+1].form == past && (p.and || s.text[p.start:p.end] == "إن") {
			m.ifs, m.then = true, false
		}
	case "near": // "news of a near withdrawal"
		if i+1 < len(s.p) && p.text == "قرب" && s.p[i+1].kind == partVerb && s.p[i+1].form == noun {
			m.clause = timeline.Future
		}
	case "purpose":
		if m.clause != timeline.Repelled {
			m.clause = timeline.Modality(p.value)
		}
	case "negation":
		switch mode := timeline.Modality(p.value); mode {
		case timeline.Denied, timeline.Unconfirmed:
			m.clause = mode
		default:
			if s.cueIn(i, s.clauseEnd(i), "except") {
				break // "took nothing but X" tells that it took X
			}
			m.negation = mode
		}
	}
}

func (m *scope) verb(p *part) {
	switch p.value {
	case "compel":
		m.forced = true
		if m.may && p.form == present {
			m.clause = timeline.Hypothetical // "may have to leave it"
		}
	case "enable":
		if p.future || p.form == present {
			m.clause = timeline.Hypothetical
		}
	case "try":
		if m.clause != timeline.Repelled {
			m.clause = timeline.Attempt
		}
	case "future":
		m.clause = timeline.Future
	case "fail", "repel":
		m.clause = timeline.Repelled
	case "deny":
		m.clause = timeline.Denied
	case "rumour":
		if m.clause == "" {
			m.clause = timeline.Unconfirmed
		}
	case "say":
		if m.negation != "" && p.finite() && m.clause == "" { // "none of them speaks of the taking of"
			m.clause, m.negation = timeline.Unconfirmed, ""
		}
	case "manage":
		if m.negation != "" {
			m.clause, m.negation = timeline.Repelled, ""
		} else if m.clause != timeline.Attempt {
			m.clause = ""
		}
	}
}

// mode is the modality of one part in the scope.
func (m *scope) mode(p *part) timeline.Modality {
	verb := p.kind == partVerb
	switch {
	case m.ifs && !m.aside:
		return timeline.Hypothetical
	case verb && p.form == past && p.verb("capture", "recapture", "enter", "lose") && (m.clause == timeline.Future || m.clause == timeline.Attempt):
		return timeline.Asserted // what is prepared, or tried, is not told in the past: "for which raids paved the way, in whose shade X took"
	case m.clause != "":
		return m.clause
	case m.kept != "" && verb && p.form == noun && p.before == "الي":
		return m.kept // "the operation, which X called so, aims at the taking"
	case verb && p.form == noun && p.before == "ل" && p.value != "fall" && !m.forced:
		return timeline.Attempt
	case verb && p.future:
		return timeline.Future
	case verb && p.form == noun && m.later:
		return timeline.Future
	case verb && p.form == present && m.may:
		return timeline.Hypothetical
	case verb && m.negation != "":
		mode := m.negation
		if p.value != "none" && p.form != noun {
			m.negation = ""
		}
		return mode
	}
	return timeline.Asserted
}
