package ar

import (
	"frontline/timeline"
)

// kind is what a part of a sentence is.
type kind uint8

// The kinds of parts.
const (
	partWord   kind = iota // a word that tells the rules nothing
	partCue                // a word of the lists that some rule looks for
	partVerb               // a finite verb or a verbal noun
	partForce              // who: one force or several together
	partGround             // where: one place or a list
	partIt                 // a pronoun behind a preposition: عليها
	partHands              // "under the control of": head of what is held
	partWhen               // a day
	partNumber             // a number
	partComma
	partStrong   // a connector that begins a new statement
	partRelative // التي
)

// part is a phrase of a sentence: a run of nodes with one function.
type part struct {
	kind     kind
	*node           // its head
	from, to int    // nodes, half-open
	before   string // preposition it stands behind, folded: علي, في, ب …; "" for none
	and      bool   // "and" stands before it
	force    force
	objects  []object
	list     bool // the ground is several of a class
	told     bool // a rule has read it: a list that was hung on another
	used     bool // it is the complement of a verb
	day      timeline.Day
	basis    timeline.Basis
}

// force is who a phrase means: the first named and those with it.
type force struct {
	actor timeline.Actor
	co    []timeline.Actor
	agree byte
	air   bool // strikes and helps, takes no ground
	own   byte // "its forces": whose, by the pronoun's agreement; q for "those forces", a for "the attackers"; 0 for a name

	troops bool // its name is one of forces or units
}

// is says whether the part is a cue of the role.
func (p *part) is(role string) bool { return p.kind == partCue && p.role == role }

// time says whether the part is a day, resolved or not.
func (p *part) time() bool {
	return p.kind == partWhen || p.kind == partWord && (p.node.role == "ago" || p.node.role == "weekday" || ofDay(p.text))
}

// ofDay says whether a folded word is a part of the day: the dawn of.
func ofDay(word string) bool {
	switch word {
	case "يوم", "فجر", "صباح", "ظهر", "عصر", "مساء", "ليل", "ليله", "فجرا", "صباحا", "ليلا":
		return true
	}
	return false
}

// verb says whether the part is a verb of one of the senses.
func (p *part) verb(senses ...string) bool {
	if p.kind != partVerb {
		return false
	}
	for _, s := range senses {
		if p.value == s {
			return true
		}
	}
	return false
}

// finite says whether the part is a verb in a finite form.
func (p *part) finite() bool { return p.kind == partVerb && p.form != noun }

// parts cuts the nodes of the sentence into parts.
func (s *sentence) cut() {
	if room := len(s.n); cap(s.parts)-len(s.parts) < room { // parts of earlier sentences stay where they are
		s.document.parts = make([]part, 0, max(2*cap(s.parts), room, 256))
	}
	from := len(s.parts)
	for i := 0; i < len(s.n); {
		s.document.parts = append(s.document.parts, part{})
		p := &s.document.parts[len(s.document.parts)-1]
		s.part(p, i)
		i = p.to
		s.p = s.document.parts[from:]
	}
	s.p = s.p[:len(s.p):len(s.p)]
}

// part reads into p the part that begins at node i.
func (s *sentence) part(p *part, i int) {
	n := &s.n[i]
	before, j := "", i
	if n.role == "prep" || n.role == "toward" || s.towards(i) {
		before = n.text
		if n.role != "prep" {
			before = "نحو"
		}
		for j = i + 1; j < len(s.n) && (s.n[j].role == "none" || s.n[j].role == "full" || approx(s.n[j].text) || s.passedOver(j)); j++ {
		}
		if j == len(s.n) {
			*p = part{kind: partWord, node: n, from: i, to: i + 1}
			return
		}
	} else if n.prep != "" {
		before = n.prep
	} else if n.role == "it" {
		before = n.object
	}
	s.phrase(p, j)
	if j > i && (p.kind == partVerb && p.form != noun || p.kind == partComma || p.kind == partStrong || p.kind == partCue && p.role == "prep") {
		*p = part{kind: partWord, node: n, from: i, to: i + 1} // a preposition that governs nothing
		return
	}
	p.from, p.before, p.and = i, before, n.conj
}

