package ar

import (
	"slices"
	"strings"

	"frontline/geo/arabic"
)

// isName decides between a phrase of the lexicon and a name of the gazetteer
// that begin at one word and go on for some words more.
func (g *Grammar) isName(e *entry, r *reading, phrase, name int, before []node) bool {
	switch {
	case e.role == "class" && e.number == 'd' && e.suffix != 0 && !twoNamed(before):
		return true // "the two villages" of which none were told: the town of that name
	case e.role == "class" && e.suffix == 'x' && len(before) > 0 && before[len(before)-1].role == "class" && before[len(before)-1].suffix == 0 && settlement(before[len(before)-1].value) && before[len(before)-1].value != "neighbourhood":
		return true // بلدة المزرعة, but not أحياء المدينة
	case e.role == "class" && settlement(e.value), phrase > name, locating(e.role):
		return false
	case e.role == "common" && phrase == name && !strings.HasPrefix(r.text, arabic.Article):
		return false
	case phrase == name:
		last := len(before) - 1
		if e.role == "verb" && e.suffix == 0 && last >= 0 && before[last].role == "prep" && before[last].value != "" {
			return true // no verb stands behind a preposition: على كسب
		}
		return last >= 0 && before[last].role == "class" && before[last].suffix == 0 || e.role == "class" && name > 0
	}
	return true
}

// unfinished says whether the token ends no name: the preposition على, which
// folds to the name علي, or the noun of a settlement with another word behind
// it, which it is the class of.
func (g *Grammar) unfinished(text string, tokens []token, end int) bool {
	t := &tokens[end]
	if t.Class != arabic.Word {
		return false
	}
	e, last, _ := g.phrase(tokens, end)
	if e == nil || last != end {
		return false
	}
	return e.role == "prep" && strings.HasSuffix(text[t.Start:t.End], "ى") || e.role == "class" && e.suffix == 0 && settlement(e.value) && nextWord(tokens, end) > 0
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
