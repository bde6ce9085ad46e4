// Package ar reads Arabic reports: it tags the words of a text from the lists
// in data/words/ar, cuts it into sentences, and lets rules read statements
// from them. It gives claims whose places are still words; finding them on the
// ground is the caller's.
package ar

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"

	"frontline/geo/arabic"
)

// entry is what the word lists say of one form.
type entry struct {
	role   string // actor, class, verb, month …, or a role of cues.tsv
	value  string // actor id, class in English, sense of a verb, value of a cue
	form   form   // of a verb
	agree  byte   // gender and number: m, f, d (dual), p; 0 where it shows none
	suffix byte   // of the pronoun at its end: m, f, d, p; 0 for none
	future bool   // verb with the س of the future
	object string // how a verb takes its object
	number byte   // of a class noun: s, d, p
	kinds  []string
}

type form uint8

// The forms of a verb.
const (
	noVerb form = iota
	past
	present
	noun
)

// lexicon finds phrases of folded words. The key of a phrase is its words with
// one space between them; open holds every beginning of a longer phrase.
type lexicon struct {
	phrases map[string]entry
	open    map[string]bool
	known   func(actor string) bool // whether there is an actor of this id
}

// loadLexicon reads the word lists. When two lists give one form, the first of
// cues, time, classes, actors, verbs counts.
func loadLexicon(fsys fs.FS, known func(actor string) bool) (*lexicon, error) {
	l := &lexicon{phrases: map[string]entry{}, open: map[string]bool{}, known: known}
	for _, list := range []struct {
		file    string
		columns int
		add     func(f []string) error
	}{
		{"cues.tsv", 3, l.addCue},
		{"time.tsv", 3, l.addCue},
		{"classes.tsv", 4, l.addClass},
		{"actors.tsv", 3, l.addActor},
		{"common.tsv", 1, l.addCommon},
		{"verbs.tsv", 5, l.addVerb},
	} {
		if err := readList(fsys, list.file, list.columns, list.add); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// readList reads a tab-separated list; lines that begin with # are comments.
// A line with a wrong number of columns, or an empty first one, is an error.
func readList(fsys fs.FS, name string, columns int, add func([]string) error) error {
	file, err := fsys.Open(name)
	if err != nil {
		return fmt.Errorf("word list: %w", err)
	}
	defer file.Close()
	in := bufio.NewScanner(file)
	for line := 1; in.Scan(); line++ {
		if text := in.Text(); text != "" && text[0] != '#' {
			f := strings.Split(text, "\t")
			if len(f) != columns || f[0] == "" {
				return fmt.Errorf("word list %s: line %d: %d columns: want %d, the first not empty", name, line, len(f), columns)
			}
			if err := add(f); err != nil {
				return fmt.Errorf("word list %s: line %d: %w", name, line, err)
			}
		}
	}
	return in.Err()
}

func (l *lexicon) add(phrase string, e entry) {
	words := strings.Fields(arabic.Fold(phrase))
	key := strings.Join(words, " ")
	if _, taken := l.phrases[key]; taken || key == "" {
		return
	}
	l.phrases[key] = e
	for i := 1; i < len(words); i++ {
		l.open[strings.Join(words[:i], " ")] = true
	}
}

func (l *lexicon) addCue(f []string) error {
	l.add(f[0], entry{role: f[1], value: f[2]})
	return among("role", f[1], roles)
}

func (l *lexicon) addCommon(f []string) error {
	l.add(f[0], entry{role: "common"})
	return nil
}

func (l *lexicon) addActor(f []string) error {
	agree, object := f[2], ""
	if rest, ok := strings.CutSuffix(agree, "air"); ok {
		agree, object = rest, "air"
	}
	if agree != "m" && agree != "f" && agree != "p" {
		return fmt.Errorf("agreement %q: want m, f or p, with air behind it for an air force", f[2])
	}
	if !l.known(f[1]) {
		return fmt.Errorf("actor %q: want an id of actors.tsv, the table of actors", f[1])
	}
	l.add(f[0], entry{role: "actor", value: f[1], agree: agree[0], object: object})
	return nil
}

func (l *lexicon) addClass(f []string) error {
	if f[2] != "s" && f[2] != "d" && f[2] != "p" {
		return fmt.Errorf("number %q: want s, d or p", f[2])
	}
	e := entry{role: "class", value: f[1], number: f[2][0], kinds: strings.Split(f[3], ",")}
	l.add(f[0], e)
	e.suffix = 'x' // "the village": speaks of one already named
	l.add("ال"+f[0], e)
	return nil
}

// match is the longest phrase that begins at token i, read with the fewest
// clitics. It says which token is its last and what stood before it.
func (l *lexicon) match(tokens []arabic.Token, i int) (e entry, last int, stem arabic.Stem, ok bool) {
	for _, s := range arabic.Stems(tokens[i].Text) {
		// ك ("like") stands before names, not before verbs and particles: كبير
		// is no well, كلم no negation.
		key, end := s.Text, i
		found, at := entry{}, -1
		for {
			if x, hit := l.phrases[key]; hit && (x.role == "actor" || !strings.HasSuffix(s.Prefix, "ك")) {
				found, at = x, end
			}
			if !l.open[key] {
				break
			}
			next := nextWord(tokens, end)
			if next < 0 {
				break
			}
			key, end = key+" "+tokens[next].Text, next
		}
		if at >= 0 && (!ok || at > last) {
			e, last, stem, ok = found, at, s, true
		}
	}
	return e, last, stem, ok
}

// nextWord is the word after token i, with nothing but quotation marks and
// single line breaks between; -1 if there is none.
func nextWord(tokens []arabic.Token, i int) int {
	for j := i + 1; j < len(tokens); j++ {
		switch t := tokens[j]; {
		case t.Class == arabic.Word:
			return j
		case t.Class != arabic.Quote && t.Text != "\n":
			return -1
		}
	}
	return -1
}
