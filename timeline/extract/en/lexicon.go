package en

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"unicode"

	"frontline/geo/trie"
	"frontline/timeline"
	"frontline/timeline/extract/relation"
	"frontline/timeline/extract/words"
)

// entry is what the word lists say of one form.
type entry struct {
	role   string // actor, class, verb, month …, or a role of cues.tsv
	value  string // class in English, sense of a verb, value of a cue
	form   form   // of a verb
	object []string
	caps   capital
	plural bool // of a class noun
	kept   bool // a class noun that is part of the name beside it
	kinds  []string
	actors [][]timeline.Actor // of which the text means the first of one, where it names any of that
	what   string             // of an actor: name, word, backed …
}

// form is the set of forms of a verb that a word can be: "cut" is three.
type form uint8

// The forms of a verb.
const (
	base form = 1 << iota
	third
	past
	participle
	gerund
	noun
)

// capital is how a form must be written to be meant: IS is no "is".
type capital uint8

const (
	anyCase capital = iota
	initial
	allCaps
)

// lexicon finds phrases of folded words. A phrase can be several things.
type lexicon struct {
	phrases *trie.Trie[[]*entry]
	known   func(actor string) bool // whether there is an actor of this id
	beside  *relation.Lexicon       // how a place is told by others
}

// loadLexicon reads the word lists, a folder's before the next one's. Of the
// things that one form can be, the first of the order of the lists counts
// where the sentence does not tell.
func loadLexicon(folders []fs.FS, known func(actor string) bool) (*lexicon, error) {
	l := &lexicon{phrases: trie.New[[]*entry](), known: known, beside: relation.NewLexicon(fold, nil)}
	return l, words.Read(folders, []words.List{
		{Name: "time.tsv", Columns: 3, Add: l.addTime},
		{Name: "actors.tsv", Columns: 3, Add: l.addActor},
		{Name: "cues.tsv", Columns: 3, Add: l.addCue},
		{Name: "verbs.tsv", Columns: 6, Add: l.addVerb},
		{Name: "classes.tsv", Columns: 5, Add: l.addClass},
		l.beside.List(),
	})
}

// fold is the form of a word under which its spellings meet.
func fold(word string) string {
	return strings.NewReplacer("’", "'", "‘", "'", "ʿ", "'", "`", "'").Replace(strings.ToLower(word))
}

// split cuts a phrase of a list into the words that a text is cut into.
func split(phrase string) []string {
	return strings.Fields(strings.ReplaceAll(fold(phrase), "-", " "))
}

func (l *lexicon) add(phrase string, e entry) {
	e.caps = caseOf(phrase)
	at := l.phrases.Value(split(phrase))
	if *at == nil {
		*at = &[]*entry{}
	}
	for _, old := range **at {
		if old.role == e.role && old.caps == e.caps && old.value == e.value {
			old.form |= e.form
			return
		}
	}
	**at = append(**at, &e)
}

// caseOf is how a text must write a phrase that a list writes so.
func caseOf(phrase string) capital {
	first, _, _ := strings.Cut(phrase, " ")
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, first)
	switch {
	case len(letters) > 1 && letters == strings.ToUpper(letters) && letters != strings.ToLower(letters):
		return allCaps
	case letters != "" && unicode.IsUpper([]rune(letters)[0]):
		return initial
	}
	return anyCase
}

func (l *lexicon) addCue(f []string) error {
	l.add(f[0], entry{role: f[1], value: f[2]})
	if f[1] == "count" || f[1] == "unit" || f[1] == "dozen" {
		if _, err := strconv.ParseFloat(f[2], 64); err != nil {
			return fmt.Errorf("value %q: want a number", f[2])
		}
	}
	return words.Among("role", f[1], cueRoles)
}

func (l *lexicon) addTime(f []string) error {
	l.add(f[0], entry{role: f[1], value: f[2]})
	if f[1] == "month" || f[1] == "weekday" {
		if _, err := strconv.Atoi(f[2]); err != nil {
			return fmt.Errorf("value %q: want a number", f[2])
		}
	}
	return words.Among("role", f[1], timeRoles)
}

func (l *lexicon) addActor(f []string) error {
	e := entry{role: "actor", value: f[1], what: f[2]}
	for choice := range strings.SplitSeq(f[1], "|") {
		var ids []timeline.Actor
		for id := range strings.SplitSeq(choice, "+") {
			if !l.known(id) {
				return fmt.Errorf("actor %q: want an id of actors.tsv, the table of actors", id)
			}
			ids = append(ids, timeline.Actor(id))
		}
		e.actors = append(e.actors, ids)
	}
	l.add(f[0], e)
	return words.Among("kind", f[2], actorKinds)
}

func (l *lexicon) addClass(f []string) error {
	if f[2] != "s" && f[2] != "p" {
		return fmt.Errorf("number %q: want s or p", f[2])
	}
	if f[4] != "" && f[4] != "kept" {
		return fmt.Errorf("%q: want kept, or nothing", f[4])
	}
	l.add(f[0], entry{role: "class", value: f[1], plural: f[2] == "p", kinds: strings.Split(f[3], ","), kept: f[4] != ""})
	return nil
}
