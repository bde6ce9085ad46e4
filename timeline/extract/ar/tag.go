package ar

import (
	"slices"
	"strings"

	"frontline/geo/arabic"
	"frontline/geo/gazetteer"
)

// node is a word or phrase of the text with what it is.
type node struct {
	*entry             // never nil
	first, last int    // tokens
	start, end  int    // bytes, without the clitics before it
	text        string // its first word, folded, without clitics
	prep        string // ب, ل or ك stands before it
	number      float64
	places      []*gazetteer.Entry // role place: of the gazetteer; nil for a name it does not have
	at          int                // its place among the nodes of the text
	conj        bool               // و or ف stands before it
	article     bool               // its article lost its alif to the ل before it
	dated       bool               // a day can begin with its first word
	region      bool               // role place: it only names the country around
	class       *entry             // role place: the class noun before it
}

// Roles that the tagger gives beside those of the word lists.
const (
	rolePlace = "place"
	roleNum   = "num"
	roleWord  = "word"
	roleComma = "comma"
	roleStop  = "stop"
	roleMark  = "mark"
	roleColon = "colon"
)

// plain are the entries of nodes that no list knows. They are never changed.
//
//nolint:gochecknoglobals // told apart by their addresses, by every text that is read
var (
	plainPlace = &entry{role: rolePlace}
	plainNum   = &entry{role: roleNum, traits: traits(roleNum)}
	plainWord  = &entry{role: roleWord}
	plainComma = &entry{role: roleComma}
	plainStop  = &entry{role: roleStop}
	plainMark  = &entry{role: roleMark}
	plainColon = &entry{role: roleColon}
)

// settlement says whether the noun of the class is not part of the name: قرية
// الكدير is named الكدير, but جبل البشري is جبل البشري.
func settlement(class string) bool {
	switch class {
	case "village", "town", "city", "subdistrict", "governorate", "area", "neighbourhood", "farm":
		return true
	}
	return false
}

// locating says whether words of the role say where by a place, and are no
// part of its name: ريف حمص names حمص.
func locating(role string) bool {
	switch role {
	case "near", "country", "toward", "border":
		return true
	}
	return false
}

// tokens cuts the text into tokens and looks up what is known of each word.
func (g *Grammar) tokens(m *scratch, text string) []token {
	m.cut = arabic.Scan(m.cut[:0], text)
	out := m.tokens[:0]
	for i := range m.cut {
		t := &m.cut[i]
		if t.Class != arabic.Word {
			out = append(out, token{Token: t})
			continue
		}
		w := g.memo.Get(text[t.Start:t.End])
		if t.Text = w.text; t.Text != "" {
			out = append(out, token{t, w})
		}
	}
	m.tokens = out
	return out
}

// tag turns tokens into nodes. At each word the longest of phrase and place
// name counts; of equals the phrase, unless a class noun stands before it.
func (g *Grammar) tag(m *scratch, text string, tokens []token) []node {
	out := m.nodes[:0]
	loose := "" // a clitic parted from its word by a quotation mark or a stretched letter
	for i := 0; i < len(tokens); {
		t := &tokens[i]
		if c := t.Text; (c == "و" || c == "ب" || c == "ل" || c == "ك") && i+1 < len(tokens) {
			loose += c
			i++
			continue
		}
		if t.Class == arabic.Quote || t.Class == arabic.Line && t.Text == "\n" && soft(out, tokens, i) {
			i++
			continue
		}
		before := out
		out = append(out, node{entry: plainStop, first: i, last: i, start: t.Start, end: t.End, text: t.Text})
		n := &out[len(before)]
		switch t.Class {
		case arabic.Line:
		case arabic.Number:
			n.entry = plainNum
			n.number, _ = arabic.ParseNumber(t.Text)
			n.attach(loose)
			loose = ""
		case arabic.Mark:
			n.entry = markEntry(t.Text)
		default:
			g.word(n, text, tokens, before)
			n.attach(loose)
			loose = ""
		}
		i = n.last + 1
	}
	m.nodes = out
	dotted(out)
	finites(out)
	g.controls(out)
	return compounds(sided(text, unknownNames(text, tokens, g.backed(colons(out)))))
}

// dotted keeps "5.December.2024" together: its stops end no sentence.
func dotted(nodes []node) {
	for i := 0; i+4 < len(nodes); i++ {
		if nodes[i].role == roleNum && nodes[i+2].role == "month" && nodes[i+4].role == roleNum && isYear(nodes[i+4].number) && dateMark(nodes[i+1].text) && dateMark(nodes[i+3].text) {
			nodes[i+1].entry, nodes[i+3].entry = plainMark, plainMark
		}
	}
}

// dateMark says whether the mark stands between the day, the month and the year.
func dateMark(mark string) bool { return mark == "." || mark == "-" || mark == "/" || mark == "–" }

