package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// object is a place, or an unnamed part of the ground, that something is done
// to.
type object struct {
	place   *node // the name; nil for an unnamed one
	start   int   // bytes of the words
	end     int
	partial bool  // "parts of"
	near    bool  // "around", "north of": not the place itself
	back    bool  // "the town": named before
	count   int   // "6 villages"
	owner   *node // whose base in the place it is; nil where nobody's

	ownedPlural bool // and there are several of them
	day         timeline.Day
	basis       timeline.Basis // "" where the list gives it no day of its own
}

// lister reads a list of places: class nouns, names, "and", commas, and the
// words that only say where they are.
type lister struct {
	s       *sentence
	from    int // nodes of the list, half-open
	to      int
	objs    []object
	list    bool
	class   *node
	number  *node
	start   int  // first node of the object that is being read
	partial bool // holds for what follows in the list
	near    bool
	where   bool // inside words that only locate the last object
	located bool // a word said that they do
	between bool // "between A and B": the next "and" only locates, too
	fronted bool // inside words that locate the next one: "and on the front of X, the village Y"
	dated   int  // objects that have had their day
	owner   *node
}

// groundPart reads the list that begins at node i; false where none does.
func (s *sentence) groundPart(i int) (part, bool) {
	l := lister{s: s, from: i, to: i, start: -1, objs: s.room()}
	for j := i; j < len(s.n); j++ {
		if d := s.dateFrom(j); d != nil && j > i && s.n[j].role != rolePlace {
			if len(l.objs) == 0 && l.start < 0 {
				break
			}
			l.flush(j)
			l.date(d)
			l.where, l.to, j = true, d.to, d.to-1
			continue
		}
		if !l.take(j) {
			break
		}
	}
	l.flush(l.to)
	if len(l.objs) == 0 {
		return part{}, false
	}
	return part{kind: partGround, node: &s.n[i], from: i, to: l.to, objects: s.take(l.objs), list: l.list || len(l.objs) > 1}, true
}

// date gives a day to the members of the list that have none yet.
func (l *lister) date(d *date) {
	if d.since {
		return
	}
	for ; l.dated < len(l.objs); l.dated++ {
		l.objs[l.dated].day, l.objs[l.dated].basis = d.day, d.basis
	}
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
	case "full", "none", "common", "vague_time", "other":
		if l.s.towards(j) {
			return false
		}
		l.located = l.located || n.role == "common"
		return len(l.objs) > 0 || l.start >= 0 || j < l.from+4
	case "near", "country", "border":
		return l.locate(j)
	case "also", "beside":
		return l.also(j)
	case "inside":
		if l.owner == nil || len(l.objs) > 0 {
			return false // but "the post of X inside the town"
		}
	case "such":
		if c := l.class; n.value == "is" && l.start >= 0 && c != nil && c.suffix == 'x' && c.entry.number == 's' {
			return false // "around the town, which are A and B" are not the town
		}
		l.such(j)
	case "class":
		if n.prep == "ب" && n.suffix == 'x' && j > l.from {
			return false // "keeps, in the city, the quarters"
		}
		if l.where && !l.located && n.suffix == 0 && !n.conj && n.prep == "" && n.entry.number != 's' && len(l.objs) > 0 && l.owner == nil {
			return false // another list begins right behind this one
		}
		if l.opensAnew(j) {
			return false
		}
		l.classNoun(j)
	case rolePlace:
		l.name(j)
	case roleNum:
		if len(l.objs) > 0 && !n.conj && !l.s.counted(j) || j+1 < len(l.s.n) && l.s.n[j+1].role == "unit" {
			return false
		}
		l.begin(j)
		l.number = n
	case roleComma:
		l.flush(j)
		return l.goesOn(j)
	case "prep":
		return l.preposition(j)
	case "it":
		if l.start >= 0 && l.partial && len(l.objs) == 0 && n.object == "من" {
			return l.partOfIt(j)
		}
		if !l.where || len(l.objs) == 0 || n.conj {
			return false
		}
	case "its":
		if n.value == "neighbourhood" && len(l.objs) == 0 && (l.start < 0 || l.class == nil) {
			l.begin(j)
			return l.partOfIt(j)
		}
		if l.flush(j); len(l.objs) == 0 || !n.conj && n.prep != "ب" {
			return false
		}
		l.where = true // "the airport, and its castle, and": it has no name
	case "nation", "actor":
		if l.owns(j) {
			break
		}
		return n.role == "nation" && l.start < 0 && l.word(j)
	case roleWord:
		return l.word(j)
	case roleMark:
		return true // brackets and dashes stand inside a list
	default:
		return false
	}
	l.to = j + 1
	return true
}

