package ar

import (
	"frontline/geo/arabic"
	"frontline/geo/gazetteer"
	"frontline/geo/trie"
)

// token is a token with what is known of its word.
type token struct {
	*arabic.Token
	*word // nil where it is no word
}

// phrase is the longest phrase of the lexicon that begins at token i, read
// with the fewest clitics, and its last token.
func (g *Grammar) phrase(tokens []token, i int) (e *entry, last int, r *reading) {
	for k := range tokens[i].phrases {
		x := &tokens[i].phrases[k]
		if e == nil && x.alone != nil {
			e, last, r = x.alone, i, x.reading
		}
		if !x.open {
			continue
		}
		if hit, end := g.extendPhrase(tokens, i, x); hit != nil && (e == nil || end > last) {
			e, last, r = hit, end, x.reading
		}
	}
	return e, last, r
}

// extendPhrase is the longest phrase of several words that begins at token i.
func (g *Grammar) extendPhrase(tokens []token, i int, x *start[entry]) (e *entry, last int) {
	p := g.lex.phrases
	for state, end := x.state, i; p.Open(state); {
		if end = nextWord(tokens, end); end < 0 {
			break
		}
		if state = p.Next(state, tokens[end].lex); state == 0 {
			break
		}
		if hit := x.fit(p.End(state)); hit != nil {
			e, last = hit, end
		}
	}
	return e, last
}

// nextWord is the word after token i, with nothing but quotation marks and
// single line breaks between; -1 if there is none.
func nextWord(tokens []token, i int) int {
	for j := i + 1; j < len(tokens); j++ {
		switch t := &tokens[j]; {
		case t.Class == arabic.Word:
			return j
		case t.Class != arabic.Quote && t.Text != "\n":
			return -1
		}
	}
	return -1
}

// name is the longest name of the gazetteer that begins at token i, read with
// the first clitics that give one, and its last token; quotation marks, single
// line breaks and hyphens inside it are passed over.
func (g *Grammar) name(tokens []token, i int) (places []*gazetteer.Entry, last int, r *reading) {
	for k := range tokens[i].names {
		x := &tokens[i].names[k]
		found, end := x.alone, i
		if x.open {
			if longer, to := g.extendName(tokens, i, x.state); longer != nil {
				found, end = longer, to
			}
		}
		if found != nil && (places == nil || end > last) {
			places, last, r = *found, end, x.reading
		}
	}
	return places, last, r
}

// extendName is the longest name of several words, from a state reached by
// token i.
func (g *Grammar) extendName(tokens []token, i int, state trie.State) (places *[]*gazetteer.Entry, last int) {
	names := g.places.Names()
	for j := i + 1; j < len(tokens) && names.Open(state); j++ {
		t := &tokens[j]
		if t.Class == arabic.Quote || t.Text == "\n" || isDash(t) {
			continue
		}
		switch t.Class {
		case arabic.Word:
			state = names.Next(state, t.name)
		case arabic.Number:
			state = names.Next(state, names.Word(t.Text))
		default:
			return places, last
		}
		if state == 0 {
			break
		}
		if hit := names.End(state); hit != nil {
			places, last = hit, j
		}
	}
	return places, last
}

func isDash(t *token) bool {
	return t.Class == arabic.Mark && (t.Text == "-" || t.Text == "–" || t.Text == "—")
}
