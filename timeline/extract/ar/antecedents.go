package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// named is the force of part j as the subject of the verb at part i.
func (s *sentence) named(i, j int) subject {
	f := s.p[j].force
	if f.own == 'a' {
		return s.attackers(i)
	}
	if f.own == 'r' {
		return s.rebels(i, s.p[j].node.text)
	}
	if f.own == 'w' {
		return s.thoseFactions(i)
	}
	if f.own == 'o' {
		return subject{at: i} // "our forces", and nobody knows whose
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
		if p := &s.p[k]; (p.kind == partForce || p.kind == partHands && p.force.actor != "") && p.force.own == 0 && p.force.actor != "civilians" && matches(p.force.agree, agree) {
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

// rebels is whom the word for "the fighters" or "the armed men" means: who fights the
// government in the text, by the force that is named most.
func (s *sentence) rebels(i int, word string) subject {
	who := timeline.Actor("opposition")
	if strings.HasPrefix(strings.TrimPrefix(word, arabic.Article), "مقاتل") && oneOfTheirs(s.document.forces) {
		return subject{force: force{actor: "sdf", agree: 'p'}, at: i, linked: true}
	}
	for _, f := range s.document.forces {
		if s.against(f.Actor, "syrian_government") && f.Actor != "turkey" && f.Actor != "us_coalition" && f.Actor != "sdf" && f.Actor != "israel" {
			who = f.Actor
			break
		}
	}
	return subject{force: force{actor: who, agree: 'p'}, at: i, linked: true}
}

// oneOfTheirs says whether the forces of the text are the SDF and those of
// Islamic State alone: its fighters are then those of the SDF.
func oneOfTheirs(forces draft.Forces) bool {
	sdf := false
	for _, f := range forces {
		sdf = sdf || f.Actor == "sdf"
		if f.Actor == "syrian_government" || f.Actor == "opposition" || f.Actor == "hts" || f.Actor == "turkey_backed" {
			return false
		}
	}
	return sdf
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
		if f := s.document.subject.actor; f == "" || f == "islamic_state" {
			return s.mostNamed(i)
		}
		agree = 'f'
		who := s.antecedent(i, agree)
		if who.actor == "islamic_state" { // which nobody calls forces
			who = subject{force: force{actor: s.opponent(who.actor)}, at: i, linked: true}
		}
		return who
	}
	owner := s.antecedentOf(i) // "the town, subject to X, which it makes its seat"
	for _, aside := range []bool{false, true} {
		for k := len(s.subjects) - 1; k >= 0; k-- {
			if sub := s.subjects[k]; sub.aside && agree != 'p' && s.p[sub.at].kind == partVerb && s.p[sub.at].form == noun {
				continue // of whose leaving the clause only speaks: "they", not "it"
			} else if sub.at < i && !sub.air && (sub.aside == aside || s.sameClause(sub.at, i) || owner > sub.at && s.p[owner].kind == partForce) && matches(sub.agree, agree) {
				sub.linked = true
				return sub
			}
		}
	}
	if who := s.armedBefore(i, agree); who.actor != "" {
		return who
	}
	if f := s.document.subject; f.actor != "" && matches(f.agree, agree) {
		return subject{force: f, at: i, linked: true}
	}
	return subject{}
}

// armedBefore is the nearest force before part i that agrees; one to or from which
// something is done only where there is no other.
func (s *sentence) armedBefore(i int, agree byte) subject {
	governed := subject{}
	for j := i - 1; j >= 0; j-- {
		p := &s.p[j]
		if p.kind != partForce && (p.kind != partHands || p.force.actor == "") || p.force.own != 0 || !matches(p.force.agree, agree) || p.force.actor == "civilians" || p.force.air || s.helper(j) {
			continue
		}
		who := subject{force: p.force, at: i, linked: true}
		if !s.obliqueForce(j) {
			return who
		}
		if governed.actor == "" && !(j > 0 && s.p[j-1].text == "خطوط") { // whoever is behind the lines of X is not X
			governed = who
		}
	}
	return governed
}

// obliqueForce says whether something is only done to, with or from the force at part
// j, or it only says whose lines and positions are meant.
func (s *sentence) obliqueForce(j int) bool {
	if s.p[j].kind == partHands {
		return true
	}
	switch s.p[j].before {
	case "من", "مع", "ضد", "علي", "عن":
		return true
	case "":
	default:
		return false
	}
	if j == 0 || s.p[j].and {
		return false
	}
	w := &s.p[j-1]
	if w.kind == partForce && w.before == "" {
		return true // "X came before Y to the town"
	}
	if w.kind == partGround {
		return w.objects[0].place == nil && w.objects[0].near // "near the positions of X"
	}
	switch w.text {
	case "خطوط", "مواقع", "نقاط", "مناطق", "دفاعات", "تحصينات", "حواجز", "صفوف", "ارتال":
		return w.kind == partWord
	}
	return false
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

// mostNamed is who "the forces" are where none that are called so were spoken of:
// those named most in the text, and never Islamic State, whose men nobody calls so.
func (s *sentence) mostNamed(i int) subject {
	for _, f := range s.document.forces {
		if f.Actor != "islamic_state" && f.Actor != "local" {
			return subject{force: force{actor: f.Actor, agree: 'f'}, at: i, linked: true}
		}
	}
	return subject{}
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
	for _, carried := range []bool{false, true} { // whom the sentence names, before those it only goes on about
		for k := len(s.subjects) - 1; k >= 0; k-- {
			if sub := s.subjects[k]; sub.at < i && sub.troops && sub.linked == carried {
				sub.linked = true
				return sub
			}
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