// opensAnew says whether the class noun at node j begins what a verb is done to
// right behind the region where it is done: "lost, in the mountains of X, the
// town of Y".
func (l *lister) opensAnew(j int) bool {
	n := &l.s.n[j]
	if n.conj || n.prep != "" || n.suffix != 0 || len(l.objs) != 1 || l.from == 0 || l.s.n[l.from-1].text != "في" || l.s.n[j-1].role != rolePlace {
		return false
	}
	switch n.value {
	case "village", "town", "city":
		return l.class == nil || !settlement(l.class.value) || l.class.value == "governorate" || l.class.value == "area"
	}
	return false
}

// such reads "among them", "the following": members of the list follow.
func (l *lister) such(j int) {
	l.flush(j)
	if k := len(l.objs) - 1; k >= 0 && (l.objs[k].place == nil || l.objs[k].back && l.objs[k].partial) && l.objs[k].count == 0 && j+1 < len(l.s.n) && (l.s.n[j+1].role == rolePlace || l.s.n[j+1].role == "class") {
		l.objs = l.objs[:k] // "the following villages: …" are those
	}
	l.where, l.near, l.list = false, false, true
}

// partOfIt reads "parts of it": of the last place named.
func (l *lister) partOfIt(j int) bool {
	at := l.s.n[j].at
	for k := at - 1; k >= max(0, at-meantReach); k-- {
		if n := &l.s.nodes[k]; n.role == rolePlace && !inCountry(l.s.nodes, k) && !(l.s.n[j].role == "its" && l.s.quarter(n)) {
			l.objs = append(l.objs, object{place: n, start: l.s.n[l.start].start, end: l.s.n[j].end, partial: true, back: true})
			break
		}
	}
	l.start, l.where = -1, true
	l.to = j + 1
	return true
}

// also reads "as well as", "then": the list goes on if a place follows.
func (l *lister) also(j int) bool {
	l.flush(j)
	if j+1 >= len(l.s.n) || len(l.objs) == 0 {
		return false
	}
	switch n := &l.s.n[j+1]; n.role {
	case "class", rolePlace, roleNum, "partial", "near", "none":
	case "prep":
		if n.text != "علي" {
			return false
		}
	default:
		return false
	}
	l.where, l.near = false, false
	l.to = j + 1
	return true
}

// compound says whether the class noun at j joins another into one phrase:
// "oil fields and wells".
func (l *lister) compound(j int) bool {
	n := &l.s.n[j]
	return n.role == "class" && n.suffix == 0 && l.class != nil && (l.start == j-1 && l.class.entry.number == 'p' || l.number != nil && l.s.n[j-1].role == "class")
}

func (l *lister) begin(j int) {
	if l.start < 0 {
		l.start = j
	}
}

// locate: words like "around" before a name make it a phrase near it; behind
// one they only say where it is.
func (l *lister) locate(j int) bool {
	n := &l.s.n[j]
	if len(l.objs) == 0 && l.start < 0 && fronted(l.s.n[j:]) {
		l.fronted, l.to = true, j+1
		return true
	}
	if (l.start < 0 || l.number == nil && l.class == nil) && (len(l.objs) == 0 || n.conj) && (n.prep == "" || j == l.from) && !l.fronted {
		l.begin(j)
		l.near = true
	} else {
		l.where, l.located = true, true
	}
	l.to = j + 1
	return true
}

