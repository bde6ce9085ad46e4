// Package relation reads how words tell where ground lies by the names of
// places: "5 km north of X", "between X and Y", "the countryside of X". It says
// which names, and how; where that is on the ground is the caller's.
//
// It looks at few words before, in and behind the place of a claim that a
// grammar has read. What a word does in such a phrase stands in the list
// relations.tsv of its language; how the words stand together is much the same
// in the languages that are read.
package relation

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"sync"

	"frontline/geo/arabic"
	"frontline/geo/memo"
	"frontline/geo/relative"
	"frontline/geo/trie"
	"frontline/timeline/extract/words"
)

// Roles of words, as the list gives them.
const (
	wind     = "wind"     // a direction from a place: north of
	side     = "side"     // a direction that describes what it stands beside: the northern …
	around   = "around"   // near, the outskirts of
	between  = "between"  // two names follow
	road     = "road"     // what leads from one place to others
	country  = "country"  // what lies around a town, or is a governorate's
	triangle = "triangle" // what lies between three places
	border   = "border"   // where two governorates meet
	unit     = "unit"     // its value is its length in kilometres
	number   = "number"   // its value is a number
	length   = "length"   // its value is a number of kilometres
	link     = "link"     // of, to, about: says nothing of its own
	by       = "by"       // the distance may stand behind the place: north of X by 5 km
	until    = "until"    // the next place of a road follows: from X to Y
	own      = "own"      // whose: X's outskirts
	far      = "far"      // the far north of X: farther than anybody could say
	and      = "and"
)

// roles are those that a list can give.
const roles = "wind side around between road country triangle border unit number length link by until own far and"

// after is the value of a road, country or surroundings that can stand behind
// their places: the X–Y road, X's outskirts.
const after = "after"

// entry is what the list says of one phrase.
type entry struct {
	role   string
	value  string
	number float64 // of a unit, number or length
}

// Lexicon knows the words of one language that tell where ground lies.
type Lexicon struct {
	fold    func(word string) string
	stems   func(word string) []arabic.Stem
	phrases *trie.Trie[entry]
	words   *memo.Memo[word] // of texts, once the lists are read
	rooms   sync.Pool        // of *room
}

// room is what the tokens of a text are cut into, for the next one again.
type room struct {
	scanned []arabic.Token
	tokens  []token
}

// word is what a word is to the phrases, wherever it stands.
type word struct {
	in     trie.Word // its number within phrases
	begins []begin
}

// begin is a way to read a word that phrases begin with.
type begin struct {
	at     trie.State
	joined bool // a conjunction is written together with it
}

func (l *Lexicon) word(raw string) *word {
	form := l.fold(raw)
	w := &word{in: l.phrases.Word(form)}
	for _, stem := range l.stems(form) {
		if at := l.phrases.Next(0, l.phrases.Word(stem.Text)); at != 0 {
			w.begins = append(w.begins, begin{at, conjunction(stem.Prefix)})
		}
	}
	return w
}

// NewLexicon makes an empty lexicon. fold gives the form under which the
// spellings of a word meet; stems are the ways to read a folded word, with the
// conjunctions and prepositions written together with it, or nil for a
// language that writes none so.
func NewLexicon(fold func(word string) string, stems func(word string) []arabic.Stem) *Lexicon {
	if stems == nil {
		stems = func(word string) []arabic.Stem { return []arabic.Stem{{Text: word}} }
	}
	l := &Lexicon{fold: fold, stems: stems, phrases: trie.New[entry](), rooms: sync.Pool{New: func() any { return new(room) }}}
	l.words = memo.New(l.word)
	return l
}

// List is the word list that fills the lexicon: phrase, role, value.
func (l *Lexicon) List() words.List { return words.List{Name: "relations.tsv", Columns: 3, Add: l.add} }

func (l *Lexicon) add(f []string) error {
	e := entry{role: f[1], value: f[2]}
	switch e.role {
	case wind, side:
		if _, err := relative.ParseWind(e.value); err != nil {
			return err
		}
	case unit, number, length:
		var err error
		if e.number, err = strconv.ParseFloat(e.value, 64); err != nil || !(e.number > 0) || math.IsInf(e.number, 0) {
			return fmt.Errorf("value %q of a %s: want a number above 0", e.value, e.role)
		}
	default:
		if e.value != "" && e.value != after {
			return fmt.Errorf("value %q of %s: want %s, or nothing", e.value, e.role, after)
		}
	}
	if at := l.phrases.Value(l.split(f[0])); *at == nil {
		*at = &e
	}
	return words.Among("role", e.role, roles)
}

// split cuts a phrase of the list as a text is cut.
func (l *Lexicon) split(phrase string) []string {
	var out []string
	for _, t := range arabic.Scan(nil, phrase) {
		out = append(out, cmp.Or(t.Text, l.fold(phrase[t.Start:t.End])))
	}
	return out
}
