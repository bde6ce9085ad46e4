package ar

import (
	"strings"
)

// object is a place, or an unnamed part of the ground, that something is done
// to.
type object struct {
	place   *node // the name; nil for an unnamed one
	start   int   // bytes of the words
	end     int
	partial bool // "parts of"
	near    bool // "around", "north of": not the place itself
	count   int  // "6 villages"
}

// group is a list of objects as it stands in a sentence.
type group struct {
	from, to int // nodes, half-open
	list     bool
	objects  []object
}

// lister reads a list of places: class nouns, names, "and", commas, and the
// words that only say where they are.
type lister struct {
	s       *sentence
	g       group
	class   *node
	number  *node
	start   int  // first node of the object that is being read
	partial bool // holds for what follows in the list
	near    bool
	where   bool // inside words that only locate the last object
}

// objects reads the list that begins at node i. An empty group where none does.
func (s *sentence) objects(i int) group {
	l := lister{s: s, g: group{from: i, to: i}, start: -1}
	for j := i; j < len(s.n); j++ {
		if to := s.dateEnd(j); to > 0 && j > i {
			l.flush(j)
			l.where, l.g.to, j = true, to, to-1
			continue
		}
		if !l.take(j) {
			break
		}
	}
	l.flush(l.g.to)
	return l.g
}

// take reads node j; false where the list has ended before it.
func (l *lister) take(j int) bool {
	n := &l.s.n[j]
	if n.conj && n.role != "verb" && !l.compound(j) {
		l.flush(j)
		l.near = l.near && n.role == rolePlace
	}
	switch n.role {
	case "partial":
		l.begin(j)
		l.partial, l.where = true, false
	case "full", "none", "ago", "then", "common", "vague_time", "weekday":
		return len(l.g.objects) > 0 || l.start >= 0 || j < l.g.from+4
	case "near", "country", "border", "toward":
		return l.locate(j)
	case "also", "beside":
		l.flush(j)
		if !l.locates(j + 1) {
			return false
		}
		l.where, l.near = false, false
	case "such":
		l.flush(j)
		l.where, l.near, l.g.list = false, false, true
	case "class":
		l.classNoun(j)
	case rolePlace:
		l.name(j)
	case roleNum:
		l.begin(j)
		l.number = n
	case roleComma:
		l.flush(j)
		return l.goesOn(j)
	case "prep":
		return l.preposition(j)
	case roleWord:
		return l.word(j)
	case roleMark:
		return true // brackets and dashes stand inside a list
	default:
		return false
	}
	l.g.to = j + 1
	return true
}

// compound says whether the class noun at j joins another into one phrase:
// "oil fields and wells".
func (l *lister) compound(j int) bool {
	n := l.s.n[j]
	return n.role == "class" && n.suffix == 0 && l.class != nil && l.start == j-1 && l.class.count == 'p'
}

func (l *lister) begin(j int) {
	if l.start < 0 {
		l.start = j
	}
}

// locate: words like "around" before a name make it a phrase near it; behind
// one they only say where it is.
func (l *lister) locate(j int) bool {
	n := l.s.n[j]
	if (l.start < 0 || l.number == nil && l.class == nil) && (len(l.g.objects) == 0 || n.conj) && n.prep == "" {
		l.begin(j)
		l.near = true
	} else {
		l.where = true
	}
	l.g.to = j + 1
	return true
}

func (l *lister) classNoun(j int) {
	n := &l.s.n[j]
	if l.where && !n.conj {
		return
	}
	l.where = false
	if n.suffix != 0 && len(l.g.objects) > 0 && !n.conj {
		return
	}
	l.begin(j)
	l.class = n
	l.g.list = l.g.list || n.count != 's'
}

func (l *lister) name(j int) {
	n := &l.s.n[j]
	if l.where && !n.conj {
		return
	}
	l.where = false
	from := n.start
	if l.near && l.start >= 0 {
		from = l.s.n[l.start].start
	}
	l.g.objects = append(l.g.objects, object{place: n, start: from, end: n.end, partial: l.partial, near: l.near})
	l.start, l.number = -1, nil
	if l.class != nil && l.class.count == 's' {
		l.class = nil
	}
	l.where = true // what follows without "and" only locates it
}

// locates says whether a list can go on at node j behind "as well as".
func (l *lister) locates(j int) bool {
	if j >= len(l.s.n) || len(l.g.objects) == 0 {
		return false
	}
	switch n := l.s.n[j]; n.role {
	case "class", rolePlace, roleNum, "partial", "near", "none":
		return true
	case "prep":
		return n.text == "علي"
	}
	return false
}

// flush ends an object without a name: "6 villages", "wells near it".
func (l *lister) flush(j int) {
	if l.start < 0 || l.class == nil && l.number == nil && !l.near && !l.partial || j <= l.start {
		l.start, l.number = -1, nil
		return
	}
	first, last := l.s.n[l.start], l.s.n[j-1]
	if l.class != nil || l.near {
		o := object{start: first.start, end: last.end, partial: l.partial, near: l.near && l.class == nil}
		if c := l.class; c != nil && c.suffix != 0 && c.count == 's' && l.number == nil && !l.near && j == l.start+1 {
			o.place = l.s.meant(l.class)
		}
		if l.number != nil {
			o.count = int(l.number.number)
		}
		l.g.objects = append(l.g.objects, o)
	}
	l.start, l.number = -1, nil
}

// goesOn says whether the list goes on behind the comma at j.
func (l *lister) goesOn(j int) bool {
	if j+1 >= len(l.s.n) {
		return false
	}
	switch n := l.s.n[j+1]; n.role {
	case "such":
		l.g.to = j + 1
		return len(l.g.objects) > 0 && (l.class != nil || l.g.list)
	case "also", "beside":
		l.g.to = j + 1
		return len(l.g.objects) > 0
	case "prep":
		return n.text == "علي" && n.conj && len(l.g.objects) > 0
	case "class", rolePlace:
		l.where = false
		l.g.to = j + 1
		return l.g.list || n.conj || n.role == "class" && n.suffix == 0
	case "near", "country":
		l.where = true
		l.g.to = j + 1
		return len(l.g.objects) > 0
	}
	return false
}

func (l *lister) preposition(j int) bool {
	n := l.s.n[j]
	empty := len(l.g.objects) == 0
	switch {
	case n.text == "علي" && (n.conj || j > 0 && l.s.n[j-1].role == "also"):
		l.where, l.near = false, false
	case n.text == "في" && (!empty || l.class != nil):
		l.where = true
	case n.text == "من" && (l.partial || l.number != nil) && empty:
	case n.text == "من" && n.conj && l.partial:
		l.where = false
	case n.text == "مع" && l.where:
	default:
		return false
	}
	l.g.to = j + 1
	return true
}

// word: a word that the lists do not know can describe what stands before it.
func (l *lister) word(j int) bool {
	n := l.s.n[j]
	if l.start < 0 && len(l.g.objects) == 0 {
		if strings.HasPrefix(n.text, "و") {
			return false
		}
		return j < l.g.from+2
	}
	if hasConj(n.text) && l.start < 0 {
		return false
	}
	l.g.to = j + 1
	return true
}
