package ar

import "strings"

// nameless says whether the clause of the plural verb at part i, or the one that it
// goes on from, opens with people of whom nobody says whose they are: "dozens of the
// remnants of the pocket crossed the line and took".
func (s *sentence) nameless(i int) bool {
	if p := &s.p[i]; p.agree != 'p' || !p.finite() || !p.and {
		return false
	}
	for j := i - 1; j >= 0 && j > i-10; j-- {
		switch p := &s.p[j]; {
		case p.kind == partForce, p.kind == partStrong, p.kind == partComma, p.kind == partHands:
			return false
		case p.is("members"), p.is("of"):
			return p.before == "" || p.before == "من"
		}
	}
	return false
}

// overt is the force behind the verb at part i (VSO), or -1; ground may stand
// between (VOS).
func (s *sentence) overt(i int) int {
	verb := &s.p[i]
	if verb.agree == 'p' && verb.finite() {
		return -1 // it is in the plural only behind its subject
	}
	ground := false
	for j := i + 1; j < len(s.p); j++ {
		switch p := &s.p[j]; {
		case p.kind == partForce && (p.before == "من" || s.n[p.from].role == "of") && (s.p[j-1].verb("remain") || s.p[j-1].kind == partIt && s.p[j-2].verb("remain")): // "who was left of X"
			return j
		case p.kind == partForce && s.p[j-1].is("of") && (s.p[j-2].verb("remain") || s.p[j-2].kind == partIt && s.p[j-3].verb("remain")):
			return j
		case p.is("of") && s.p[j-1].kind == partIt && s.p[j-2].verb("remain"):
		case p.is("last") && p.value == "", (p.kind == partNumber || p.is("dozens")) && !verb.verb("kill", "wound", "fall", "incur"): // "the last of X", "40 of X"
		case p.kind == partForce && p.before == "من" && (s.p[j-1].kind == partNumber || s.p[j-1].is("dozens")), p.kind == partForce && s.p[j-1].is("of") && (s.p[j-2].kind == partNumber || s.p[j-2].is("dozens")):
			return j
		case p.is("of") && (s.p[j-1].kind == partNumber || s.p[j-1].is("dozens")):
		case p.verb("remain") && s.p[j-1].text == "من", p.is("of") && s.p[j-1].verb("remain"):
		case p.kind == partForce:
			if p.before != "" || p.and || !inForm(verb, &p.force) && (j == i+1 || ground) || s.isObject(i, j) {
				return -1
			}
			return j
		case p.kind == partGround && p.before == "" && !p.and && !ground && verb.object != "على" && verb.form != noun && j == i+1:
			ground = true
		case p.kind == partIt && p.before != "ل" && !p.and:
		case p.kind == partComma && (j+1 < len(s.p) && s.p[j+1].time() || s.p[j-1].time()):
		case p.is("commander"):
		case s.meanwhile(j): // "took, after fierce fighting, X"
		case !p.filler():
			return -1
		}
	}
	return -1
}

// meanwhile says whether part j belongs to words that only say after or amid
// what something was done, or that nobody fought for it.
func (s *sentence) meanwhile(j int) bool {
	switch p := &s.p[j]; {
	case p.is("peaceful"):
		return true
	case p.is("weak"):
		return j+1 < len(s.p) && s.p[j+1].is("fight")
	case p.is("fight"):
		return s.p[j-1].is("weak")
	}
	return false
}

// isObject says whether the force at part j, behind the verb at part i, is what
// it is done to: "the expulsion of Y". Who drives out and who is driven out are
// told apart by the second force behind the verb, or else by nothing: then the
// one that is named is driven out.
func (s *sentence) isObject(i, j int) bool {
	verb := &s.p[i]
	switch {
	case verb.verb("end"):
		return verb.form == noun
	case !verb.verb("expel") || verb.form == noun && verb.suffix != 0:
		return verb.form == noun && verb.suffix != 0
	case verb.suffix != 0:
		return false
	}
	for k := j + 1; k < s.clauseEnd(i) && !s.p[k].is("by"); k++ {
		if p := &s.p[k]; p.kind == partForce && (p.before == "" && !p.and || verb.form == noun && p.before == "ل") {
			return false
		}
	}
	return true
}

