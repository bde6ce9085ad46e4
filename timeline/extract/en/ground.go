package en

import (
	"strings"

	"frontline/timeline"
)

// object is a place, or an unnamed part of the ground, that something is done
// to.
type object struct {
	place   *node // the name; nil for an unnamed one
	start   int   // bytes of the words
	end     int
	partial bool // "parts of"
	near    bool // "around", "north of": not the place itself
	back    bool // "the town": named before
	count   int  // "6 villages"
	several bool
	class   *entry
	region  bool // it only says the country around
}

// lister reads a list of places: class nouns, names, "and", commas, and the
// words that only say where they are.
type lister struct {
	s       *sentence
	from    int
	to      int // node behind the last of the list
	objs    []object
	list    bool
	plural  *entry // class noun in force for the whole list: "the villages of"
	partial bool
	near    bool
	owner   bool // of the object that is being read: whose it is has been said
	back    bool // it is spoken of again: "the town"
}

// nounPhrase reads the force or the ground that begins at node i.
func (s *sentence) nounPhrase(i int) (part, bool) {
	f, ok := s.forcePart(i)
	if ok && !s.groundOwner(f.to) && !((s.n[f.to-1].role == "actor" || s.n[f.to-1].role == "members") && s.modifies(f.to-1)) {
		return f, true
	}
	if g, is := s.groundPart(i); is {
		return g, true
	}
	return f, ok
}

