package ar

import (
	"slices"
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
	phrases  []start[entry]
	names    []start[[]*gazetteer.Entry]
	number   bool // it can begin a number in words

	andNumber bool // it can behind و

	// Room for the first of phrases and readings: what most words have stands
	// together in memory.
	onePhrase   [1]start[entry]
	twoReadings [2]reading
}

// reading is one way to take clitics off a word.
type reading struct {
	text    string // the rest, with its article if it has one
	prep    string // ب, ل or ك stands before it
	cut     int    // letters taken off
	conj    bool   // و or ف stands before it
	article bool   // its article lost its alif to the ل before it
	dated   bool   // a day can begin with it: الثاني, منذ
}

// start is where phrases of a trie begin with a word, read in one way.
type start[T any] struct {
	*reading
	alone *T         // what the word is by itself; nil where it is nothing
	state trie.State // after the word
	open  bool       // whether a phrase goes on behind it
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
	stems := arabic.Stems(text)
	w.phrases, w.readings = w.onePhrase[:0], w.twoReadings[:0]
	w.readings = slices.Grow(w.readings, len(stems))[:len(stems)]
	for k, s := range stems {
		r := &w.readings[k]
		*r = reading{text: s.Text, cut: utf8.RuneCountInString(s.Prefix), prep: s.Prefix}
		r.dated = arabic.Ordinal(s.Text) > 0 || s.Text == "منذ" || s.Text == "قبل"
		r.article = strings.HasSuffix(s.Prefix, "ل") && strings.HasPrefix(s.Text, "ال") && !strings.HasPrefix(text[len(s.Prefix):], "ال")
		if rest, ok := strings.CutPrefix(r.prep, "و"); ok {
			r.conj, r.prep = true, rest
		} else if rest, ok := strings.CutPrefix(r.prep, "ف"); ok {
			r.conj, r.prep = true, rest
		}
		g.starts(w, r, s)
	}
	return w
}

// starts finds the phrases and names that begin with a reading of the word.
func (g *Grammar) starts(w *word, r *reading, s arabic.Stem) {
	phrases := g.lex.phrases
	if state := phrases.Next(0, phrases.Word(r.text)); state != 0 {
		w.phrases = append(w.phrases, start[entry]{r, r.fit(phrases.End(state)), state, phrases.Open(state)})
	}
	if opening, ok := g.places.Begin(s); ok {
		w.names = append(w.names, start[[]*gazetteer.Entry]{r, opening.Alone, opening.State, opening.Open})
	}
}

// fit is a phrase that begins with the reading, if its clitics allow it: ك
// ("like") stands before names, not before verbs and particles: كبير is no
// well, كلم no negation.
func (r *reading) fit(e *entry) *entry {
	if e != nil && r.prep == "ك" && e.role != "actor" {
		return nil
	}
	return e
}
