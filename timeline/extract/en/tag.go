package en

import (
	"slices"
	"strconv"
	"strings"

	"frontline/geo/gazetteer"
	"frontline/timeline"
)

// node is a word or phrase of the text with what it is.
type node struct {
	*entry              // never nil
	first, last int     // tokens
	start, end  int     // bytes
	text        string  // its words, folded
	number      float64 // of a number
	percent     bool    // the number is a share
	entries     []*gazetteer.Entry
	class       *entry // role place: the class noun beside it
	caps        capital
	glued       bool // a hyphen joins it to the node before
	owner       bool // 's stands behind it
	opens       bool // it begins a sentence
	at          int  // its place among the nodes of the text
	actor       timeline.Actor
	all         []*entry // everything its phrase can be
}

// Roles that the tagger gives beside those of the word lists.
const (
	rolePlace = "place"
	roleName  = "name" // a capital that nobody knows
	roleNum   = "num"
	roleWord  = "word"
	roleComma = "comma"
	roleStop  = "stop"
	roleMark  = "mark"
	roleColon = "colon"
)

// plain are the entries of nodes that no list knows.
var plain = map[string]*entry{
	rolePlace: {role: rolePlace}, roleName: {role: roleName}, roleNum: {role: roleNum}, roleWord: {role: roleWord},
	roleComma: {role: roleComma}, roleStop: {role: roleStop}, roleMark: {role: roleMark}, roleColon: {role: roleColon}, "strong": {role: "strong"},
	"such": {role: "such"}, "other": {role: "other"},
}

// baseClass is the class of bases that are called by who lay there.
//
//nolint:gochecknoglobals // a constant but for the language
var baseClass = &entry{role: "class", value: "base", kinds: []string{"base"}, kept: true}

// tag turns tokens into nodes. At each word the longest of phrase and place
// name counts; of equals the phrase.
func (g *Grammar) tag(text string, tokens []token) []node {
	out := make([]node, 0, len(tokens))
	for i := 0; i < len(tokens); {
		t := &tokens[i]
		n := node{first: i, last: i, start: t.start, end: t.end, text: t.text}
		n.opens = len(out) == 0 || out[len(out)-1].role == roleStop || out[len(out)-1].role == roleColon
		switch t.class {
		case classLine:
			n.entry = plain[roleStop]
			if t.text == "\n" && i+1 < len(tokens) && i > 0 && wraps(tokens, i) {
				i++
				continue
			}
		case classNumber:
			g.numeral(&n, tokens)
		case classMark:
			n.entry = markEntry(tokens, i)
		default:
			g.node(&n, text, tokens, out)
		}
		n.text = fold(text[n.start:n.end])
		n.owner, n.glued = tokens[n.last].owner, tokens[n.first].glued
		n.all = slices.Clip(n.all)
		out = append(out, n)
		i = n.last + 1
	}
	return out
}

// wraps says whether a single line break only wraps a sentence: the line
// before it has no stop and the next begins small.
func wraps(tokens []token, i int) bool {
	next := &tokens[i+1]
	return next.class == classWord && next.caps == anyCase
}

// numeral reads a number, and a name such as "21st Infantry Division base"
// that begins with one.
func (g *Grammar) numeral(n *node, tokens []token) {
	n.entry = plain[roleNum]
	s := strings.ReplaceAll(n.text, ",", "")
	n.number, _ = strconv.ParseFloat(s, 64)
	i := n.last + 1
	if i >= len(tokens) {
		return
	}
	switch t := &tokens[i]; {
	case t.class == classWord && t.start == tokens[n.last].end && ordinal(t.word.text):
		n.last, n.end = i, t.end
		g.unit(n, tokens)
	case t.class == classMark && t.text == "%":
		n.last, n.end, n.percent = i, t.end, true
	case t.class == classWord && (t.word.text == "percent" || t.word.text == "per"):
		n.percent = true
	}
}

// unit reads the name of a unit that begins with the ordinal of the node: "5th
// Corps".
func (g *Grammar) unit(n *node, tokens []token) {
	i := n.last + 1
	if i >= len(tokens) || tokens[i].class != classWord || tokens[i].caps == anyCase {
		return
	}
	if i+1 < len(tokens) && tokens[i+1].class == classWord {
		if next, _ := g.phrase(tokens, i+1); isClass(next) {
			return // the base that is called after it
		}
	}
	found := g.lex.phrases.Get([]string{n.text + tokens[n.last].word.text, tokens[i].word.text})
	if found == nil {
		return
	}
	for _, e := range *found {
		if e.role == "actor" {
			n.entry, n.all, n.number = e, []*entry{e}, 0
			n.last, n.end = i, tokens[i].end
			return
		}
	}
}

func ordinal(s string) bool { return s == "st" || s == "nd" || s == "rd" || s == "th" }

