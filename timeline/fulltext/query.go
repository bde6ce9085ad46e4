package fulltext

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"frontline/geo/arabic"
)

// MaxParts is how many parts a query can have.
const MaxParts = 16

// What is wrong with a query.
var (
	ErrNoWords = errors.New("no word to look for: want a letter or a digit")
	ErrTooLong = fmt.Errorf("too many words: want %d at most, or some of them in quotation marks", MaxParts)
)

// Query is what a reader looks for. All parts have to be found.
type Query []Part

// Part is a word, or several that follow each other.
type Part struct {
	Words []string // folded; never empty
	Begun bool     // the last word may go on: it was being typed
}

// marks are what a phrase is put in; which of them opens and which closes is the
// business of who types.
var marks = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`) //nolint:gochecknoglobals // a table to look things up in; nobody writes to it

// Parse reads what was typed: words, each of which may go on, and phrases in
// quotation marks, whose words follow each other as they are; of a phrase that is
// not closed the last word may go on. Nothing else has a meaning. A query without a
// word is ErrNoWords, one of more than MaxParts parts ErrTooLong.
func Parse(typed string) (Query, error) {
	var q Query
	pieces := strings.Split(marks.Replace(typed), `"`)
	for i, piece := range pieces {
		var words []string
		for _, w := range Words(piece) {
			words = append(words, w.Text)
		}
		if i%2 == 1 && words != nil {
			q = q.and(Part{words, i == len(pieces)-1})
			continue
		}
		for j := range words {
			q = q.and(Part{words[j : j+1], true})
		}
	}
	switch {
	case len(q) == 0:
		return nil, ErrNoWords
	case len(q) > MaxParts:
		return nil, ErrTooLong
	}
	return q, nil
}

// and is a query with one more part, unless it has it.
func (q Query) and(p Part) Query {
	if slices.ContainsFunc(q, func(o Part) bool { return o.Begun == p.Begun && slices.Equal(o.Words, p.Words) }) {
		return q
	}
	return append(q, p)
}

// Readings are the words, in their order, of which a text has to have one list for
// the part to be found; the part as it was typed is the first. Its first word may
// stand in any of its Forms. Of a word that is being typed the article may just have
// been, which Words leave out once more than a letter is behind it.
func (p Part) Readings() [][]string {
	lists := [][]string{p.Words}
	last := len(p.Words) - 1
	if rest, ok := strings.CutPrefix(p.Words[last], arabic.Article); ok && rest != "" && p.Begun {
		lists = append(lists, append(slices.Clone(p.Words[:last]), rest))
	}
	var out [][]string
	for _, words := range lists {
		for _, form := range Forms(words[0]) {
			out = append(out, append([]string{form}, words[1:]...))
		}
	}
	return out
}

// Match is a report in which all parts of a query are found.
type Match struct {
	Report string  // id
	Score  float64 // more than 0: how well it answers, beside others of the same query
}