func (l *lister) classNoun(j int) {
	n := &l.s.n[j]
	if l.fronted && l.s.n[j-1].role == rolePlace {
		l.fronted, l.where = false, false
	}
	if l.where && !n.conj || l.owner != nil && len(l.objs) == 0 {
		return
	}
	l.where = false
	if n.suffix != 0 && len(l.objs) > 0 && !n.conj {
		return
	}
	l.begin(j)
	l.class, l.owner = n, nil
	l.list = l.list || n.entry.number != 's'
}

func (l *lister) name(j int) {
	n := &l.s.n[j]
	if l.between && n.conj {
		l.between = false
		return
	}
	if (l.where || l.fronted) && !n.conj {
		return
	}
	l.where, l.fronted = false, false
	from := n.start
	if l.owner != nil && l.start >= 0 {
		from = l.s.n[l.start].start
	}
	if l.near && l.start >= 0 {
		from = l.s.n[l.start].start
	}
	l.objs = append(l.objs, object{place: n, start: from, end: n.end, partial: l.partial || l.owner != nil && l.class.value != "area", near: l.near, owner: l.owner, ownedPlural: l.owner != nil && l.class.entry.number != 's'})
	l.start, l.number, l.located = -1, nil, false
	if l.owner != nil {
		l.where = true
		return // the class noun and the owner stand for what is joined as well
	}
	if l.class != nil && l.class.entry.number == 's' {
		l.class = nil
	}
	l.where = true // what follows without "and" only locates it
}

// flush ends an object without a name: "6 villages", "wells near it", "the
// town".
func (l *lister) flush(j int) {
	if l.start < 0 || l.class == nil && l.number == nil && !l.near && !l.partial || j <= l.start {
		l.start, l.number = -1, nil
		return
	}
	if l.s.n[j-1].role == "prep" && j > l.start+1 {
		j-- // "the dam, in November": it governs a day
	}
	first, last := &l.s.n[l.start], &l.s.n[j-1]
	if l.class != nil || l.near && l.partial {
		o := object{start: first.start, end: last.end, partial: l.partial, near: l.near && l.class == nil}
		if l.number != nil {
			o.count = int(l.number.number)
		} else if c := l.class; c != nil && c.entry.number == 'd' && c.suffix == 0 {
			o.count = 2
		}
		if c := l.class; c != nil && c.suffix != 0 && l.number == nil && !l.near && (j == l.start+1 || c.value != "area" && c.entry.number == 's' && !l.s.n[l.start].conj && l.s.n[l.start+1].role != roleWord || l.partial || !strings.HasPrefix(l.s.n[l.start+1].text, arabic.Article) && l.s.n[l.start+1].role == roleWord) {
			l.objs = append(l.objs, l.s.meant(c, o)...)
		} else {
			l.objs = append(l.objs, o)
		}
	}
	l.start, l.number = -1, nil
}

// goesOn says whether the list goes on behind the comma at j.
func (l *lister) goesOn(j int) bool {
	if j+1 >= len(l.s.n) {
		return false
	}
	n := &l.s.n[j+1]
	on := false
	switch n.role {
	case "such":
		on = len(l.objs) > 0 && (l.class != nil || l.list) && !(n.value == "is" && l.unnamedAt(j+2))
	case "also", "beside":
		on = len(l.objs) > 0
	case "prep":
		on = n.conj && len(l.objs) > 0 && (n.text == "علي" || n.text == "في" && l.list && l.frontedAt(j+1))
	case "class", rolePlace:
		on = (l.list || n.conj || n.role == "class" && n.suffix == 0) && !l.s.isSubject(j+1)
		if on {
			l.where = false
		}
	case "near", "country":
		on = len(l.objs) > 0 && !n.conj
		l.where = on
	}
	if on {
		l.to = j + 1
	}
	return on
}