func markEntry(tokens []token, i int) *entry {
	switch tokens[i].text {
	case ",":
		return plain[roleComma]
	case ";":
		return plain["strong"]
	case ":":
		return plain[roleColon]
	case "?", "!", "…", "|":
		return plain[roleStop]
	case ".":
		if i > 0 && abbreviated(tokens, i) {
			return plain[roleMark]
		}
		return plain[roleStop]
	}
	return plain[roleMark]
}

// abbreviated says whether the dot at token i ends an abbreviation, not a
// sentence.
func abbreviated(tokens []token, i int) bool {
	w := &tokens[i-1]
	if w.class != classWord || w.end != tokens[i].start || i+1 == len(tokens) || tokens[i+1].class == classLine {
		return false
	}
	next := &tokens[i+1]
	switch w.word.text {
	case "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no":
		return next.class == classNumber || next.class == classMark || next.caps == anyCase
	case "gen", "lt", "col", "maj", "capt", "brig", "mr", "mrs", "ms", "dr", "st", "sgt", "adm", "sen", "rep":
		return true
	case "km", "kms", "mi", "approx", "vs", "etc", "govt":
		return next.class != classWord || next.caps == anyCase
	}
	return len(w.text) == 1 && !w.glued && next.class == classWord && next.caps != anyCase && w.caps != anyCase
}

// node tags the word at token n.first.
func (g *Grammar) node(n *node, text string, tokens []token, before []node) {
	i := n.first
	n.caps = tokens[i].caps
	found, last := g.phrase(tokens, i)
	entries, end := g.known(text, tokens, i)
	switch {
	case entries != nil && (found == nil || end > last || isClass(found) && end == last && end > i) && g.whole(tokens, end, len(found) > 0):
		n.entry, n.entries, n.last = plain[rolePlace], entries, end
	case found != nil && !inName(tokens, i, found) && !g.directed(n, tokens, found):
		n.entry, n.all, n.last = g.choose(found, before, tokens, last), found, last
		n.entries = entries
	case begins(tokens, i) && n.opens && g.apart(text, tokens, i):
		n.entry = plain[roleWord] // "Only Douma": the capital is the sentence's
	case begins(tokens, i):
		n.entry, n.last = plain[roleName], i
		for goesOn(tokens, n.last+1) && !g.breaks(tokens, n.last+1) {
			n.last++
		}
		n.entries = g.named(text[n.start:tokens[n.last].end])
	default:
		n.entry = plain[roleWord]
	}
	n.end = tokens[n.last].end
}

// apart says whether the word that opens a sentence at token i is no part of
// the name behind it, which is known without it.
func (g *Grammar) apart(text string, tokens []token, i int) bool {
	if !goesOn(tokens, i+1) || tokens[i+1].glued || tokens[i].article() || tokens[i].word.text == "rif" {
		return false
	}
	entries, end := g.known(text, tokens, i+1)
	return entries != nil && !goesOn(tokens, end+1)
}

func isClass(found []*entry) bool {
	return slices.ContainsFunc(found, func(e *entry) bool { return e.role == "class" })
}

// inName says whether a word of the lists stands where only a name can: "as"
// in as-Sukhnah.
func inName(tokens []token, i int, found []*entry) bool {
	if !tokens[i].article() || !begins(tokens, i) || found[0].role == "actor" {
		return false
	}
	return tokens[i].caps == anyCase || i+1 < len(tokens) && tokens[i+1].glued
}

// whole says whether the known name that ends with a token is not a piece of a
// longer one: Ali in Ahmad Ali, al-Sharaa in Ahmad al-Sharaa. At the start of a
// sentence, the capital says nothing of the word before.
func (g *Grammar) whole(tokens []token, end int, listed bool) bool {
	if listed {
		return true
	}
	if !goesOn(tokens, end+1) || tokens[end+1].class == classNumber {
		return true
	}
	found, _ := g.phrase(tokens, end+1)
	return found != nil && !tokens[end+1].article()
}

// directed says whether a direction with a capital begins a name: West
// Kordofan. At the start of a sentence, the capital says nothing.
func (g *Grammar) directed(n *node, tokens []token, found []*entry) bool {
	return !n.opens && n.caps == initial && found[0].role == "compass" && goesOn(tokens, n.first+1) && !g.breaks(tokens, n.first+1)
}

// breaks says whether a name that has run up to token i ends before it, for
// there begins a phrase or a name of its own.
func (g *Grammar) breaks(tokens []token, i int) bool {
	if tokens[i].class != classWord {
		return false
	}
	found, _ := g.phrase(tokens, i)
	if found == nil || tokens[i].article() {
		return false
	}
	for _, e := range found {
		switch e.role {
		case "class": // Umm Dam Haj Ahmed
			return !goesOn(tokens, i+1) || g.breaks(tokens, i+1)
		case "near", "count", "vague", "compass", "others", "again", "other", "det":
		default:
			return true
		}
	}
	return false
}