// soft says whether the line break at token i stands inside a sentence: behind
// a word that needs another, or before a preposition.
func soft(before []node, tokens []token, i int) bool {
	if k := len(before) - 1; k >= 0 && (before[k].role == "prep" || before[k].role == "class" && before[k].suffix == 0) {
		return true
	}
	if i+1 < len(tokens) && tokens[i+1].word != nil && len(before) > 0 && before[len(before)-1].role != roleStop {
		if k := len(before) - 1; before[k].role == rolePlace && tokens[i+1].word != nil && strings.HasPrefix(tokens[i+1].text, "و") && k > 0 && (before[k-1].role == rolePlace || before[k-1].role == "class") && listsOn(tokens[i+1:]) {
			return true // a list of villages broken by the width of a page
		}
		switch tokens[i+1].text {
		case "علي", "في", "من", "الي", "عن", "مع", "التي", "الذي":
			return true
		}
	}
	return false
}

// listsOn says whether the tokens of a line begin with one more name of a list:
// another "and" follows within a few words.
func listsOn(tokens []token) bool {
	for k := 1; k < min(4, len(tokens)) && tokens[k].Class == arabic.Word; k++ {
		if strings.HasPrefix(tokens[k].text, "و") {
			return true
		}
	}
	return false
}

// attach puts a clitic that stands alone before the node.
func (n *node) attach(clitics string) {
	rest, conj := strings.CutPrefix(clitics, "و")
	n.conj = n.conj || conj
	if rest != "" {
		n.prep = rest
	}
}

// finites tells a verb in the past from the verbal noun that looks like it:
// "X shelled", at the head of its clause and in the form it takes before X, is
// no "shelling of X".
func finites(nodes []node) {
	for i := range nodes {
		n := &nodes[i]
		if n.role != "verb" || n.entry.finite == nil || n.prep != "" {
			continue
		}
		if n.suffix != 0 && i+1 < len(nodes) && nodes[i+1].role == "actor" && nodes[i+1].prep == "" && !nodes[i+1].conj {
			n.entry = n.entry.finite // "X took it back"
			continue
		}
		if n.suffix != 0 && !n.conj && i > 1 && nodes[i-1].role == "actor" && nodes[i-1].prep == "" && nodes[i-1].agree == 'f' && (nodes[i-2].role == "strong" || nodes[i-2].role == roleStop || nodes[i-2].role == roleComma) {
			n.entry = n.entry.finite // "but X took it back"
			continue
		}
		head := i == 0 || n.conj
		if !head {
			switch p := &nodes[i-1]; p.role {
			case roleStop, roleComma, "strong", "where", "weak", "narrator", "was":
				head = true
			case "none":
				n.entry = n.entry.finite // "قد" stands before verbs only
				continue
			}
		}
		if next := i + 1; head && next < len(nodes) && (masculine(&nodes[next]) || whoever(nodes[next:])) {
			n.entry = n.entry.finite
		}
	}
}

// controls tells "news of the control of X over Y" from "out of the control of
// X".
func (g *Grammar) controls(nodes []node) {
	for i := range nodes {
		n := &nodes[i]
		if n.role == "under" && n.prep == "" && n.text == "لسيطره" {
			g.taking(nodes, i)
		}
		if n.role != "from" || n.value != "" || n.last == n.first {
			continue
		}
		for j := i + 1; j < len(nodes) && j < i+6; j++ {
			m := &nodes[j]
			if m.role == "prep" && m.text == "علي" {
				if e := g.lex.phrases.Get([]string{"سيطره"}); e != nil {
					n.entry, n.text, n.prep = e, "سيطره", "عن"
				}
				break
			}
			if m.role == "verb" || m.role == roleComma || m.role == roleStop || m.role == "strong" {
				break
			}
		}
	}
}

// taking tells "the day of the taking of the town by X" from "subject to X":
// where "over" follows, the word is the verbal noun.
func (g *Grammar) taking(nodes []node, i int) {
	for j := i + 1; j < len(nodes) && j < i+6; j++ {
		switch m := &nodes[j]; {
		case m.role == "prep" && m.text == "علي":
			if e := g.lex.phrases.Get([]string{"سيطره"}); e != nil {
				nodes[i].entry, nodes[i].text, nodes[i].prep = e, "سيطره", ""
			}
			return
		case m.role == "verb", m.role == roleComma, m.role == roleStop, m.role == "strong", m.role == "relative":
			return
		}
	}
}

// whoever says whether the nodes begin "who was left of".
func whoever(nodes []node) bool {
	return len(nodes) > 1 && nodes[0].text == "من" && nodes[1].role == "verb" && nodes[1].value == "remain"
}

// masculine says whether the node names who does something, in a form that the
// verb in the masculine stands before.
func masculine(n *node) bool {
	return n.prep == "" && !n.conj && (n.role == "actor" && n.agree != 'f' || n.role == "attackers" || n.role == "aircraft" || n.role == "narrator")
}

func markEntry(s string) *entry {
	switch s {
	case "،", ",", "؛", ";":
		return plainComma
	case ".", "؟", "?", "!", "…", "|":
		return plainStop
	case ":":
		return plainColon
	}
	return plainMark
}