// groundOwner says whether what stands at node j is ground that a force before
// it owns: "Ukraine's Kharkiv region", "regime positions".
func (s *sentence) groundOwner(j int) bool {
	if j >= len(s.n) || j == 0 || !s.n[j-1].owner {
		return false
	}
	for ; j < len(s.n); j++ {
		switch s.n[j].role {
		case rolePlace:
			return true
		case roleWord, "compass", "class":
			if s.n[j].role == "class" && s.n[j].value == "post" {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// groundPart reads the list that begins at node i; false where none does.
func (s *sentence) groundPart(i int) (part, bool) {
	l := lister{s: s, from: i, to: i}
	for l.item(l.to) && l.joint() {
	}
	if len(l.objs) == 0 {
		return part{}, false
	}
	l.objs = s.appose(i, spelledOut(l.objs))
	return part{kind: partGround, node: &s.n[i], from: i, to: l.to, objects: l.objs, list: l.list || len(l.objs) > 1}, true
}

// compassOf says whether a phrase like "north of" gives a direction.
func compassOf(phrase string) bool {
	return strings.HasPrefix(phrase, "north") || strings.HasPrefix(phrase, "south") || strings.HasPrefix(phrase, "east") || strings.HasPrefix(phrase, "west")
}

// step is what a node does to the object that is being read.
type step uint8

const (
	goOn   step = iota // it belongs to it
	ends               // the object ends before it
	isName             // it is its name
)

// item reads one object of the list at node i with what only locates it, and
// leaves l.to behind it.
func (l *lister) item(i int) bool {
	s := l.s
	l.owner, l.back = false, false
	o := object{start: s.n[i].start, partial: l.partial && len(l.objs) > 0, near: l.near && len(l.objs) > 0}
	j := i
	for ; j < len(s.n) && j < i+12; j++ {
		switch l.step(&o, j, i) {
		case ends:
			return l.close(o, j, l.back)
		case isName:
			return l.named(o, j)
		}
		if n := &s.n[j]; n.percent && s.partOf(j) {
			j = s.partEnd(j)
		}
	}
	return l.close(o, j, l.back)
}

// step takes node j into the object, which begins at node i.
func (l *lister) step(o *object, j, i int) step {
	s := l.s
	switch n := &s.n[j]; n.role {
	case "det", "this", "own", "that":
		if o.class != nil {
			return ends
		}
		l.back = n.role != "det" || n.text == "the" || n.text == "these" || n.text == "those" || n.text == "both"
	case roleWord, "last", "country", "again", "others", "vague", "dozens", "dozen", "border":
		if o.class != nil && n.role != "country" || n.caps != anyCase && n.role == roleWord && !n.opens || !s.placeAhead(j) {
			return ends
		}
		o.several = o.several || n.role == "vague" || n.role == "dozens"
		l.back = l.back && !o.several && n.role != "others" && !s.modified(j)
		o.region = o.region || n.role == "country"
	case "actor", "members", "heldby":
		return l.possessor(o, j)
	case "abroad": // "Alawite villages"
		if o.class != nil || j+1 >= len(s.n) || s.n[j+1].role != "class" {
			return ends
		}
	case "other":
		if !quantifies(n) || !s.placeAhead(j) {
			return ends
		}
	case "compass":
		o.partial = o.partial || s.named(j+1)
	case "count", roleNum:
		if o.class != nil || n.owner || n.percent && !s.partOf(j) {
			return ends
		}
		if o.count == 0 {
			o.count = int(n.number)
		}
		o.partial = o.partial || n.percent
	case "partial":
		o.partial, l.back = true, false
	case "near":
		switch {
		case o.class != nil:
			return ends
		case j > 0 && s.n[j-1].text == "the" && compassOf(n.text):
			o.partial = true // in the north of X
		default:
			if o.count == 0 && !o.several && !o.near && j > i && s.n[j-1].role == roleWord {
				o.start = n.start // "slightly south of X"
			}
			o.near = true
		}
	case "class":
		if o.class != nil && o.class.kept {
			return ends
		}
		o.class, o.end = n.entry, n.end
		o.region = o.region || n.value == "governorate"
		o.several = o.several || n.plural
	case "prep":
		if o.class == nil && o.count == 0 && !o.several || n.value != "of" || !s.ofPlace(j+1) || s.describing(i, j) {
			return ends
		}
	case rolePlace:
		return l.placeStep(o, j, i)
	default:
		return ends
	}
	return goOn
}

// quantifies says whether a phrase only says how exact a number is.
func quantifies(n *node) bool { return n.text == "at least" || n.text == "more than" }

// modified says whether the word at node j makes of the area behind it one of its
// own: "the university area" is none named before.
func (s *sentence) modified(j int) bool {
	return s.n[j].role == roleWord && j+1 < len(s.n) && s.n[j+1].role == "class" && s.n[j+1].value == "area" && s.n[j].text != "same"
}

// describing says whether the words from node i to "of" at node j describe a
// place and do not name it: "a rebel-held suburb of Damascus".
func (s *sentence) describing(i, j int) bool {
	return j > 0 && !s.n[j-1].plural && s.n[j-1].role == "class" && (s.n[i].text == "a" || s.n[i].text == "an")
}

// possessor takes in a force before ground: "Ukraine's Kharkiv region", "rebel
// positions".
func (l *lister) possessor(o *object, j int) step {
	s := l.s
	n := &s.n[j]
	if n.owner && o.class == nil && s.groundOwner(j+1) {
		o.start = n.end
		return goOn
	}
	if o.class != nil || !l.owner && !s.modifies(j) {
		return ends
	}
	l.owner = true
	return goOn
}

// placeStep takes in the name at node j: the object's own, or only that of
// where it lies ("Mariupol's Azovstal plant").
func (l *lister) placeStep(o *object, j, i int) step {
	s := l.s
	n := &s.n[j]
	switch {
	case n.owner && o.class == nil && s.ownsNoun(j+1):
		return ends
	case n.owner && o.class == nil && j+1 < len(s.n) && s.n[j+1].role == rolePlace:
		o.start = s.n[j+1].start
		return goOn
	case o.class != nil && !l.nameOf(j) && (j == i || s.n[j-1].role != "prep"):
		return ends
	}
	return isName
}

// nameOf says whether the name at node j stands right behind its class noun.
func (l *lister) nameOf(j int) bool { return j > 0 && l.s.n[j-1].role == "class" }

// named ends an object at its name.
func (l *lister) named(o object, j int) bool {
	s := l.s
	n := &s.n[j]
	if o.class == nil {
		o.class = n.class
	}
	if o.class != nil && o.class.plural {
		l.plural, l.list = o.class, true
	}
	o.place, o.end = n, n.end
	if !o.near && !o.region && (o.class == nil || !o.class.kept || !o.class.plural) {
		o.start = n.start
	}
	if o.class != nil && o.class.kept && o.class.value == "post" && n.start > o.start && n.class != n.entry {
		o.partial = true
	}
	if n.class != nil && n.class.value == "governorate" {
		o.region = true
	}
	l.partial, l.near = o.partial, o.near
	l.to = j + 1
	if n.owner && l.to < len(s.n) && s.n[l.to].role == "near" { // "X's outskirts"
		o.near, o.end = true, s.n[l.to].end
		l.to++
	}
	l.objs = append(l.objs, o)
	l.to = l.located(l.to)
	return true
}

// close ends an object without a name before node j: "6 villages", "the
// town", "wells near it".
func (l *lister) close(o object, j int, back bool) bool {
	s := l.s
	if o.class == nil {
		return false
	}
	to := j
	for to > 0 && s.n[to-1].end > o.end {
		to--
	}
	l.to = l.located(to)
	for l.to > to && (o.count > 0 || o.several) && l.to+1 < len(s.n) && s.n[l.to].role == "and" && s.n[l.to+1].role == rolePlace {
		l.to += 2 // "six villages near A and B"
	}
	if l.to > to {
		o.end = s.n[l.to-1].end
	}
	if (back && o.count == 0 || back && o.class.plural) && !l.pins(to) {
		l.objs = append(l.objs, s.meant(o, o.class)...)
		return true
	}
	l.list = l.list || o.class.plural
	l.partial, l.near = false, false
	l.objs = append(l.objs, o)
	return true
}

// pins says whether what locates the object behind node to names a place: "the
// pocket around X" is told by it.
func (l *lister) pins(to int) bool {
	for k := to; k < l.to; k++ {
		if l.s.n[k].role == rolePlace && (l.s.n[k-1].role == "near" || l.s.n[k-1].value == "of") {
			return true
		}
	}
	return false
}

// placeAhead says whether a class noun or a place follows node j with nothing
// but adjectives between.
func (s *sentence) placeAhead(j int) bool {
	for k := j + 1; k < len(s.n) && k < j+6; k++ {
		switch n := &s.n[k]; n.role {
		case "class", rolePlace:
			return true
		case roleWord, "compass", "vague", "count", roleNum, "again", "country", "heldby", "partial", "last", "near", "border", "others":
		case "abroad":
			return k+1 < len(s.n) && s.n[k+1].role == "class"
		case "actor", "members":
			if !s.modifies(k) {
				return false
			}
		case "prep":
			if n.value != "of" {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// named says whether a name of a place, not of a country around, stands at
// node j.
func (s *sentence) named(j int) bool {
	if j >= len(s.n) || s.n[j].role != rolePlace {
		return false
	}
	c := s.n[j].class
	return c == nil || c.value != "governorate"
}

// modifies says whether the force at node j only describes ground behind it:
// "rebel areas", "regime positions", "rebel-held Azaz".
func (s *sentence) modifies(j int) bool {
	for k := j + 1; k < len(s.n) && k < j+4; k++ {
		switch s.n[k].role {
		case "class", "heldby":
			return true
		case roleWord, "compass", "actor", "border", "last", "others":
		default:
			return false
		}
	}
	return false
}

// partOf says whether the share at node j is one of ground: "60% of the city".
func (s *sentence) partOf(j int) bool { return s.partEnd(j) > j }

func (s *sentence) partEnd(j int) int {
	for k := j + 1; k < len(s.n) && k < j+4; k++ {
		if s.n[k].role == "prep" && s.n[k].value == "of" || s.n[k].role == "partial" {
			return k
		}
	}
	return j
}

// ofPlace says whether a place, or several, follow "of" at node j.
func (s *sentence) ofPlace(j int) bool {
	for k := j; k < len(s.n) && k < j+5; k++ {
		switch s.n[k].role {
		case rolePlace, "class":
			return true
		case "det", "compass", roleWord, "capital", "partial", "near", "country", "count", roleNum:
		default:
			return false
		}
	}
	return false
}

// ownsNoun says whether something other than ground follows the possessive
// before node j: "Kherson's residents".
func (s *sentence) ownsNoun(j int) bool {
	for k := j; k < len(s.n) && k < j+4; k++ {
		switch s.n[k].role {
		case "class", "near", "partial", rolePlace:
			return false
		case "compass", roleWord, "again", "last", "actor", "vague":
		default:
			return true
		}
	}
	return true
}

// ref is the place of a claim about an object.
func (s *sentence) ref(o object) *timeline.PlaceRef {
	if n := o.place; n != nil && !o.near {
		return &timeline.PlaceRef{Surface: s.text[n.start:n.end], Named: true, Start: n.start, End: n.end}
	}
	return &timeline.PlaceRef{Surface: s.text[o.start:o.end], Start: o.start, End: o.end}
}
