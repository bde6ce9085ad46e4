package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
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
	if !s.p[i].finite() || who.actor == "" || who.air {
		return
	}
	if who.linked && !s.acts(i) {
		return // who said it, or what happened, is not in play
	}
	who.at, who.aside = i, s.antecedentOf(i) >= 0 || s.cueIn(i-2, i, "where")
	s.subjects = append(s.subjects, who)
	if !who.aside {
		s.document.subject = who.force
	}
}

// acts says whether forces do what the verb at part i says.
func (s *sentence) acts(i int) bool {
	return !s.p[i].verb("say", "none", "other", "kill", "wound", "fall", "become", "remain", "clash", "gap", "return", "return_to", "join", "end")
}

// overt is the force behind the verb at part i (VSO), or -1; ground may stand
// between (VOS).
func (s *sentence) overt(i int) int {
	verb := &s.p[i]
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
			if p.before != "" || p.and || !inForm(verb, &p.force) && (j == i+1 || ground) || isObject(verb) {
				return -1
			}
			return j
		case p.kind == partGround && p.before == "" && !p.and && !ground && verb.object != "على" && verb.form != noun && j == i+1:
			ground = true
		case p.kind == partIt && p.before != "ل" && !p.and:
		case p.kind == partComma && (j+1 < len(s.p) && s.p[j+1].time() || s.p[j-1].time()):
		case p.is("commander"):
		case !p.filler():
			return -1
		}
	}
	return -1
}