// colons makes a colon the opening of a list where one follows, and else a
// stop.
func colons(nodes []node) []node {
	such := &entry{role: "such"}
	for i := range nodes {
		if n := &nodes[i]; n.role == "it" && n.object == "من" && i+2 < len(nodes) && opensList(nodes[i+1:]) {
			n.entry = such
		} else if n.text == "اي" && i+1 < len(nodes) && nodes[i+1].role == rolePlace && !nodes[i+1].conj {
			n.entry = such // "that is, A and B"
		}
		if nodes[i].role != roleColon {
			continue
		}
		nodes[i].entry = plainStop
		if i+1 < len(nodes) && (nodes[i+1].role == "class" || nodes[i+1].role == rolePlace) && i > 0 && nodes[i-1].role != roleStop {
			nodes[i].entry = such
		}
	}
	return nodes
}

// opensList says whether the nodes begin a list that spells out what went
// before: "of them the villages A and B", "of them in the axis of X, the …".
func opensList(nodes []node) bool {
	n := &nodes[0]
	switch {
	case n.role == "class" && n.suffix == 0, n.role == rolePlace:
		return !n.conj && n.prep == ""
	case n.role == "prep" && n.text == "في":
		return fronted(nodes[1:])
	}
	return false
}

// word tags the node that begins with the word at its first token; before are
// the nodes before it.
func (g *Grammar) word(n *node, text string, tokens []token, before []node) {
	i := n.first
	e, last, r := g.phrase(tokens, i)
	places, end, nr := g.name(tokens, i)
	if k := len(before) - 1; places != nil && nr.prep != "" && k >= 0 && before[k].role == "class" && before[k].suffix == 0 && before[k].last == i-1 {
		places = nil // no preposition stands behind a class noun: قرية بالا
	}
	switch {
	case places != nil && (e == nil || g.isName(e, r, last-i, end-i, before)):
		n.entry, n.places = plainPlace, places
		n.place(text, tokens, i, end, nr)
	case e != nil:
		n.entry = e
		n.place(text, tokens, i, last, r)
	default:
		n.entry, last = plainWord, i
		if v, taken := numberAt(tokens, i); taken > 0 {
			n.entry, n.number = plainNum, float64(v)
			last = i + taken - 1
		}
		n.place(text, tokens, i, last, &tokens[i].readings[0])
		n.conj = n.conj || n.role == roleNum && tokens[i].andNumber
	}
}

// isName decides between a phrase of the lexicon and a name of the gazetteer
// that begin at one word and go on for some words more.
func (g *Grammar) isName(e *entry, r *reading, phrase, name int, before []node) bool {
	switch {
	case e.role == "class" && e.number == 'd' && e.suffix != 0 && !twoNamed(before):
		return true // "the two villages" of which none were told: the town of that name
	case e.role == "class" && e.suffix == 'x' && len(before) > 0 && before[len(before)-1].role == "class" && before[len(before)-1].suffix == 0 && settlement(before[len(before)-1].value):
		return true // بلدة المزرعة
	case e.role == "class" && settlement(e.value), phrase > name, locating(e.role):
		return false
	case e.role == "common" && phrase == name && !strings.HasPrefix(r.text, arabic.Article):
		return false
	case phrase == name:
		last := len(before) - 1
		return last >= 0 && before[last].role == "class" && before[last].suffix == 0 || e.role == "class" && name > 0
	}
	return true
}

// twoNamed says whether two villages, or two of any class, have been spoken of.
func twoNamed(before []node) bool {
	for i := max(1, len(before)-14); i < len(before); i++ {
		if before[i].role == rolePlace && before[i].conj && before[i-1].role == rolePlace {
			return true // "from A and B, after it had taken the two villages"
		}
	}
	return slices.ContainsFunc(before, func(n node) bool { return n.role == "class" && n.entry.number == 'd' })
}

// place sets the extent of a node whose first word is read as r.
func (n *node) place(text string, tokens []token, first, last int, r *reading) {
	n.first, n.last, n.end = first, last, tokens[last].End
	n.start, n.text = tokens[first].Start, r.text
	if r.cut > 0 {
		n.start = arabic.Cut(text, *tokens[first].Token, r.cut)
	}
	n.conj, n.prep, n.article, n.dated = r.conj, r.prep, r.article, r.dated
}

// surface is the name as written, without clitics but with its own article:
// للسخنة names السخنة.
func (n *node) surface(text string) string {
	if s := text[n.start:n.end]; !n.article {
		return s
	}
	return "ا" + text[n.start:n.end]
}

func numberAt(tokens []token, i int) (value, taken int) {
	if !tokens[i].number && !tokens[i].andNumber {
		return 0, 0
	}
	var words [4]string
	n := 0
	for ; n < len(words) && i+n < len(tokens) && tokens[i+n].Class == arabic.Word; n++ {
		words[n] = tokens[i+n].Text
	}
	if tokens[i].andNumber {
		words[0] = strings.TrimPrefix(words[0], "و")
	}
	return arabic.NumberWords(words[:n])
}
