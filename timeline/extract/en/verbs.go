package en

import (
	"strings"

	"frontline/timeline"
)

// verbGroup reads a verb with the auxiliaries and adverbs before it at node i:
// "has not yet been taken", "to take", or a noun that tells the same, with its
// article and adjectives: "the loss".
func (s *sentence) verbGroup(i int) (part, bool) {
	g := group{to: s.purposeTo(i)}
	p := part{kind: partVerb, from: i}
	for j := i; j < len(s.n) && j < i+9; j++ {
		n := &s.n[j]
		switch n.role {
		case "have", "be", "do", "modal", "to", "not", "able":
			g.help(n)
		case "prep":
			if n.value != "since" || !g.aux {
				return p, s.auxiliary(&p, g, i, j)
			}
		case "still", "again", "hedge", "vague_time", "fire":
		case "det", "own", "compass", "vague", "this", "count", roleNum:
			switch {
			case g.to, j > i && s.n[j-1].role == roleWord && !g.aux && n.role != "count" && n.role != roleNum:
				return p, false
			case g.aux && n.text != "all" && n.text != "both" && n.text != "each":
				return p, s.auxiliary(&p, g, i, j)
			case !g.aux:
				p.own, p.the = p.own || n.role == "own", true
			}
		case roleWord:
			if n.caps != anyCase && j > i {
				return p, false
			}
		case "verb":
			if p.the && n.form&noun == 0 {
				return p, false
			}
			if n.value == "remain" && j+1 < len(s.n) && s.n[j+1].role == "verb" && s.n[j+1].form&participle != 0 {
				g.hasBe, g.aux = true, true // remains besieged
				continue
			}
			p.node, p.to, p.verb = n, j+1, g
			p.verb.shape(s, n, j, p.the)
			return p, s.n[i].role != roleWord || p.verb.form == noun // else the word before is its own
		default:
			return p, s.auxiliary(&p, g, i, j)
		}
	}
	return p, false
}

// purposeTo says whether a phrase of purpose right before node i ends with the
// "to" of the infinitive: "in order to take".
func (s *sentence) purposeTo(i int) bool {
	return i > 0 && s.n[i-1].role == "purpose" && strings.HasSuffix(s.n[i-1].text, " to") && s.n[i].role == "verb"
}

// help takes in an auxiliary.
func (g *group) help(n *node) {
	g.aux = g.aux || n.role != "not"
	switch n.role {
	case "have":
		g.hasHave = true
		g.had = g.had || n.value == "past"
		g.having = g.having || n.text == "having"
	case "be":
		g.hasBe = true
		g.pastTense = g.pastTense || n.value == "past"
	case "modal":
		g.modal = timeline.Modality(n.value)
	case "to":
		g.to = true
	case "not":
		g.not = true
	case "able":
		g.able = true
		g.not = g.not || n.value != ""
	}
}

// auxiliary makes a part of auxiliaries that no verb follows: "is", "had".
func (s *sentence) auxiliary(p *part, g group, i, j int) bool {
	if !g.aux || p.the || g.to || s.n[i].role == roleWord {
		return false
	}
	for j > i+1 && s.n[j-1].role == roleWord {
		j--
	}
	e := *plainVerb
	if g.hasHave && !g.hasBe {
		e.value = "have"
	}
	n := s.n[i]
	n.entry = &e
	p.node, p.to = &n, j
	p.verb = g
	p.verb.form = third
	if g.pastTense || g.had {
		p.verb.form = past
	}
	return true
}

// plainVerb is "to be", where no other verb stands with it.
//
//nolint:gochecknoglobals // a constant but for the language
var plainVerb = &entry{role: "verb", value: "be"}

// shape decides the form of the verb n at node j by its auxiliaries.
func (g *group) shape(s *sentence, n *node, j int, the bool) {
	f, be, have := n.form, g.hasBe, g.hasHave
	switch {
	case be && f&participle != 0 && !the:
		g.form, g.passive = participle, true
		g.perfect = have && !g.had
	case be && f&gerund != 0 && !(the):
		g.form, g.be = gerund, true
	case have && f&participle != 0:
		g.form, g.perfect = participle, !g.had
	case (g.modal != "" || g.to || g.able) && f&base != 0:
		g.form = base
		if g.able && g.modal == timeline.Hypothetical {
			g.modal = ""
		}
	case f&noun != 0 && (the || s.nominal(n, j)):
		g.form = noun
	case f&past != 0:
		g.form = past
	case f&participle != 0:
		g.form, g.passive = participle, true
	case f&gerund != 0:
		g.form = gerund
	case f&third != 0:
		g.form = third
	case f&base != 0:
		g.form = base
	default:
		g.form = noun
	}
	if g.having && g.form == participle {
		g.form = gerund
	}
	if g.form == base && !g.to && g.modal == "" && !g.able && s.joinsVerb() {
		g.carryOver(s)
	}
	if g.not && g.modal == timeline.Hypothetical {
		g.modal, g.able = "", true // "could not take"
	}
	if g.form == past && f&participle != 0 && !be && !have && (s.reduced(j) || (n.value == "present" || n.value == "besiege" && j+1 < len(s.n) && s.n[j+1].role == "prep") && s.verbLater(j)) {
		g.form, g.passive = participle, true
	}
}

