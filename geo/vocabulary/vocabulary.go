// Package vocabulary finds words in a list of words: exactly, by how they
// begin, and by how little they differ from one that is typed.
package vocabulary

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/vellum"
	"github.com/blevesearch/vellum/levenshtein"
)

// MaxEdits is the most letters in which Near lets words differ.
const MaxEdits = 2

// longest is the length, in letters, from which on Near finds nothing: the
// automaton of a word grows with it.
const longest = 32

// Vocabulary is a sorted list of words, each known by its number in it. It is
// immutable and safe for concurrent use.
type Vocabulary struct {
	words []string
	fst   *vellum.FST
	edits [MaxEdits]*levenshtein.LevenshteinAutomatonBuilder // by how many, less one
}

// Hit is a word that is near another one.
type Hit struct {
	Word  int // its number
	Edits int // letters added, left out, changed, or swapped with their neighbour
}

// New sorts words and leaves out what is there twice, in place: they are the
// vocabulary's own afterwards.
func New(words []string) *Vocabulary {
	slices.Sort(words)
	v := &Vocabulary{words: slices.Compact(words)}
	for k := range v.edits {
		v.edits[k] = must(levenshtein.NewLevenshteinAutomatonBuilder(uint8(k+1), true))
	}
	var b bytes.Buffer
	builder := must(vellum.New(&b, nil))
	for i, w := range v.words {
		must(0, builder.Insert([]byte(w), uint64(i)))
	}
	must(0, builder.Close())
	v.fst = must(vellum.Load(b.Bytes()))
	return v
}

// must is for what can fail only where a file is read or written, or keys are
// out of order.
func must[T any](x T, err error) T {
	if err != nil {
		panic(fmt.Sprintf("vocabulary: %v", err))
	}
	return x
}

// Len is the number of words.
func (v *Vocabulary) Len() int { return len(v.words) }

// Word is the word of a number.
func (v *Vocabulary) Word(i int) string { return v.words[i] }

// Find is the number of a word.
func (v *Vocabulary) Find(word string) (i int, ok bool) { return slices.BinarySearch(v.words, word) }

// Begin is the numbers from, to − 1 of the words that begin so, the prefix
// itself among them. "" begins all.
func (v *Vocabulary) Begin(prefix string) (from, to int) {
	from, _ = slices.BinarySearch(v.words, prefix)
	to, _ = slices.BinarySearchFunc(v.words[from:], prefix, func(w, prefix string) int {
		if strings.HasPrefix(w, prefix) {
			return -1
		}
		return 1
	})
	return from, from + to
}

// Near is the words that differ from word in 1 to at most edits letters, in
// order of their numbers; edits is cut to MaxEdits. With alike set they begin
// with the same letter, which is much quicker to say. A word of 32 letters or
// more has none.
func (v *Vocabulary) Near(word string, edits int, alike bool) []Hit {
	if edits = min(edits, MaxEdits); edits < 1 || utf8.RuneCountInString(word) >= longest {
		return nil
	}
	dfa, err := v.edits[edits-1].BuildDfa(word, uint8(edits))
	if err != nil {
		return nil // more states than it allows: a word nobody has
	}
	var from, to []byte
	if _, n := utf8.DecodeRuneInString(word); alike && n > 0 {
		from, to = []byte(word[:n]), []byte(word[:n])
		to[n-1]++ // no letter ends with the last byte there is
	}
	var out []Hit
	it, err := v.fst.Search(dfa, from, to)
	for ; err == nil; err = it.Next() {
		key, n := it.Current()
		if _, d := dfa.MatchAndDistance(string(key)); d > 0 {
			out = append(out, Hit{int(n), int(d)})
		}
	}
	return out
}
