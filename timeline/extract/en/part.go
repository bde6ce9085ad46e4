package en

import (
	"slices"

	"frontline/timeline"
)

// kind is what a part of a sentence is.
type kind uint8

// The kinds of parts.
const (
	partWord   kind = iota // a word that tells the rules nothing
	partCue                // a word of the lists that some rule looks for
	partVerb               // a verb with its auxiliaries, or a noun that tells the same
	partForce              // who: one force or several together
	partGround             // where: one place or a list
	partIt                 // a pronoun: it, they, them
	partHands              // under the control of X: whose
	partWhen               // a day
	partNumber             // a number
	partComma
	partAnd
	partStrong   // a connector that begins a new statement
	partRelative // which, who, that
)

// part is a phrase of a sentence: a run of nodes with one function.
type part struct {
	kind     kind
	*node           // its head
	from, to int    // nodes, half-open
	before   string // preposition it stands behind: in, of, from, to …; "" for none
	force    force
	objects  []object
	list     bool // the ground is several
	told     bool // a rule has read it: a list that spells out another
	day      timeline.Day
	basis    timeline.Basis
	verb     group
	some     bool // of a pronoun: "parts of it"
	own      bool // "its", "their" stands before the noun
	the      bool // an article stands before it
	area     bool // of hands: it is their country that is named
}

// group is the shape of a verb with its auxiliaries.
type group struct {
	form      form // of the verb; one bit
	passive   bool
	having    bool // having taken
	perfect   bool // has taken
	had       bool // had taken
	to        bool // to take
	not       bool
	able      bool              // with "able to" or "yet to"
	modal     timeline.Modality // will, may …; "" for none
	be        bool              // is taking
	pastTense bool
	aux       bool // it has an auxiliary
	joint     bool // its auxiliaries are those of the verb before "and"
	hasBe     bool // "to be" is one of them
	hasHave   bool // "to have" is
}

// is says whether the part is a cue of one of the roles.
func (p *part) is(roles ...string) bool { return p.kind == partCue && slices.Contains(roles, p.role) }

// sense says whether the part is a verb of one of the senses.
func (p *part) sense(senses ...string) bool {
	return p.kind == partVerb && slices.Contains(senses, p.value)
}

// noun says whether the part is a noun that tells what a verb tells.
func (p *part) noun() bool { return p.kind == partVerb && p.verb.form == noun }

// finite says whether the part is a verb that has a subject of its own.
func (p *part) finite() bool {
	return p.kind == partVerb && (p.verb.form == past || p.verb.form == third || p.verb.form == base && !p.verb.to || p.verb.perfect || p.verb.had || p.verb.be || p.verb.passive && p.verb.pastTense || p.verb.modal != "" && p.verb.form != noun && !p.verb.to)
}

// cut cuts the nodes of the sentence into parts.
func (s *sentence) cut() {
	for i := 0; i < len(s.n); {
		p := s.part(i)
		i = p.to
		s.p = append(s.p, p)
	}
}

// part reads the part that begins at node i.
func (s *sentence) part(i int) part {
	n := &s.n[i]
	late := n.role == "after" || n.role == "before" || n.value == "since" || n.value == "until"
	if n.role == "prep" || n.role == "to" && s.nounAhead(i+1) || n.role == "after" || n.role == "before" {
		before := n.value
		if n.role != "prep" {
			before = n.role
		}
		p := s.phrase(i + 1)
		if i+1 < len(s.n) && slices.Contains([]string{"under", "in", "into", "to", "within"}, before) {
			if h, ok := s.hands(i); ok {
				return h
			}
		}
		switch p.kind {
		case partForce, partGround, partIt, partWhen, partNumber:
		case partVerb:
			if p.verb.form != noun && p.verb.form != gerund {
				return s.lone(i)
			}
		case partRelative:
			if late {
				return s.lone(i)
			}
		default:
			return s.lone(i)
		}
		if late && p.kind != partWhen && p.kind != partVerb && s.predicate(p.to) {
			return s.lone(i) // "after they left"
		}
		if p.kind == partForce && before != "by" && before != "from" && before != "against" && before != "between" && before != "with" && !(before == "to" && s.given(i)) && s.country(p.from, p.to) {
			return part{kind: partWord, node: n, from: i, to: p.to} // "in Syria"
		}
		p.from, p.before = i, before
		return p
	}
	return s.phrase(i)
}

// lone is the part of a node that governs nothing that the rules read.
func (s *sentence) lone(i int) part {
	p := part{kind: partWord, node: &s.n[i], from: i, to: i + 1}
	n := &s.n[i]
	if n.role == "after" || n.role == "before" || (n.value == "since" || n.value == "until") && s.clauseAt(i+1) {
		p.kind = partStrong
	}
	return p
}

// given says whether a verb before node i says that something came to somebody:
// "fell to", "lost X to".
func (s *sentence) given(i int) bool {
	for j := i - 1; j >= 0 && j > i-9; j-- {
		if n := &s.n[j]; n.role == "verb" {
			return slices.Contains([]string{"lose", "fall", "hand", "become"}, n.value)
		}
	}
	return false
}

// country says whether the nodes name nothing but a country.
func (s *sentence) country(from, to int) bool {
	land := false
	for ; from < to; from++ {
		n := &s.n[from]
		if n.role == "members" || n.role == "actor" && n.what != "land" {
			return false
		}
		land = land || n.role == "actor"
	}
	return land
}