// nominal says whether a word that can be noun and verb is a noun at node j: by
// what stands before and behind it.
func (s *sentence) nominal(n *node, j int) bool {
	if n.form&^noun == 0 {
		return true
	}
	if j > 0 {
		switch p := &s.n[j-1]; {
		case n.value == "say" && n.form&third != 0 && j+1 < len(s.n) && s.n[j+1].role == "to" && (p.role == "actor" || p.role == "members" || p.role == "capital"):
			return false // "Russia claims to have"
		case p.role == "still" && n.form&base != 0:
			return false // "which they still control"
		case p.role == "and" && n.form&base != 0 && s.joinsVerb():
			return false
		case n.form&gerund != 0 && (p.role == "members" || p.role == "actor" && (p.what == "word" || p.what == "name")) && !s.nounBehind(j):
			return false
		case p.role == "verb" && n.form&noun != 0 && takesObject(p.entry) && (n.value == "control" || n.value == "advance" || n.value == "attack"):
			return true
		case p.owner, p.role == "prep" && n.form&gerund == 0, p.role == "actor" && p.what != "name" && p.what != "word", p.role == "own", p.role == "det", p.role == "class" && j+1 < len(s.n) && s.n[j+1].role != "det":
			return true
		case n.form&third != 0 && n.form&base == 0 && (p.role == roleWord && p.caps == anyCase || p.role == "compass" || p.role == "vague"):
			return true // "ongoing clashes"
		case p.role == "to", p.role == "modal", p.role == "not", p.role == "do", p.role == "pron", p.role == "relative":
			return false
		}
	}
	if j+1 == len(s.n) {
		return true
	}
	switch x := &s.n[j+1]; x.role {
	case "near":
		return true
	case "prep":
		if takesObject(n.entry) && n.form&(past|gerund) == 0 {
			return true // what has to be done to something is done to nothing here
		}
		return x.value == "of" || x.value == "by" || n.form&(gerund|base) != 0 && (x.value == "on" || x.value == "in" || x.value == "between" || x.value == "against" || x.value == "with" || x.value == "over") && !s.subjectBefore(j)
	case "verb":
		return n.form&gerund == 0 || x.form&noun == 0
	case "be", "have", "modal", roleStop, roleComma, "hand":
		return true
	case "to":
		return n.value == "try" || n.value == "future"
	}
	return n.form&(base|third|past|participle) == 0 && !takesObject(n.entry)
}

// nounBehind says whether what stands behind node j is said of a noun: "the
// fighting between", "the shelling of".
func (s *sentence) nounBehind(j int) bool {
	if j+1 >= len(s.n) {
		return true
	}
	x := &s.n[j+1]
	return x.role == "prep" && (x.value == "of" || x.value == "between" || x.value == "by") || x.role == "verb" || x.role == "have" || x.role == "be"
}

// joinsVerb says whether the last parts are a verb in its base form and "and":
// another one follows.
func (s *sentence) joinsVerb() bool {
	k := len(s.p) - 1
	if k < 1 || s.p[k].kind != partAnd {
		return false
	}
	for j := k - 1; j >= 0 && j > k-5; j-- {
		if p := &s.p[j]; p.kind == partVerb {
			return p.verb.form == base
		} else if p.kind == partStrong || p.kind == partForce {
			return false
		}
	}
	return false
}

// carryOver gives a verb joined to another by "and" the auxiliaries of that
// one: "to enter and take", "will enter and take".
func (g *group) carryOver(s *sentence) {
	for j := len(s.p) - 2; j >= 0 && j > len(s.p)-6; j-- {
		if p := &s.p[j]; p.kind == partVerb && !p.noun() {
			g.to, g.modal, g.able, g.not, g.joint = p.verb.to, p.verb.modal, p.verb.able, p.verb.not, true
			return
		}
	}
}

func takesObject(e *entry) bool { return len(e.object) > 0 && e.object[0] == "direct" }

// subjectBefore says whether somebody stands right before node j who can do
// what it says.
func (s *sentence) subjectBefore(j int) bool {
	if j == 0 {
		return false
	}
	p := &s.n[j-1]
	return p.role == "members" || p.role == "actor" && p.what != "name" || p.role == "pron" || p.role == "relative"
}

// verbLater says whether the clause of node j goes on to another verb: "the
// troops stationed in X shelled".
func (s *sentence) verbLater(j int) bool {
	for k := j + 1; k < len(s.n) && k < j+12; k++ {
		switch n := &s.n[k]; n.role {
		case "verb":
			return n.form&(past|third) != 0 && n.form&noun == 0 && s.n[k-1].role != "and" && s.n[k-1].role != roleComma
		case "be", "have", "modal":
			return true
		case "strong", "relative", "after", "before", "and", roleComma:
			return false
		}
	}
	return false
}

// reduced says whether the past form at node j is a participle: "the town captured by X", "backed by X" — with "by"
// behind it, or right behind a place without an object of its own.
func (s *sentence) reduced(j int) bool {
	for k := j + 1; k < len(s.n) && k < j+5; k++ {
		switch n := &s.n[k]; n.role {
		case "prep":
			if n.value == "on" && k+1 < len(s.n) && (s.n[k+1].role == "weekday" || s.n[k+1].role == "month" || s.n[k+1].role == roleNum) {
				continue
			}
			return n.value == "by" && (k+1 >= len(s.n) || s.n[k+1].role != "weapons")
		case roleWord, "still", "again", "month", roleNum, "weekday", "ago", "vague_time", "same_day":
		default:
			return false
		}
	}
	return false
}
