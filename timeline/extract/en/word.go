package en

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"frontline/geo/gazetteer"
	"frontline/geo/trie"
)

// word is what is known of a word as it is written, wherever it stands.
type word struct {
	text  string    // folded
	lex   trie.Word // its number in the phrases of the lexicon
	first trie.State
	caps  capital // anyCase: it begins with a small letter
}

// analyse takes a word apart. It is a pure function of the word, so that the
// grammar can remember what it gave.
func (g *Grammar) analyse(raw string) *word {
	w := &word{text: fold(raw)}
	w.lex = g.lex.phrases.Word(w.text)
	w.first = g.lex.phrases.Next(0, w.lex)
	if r, _ := utf8.DecodeRuneInString(raw); unicode.IsUpper(r) {
		w.caps = initial
		if caseOf(raw) == allCaps {
			w.caps = allCaps
		}
	}
	return w
}

// phrase is the longest phrase of the lexicon that begins at token i, and its
// last token: what it can be, as far as the capitals allow.
func (g *Grammar) phrase(tokens []token, i int) (found []*entry, last int) {
	p := g.lex.phrases
	caps := tokens[i].caps
	for state, end := tokens[i].first, i; state != 0; {
		if hit := p.End(state); hit != nil {
			if fit := written(*hit, caps); fit != nil {
				found, last = fit, end
			}
		}
		if end = nextWord(tokens, end); end < 0 || !p.Open(state) {
			break
		}
		state = p.Next(state, tokens[end].lex)
	}
	return found, last
}

// written are the entries that a word with such a capital can be.
func written(entries []*entry, caps capital) []*entry {
	for _, e := range entries {
		if e.caps > caps || e.caps == initial && caps == allCaps && e.role == "month" {
			var fit []*entry
			for _, e := range entries {
				if e.caps <= caps {
					fit = append(fit, e)
				}
			}
			return fit
		}
	}
	return entries
}

// nextWord is the word right after token i, with no more than one line break
// between; -1 if there is none. Percent signs are read as words of a phrase
// are not: they end it.
func nextWord(tokens []token, i int) int {
	if tokens[i].owner {
		return -1
	}
	for j := i + 1; j < len(tokens); j++ {
		switch t := &tokens[j]; {
		case t.class == classWord:
			return j
		case t.text != "\n":
			return -1
		}
	}
	return -1
}

// nameWords is how many words a name can have.
const nameWords = 6

// known is the longest name of the gazetteer that begins at token i, and its
// last token. A name begins with a capital, or with an article before one.
func (g *Grammar) known(text string, tokens []token, i int) (entries []*gazetteer.Entry, last int) {
	if !begins(tokens, i) {
		return nil, i
	}
	for end := i; end < len(tokens) && end < i+nameWords; end++ {
		t := &tokens[end]
		if t.class == classMark || t.class == classLine {
			break
		}
		if hit := g.named(text[tokens[i].start:t.end]); hit != nil && (end > i || len(t.text) > 2) && !g.common(tokens, end, entries != nil) {
			entries, last = hit, end
		}
		if t.owner {
			break
		}
	}
	return entries, last
}

// common says whether the token is a class noun that no name ends with: the
// Qalamoun mountains are called Qalamoun. One with a capital is none where the
// words before it are a name (named): Homs Province, but the Old City.
func (g *Grammar) common(tokens []token, i int, named bool) bool {
	if tokens[i].class != classWord || tokens[i].caps != anyCase && !named {
		return false
	}
	found, _ := g.phrase(tokens, i)
	return slices.ContainsFunc(found, func(e *entry) bool { return e.role == "class" && (e.plural || !e.kept) })
}

// article says whether the token is an Arabic article, or a word that stands
// small inside names.
func (t *token) article() bool {
	if t.class != classWord {
		return false
	}
	switch t.word.text {
	case "al", "el", "ad", "ash", "as", "ar", "at", "an", "az", "ez", "es", "ed", "er", "et", "en", "adh", "ath", "esh", "ul", "bin", "ibn", "de", "da", "abu", "l":
		return true
	}
	return false
}

// begins says whether a name can begin at token i.
func begins(tokens []token, i int) bool {
	t := &tokens[i]
	if t.class != classWord {
		return false
	}
	if t.caps != anyCase {
		return true
	}
	return t.article() && i+1 < len(tokens) && tokens[i+1].class == classWord && tokens[i+1].caps != anyCase &&
		(tokens[i+1].glued || t.word.text == "al" || t.word.text == "el")
}

// goesOn says whether a name that stands before token i takes it in: a
// capital, an article before one, a number behind a hyphen.
func goesOn(tokens []token, i int) bool {
	if i >= len(tokens) || tokens[i-1].owner {
		return false
	}
	t := &tokens[i]
	switch {
	case t.class == classNumber:
		return t.glued
	case t.class != classWord:
		return false
	case t.caps != anyCase:
		return true
	}
	if t.word.text == "wa" && i+1 < len(tokens) && tokens[i+1].class == classWord && tokens[i+1].caps != anyCase {
		return true // "and" inside a name
	}
	if !t.article() || i+1 >= len(tokens) || tokens[i+1].class != classWord || tokens[i+1].caps == anyCase {
		return false
	}
	switch t.word.text { // others are English words too: Krynky at Kherson
	case "al", "el", "bin", "ibn", "ul", "abu":
		return true
	}
	return tokens[i+1].glued
}