// towards says whether "نحو" at node i says where to, and not "about".
func (s *sentence) towards(i int) bool {
	return s.n[i].text == "نحو" && s.n[i].role == "other" && i+1 < len(s.n) && (s.n[i+1].role == rolePlace || s.n[i+1].role == "class")
}

// passedOver says whether the words at node j only lead up to a number or a
// class noun: "at least 15 villages", "several villages".
func (s *sentence) passedOver(j int) bool {
	if j+2 < len(s.n) && s.n[j+2].role == "its" && s.n[j+1].text == "من" {
		return true // "in a number of its quarters"
	}
	if s.n[j].role == "last" && s.n[j].value == "" && j+1 < len(s.n) && s.n[j+1].role == "class" && s.n[j+1].entry.number == 'd' {
		return true // "of the last two villages"
	}
	return j+1 < len(s.n) && (s.n[j+1].role == "its" && s.n[j].text == "من" || s.n[j].role == "other" && s.n[j+1].role == roleNum || s.n[j].role == "common" && s.n[j+1].role == "class" && s.n[j+1].suffix == 0)
}

// approx says whether a word only makes a number or share rough.
func approx(word string) bool {
	switch word {
	case "نحو", "حوالي", "قرابه", "زهاء", "اكثر", "ازيد":
		return true
	}
	return false
}

// phrase reads into p the part that begins at node i, behind its preposition.
func (s *sentence) phrase(p *part, i int) {
	n := &s.n[i]
	*p = part{node: n, from: i, to: i + 1}
	if d := s.dateFrom(i); d != nil && n.role != rolePlace {
		p.kind, p.to, p.day, p.basis = partWhen, d.to, d.day, d.basis
		return
	}
	switch n.role {
	case "verb":
		p.kind = partVerb
	case roleComma:
		p.kind = partComma
	case "strong":
		p.kind = partStrong
	case "other_side":
		p.kind = partStrong
		if k := len(s.p) - 1; k >= 0 && s.p[k].kind == partForce {
			p.kind = partCue // "between X on one side and Y on the other"
		}
	case "relative":
		p.kind = partRelative
	case "it":
		p.kind = partIt
	case "under":
		*p = s.hands(i)
	case "actor", "own", "members", "attackers", "rebels", "men":
		if q, ok := s.forcePart(i); ok {
			*p = q
			return
		}
		p.kind = partCue
	case "class", rolePlace, "partial", "near", "border", "country", "its", "former":
		if q, ok := s.groundPart(i); ok {
			*p = q
			return
		}
		p.kind = partCue
	case roleNum:
		if q, ok := s.share(i); ok {
			*p = q
			return
		}
		if q, ok := s.groundPart(i); ok && s.counted(i) {
			*p = q
			return
		}
		p.kind = partNumber
	case roleWord, "common", "none", "ago", "weekday", "full", roleMark, "other":
	default:
		p.kind = partCue
	}
}

// share reads "65 % of the city".
func (s *sentence) share(i int) (part, bool) {
	j := i + 1
	if j < len(s.n) && s.n[j].text == "%" {
		j++
	} else if j < len(s.n) && s.n[j].role == "percent" {
		j++
	} else {
		return part{}, false
	}
	if j+1 >= len(s.n) || s.n[j].text != "من" {
		return part{}, false
	}
	p, ok := s.groundPart(j + 1)
	if !ok {
		return part{}, false
	}
	p.node, p.from = &s.n[i], i
	for k := range p.objects {
		p.objects[k].partial = true
	}
	return p, true
}

// counted says whether the number at node i counts a class of places.
func (s *sentence) counted(i int) bool {
	return i+1 < len(s.n) && s.n[i+1].role == "class"
}
