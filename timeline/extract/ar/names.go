package ar

import (
	"strings"
	"unicode/utf8"

	"frontline/geo/arabic"
)

// namer finds names that the gazetteer does not have: a word the lists do not
// know, behind a class noun, or joined to a list of names.
type namer struct {
	text   string
	tokens []token
	in     []node
	out    []node
	class  *entry // class noun in force for the list
	left   int    // names it may still take
	row    int    // names joined so far, without anything else between
	taken  bool   // a verb of control has these names for its object
}

// listed is the class of names that stand in a list behind "among them".
//
//nolint:gochecknoglobals // a constant but for the language
var listed = &entry{role: "class", value: "village", number: 'p', kinds: []string{"village", "town", "city"}}

// unknownNames finds them, and hangs each class noun on the names it speaks of.
func unknownNames(text string, tokens []token, nodes []node) []node {
	for i := range nodes[:max(0, len(nodes)-1)] {
		if n := &nodes[i]; n.role == "common" && opener(n.text) && nodes[i+1].role == roleWord && !nodes[i+1].conj {
			n.entry = plainWord // الشيخ before a name is no title
		}
	}
	w := namer{text: text, tokens: tokens, in: nodes, out: nodes[:0]}
	for i := 0; i < len(nodes); i++ {
		i = w.take(i)
	}
	return w.out
}

// take moves node i to the output, as a name with what belongs to it if it is
// one, and gives the last node that it used.
func (w *namer) take(i int) int {
	n := &w.in[i]
	afterClass, afterName := w.after("class"), w.after(rolePlace)
	switch {
	case n.role == "class" && n.suffix == 'x' && n.entry.number == 's' && w.proper(i):
		w.named2(*n, i+1)
		return i + 1
	case n.role == "class" && n.suffix == 'x' && n.conj && afterName && w.left > 0 && w.class.value == "neighbourhood" && w.class.number != 's':
		class := w.class
		w.named2(*n, i)
		w.out[len(w.out)-1].class = class // the quarters الصناعة and المحطة
		w.left--
		return i
	case n.role == "class" && n.suffix == 'x' && !n.conj && n.prep == "" && afterClass && w.left > 0 && w.class.number == 's' && (w.class.value == "village" || w.class.value == "town"):
		class := w.class
		w.named2(*n, i) // the village called الصوامع
		w.out[len(w.out)-1].class = class
		w.left--
		return i
	case n.role == "class":
		w.class, w.left = n.entry, namesOf(n.entry.number)
		if n.suffix != 0 && !w.named(i) {
			w.left = 0
		}
		w.row = 0
	case n.role == "such":
		w.class, w.left, w.row = listed, 99, 0
	case n.role == rolePlace && afterClass && w.left > 0 && w.class.value == "farm" && w.class.number == 'p':
		p := len(w.out) - 1
		n.class, n.start, n.first, n.conj, n.prep = w.class, w.out[p].start, w.out[p].first, w.out[p].conj, w.out[p].prep
		w.out = append(w.out[:p], *n)
		w.row++
		return i
	case n.role == rolePlace && n.first == n.last && (opener(n.text) || (afterClass || afterName && n.conj) && w.second(i)) && w.end2(i) > i, n.role == rolePlace && w.sized(i):
		return w.name(i, afterClass && w.left > 0)
	case n.role == "actor" && afterClass && w.left > 0 && w.class.value == "building" && n.prep == "" && !n.conj && strings.HasPrefix(n.text, arabic.Article):
		return w.name(i, true) // the building of a security branch
	case n.role == rolePlace && afterClass && w.left > 0 && w.facility() && !unit(n.text):
		p := len(w.out) - 1
		n.class, n.start, n.first, n.conj, n.prep = w.class, w.out[p].start, w.out[p].first, w.out[p].conj, w.out[p].prep
		n.places = ofKinds(n.places, w.class.kinds)
		w.out = append(w.out[:p], *n)
		w.left--
		w.row++
		w.taken = w.taken && n.conj || w.object()
		return i
	case n.role == rolePlace:
		if w.class != nil && w.left > 0 && (afterClass || afterName && n.conj || w.after("such")) {
			n.class = w.class
			w.left--
		}
		w.row++
		w.taken = w.taken && afterName && n.conj || w.object()
	case n.role == roleWord && n.prep == "" && w.isName(i, afterClass, afterName),
		(n.role == "aircraft" || n.role == "shelling") && afterClass && w.left > 0 && w.class.value == "base" && w.class.number == 's' && strings.HasPrefix(n.text, arabic.Article): // كتيبة المدفعية
		return w.name(i, afterClass)
	case n.role == roleStop, n.role == "strong", n.role == "verb" && n.form != noun:
		w.left, w.row, w.taken = 0, 0, false
	case n.role != "full" && n.role != "also" && n.role != roleMark:
		w.row = 0
	}
	w.out = keep(w.out, n)
	return i
}

