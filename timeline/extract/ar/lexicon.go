package ar

import (
	"fmt"
	"io/fs"
	"strings"

	"frontline/geo/arabic"
	"frontline/geo/trie"
	"frontline/timeline/extract/relation"
	"frontline/timeline/extract/words"
)

// entry is what the word lists say of one form.
type entry struct {
	role   string // actor, class, verb, month …, or a role of cues.tsv
	value  string // actor id, class in English, sense of a verb, value of a cue
	object string // how a verb takes its object
	traits trait  // of the role
	form   form   // of a verb
	agree  byte   // gender and number: m, f, d (dual), p; 0 where it shows none
	suffix byte   // of the pronoun at its end: m, f, d, p; x for an article; 0 for none
	future bool   // verb with the س of the future
	number byte   // of a class noun: s, d, p
	kinds  []string
	finite *entry // of a verbal noun that looks like the verb in the past; nil otherwise
}

type form uint8

// The forms of a verb.
const (
	noVerb form = iota
	past
	present
	noun
)

// lexicon finds phrases of folded words.
type lexicon struct {
	phrases  *trie.Trie[entry]
	heads    map[string][]string     // class nouns of one, by class
	ordinary map[string]bool         // bare folded words that are rarely names, though a hamlet is called so
	known    func(actor string) bool // whether there is an actor of this id
	beside   *relation.Lexicon       // how a place is told by others
}

// loadLexicon reads the word lists, a folder's before the next one's. When two
// lists of a folder give one form, the first of cues, time, classes, actors,
// common, verbs counts.
func loadLexicon(folders []fs.FS, known func(actor string) bool) (*lexicon, error) {
	l := &lexicon{phrases: trie.New[entry](), heads: map[string][]string{}, ordinary: map[string]bool{}, known: known, beside: relation.NewLexicon(arabic.Fold, arabic.Stems)}
	return l, words.Read(folders, []words.List{
		{Name: "cues.tsv", Columns: 3, Add: l.addCue},
		{Name: "time.tsv", Columns: 3, Add: l.addCue},
		{Name: "classes.tsv", Columns: 4, Add: l.addClass},
		{Name: "actors.tsv", Columns: 3, Add: l.addActor},
		{Name: "common.tsv", Columns: 1, Add: l.addCommon},
		{Name: "verbs.tsv", Columns: 5, Add: l.addVerb},
		{Name: "ordinary.tsv", Columns: 1, Add: l.addOrdinary},
		l.beside.List(),
	})
}

func (l *lexicon) add(phrase string, e entry) {
	e.traits = traits(e.role)
	at := l.phrases.Value(strings.Fields(arabic.Fold(phrase)))
	switch old := *at; {
	case old == nil:
		*at = &e
	case old.role == "verb" && old.form == noun && e.form == past && old.value == e.value && old.finite == nil && old.suffix == e.suffix:
		old.finite = &e
	}
}

func (l *lexicon) addCue(f []string) error {
	e := entry{role: f[1], value: f[2]}
	if e.role == "it" { // a pronoun behind a preposition: which, and how it agrees
		preposition, agree, ok := strings.Cut(arabic.Fold(f[2]), " ")
		if !ok {
			return fmt.Errorf("value %q: want a preposition and f, m, d or p", f[2])
		}
		e.object, e.value = preposition, agree
	}
	l.add(f[0], e)
	return words.Among("role", f[1], roles)
}

func (l *lexicon) addCommon(f []string) error {
	l.add(f[0], entry{role: "common"})
	return nil
}

// addOrdinary adds a word, its feminine and the plurals of the two.
func (l *lexicon) addOrdinary(f []string) error {
	w := arabic.Bare(arabic.Fold(f[0]))
	for _, end := range []string{"", "ه", "ات", "ون", "ين"} {
		l.ordinary[w+end] = true
	}
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

// addTheirs adds a class noun with a pronoun at its end: its castle, its quarters.
func (l *lexicon) addTheirs(noun string, e entry) {
	switch e.value {
	case "road", "post", "base", "checkpoint", "area", "governorate":
		return // its way, its posts: of a force, not of a place
	}
	if rest, ok := strings.CutSuffix(noun, "ة"); ok {
		noun = rest + "ت"
	}
	if rest, ok := strings.CutSuffix(noun, "اء"); ok {
		l.add(rest+"ائها", entry{role: "its", value: e.value})
		l.add(rest+"ائه", entry{role: "its", value: e.value})
	}
	for _, pronoun := range []string{"ها", "هما"} {
		l.add(noun+pronoun, entry{role: "its", value: e.value})
	}
}

func (l *lexicon) addClass(f []string) error {
	if f[2] != "s" && f[2] != "d" && f[2] != "p" {
		return fmt.Errorf("number %q: want s, d or p", f[2])
	}
	e := entry{role: "class", value: f[1], number: f[2][0], kinds: strings.Split(f[3], ",")}
	l.add(f[0], e)
	if e.number == 's' {
		l.heads[e.value] = append(l.heads[e.value], f[0])
	}
	e.suffix = 'x' // "the village": speaks of one already named
	l.add("ال"+f[0], e)
	if !strings.HasSuffix(f[0], "ة") && !strings.Contains(f[0], " ") {
		e := e
		e.suffix = 0
		l.add(f[0]+"ا", e) // موقعا, behind a number
	}
	l.addTheirs(f[0], e)
	if f[2] == "s" && !strings.Contains(f[0], " ") { // the dual before its names: قريتي, حاجزي
		dual, feminine := strings.CutSuffix(f[0], "ة")
		if feminine {
			dual += "ت"
		}
		e.number, e.suffix = 'd', 0
		l.add(dual+"ي", e)
		l.add(dual+"ين", e)
		if feminine {
			l.add(dual+"ا", e)
			l.add(dual+"ان", e)
		}
		e.suffix = 'x'
		l.add("ال"+dual+"ين", e)
		l.add("ال"+dual+"ان", e)
	}
	return nil
}
