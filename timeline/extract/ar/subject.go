package ar

import (
	"strings"

	"frontline/geo/arabic"
)

// subject is who does what a verb says.
type subject struct {
	force
	at     int  // part of the verb
	linked bool // carried over from elsewhere, by a pronoun or the form alone
	aside  bool // it did so in a relative clause, which only describes
}

// note remembers who did what the finite verb at part i says.
func (s *sentence) note(i int, who subject) {
	if !s.p[i].finite() || who.air {
		return
	}
	j := s.overt(i)
	forces := j >= 0 && (s.p[j].force.own == 'q' || s.p[j].force.own == 'o')
	if forces && who.actor == "" {
		s.subjects = append(s.subjects, subject{at: i}) // whoever they are, what follows is theirs
	}
	if who.actor == "" {
		return
	}
	if who.linked && !forces && !s.acts(i) && !(s.p[i].verb("end", "none") && s.overt(i) >= 0) { // but "those forces went on"
		return // who said it, or what happened, is not in play
	}
	who.at, who.aside = i, s.antecedentOf(i) >= 0 || s.cueIn(i-2, i, "where") && !s.opens(i)
	s.subjects = append(s.subjects, who)
	if !who.aside {
		s.document.subject = who.force
	}
}

// asFor remembers the force at part i that "as for", "but", "while" puts before
// what is told of it.
func (s *sentence) asFor(i int) {
	if p := &s.p[i]; i > 0 && (s.asForBefore(i) || s.p[i-1].kind == partStrong) && p.before == "" && p.force.own == 0 && !p.force.air {
		s.subjects = append(s.subjects, subject{force: p.force, at: i})
		s.document.subject = p.force
	}
}

// opens says whether the verb at part i, with its subject behind it, stands right
// behind a "where" that opens a clause and so goes on with the story: "…, where X
// took".
func (s *sentence) opens(i int) bool {
	return i > 1 && s.p[i-1].is("where") && s.p[i-2].kind == partComma && s.p[i].verb("capture", "recapture", "light", "enter", "manage", "advance", "attack") && s.overt(i) >= 0
}

// acts says whether forces do what the verb at part i says.
func (s *sentence) acts(i int) bool {
	return !s.p[i].verb("say", "none", "other", "kill", "wound", "fall", "become", "remain", "clash", "gap", "return", "return_to", "join", "end")
}

// doer is who does what the verb or verbal noun at part i says.
func (s *sentence) doer(i int) subject {
	p := &s.p[i]
	if j := s.overt(i); j >= 0 && p.finite() && p.suffix == 0 {
		return s.named(i, j)
	}
	if k := s.agent(i); k >= 0 {
		return s.named(i, k)
	}
	if p.finite() && p.verb("expel", "attack", "besiege", "compel") && p.suffix == 0 {
		if j := s.ahead(i); j >= 0 && s.overt(i) >= 0 {
			return s.named(i, j) // "X had driven Y out"
		}
	}
	if p.suffix == 0 || p.form != noun {
		if j := s.overt(i); j >= 0 {
			return s.named(i, j)
		}
	}
	if j := s.prevented(i); j >= 0 {
		return s.named(i, j)
	}
	if p.form == noun && p.suffix != 0 && p.object == "direct" && p.verb("capture", "recapture") && !s.cueBefore(i, "") {
		return s.antecedent(i, 0) // "announced its recovery": the pronoun is what was recovered
	}
	if p.form == noun {
		if j := i - 1; j > 0 && p.suffix == 0 && s.p[j].kind == partForce && (s.p[j-1].is("purpose") || s.p[j-1].is("onslaught") || s.p[j-1].verb("try")) {
			return s.named(i, j) // the attempt of X to take
		}
		return s.antecedent(i, p.suffix)
	}
	if j := s.ahead(i); j >= 0 {
		return s.named(i, j)
	}
	if who := s.hadToo(i); who.actor != "" {
		return who
	}
	if j := i + 1; p.suffix != 0 && p.finite() && j < len(s.p) && (s.p[j].is("members") || s.p[j].is("men")) && s.p[j].before == "" && !s.p[j].and {
		return subject{} // "groups of the people of the town"
	}
	if s.nameless(i) {
		return subject{}
	}
	if s.stranger(i) {
		if j := i + 2; j < len(s.p) && s.p[j].kind == partForce && (s.p[j].before == "من" || s.n[s.p[j].from].role == "of") {
			return s.named(i, j) // "the survivors of X"
		}
		return subject{}
	}
	if s.passive(i) && p.verb("capture", "recapture") {
		return s.sufferedBy(i)
	}
	if k := s.antecedentOf(i); k >= 0 && (s.p[k].kind == partForce || s.p[k].kind == partHands && s.p[k].force.actor != "") && p.suffix == 0 && matches(s.p[k].force.agree, p.agree) {
		return s.named(i, k)
	}
	return s.antecedent(i, p.agree)
}

// hadToo is who did what "as it had …" at part i says, without naming him: who
// had done something before, in the clause that told of that.
func (s *sentence) hadToo(i int) subject {
	if !s.p[i].finite() || !s.pluperfect(i) || !s.cueIn(i-4, i, "also") && s.p[max(0, i-3)].text != "كما" && s.p[max(0, i-2)].text != "كما" {
		return subject{}
	}
	for k := len(s.subjects) - 1; k >= 0; k-- {
		if sub := s.subjects[k]; sub.at < i && s.pluperfect(sub.at) && matches(sub.agree, s.p[i].agree) {
			sub.linked = true
			return sub
		}
	}
	return subject{}
}

// pluperfect says whether "had" governs the verb at part i, with nothing but its
// subject between.
func (s *sentence) pluperfect(i int) bool {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		switch p := &s.p[j]; {
		case p.is("was"):
			return true
		case p.kind == partForce && p.before == "", p.filler():
		default:
			return false
		}
	}
	return false
}

// prevented is the part of the force that somebody kept from doing what the
// verbal noun at part i says: "X kept Y from taking"; -1 where nobody did.
func (s *sentence) prevented(i int) int {
	if s.p[i].form != noun || s.p[i].before != "من" || i < 3 || s.p[i-1].kind != partForce {
		return -1
	}
	for j := i - 2; j >= 0 && j > i-5; j-- {
		if s.p[j].verb("fail") && strings.Contains(s.p[j].text, "منع") {
			return i - 1
		}
	}
	return -1
}

// stranger says whether somebody the lists do not know is the subject of the
// verb at part i: a word with its article right behind it.
func (s *sentence) stranger(i int) bool {
	if s.p[i].object == "direct" || i+1 >= len(s.p) {
		return false
	}
	p := &s.p[i+1]
	return p.kind == partWord && p.node.role == roleWord && p.before == "" && !p.and && strings.HasPrefix(p.text, arabic.Article) && !strings.HasSuffix(p.text, "ا")
}

// sufferedBy is who did what the passive verb at part i says, where it is only
// said to whom: "was cleared of X".
func (s *sentence) sufferedBy(i int) subject {
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if p := &s.p[j]; p.kind == partForce && p.before == "من" {
			if f := s.named(i, j); f.actor != "" {
				return subject{force: force{actor: s.opponent(f.actor)}, at: i, linked: true}
			}
		}
	}
	return s.antecedent(i, 0)
}
