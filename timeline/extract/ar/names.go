package ar

import (
	"slices"
	"strings"
	"unicode/utf8"

	"frontline/geo/arabic"
	"frontline/geo/gazetteer"
)

// opener says whether a folded word begins a name of two words: تل رفعت.
func opener(word string) bool {
	switch word {
	case "تل", "ام", "ابو", "ابي", "بير", "خربه", "كفر", "دير", "عين", "جب", "رجم", "الشيخ", "شيخ", "بيت", "وادي", "راس",
		"حوايج", "خان", "قصر", "قلعه", "جسر", "حوش", "رسم", "بني", "عرب", "تله", "جديده", "باب", "حي", "طريق", "مزرعه",
		"قليب", "صوانه", "عنق", "قسطل", "جمعيه", "برج", "ظهر", "جباب", "حويجه", "زور", "نبع", "مشرفه", "معره":
		return true
	}
	return false
}

// tail says whether a folded word belongs to the name before it: الشرقية.
func tail(word string) bool {
	switch strings.TrimSuffix(strings.TrimPrefix(word, arabic.Article), "ه") {
	case "شرقي", "غربي", "شمالي", "جنوبي", "كبير", "صغير", "تحتاني", "فوقاني", "وسطاني", "نفطي", "عسكري", "جوي", "كبري", "صغري", "وسطي", "سفلي", "عليا", "علوي", "فوقا", "تحتا":
		return true
	}
	return false
}

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

// facility says whether the class noun right before is part of the name that
// the gazetteer has without it: the checkpoint or the hill of a village is not
// the village.
func (w *namer) facility() bool {
	switch w.class.value {
	case "hill", "checkpoint", "airbase", "dam", "crossing", "silo", "camp", "bridge", "castle", "depot", "factory", "station", "hospital":
		return w.class.number == 's'
	case "base":
		switch w.out[len(w.out)-1].text {
		case "قاعده", "معسكر", "ثكنه", "كتيبه", "فوج":
			return true
		}
	}
	return false
}

// unit says whether a folded word begins the name of a military unit, which is
// called so whatever stands before it: the base of الفرقة 17.
func unit(word string) bool {
	switch word {
	case "الفرقه", "اللواء", "الفوج", "لواء", "فوج":
		return true
	}
	return false
}

// ofKinds are the places of one of the kinds.
func ofKinds(places []*gazetteer.Entry, kinds []string) []*gazetteer.Entry {
	var out []*gazetteer.Entry
	for _, e := range places {
		if slices.Contains(kinds, e.Kind) {
			out = append(out, e)
		}
	}
	return out
}

// proper says whether an adjective makes a proper name of the class noun with
// its article at node i: المدينة الصناعية.
func (w *namer) proper(i int) bool {
	if i+1 >= len(w.in) || w.in[i+1].first != w.in[i].last+1 {
		return false
	}
	switch w.in[i+1].text {
	case "الصناعيه", "القديمه", "المركزي", "الوطني", "الجديده":
		return true
	}
	return false
}