// unnamedAt says whether a class noun without a name stands at node j: "which
// are villages that …".
func (l *lister) unnamedAt(j int) bool {
	return j < len(l.s.n) && l.s.n[j].role == "class" && l.s.n[j].suffix == 0 && (j+1 == len(l.s.n) || l.s.n[j+1].role != rolePlace)
}

// frontedAt says whether the words behind the preposition at node j only
// locate a class noun that stands behind them: "and in the axis of X, the town
// of Y".
func (l *lister) frontedAt(j int) bool { return fronted(l.s.n[j+1:]) }

func fronted(nodes []node) bool {
	named := false
	for k := range nodes[:min(6, len(nodes))] {
		switch n := &nodes[k]; {
		case n.role == rolePlace:
			named = true
		case n.role == "class" && named && n.suffix == 0 && !n.conj:
			return true
		case n.role == "near", n.role == "country", n.role == "class", n.role == roleWord:
		default:
			return false
		}
	}
	return false
}

// isSubject says whether the places at node i are what a verb right behind them
// speaks of.
func (s *sentence) isSubject(i int) bool {
	for j := i; j < len(s.n); j++ {
		switch n := &s.n[j]; n.role {
		case "class", rolePlace, "none", "near", "country":
		case "verb", "still", "was":
			return j > i && n.form != noun && !n.conj
		default:
			return false
		}
	}
	return false
}

func (l *lister) preposition(j int) bool {
	n := &l.s.n[j]
	empty := len(l.objs) == 0
	switch {
	case n.text == "علي" && (n.conj || j > 0 && l.s.n[j-1].role == "also"):
		l.where, l.near = false, false
	case n.text == "في" && (n.conj || j > 0 && l.s.n[j-1].role == "such") && l.frontedAt(j):
		l.fronted = true
	case n.text == "في" && l.owner != nil && empty:
	case n.text == "في" && !n.conj && (!empty || l.class != nil):
		l.where, l.located = true, true
	case n.text == "من" && (l.partial || l.number != nil) && (empty || l.start >= 0 && l.s.n[l.start].role == "partial"):
	case n.text == "من" && l.start >= 0 && l.class != nil && l.class.suffix == 'x' && l.class.value == "neighbourhood" && l.number == nil:
		l.partial, l.class = true, nil // "the southern quarter of the town"
	case n.text == "من" && n.conj && l.partial:
		l.where = false
	case (n.text == "من" || n.text == "مع" || n.text == "عن") && (l.where || l.start >= 0) && !n.conj && j > 0 && l.s.n[j-1].role == "near":
	case n.text == "الي" && (!empty || l.start >= 0) && j+1 < len(l.s.n) && l.s.n[j+1].role == "near":
		l.where = true
	case n.text == "بين" && l.where && !n.conj && l.located:
		l.between = true
	case n.text == "مع" && l.where && j > 0 && l.s.n[j-1].role == "border", n.text == "بين" && l.where && !n.conj && j > 0 && locating(l.s.n[j-1].role):
	case n.text == "علي" && (l.where || l.start >= 0 && l.class != nil) && j > 0 && l.s.n[j-1].role == "common":
		l.where = true
	default:
		return false
	}
	l.to = j + 1
	return true
}

// word: a word that the lists do not know can describe what stands before it.
func (l *lister) word(j int) bool {
	n := &l.s.n[j]
	joined := n.conj || hasConj(n.text)
	if l.start < 0 && len(l.objs) == 0 {
		return !joined && j < l.from+2
	}
	if joined && l.start < 0 {
		return false
	}
	l.to = j + 1
	return true
}

// ref is the place of a claim about an object.
func (s *sentence) ref(o object) *timeline.PlaceRef {
	if n := o.place; n != nil && !o.near {
		return &timeline.PlaceRef{Surface: n.surface(s.text), Named: true, Start: n.start, End: n.end}
	}
	return &timeline.PlaceRef{Surface: s.text[o.start:o.end], Start: o.start, End: o.end}
}
