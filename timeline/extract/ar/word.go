package ar

import (
	"strings"
	"unicode/utf8"

	"frontline/geo/arabic"
	"frontline/geo/gazetteer"
	"frontline/geo/trie"
)

// word is what is known of a word as it is written, wherever it stands.
type word struct {
	text     string    // folded
	lex      trie.Word // its number in the phrases of the lexicon
	name     trie.Word // its number, without article, in the names of the gazetteer
	readings []reading // the word itself first, then with clitics taken off
	number   bool      // it can begin a number in words

	andNumber bool // it can behind و
}

// reading is one way to take clitics off a word.
type reading struct {
	arabic.Stem
	conj    bool       // و or ف stands before it
	prep    string     // ب, ل or ك stands before it
	cut     int        // letters taken off
	article bool       // its article lost its alif to the ل before it
	phrase  trie.State // in the lexicon, after this word
	name    trie.State // in the names of the gazetteer, after this word
}

// analyse takes a word apart. It is a pure function of the word, so that the
// grammar can remember what it gave.
func (g *Grammar) analyse(raw string) *word {
	text := arabic.Fold(raw)
	w := &word{text: text, lex: g.lex.phrases.Word(text), name: g.places.Names().Word(arabic.Bare(text))}
	_, taken := arabic.NumberWords([]string{text})
	w.number = taken > 0
	if rest, ok := strings.CutPrefix(text, "و"); ok && !w.number {
		_, taken = arabic.NumberWords([]string{rest})
		w.andNumber = taken > 0
	}
	for _, s := range arabic.Stems(text) {
		r := reading{Stem: s, cut: utf8.RuneCountInString(s.Prefix), prep: s.Prefix}
		r.article = strings.HasSuffix(s.Prefix, "ل") && strings.HasPrefix(s.Text, "ال") && !strings.HasPrefix(text[len(s.Prefix):], "ال")
		if rest, ok := strings.CutPrefix(r.prep, "و"); ok {
			r.conj, r.prep = true, rest
		} else if rest, ok := strings.CutPrefix(r.prep, "ف"); ok {
			r.conj, r.prep = true, rest
		}
		if p := g.lex.phrases; p != nil {
			r.phrase = p.Next(0, p.Word(s.Text))
		}
		names := g.places.Names()
		r.name = names.Next(0, names.Word(arabic.Bare(s.Text)))
		if r.name == 0 {
			r.name = fused(names, s.Text)
		}
		w.readings = append(w.readings, r)
	}
	return w
}

// fused is the state after a name of two words that is written as one:
// كفربطنا for كفر بطنا. Zero where the gazetteer has no such name.
func fused(names *trie.Trie[[]*gazetteer.Entry], word string) trie.State {
	for _, first := range []string{"كفر", "تل", "دير", "بيت", "خان", "عين", "ام", "ابو", "جب"} {
		rest, ok := strings.CutPrefix(word, first)
		if !ok || len(rest) < 4 {
			continue
		}
		if next := names.Next(names.Next(0, names.Word(first)), names.Word(arabic.Bare(rest))); next != 0 {
			return next
		}
	}
	return 0
}

// short says whether too little is left of a word without its clitics to be
// taken for a name: فتح is "opening" before it is ف + تح.
func (r *reading) short() bool {
	letters := utf8.RuneCountInString(r.Text)
	return r.Prefix != "" && letters < 3 || (strings.HasPrefix(r.Prefix, "ف") || r.prep == "ك") && letters < 5
}

// token is a token with what is known of its word.
type token struct {
	arabic.Token
	*word // nil where it is no word
}

// phrase is the longest phrase of the lexicon that begins at token i, read
// with the fewest clitics, and its last token.
func (g *Grammar) phrase(tokens []token, i int) (e *entry, last int, r *reading) {
	p := g.lex.phrases
	for k := range tokens[i].readings {
		x := &tokens[i].readings[k]
		for state, end := x.phrase, i; state != 0; {
			// ك ("like") stands before names, not before verbs and particles: كبير
			// is no well, كلم no negation.
			if hit := p.End(state); hit != nil && (e == nil || end > last) && (hit.role == "actor" || x.prep != "ك") {
				e, last, r = hit, end, x
			}
			if !p.Open(state) {
				break
			}
			if end = nextWord(tokens, end); end < 0 {
				break
			}
			state = p.Next(state, tokens[end].lex)
		}
	}
	return e, last, r
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
	for k := range tokens[i].readings {
		x := &tokens[i].readings[k]
		if x.name == 0 {
			continue
		}
		found, end := g.extend(tokens, i, x.name)
		if found == nil || end == i && x.short() {
			continue
		}
		if places == nil || end > last {
			places, last, r = *found, end, x
		}
	}
	return places, last, r
}

// extend follows the name from a state reached by token i as far as it goes.
func (g *Grammar) extend(tokens []token, i int, state trie.State) (places *[]*gazetteer.Entry, last int) {
	names := g.places.Names()
	places, last = names.End(state), i
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