// named2 puts out the nodes up to end, which begin with n, as one name.
func (w *namer) named2(n node, end int) {
	class := n.entry
	n.entry, n.class, n.places = plainPlace, class, nil
	n.last, n.end = w.in[end].last, w.in[end].end
	w.out = append(w.out, n)
	w.row++
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
		return nameLike(first, w.class, false) && w.listGoesOn(end) && !(w.verbal(first) && w.governs(end))
	case w.taken && afterName && joined && !w.verbal(first):
		return nameLike(first, listed, false) && w.ends(end)
	case w.object() && !w.verbal(n.text) && !w.accusative(n):
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

// governed says whether a verb or preposition that takes places stands right
// before.
func (w *namer) governed() bool {
	if len(w.out) == 0 {
		return false
	}
	p := &w.out[len(w.out)-1]
	return p.role == "prep" && (p.text == "علي" || p.text == "في" || p.text == "الي" || p.text == "من") ||
		p.role == "verb" && (p.value == "enter" || p.value == "capture" || p.value == "recapture") && p.object != "على"
}

// described says whether a relative pronoun at node i speaks of the unknown word
// before it, which stands behind a preposition and without an article: only a
// proper name can be spoken of so.
func (w *namer) described(i int) bool {
	if i < len(w.in) && w.in[i].role == roleComma {
		i++
	}
	if i >= len(w.in) || w.in[i].role != "relative" || len(w.out) == 0 {
		return false
	}
	k := i - 1
	if w.in[k].role == roleComma {
		k--
	}
	p := &w.out[len(w.out)-1]
	led := p.role == "toward" || p.text == "نحو" || p.role == "prep" && (p.text == "علي" || p.text == "في" || p.text == "الي" || p.text == "من")
	return led && !strings.HasPrefix(w.in[k].text, arabic.Article)
}

// joins says whether a name, known or not, is joined to a list at node i.
func (w *namer) joins(i int) bool {
	return i < len(w.in) && (w.in[i].conj && w.in[i].role == rolePlace || w.in[i].role == roleWord && (w.in[i].conj || hasConj(w.in[i].text)))
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

// object says whether what follows is where a verb of control has its object:
// behind it, its preposition, or a word of time.
func (w *namer) object() bool {
	for j := len(w.out) - 1; j >= 0 && j > len(w.out)-7; j-- {
		switch p := &w.out[j]; {
		case p.role == "verb" && p.value == "fall" && p.form == noun:
			return j == len(w.out)-1
		case p.role == "verb" && (p.value == "capture" || p.value == "recapture" || p.value == "enter"):
			return (p.object == "على") == (w.out[len(w.out)-1].text == "علي") && (p.suffix == 0 || p.form == noun && p.object == "على")
		case p.role == "prep" && p.text == "علي" && j == len(w.out)-1, p.role == "ago", p.role == "weekday", p.role == "none", p.role == "also", p.role == "then", p.role == "full", p.role == "vague_time",
			p.role == roleWord && w.accusative(p):
		case p.role == "actor" && j < len(w.out)-1 && w.out[len(w.out)-1].role == "prep":
		case p.role == "common" && j < len(w.out)-1:
		default:
			return false
		}
	}
	return false
}

// verbal says whether an unknown word looks like a verb.
func (w *namer) verbal(word string) bool {
	return !strings.HasPrefix(word, arabic.Article) && (utf8.RuneCountInString(word) > 3 && strings.HasSuffix(word, "ت") || strings.HasSuffix(word, "وا") || utf8.RuneCountInString(word) > 4 && (strings.HasPrefix(word, "ي") || strings.HasPrefix(word, "ت")))
}

// governs says whether a preposition or pronoun follows node i, as behind a
// verb: "and overlooks".
func (w *namer) governs(i int) bool {
	return i+1 < len(w.in) && (w.in[i+1].role == "prep" && w.in[i+1].text != "في" || w.in[i+1].role == "it")
}

// ends says whether what follows node i can stand behind the object of a verb:
// not a word that would make it a description of something else.
func (w *namer) ends(i int) bool {
	if i+1 >= len(w.in) {
		return true
	}
	switch n := &w.in[i+1]; n.role {
	case roleWord, "actor", "own", "members", roleNum, "nation", "unit":
		return n.conj || n.role == roleWord && hasConj(n.text)
	case "common":
		return strings.HasPrefix(n.text, arabic.Article)
	}
	return true
}

// second says whether the word behind the known name at node i, which stands
// behind a class noun, is the rest of a longer one: معرسة الخان.
func (w *namer) second(i int) bool {
	if i+1 >= len(w.in) || w.in[i+1].role != roleWord && w.in[i+1].role != rolePlace || w.in[i+1].first != w.in[i].last+1 || w.in[i+1].conj || w.in[i+1].prep != "" {
		return false
	}
	word := w.in[i+1].text
	if !strings.HasPrefix(word, arabic.Article) || strings.HasPrefix(w.in[i].text, arabic.Article) {
		return false
	}
	if w.in[i+1].role == rolePlace {
		return true
	}
	if w.joins(i+2) && w.class != nil && w.class.number != 's' {
		return true // in the middle of a list nothing is described
	}
	for _, end := range []string{"ه", "ي", "ين", "ون", "ات"} {
		if strings.HasSuffix(word, end) {
			return false
		}
	}
	return true
}

// sized says whether a word of size that tells it from another follows the
// known name at node i: تل الأحمر الصغير.
func (w *namer) sized(i int) bool {
	if i+1 >= len(w.in) || w.in[i+1].first != w.in[i].last+1 || w.in[i+1].conj {
		return false
	}
	switch strings.TrimSuffix(arabic.Bare(w.in[i+1].text), "ه") {
	case "صغير", "كبير", "تحتاني", "فوقاني", "وسطاني", "سفلي", "عليا":
		return true
	case "شرقي", "غربي", "شمالي", "جنوبي": // not "the east country of X", nor "A, east of B"
		if k := i + 2; k < len(w.in) && (w.in[k].role == rolePlace || w.in[k].role == "class" || locating(w.in[k].role)) && !w.in[k].conj {
			return false
		}
		return w.class != nil && settlement(w.class.value) && w.class.value != "governorate" && w.class.value != "area" && w.left > 0 && (w.after("class") || w.after(rolePlace) && w.in[i].conj)
	}
	return false
}

// end2 is the last node of a longer name that begins with the known one at
// node i.
func (w *namer) end2(i int) int {
	if w.in[i].role == rolePlace && (w.second(i) || w.sized(i)) {
		return i + 1
	}
	return w.end(i)
}

// nameLike says whether an unknown word behind a class noun can be a name:
// not one with a pronoun at its end, nor an adjective of a plural or an area.
func nameLike(word string, class *entry, first bool) bool {
	switch {
	case !hasNames(class.value) && class.value != "base", utf8.RuneCountInString(word) < 3 && !opener(word):
		return false
	case strings.HasSuffix(word, "ها") || strings.HasSuffix(word, "هم") || strings.HasSuffix(word, "هما"):
		return false
	case class.value == "base":
		return strings.HasPrefix(word, arabic.Article)
	case first && (class.number == 'p' || class.value == "area"):
		return strings.HasPrefix(word, arabic.Article) || !strings.HasSuffix(word, "ه") && !strings.HasSuffix(word, "ات")
	}
	return true
}

// hasNames says whether an unknown word behind a noun of the class is a name.
func hasNames(class string) bool {
	switch class {
	case "village", "town", "city", "subdistrict", "neighbourhood", "farm", "area", "hill", "mountain", "field", "well",
		"airbase", "dam", "bridge", "building", "valley", "junction", "checkpoint", "island", "crossing", "camp", "factory", "hospital", "castle", "depot", "college":
		return true
	}
	return false
}

func hasConj(word string) bool {
	rest, ok := strings.CutPrefix(word, "و")
	return ok && (len(word) > 6 || opener(rest))
}

// end is the last node of a name that begins at node i.
func (w *namer) end(i int) int {
	j := i + 1
	if j >= len(w.in) || w.in[j].first != w.in[i].last+1 {
		return i
	}
	first, next := strings.TrimPrefix(w.in[i].text, "و"), &w.in[j]
	switch {
	case next.conj || next.prep != "":
	case next.role == rolePlace && (opener(first) || w.in[i].role == roleWord && !strings.HasPrefix(first, arabic.Article) && strings.HasPrefix(next.text, arabic.Article)):
		return j
	case tail(next.text) && !w.leadsOn(i, j), opener(first) && (next.role == roleWord || next.role == "except" || next.role == "class" && next.suffix == 'x' && next.entry.number == 's') && !hasConj(next.text):
		return j
	case next.role == roleWord && !hasConj(next.text) && !strings.HasPrefix(next.text, arabic.Article) && !strings.HasPrefix(first, arabic.Article) &&
		nameLike(next.text, listed, false) && w.listGoesOn(j) && !w.accusative(next):
		return j // two words that nobody knows
	}
	return i
}

// leadsOn says whether the word of direction at node j says where the name at
// node i is: "A north of B".
func (w *namer) leadsOn(i, j int) bool {
	switch arabic.Bare(w.in[j].text) {
	case "شرقي", "غربي", "شمالي", "جنوبي":
		return j+1 < len(w.in) && (w.in[j+1].role == rolePlace || w.in[j+1].role == "class" || locating(w.in[j+1].role)) && !w.in[j+1].conj
	}
	return false
}

// accusative says whether the word ends in ً or اً: an adverb, no name.
func (w *namer) accusative(n *node) bool {
	return strings.ContainsAny(w.text[n.start:n.end], "ًٌٍ")
}

// listGoesOn says whether what follows node i fits a list of names: anything
// but a word that would describe it.
func (w *namer) listGoesOn(i int) bool {
	if i+1 >= len(w.in) {
		return true
	}
	switch n := &w.in[i+1]; n.role {
	case roleWord:
		return n.conj || hasConj(n.text)
	case roleNum, "members":
		return n.conj
	default:
		return true
	}
}

// partOfName says whether the class noun is part of the name behind it: جبل
// البشري, مزارع ريما, but not "the two checkpoints A and B".
func partOfName(class *entry) bool {
	if class.value == "farm" {
		return class.number == 'p'
	}
	return !settlement(class.value) && class.number == 's'
}
