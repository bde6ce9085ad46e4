package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// date gives a day to the members of the list that have none yet.
func (l *lister) date(d *date) {
	if d.since {
		return
	}
	if l.dated == 0 && len(l.objs) > 1 && l.dayBefore() { // "on Friday took A, and on Saturday B"
		l.dated = l.group
		if l.dated == 0 || l.dated == len(l.objs) {
			l.dated = len(l.objs) - 1
		}
	}
	for ; l.dated < len(l.objs); l.dated++ {
		l.objs[l.dated].day, l.objs[l.dated].basis = d.day, d.basis
	}
}

// dayBefore says whether a day stands right before the list: that of its first
// members.
func (l *lister) dayBefore() bool {
	for k := range l.s.dates {
		if d := &l.s.dates[k]; d.day != 0 && !d.since && d.to <= l.from && d.to >= l.from-1 {
			return true
		}
	}
	return false
}

// partOfIt reads "parts of it": of the last place named.
func (l *lister) partOfIt(j int) bool {
	at := l.s.n[j].at
	for k := at - 1; k >= max(0, at-meantReach); k-- {
		n := &l.s.nodes[k]
		if n.role == "class" && n.suffix == 'x' && n.entry.number == 's' && l.s.n[j].role == "its" && !(k+1 < len(l.s.nodes) && l.s.nodes[k+1].role == rolePlace) {
			if meant := l.s.topical(n); meant != nil && l.has(j, meant, meant.at) { // "stormed the camp, and took most of its parts"
				l.objs = append(l.objs, object{place: meant, start: l.s.n[l.start].start, end: l.s.n[j].end, partial: true, back: true})
				break
			}
		}
		if n.role == rolePlace && !inCountry(l.s.nodes, k) && l.has(j, n, k) {
			l.objs = append(l.objs, object{place: n, start: l.s.n[l.start].start, end: l.s.n[j].end, partial: true, back: true})
			break
		}
	}
	l.start, l.where = -1, true
	l.to = j + 1
	return true
}

// has says whether the place n, node k of the text, can be what the pronoun at
// node j speaks of: "its quarters" are those of a town, or of a camp where "it"
// is masculine; "parts of it" are of whatever agrees.
func (l *lister) has(j int, n *node, k int) bool {
	p := &l.s.n[j]
	if p.role != "its" {
		return p.value != "m" || fitsForm(n, 'm')
	}
	if strings.HasSuffix(p.text, "ه") && !strings.HasSuffix(p.text, "ها") {
		return fitsForm(n, 'm') && !l.s.reference(k)
	}
	return !l.s.quarter(n) && !l.s.reference(k)
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
	if k := j + 1; len(l.objs) == 0 && l.start < 0 && k < len(l.s.n) && (l.s.n[k].text == "اخري" || l.s.n[k].text == "اخر") {
		return false // "on another front" is no ground
	}
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
	l.objs = append(l.objs, object{place: n, start: from, end: n.end, partial: l.partial || l.owner != nil && l.class.value != "area", near: l.near, owner: l.owner, checkpoints: l.owner != nil && l.class.value == "checkpoint"})
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
		if l.speaksBack(j) {
			l.objs = append(l.objs, l.s.meant(l.class, o)...)
		} else {
			l.objs = append(l.objs, o)
		}
	}
	l.start, l.number = -1, nil
}

// speaksBack says whether the object without a name that ends before node j
// stands for a place named before: "the town", "the three villages", and not
// "the northern villages".
func (l *lister) speaksBack(j int) bool {
	c := l.class
	if c == nil || c.suffix == 0 || l.number != nil || l.near {
		return false
	}
	if j == l.start+1 || l.partial {
		return true
	}
	second := &l.s.n[l.start+1]
	switch {
	case c.entry.number == 'p' && several(arabic.Bare(second.text)) > 0:
		return true
	case c.value != "area" && c.entry.number == 's' && (!l.s.n[l.start].conj || strings.HasPrefix(l.s.text[max(0, l.s.n[l.start].start-2):], "ف")) && second.role != roleWord:
		return true
	}
	return second.role == roleWord && !strings.HasPrefix(second.text, arabic.Article)
}

// ref is the place of a claim about an object.
func (s *sentence) ref(o object) *timeline.PlaceRef {
	if n := o.place; n != nil && !o.near {
		if n.full != nil && n.full.start < n.start {
			n = n.full
		}
		return &timeline.PlaceRef{Surface: n.surface(s.text), Named: true, Start: n.start, End: n.end}
	}
	return &timeline.PlaceRef{Surface: s.text[o.start:o.end], Start: o.start, End: o.end}
}