// predicate says whether a finite verb begins at node i.
func (s *sentence) predicate(i int) bool {
	for ; i < len(s.n); i++ {
		switch n := &s.n[i]; n.role {
		case "have", "be", "modal", "do":
			return true
		case "verb":
			return n.form&(past|third|base) != 0 && !(n.form&noun != 0 && n.form&past == 0)
		case roleWord, "still", "again", "hedge":
			if n.caps != anyCase {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// clauseAt says whether a clause with its subject begins at node i.
func (s *sentence) clauseAt(i int) bool {
	p := s.phrase(i)
	switch p.kind {
	case partForce, partGround, partIt:
		return s.predicate(p.to)
	}
	return false
}

// nounAhead says whether "to" before node i is a preposition.
func (s *sentence) nounAhead(i int) bool {
	for ; i < len(s.n); i++ {
		switch n := &s.n[i]; n.role {
		case "verb":
			return n.form&base == 0
		case roleWord, "again", "still":
			if n.caps != anyCase {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// plainKinds are the kinds of parts that a node alone is, by its role.
var plainKinds = map[string]kind{
	roleComma: partComma, "strong": partStrong, "and": partAnd, "relative": partRelative, "pron": partIt,
	"such": partCue, "also": partCue, "beside": partCue, "purpose": partCue, "if": partCue, "unconfirmed": partCue,
	"false": partCue, "after": partCue, "before": partCue, "except": partCue,
}

// phrase reads the part that begins at node i, behind its preposition.
func (s *sentence) phrase(i int) part {
	if i >= len(s.n) {
		return part{kind: partWord, node: &s.n[len(s.n)-1], from: len(s.n), to: len(s.n)}
	}
	n := &s.n[i]
	one := part{node: n, from: i, to: i + 1}
	if d := s.dateFrom(i); d != nil {
		one.kind, one.to, one.day, one.basis = partWhen, d.to, d.day, d.basis
		return one
	}
	if s.thereAt(i) {
		one.kind, one.node, one.before = partIt, &node{entry: itself, first: n.first, last: n.last, start: n.start, end: n.end, text: n.text, at: n.at}, "in"
		return one
	}
	if kind, ok := plainKinds[n.role]; ok {
		one.kind = kind
		return one
	}
	if n.role == roleWord && (n.text == "about" || n.text == "roughly" || n.text == "approximately") && i+1 < len(s.n) && s.n[i+1].role == roleNum {
		return s.phrase(i + 1)
	}
	if k := s.shareOfIt(i); k > i {
		one.kind, one.some, one.to = partIt, true, k
		return one
	}
	switch {
	case n.role == "latter":
		one.kind, one.force = partForce, force{own: 'l'}
		return one
	case n.role == "that" && (i+1 == len(s.n) || s.n[i+1].role != "class"):
		return s.that(i, one)
	case n.role == "partial" || n.percent:
		if k := max(s.partEnd(i), i); k+1 < len(s.n) && s.n[k+1].role == "pron" && (k > i || n.role == "partial") { // "40% of it"
			return part{kind: partIt, node: &s.n[k+1], from: i, to: k + 2, some: true}
		}
	}
	if (n.role == roleNum || n.role == "count") && i+1 < len(s.n) && (s.n[i+1].role == "days" || s.n[i+1].role == "hours") {
		one.to = i + 2 // a span of time
		return one
	}
	if v, ok := s.verbGroup(i); ok {
		return v
	}
	if p, ok := s.nounPhrase(i); ok {
		return p
	}
	switch n.role {
	case roleNum, "count", "dozen":
		one.kind = partNumber
		one.number = n.number
	case roleWord, roleMark, "det", "compass", "other", "narrator", "title", "abroad", "vague", "vague_time", "hours", "days", "border":
		if n.role == "narrator" {
			one.kind = partCue
		}
	default:
		one.kind = partCue
	}
	return one
}

// shareOfIt is the node behind "its southern part" at node i; i if that is not
// there.
func (s *sentence) shareOfIt(i int) int {
	if s.n[i].role != "own" {
		return i
	}
	for k := i + 1; k < len(s.n) && k < i+4; k++ {
		switch n := &s.n[k]; {
		case slices.Contains([]string{"part", "parts", "half", "section", "sections", "portion"}, n.text):
			return k + 1
		case n.role != "compass" && (n.role != roleWord || n.caps != anyCase):
			return i
		}
	}
	return i
}

// that tells the conjunction and the pronoun apart by what stands before: a
// verb of saying, or the thing it speaks of.
func (s *sentence) that(i int, one part) part {
	one.kind = partRelative
	if i == 0 {
		one.kind = partWord
		return one
	}
	switch p := &s.n[i-1]; {
	case p.role == "verb" && (p.form&^noun != 0 || p.value == "say" || p.value == "deny"), p.role == "unconfirmed", p.role == "and", p.role == roleComma, p.role == "pron", p.role == roleWord && p.caps == anyCase:
		one.kind = partCue
	case p.role == "prep", p.role == "after":
		one.kind = partWord
	case p.role == "actor" || p.role == "members": // "claims by X that Y"
		for k := i - 2; k >= 0 && k > i-7 && s.n[k].role != roleComma && s.n[k].role != "strong"; k-- {
			if n := &s.n[k]; n.role == "verb" && n.value == "say" && n.form&noun != 0 {
				one.kind = partCue
			}
		}
	}
	return one
}