func (w *namer) after(role string) bool {
	if len(w.out) == 0 {
		return false
	}
	p := &w.out[len(w.out)-1]
	return p.role == role && (role != "class" || p.suffix == 0)
}

// named says whether a class noun with its article is an apposition of a name
// in quotation marks: the town "X".
func (w *namer) named(i int) bool { return i+1 < len(w.in) && w.quoted(i+1) }

// quoted says whether a quotation mark stands right before node i.
func (w *namer) quoted(i int) bool {
	t := w.in[i].first
	return t > 0 && w.tokens[t-1].Class == arabic.Quote
}

// isName says whether the unknown word at node i is a name.
func (w *namer) isName(i int, afterClass, afterName bool) bool {
	n := &w.in[i]
	joined := n.conj || hasConj(n.text)
	first, end := strings.TrimPrefix(n.text, "و"), w.end2(i)
	switch {
	case afterClass && w.left > 0 && w.class.number == 's' && strings.HasSuffix(w.out[len(w.out)-1].text, "ا"):
		return false // an accusative has no name behind it: جسراً, موقعاً
	case afterClass && w.left > 0:
		return nameLike(n.text, w.class, !w.joins(end+1))
	case w.after("such") && w.left > 0:
		return nameLike(n.text, w.class, false) && (w.quoted(i) || w.joins(end+1))
	case w.class != nil && w.left > 0 && afterName && joined && w.class.number != 's':
		return nameLike(first, w.class, false) && w.listGoesOn(end) && !(w.verbal(first) && (w.governs(end) || end+1 < len(w.in) && strings.HasSuffix(first, "ت") && strings.HasPrefix(w.in[end+1].text, arabic.Article)))
	case w.taken && afterName && joined && !w.verbal(first):
		return nameLike(first, listed, false) && w.ends(end)
	case w.object() && !w.verbal(n.text) && !w.accusative(n) && !(strings.HasPrefix(n.text, arabic.Article) && (strings.HasSuffix(n.text, "ين") || strings.HasSuffix(n.text, "ون") || strings.HasSuffix(n.text, "ات"))):
		return nameLike(n.text, listed, false) && w.ends(end)
	case w.after("like"):
		return nameLike(n.text, listed, false) && w.ends(end)
	case w.described(end + 1):
		return nameLike(n.text, listed, false) && !w.accusative(n)
	case w.governed() && strings.HasPrefix(n.text, "كفر") && utf8.RuneCountInString(n.text) > 5:
		return w.ends(end)
	case w.governed() && w.joins(end+1) && w.in[end+1].role == rolePlace:
		return nameLike(n.text, listed, false)
	case afterName && joined && w.row > 0 && utf8.RuneCountInString(first) > 3:
		next := end + 1
		return nameLike(first, listed, false) && next < len(w.in) && w.in[next].role == rolePlace && w.in[next].conj
	}
	return false
}

// name makes a name of the unknown word at node i, and gives its last node.
func (w *namer) name(i int, afterClass bool) int {
	end := w.end2(i)
	n := node{entry: plainPlace, class: w.class}
	if w.left == 0 {
		n.class = nil
	}
	first := w.in[i]
	r := &w.tokens[first.first].readings[0]
	if first.conj || !afterClass && hasConj(first.text) {
		for k := range w.tokens[first.first].readings {
			if x := &w.tokens[first.first].readings[k]; x.conj && x.prep == "" {
				r = x
			}
		}
	}
	n.place(w.text, w.tokens, first.first, w.in[end].last, r)
	n.conj = n.conj || first.conj
	if end == i {
		n.places = first.places
	}
	if t := arabic.Bare(w.in[end].text); end == i+1 && (t == "نفطي" || t == "عسكري") {
		n.places = first.places // the same field, by its longer name
	}
	if p := len(w.out) - 1; afterClass && partOfName(w.class) && p >= 0 {
		n.start, n.first, n.conj, n.prep = w.out[p].start, w.out[p].first, w.out[p].conj, w.out[p].prep
		w.out = w.out[:p]
	}
	w.left--
	w.row++
	w.taken = w.taken || w.object()
	w.out = append(w.out, n)
	return end
}
