// Package fulltext says by which words a text is found: how they fold, so that
// what a reader types meets what a report says in either script; what a reader
// means by what is typed; and which piece of a text shows what was found. It knows
// no index.
package fulltext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"frontline/geo/arabic"
	"frontline/geo/gazetteer"
)

// Rules names the rules by which words fold. An index that was made by others has to
// be made anew.
const Rules = "1"

// Word is a word or a number of a text.
type Word struct {
	Text       string // folded: letters and digits, and the point of a number; never empty
	Start, End int    // bytes of the text, half-open
}

// Words are the words and numbers of a text, in order. Spellings of Arabic fold
// together (hamza, teh marbuta, marks, tatweel), and so do Latin letters with their
// diacritics and capitals. The Arabic article goes, also behind a conjunction or a
// preposition (والكدير is وكدير, للكدير is لكدير); those stay, for Form to look behind.
func Words(text string) []Word {
	var out []Word
	for _, t := range arabic.Scan(nil, text) {
		folded := ""
		switch t.Class {
		case arabic.Word:
			folded = withoutArticle(letters(text[t.Start:t.End]))
		case arabic.Number:
			folded = separators.Replace(t.Text)
		case arabic.Mark, arabic.Quote, arabic.Line:
		}
		if folded != "" {
			out = append(out, Word{folded, t.Start, t.End})
		}
	}
	return out
}

// separators of numbers: thousands are written with and without.
var separators = strings.NewReplacer(",", "", "٬", "", "٫", ".") //nolint:gochecknoglobals // a table to look things up in; nobody writes to it

// letters is a word folded as both scripts are; "" where nothing is left of it.
func letters(word string) string {
	folded := arabic.Fold(word)
	if arabic.Letters(folded) == len(folded) {
		return folded
	}
	return strings.ReplaceAll(gazetteer.LatinKey(folded), " ", "")
}

// withoutArticle is a folded word without the Arabic article.
func withoutArticle(word string) string {
	for _, stem := range arabic.Stems(word) {
		if bare := arabic.Bare(stem.Text); bare != stem.Text {
			return stem.Prefix + bare
		}
	}
	return word
}

// Joined are words as they are indexed, with a space between.
func Joined(words []Word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.Text)
	}
	return b.String()
}

// Forms are the folded words under which a word can stand in a text, itself first:
// one in Arabic script also behind a conjunction, a preposition, or both.
func Forms(word string) []string {
	out := []string{word}
	if r, _ := utf8.DecodeRuneInString(word); !unicode.Is(unicode.Arabic, r) {
		return out
	}
	for _, conjunction := range []string{"", "و", "ف"} {
		for _, preposition := range []string{"", "ب", "ل", "ك"} {
			if clitics := conjunction + preposition; clitics != "" {
				out = append(out, clitics+word)
			}
		}
	}
	return out
}