// isObject says whether the force behind the verb is what it is done to:
// "the expulsion of Y".
func isObject(verb *part) bool {
	return verb.form == noun && (verb.verb("expel", "end") || verb.suffix != 0)
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
		case p.kind == partForce:
			if p.before != "" || p.force.own == 'a' && j > 0 && s.p[j-1].kind == partVerb || !matches(p.force.agree, s.p[i].agree) {
				return -1
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
		case p.is("was"), p.is("still"), p.is("claimed"), p.filler():
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

// doer is who does what the verb or verbal noun at part i says.
func (s *sentence) doer(i int) subject {
	p := &s.p[i]
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

// named is the force of part j as the subject of the verb at part i.
func (s *sentence) named(i, j int) subject {
	f := s.p[j].force
	if f.own == 'a' {
		return s.attackers(i)
	}
	if f.own == 'r' {
		return s.rebels(i)
	}
	if f.own == 'w' {
		return s.thoseFactions(i)
	}
	if f.own != 0 {
		if strings.HasPrefix(s.p[j].node.text, "الاخير") {
			if k := s.latter(j, f.own); k >= 0 {
				return subject{force: s.p[k].force, at: i, linked: true}
			}
		}
		who := s.antecedent(j, f.own)
		if who.actor == "" {
			who = s.spokenFor(j)
		}
		if who.actor == "" && len(f.co) > 0 { // "its forces and X": X at least is named
			who = subject{force: force{actor: f.co[0], co: f.co[1:], agree: 'p'}}
		}
		who.at = i
		return who
	}
	return subject{force: f, at: i}
}

// latter is the part of the force that "the latter" at part j means: the one
// named last that agrees; -1 where none does in the sentence.
func (s *sentence) latter(j int, agree byte) int {
	for k := j - 1; k >= 0; k-- {
		if p := &s.p[k]; p.kind == partForce && p.force.own == 0 && p.force.actor != "civilians" && matches(p.force.agree, agree) {
			return k
		}
	}
	return -1
}

// spokenFor is for whom somebody speaks before part j: "the spokesman of the
// Units said that his fighters".
func (s *sentence) spokenFor(j int) subject {
	for k := j - 1; k >= s.clauseStart(j); k-- {
		if p := &s.p[k]; p.kind == partForce && p.force.own == 0 && s.cueSay(s.clauseStart(j), k) {
			return subject{force: p.force, at: j, linked: true}
		}
	}
	return subject{}
}

// cueSay says whether a verb of saying stands among the parts from i up to to.
func (s *sentence) cueSay(i, to int) bool {
	for k := i; k < to; k++ {
		if s.p[k].verb("say") && s.p[k].finite() {
			return true
		}
	}
	return false
}

// rebels is whom "the fighters" or "the armed men" means: who fights the
// government in the text, by the force that is named most.
func (s *sentence) rebels(i int) subject {
	who := timeline.Actor("opposition")
	for _, f := range s.document.forces {
		if s.against(f.Actor, "syrian_government") && f.Actor != "turkey" && f.Actor != "us_coalition" && f.Actor != "sdf" && f.Actor != "israel" {
			who = f.Actor
			break
		}
	}
	return subject{force: force{actor: who, agree: 'p'}, at: i, linked: true}
}

// attackers is whom "the attackers" means: who attacked, in this sentence or
// the one before.
func (s *sentence) attackers(i int) subject {
	for j := i - 1; j >= 0; j-- {
		if p := &s.p[j]; p.is("onslaught") || p.verb("attack", "try", "besiege", "advance") {
			if k := s.next(j, func(p *part) bool { return p.kind == partForce }); k >= 0 && k < i && s.p[k].before == "" && s.p[k].force.own == 0 {
				return subject{force: s.p[k].force, at: i, linked: true}
			}
		}
	}
	for k := len(s.claims) - 1; k >= 0; k-- {
		if c := &s.claims[k]; c.Kind == timeline.Besieged && c.Actor != timeline.Unknown {
			return subject{force: force{actor: c.Actor, co: c.CoActors, agree: 'p'}, at: i, linked: true}
		} else if c.Kind.Changes() {
			break
		}
	}
	if last := s.document.last; last != nil && last.kind.Changes() && last.who.actor != timeline.Unknown {
		who := last.who
		who.at, who.linked = i, true
		return who
	}
	return s.antecedent(i, 'p')
}

// antecedent is whom a pronoun or a verb without subject before part i speaks
// of: the last subject that agrees, else the nearest actor that agrees, else
// the subject of the sentence before.
func (s *sentence) antecedent(i int, agree byte) subject {
	if agree == 'q' {
		if who := s.thoseForces(i); who.actor != "" {
			return who
		}
		agree = 'f'
	}
	for _, aside := range []bool{false, true} {
		for k := len(s.subjects) - 1; k >= 0; k-- {
			if sub := s.subjects[k]; sub.aside && agree != 'p' && s.p[sub.at].kind == partVerb && s.p[sub.at].form == noun {
				continue // of whose leaving the clause only speaks: "they", not "it"
			} else if sub.at < i && !sub.air && (sub.aside == aside || s.sameClause(sub.at, i)) && matches(sub.agree, agree) {
				sub.linked = true
				return sub
			}
		}
	}
	for j := i - 1; j >= 0; j-- {
		p := &s.p[j]
		if p.kind == partForce && p.force.own == 0 && matches(p.force.agree, agree) && p.force.actor != "civilians" && !p.force.air && !s.helper(j) {
			return subject{force: p.force, at: i, linked: true}
		}
	}
	if f := s.document.subject; f.actor != "" && matches(f.agree, agree) {
		return subject{force: f, at: i, linked: true}
	}
	return subject{}
}

// sameClause says whether no comma or connector stands between two parts.
func (s *sentence) sameClause(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if s.p[k].kind == partComma || s.p[k].kind == partStrong {
			return false
		}
	}
	return true
}

// thoseFactions is whom "those factions" before part i means.
func (s *sentence) thoseFactions(i int) subject {
	for j := i - 1; j >= 0; j-- {
		if f := s.p[j].force; s.p[j].kind == partForce && (f.actor == "opposition" || f.actor == "turkey_backed" || f.actor == "hts") {
			return subject{force: f, at: i, linked: true}
		}
	}
	return s.antecedent(i, 'f')
}

// thoseForces is whom "those forces" before part i means: the last that are
// called forces.
func (s *sentence) thoseForces(i int) subject {
	for k := len(s.subjects) - 1; k >= 0; k-- {
		if sub := s.subjects[k]; sub.at < i && sub.troops {
			sub.linked = true
			return sub
		}
	}
	if f := s.document.subject; f.troops {
		return subject{force: f, at: i, linked: true}
	}
	for j := i - 1; j >= 0; j-- {
		if p := &s.p[j]; p.kind == partForce && p.force.troops {
			return subject{force: p.force, at: i, linked: true}
		}
	}
	if f := s.document.troops; f.actor != "" {
		return subject{force: f, at: i, linked: true}
	}
	return subject{}
}

// helper says whether the force at part j only helps: not who is meant by "it
// took the village".
func (s *sentence) helper(j int) bool {
	if s.p[j].before == "ب" {
		return true
	}
	for k := j - 1; k >= 0 && k > j-3; k-- {
		if s.p[k].is("beside") || s.p[k].is("cover") {
			return true
		}
	}
	return false
}

// matches says whether an actor of one gender can be meant by a form of
// another: fighters (p) stand for any force, and 0 fits all.
func matches(actor, form byte) bool {
	return form == 0 || actor == 0 || actor == form || actor == 'p' || form == 'p' || form == 'd'
}
