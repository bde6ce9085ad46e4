package ar

import (
	"slices"
	"strings"

	"frontline/geo/arabic"
	"frontline/geo/gazetteer"
)

// node is a word or phrase of the text with what it is.
type node struct {
	entry
	first, last int            // tokens
	start, end  int            // bytes, without the clitics before it
	text        string         // folded
	conj        bool           // و or ف stands before it
	prep        string         // ب, ل or ك stands before it
	number      float64        // role num
	count       byte           // number of a class noun
	name        gazetteer.Name // role place
	known       bool           // role place: the gazetteer has the name
	class       *node          // role place: the class noun before it
	article     bool           // its article lost its alif to the ل before it
}

// Roles that the tagger gives beside those of the word lists.
const (
	rolePlace = "place"
	roleNum   = "num"
	roleWord  = "word"
	roleComma = "comma"
	roleStop  = "stop"
	roleMark  = "mark"
)

// settlement are the classes whose noun is not part of the name: قرية الكدير
// is named الكدير, but جبل البشري is جبل البشري.
var settlement = map[string]bool{"village": true, "town": true, "city": true, "subdistrict": true,
	"governorate": true, "area": true, "neighbourhood": true, "farm": true}

// locating are the roles of words that say where by a place, and are no part
// of its name: ريف حمص names حمص.
var locating = map[string]bool{"near": true, "country": true, "toward": true, "border": true}

// tag turns tokens into nodes. At each word the longest of phrase and place
// name counts; of equals the phrase, unless a class noun stands before it.
func (g *Grammar) tag(text string, tokens []arabic.Token) []node {
	var out []node
	for i := 0; i < len(tokens); {
		t := tokens[i]
		n := node{first: i, last: i, start: t.Start, end: t.End, text: t.Text}
		switch t.Class {
		case arabic.Quote:
			i++
			continue
		case arabic.Line:
			n.role = roleStop
		case arabic.Number:
			n.role = roleNum
			n.number, _ = arabic.ParseNumber(t.Text)
		case arabic.Mark:
			n.role = markRole(t.Text)
		default:
			n = g.word(text, tokens, i, out)
		}
		out = append(out, n)
		i = n.last + 1
	}
	return operations(unknownNames(text, tokens, colons(out)))
}

// colons makes a colon the opening of a list where one follows, and else a
// stop.
func colons(nodes []node) []node {
	for i := range nodes {
		if nodes[i].role != "colon" {
			continue
		}
		nodes[i].role = roleStop
		if i+1 < len(nodes) && (nodes[i+1].role == "class" || nodes[i+1].role == rolePlace) && (i == 0 || nodes[i-1].role != roleStop) {
			nodes[i].role = "such"
		}
	}
	return nodes
}

// operations: in a text that names an operation, "the Free Army" and "the
// factions" are those that fight in it.
func operations(nodes []node) []node {
	side := ""
	for _, n := range nodes {
		if n.role == "operation" {
			side = n.value
		}
	}
	for i := range nodes {
		if n := &nodes[i]; side != "" && n.role == "actor" && n.value == "opposition" && (strings.HasPrefix(n.text, "الجيش") || strings.HasPrefix(n.text, "الفصايل")) {
			n.value = side
		}
	}
	return nodes
}

func markRole(s string) string {
	switch s {
	case "،", ",", "؛", ";":
		return roleComma
	case ".", "؟", "?", "!", "…", "|":
		return roleStop
	case ":":
		return "colon"
	}
	return roleMark
}

// word tags the word at token i.
func (g *Grammar) word(text string, tokens []arabic.Token, i int, before []node) node {
	e, last, stem, hit := g.lex.match(tokens, i)
	name, named := g.places.Find(tokens, i)
	afterClass := len(before) > 0 && before[len(before)-1].role == "class" && before[len(before)-1].suffix == 0
	if named && hit {
		switch {
		case e.role == "class" && e.number == 'd' && e.suffix != 0 && !twoNamed(before):
			// "the two villages" of which none were told: the town of that name
		case e.role == "class" && settlement[e.value], last > name.Last, locating[e.role]:
			named = false
		case e.role == "common" && !strings.HasPrefix(stem.Text, arabic.Article) && last == name.Last:
			named = false
		case last == name.Last:
			named = afterClass || e.role == "class" && name.Last > i
		}
	}
	if named {
		n := node{entry: entry{role: rolePlace}, name: name, known: true}
		n.place(text, tokens, i, name.Last, name.Prefix)
		return n
	}
	if !hit {
		e, last, stem = entry{role: roleWord}, i, arabic.Stem{Text: tokens[i].Text}
		if v, taken := numberAt(tokens, i); taken > 0 {
			n := node{entry: entry{role: roleNum}, number: float64(v)}
			n.place(text, tokens, i, i+taken-1, "")
			return n
		}
	}
	n := node{entry: e, count: e.number}
	n.place(text, tokens, i, last, stem.Prefix)
	return n
}

// twoNamed says whether two villages, or two of any class, have been spoken of.
func twoNamed(before []node) bool {
	return slices.ContainsFunc(before, func(n node) bool { return n.role == "class" && n.count == 'd' })
}

// place sets the extent of a node whose first word has lost a prefix.
func (n *node) place(text string, tokens []arabic.Token, first, last int, prefix string) {
	n.first, n.last = first, last
	n.start = arabic.Cut(text, tokens[first], len([]rune(prefix)))
	n.end = tokens[last].End
	n.text = strings.TrimPrefix(tokens[first].Text, prefix)
	n.article = strings.HasSuffix(prefix, "ل") && strings.HasPrefix(n.text, "ل") && len(n.text) > 6
	if rest, ok := strings.CutPrefix(prefix, "و"); ok {
		n.conj, prefix = true, rest
	} else if rest, ok := strings.CutPrefix(prefix, "ف"); ok {
		n.conj, prefix = true, rest
	}
	n.prep = prefix
}

// surface is the name as written, without clitics but with its own article:
// للسخنة names السخنة.
func (n *node) surface(text string) string {
	if s := text[n.start:n.end]; !n.article {
		return s
	}
	return "ا" + text[n.start:n.end]
}

func numberAt(tokens []arabic.Token, i int) (value, taken int) {
	var words []string
	for j := i; j < len(tokens) && j < i+4 && tokens[j].Class == arabic.Word; j++ {
		words = append(words, tokens[j].Text)
	}
	return arabic.NumberWords(words)
}
