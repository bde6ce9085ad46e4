package ar

import "frontline/timeline"

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

	checkpoints bool // they are checkpoints, that others may only shell or attack
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
	group   int  // objects before the last comma, "then" or repeated preposition
	owner   *node
}

// groundPart reads the list that begins at node i; false where none does.
func (s *sentence) groundPart(i int) (part, bool) {
	l := lister{s: s, from: i, to: i, start: -1, objs: s.objects.room()}
	for j := i; j < len(s.n); j++ {
		if d := s.dateFrom(j); d != nil && j > i && s.n[j].role != rolePlace {
			if len(l.objs) == 0 && l.start < 0 || s.anotherDay(d) {
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
	return part{kind: partGround, node: &s.n[i], from: i, to: l.to, objects: s.objects.keep(l.objs), list: l.list || len(l.objs) > 1}, true
}

// anotherDay says whether a day that is joined by "and" opens what came next: "took
// A on Saturday, and on Sunday B".
func (s *sentence) anotherDay(d *date) bool {
	return s.n[d.from].conj && d.to < len(s.n) && !s.n[d.to].conj && (s.n[d.to].role == "class" || s.n[d.to].role == rolePlace || s.n[d.to].role == "prep" && s.n[d.to].text == "علي")
}

// take reads node j; false where the list has ended before it.
func (l *lister) take(j int) bool {
	n := &l.s.n[j]
	if n.conj && len(l.objs) > 0 && n.role == "class" && l.from > 0 && l.s.n[l.from-1].text == "علي" && l.s.stillBehind(j) {
		return false // "took A, and the road of B is still cut"
	}
	if n.conj && n.role != "verb" && !l.compound(j) {
		l.flush(j)
		l.near = l.near && n.role == rolePlace
	}
	switch n.role {
	case "partial":
		l.begin(j)
		l.partial, l.where = true, false
	case "full", "none", "common", "vague_time", "other":
		if l.s.towards(j) || n.text == "كلا" && len(l.objs) > 0 && !n.conj { // "in the country of X, both A and B"
			return false
		}
		if n.text == "عند" && !n.conj && l.start >= 0 && l.class != nil && !settlement(l.class.value) {
			l.between = true // "a checkpoint at the villages A and B"
			return l.locate(j)
		}
		l.located = l.located || n.role == "common"
		return len(l.objs) > 0 || l.start >= 0 || j < l.from+4
	case "former":
		return l.former(j)
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
		if l.ended(j) {
			return false
		}
		l.classNoun(j)
	case rolePlace:
		l.name(j)
	case roleNum:
		if (len(l.objs) > 0 || l.start >= 0 && l.class != nil && j > l.start+1) && !n.conj && !l.s.counted(j) || j+1 < len(l.s.n) && l.s.n[j+1].role == "unit" {
			return false
		}
		l.begin(j)
		l.number = n
	case roleComma:
		l.flush(j)
		l.group = len(l.objs)
		return l.goesOn(j)
	case "prep":
		return l.preposition(j)
	case "it", "its", "nation", "actor", roleWord:
		return l.describe(j)
	case roleMark:
		return true // brackets and dashes stand inside a list
	default:
		return false
	}
	l.to = j + 1
	return true
}
