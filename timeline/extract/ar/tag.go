package ar

import (
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
	full        *node              // role place: the longer name of the same place
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
	plainSuch  = &entry{role: "such"}

	plainParticle = &entry{role: "none"}
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
			if k := len(before) - 1; k >= 0 && n.role == "prep" && before[k].role == "prep" && before[k].text == n.text && n.start-before[k].end < 3 {
				before[k].last, out = n.last, before // في في
				n = &before[k]
			}
		}
		i = n.last + 1
	}
	m.nodes = out
	dotted(out)
	finites(out)
	g.controls(out)
	g.doubts(tokens, out)
	return compounds(g.ours(text, sided(text, unknownNames(text, tokens, g.backed(colons(out))))))
}

// attach puts a clitic that stands alone before the node.
func (n *node) attach(clitics string) {
	rest, conj := strings.CutPrefix(clitics, "و")
	n.conj = n.conj || conj
	if rest != "" {
		n.prep = rest
	}
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
	if places != nil && end > i && g.unfinished(text, tokens, end) {
		places = nil
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
