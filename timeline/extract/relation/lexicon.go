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
	"fmt"
	"math"
	"strconv"

	"frontline/geo/arabic"
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
}

// NewLexicon makes an empty lexicon. fold gives the form under which the
// spellings of a word meet; stems are the ways to read a folded word, with the
// conjunctions and prepositions written together with it, or nil for a
// language that writes none so.
func NewLexicon(fold func(word string) string, stems func(word string) []arabic.Stem) *Lexicon {
	if stems == nil {
		stems = func(word string) []arabic.Stem { return []arabic.Stem{{Text: word}} }
	}
	return &Lexicon{fold: fold, stems: stems, phrases: trie.New[entry]()}
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
		out = append(out, l.form(phrase, t))
	}
	return out
}

// form is the token under which its spellings meet.
func (l *Lexicon) form(text string, t arabic.Token) string {
	if t.Class == arabic.Word {
		return l.fold(text[t.Start:t.End])
	}
	return t.Text
}