// inForm says whether a finite verb has the form it takes before the actor: the
// feminine before قوات, the masculine before تنظيم and before people.
func inForm(verb *part, f *force) bool {
	if verb.form == noun || f.agree == 'p' || f.agree == 0 || verb.agree == 'p' || verb.agree == 'd' {
		return true
	}
	return verb.agree == f.agree
}

// ahead is the force before the verb at part i (SVO), or -1: nothing but
// particles may stand between, or a relative clause in commas.
func (s *sentence) ahead(i int) int {
	if s.p[i].and {
		return -1
	}
	for j := i - 1; j >= 0; j-- {
		switch p := &s.p[j]; {
		case p.kind == partForce && p.before == "ل" && j > 0 && strings.HasPrefix(s.p[j-1].text, "تابع"): // "the lorries of X"
		case p.kind == partForce:
			if p.before != "" || p.force.own == 'a' && j > 0 && s.p[j-1].kind == partVerb || !matches(p.force.agree, s.p[i].agree) {
				return -1
			}
			if j > 1 && s.p[j-1].is("also") && s.p[j-2].kind == partForce {
				return j - 2 // "X, and with it Y"
			}
			return j
		case p.kind == partComma:
			k := s.relativeOf(j)
			if k < 0 {
				k = s.asideOf(j)
			}
			if k < 0 && j > 0 && !s.p[j-1].time() && !s.p[min(j+1, len(s.p)-1)].time() {
				return -1
			}
			if k >= 0 {
				j = k
			}
		case p.is("was"), p.is("still"), p.is("claimed"), p.is("negation") && negates(p.text), p.filler():
		default:
			return -1
		}
	}
	return -1
}

// relativeOf is the relative pronoun of the clause that the comma at part j
// closes; -1 where it closes none.
func (s *sentence) relativeOf(j int) int {
	for k := j - 1; k >= 0 && k > j-14; k-- {
		switch s.p[k].kind {
		case partRelative:
			return k
		case partStrong:
			return -1
		}
	}
	return -1
}

// asideOf is the comma that opens what the comma at part j closes, where that
// only adds a force: "X, and with it Y, took"; -1 where it does not.
func (s *sentence) asideOf(j int) int {
	k := j - 1
	for k > 0 && k > j-4 && (s.p[k].kind == partForce || s.p[k].is("also") || s.p[k].is("beside")) {
		k--
	}
	if k > 0 && k < j-1 && s.p[k].kind == partComma {
		return k
	}
	return -1
}

// antecedentOf is the part that the relative pronoun before the verb at part i
// speaks of; -1 where none governs it.
func (s *sentence) antecedentOf(i int) int {
	for j := i - 1; j >= 0; j-- {
		switch p := &s.p[j]; {
		case p.kind == partRelative:
			k := j - 1
			if k > 0 && s.p[k].kind == partComma {
				k--
			}
			for k > 0 && s.p[k].kind == partWord {
				k--
			}
			return k
		case p.is("was"), p.is("still"), p.kind == partWord && !p.and, p.kind == partWhen, p.is("negation"), p.kind == partForce && p.before == "":
		default:
			return -1
		}
	}
	return -1
}

// agent is the force behind "by", "at the hands of" in the clause of part i.
func (s *sentence) agent(i int) int {
	for j := i + 1; j < len(s.p) && j < i+9; j++ {
		switch p := &s.p[j]; {
		case p.is("by"):
			if k := s.next(j, func(q *part) bool { return q.kind == partForce }); k >= 0 && k < j+4 {
				return k
			}
		case p.kind == partStrong, p.finite(), p.kind == partRelative, p.kind == partComma:
			return -1
		}
	}
	return -1
}
