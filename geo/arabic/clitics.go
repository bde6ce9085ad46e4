package arabic

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Stem is a folded word with the clitics before it taken off.
type Stem struct {
	Text   string // the rest, with its article if it has one
	Prefix string // what was taken off, e.g. "و", "ب", "ول"
}

// Article is the definite article, folded.
const Article = "ال"

// Stems lists the ways to read a folded word, the word itself first: without
// a conjunction (و ف), without a preposition (ب ل ك), without both. "لل" is ل
// before the article. At least two letters are left.
func Stems(word string) []Stem {
	out := []Stem{{word, ""}}
	rest, conj := word, ""
	if p := one(word, "و", "ف"); p != "" {
		rest, conj = word[len(p):], p
		out = append(out, Stem{rest, conj})
	}
	if p := one(rest, "ب", "ل", "ك"); p != "" {
		r := rest[len(p):]
		if p == "ل" && strings.HasPrefix(r, "ل") {
			out = append(out, Stem{"ا" + r, conj + p})
		}
		out = append(out, Stem{r, conj + p})
	}
	return out
}

// one is the first of the prefixes that the word has with at least two letters
// behind it, or "".
func one(word string, prefixes ...string) string {
	for _, p := range prefixes {
		if strings.HasPrefix(word, p) && len(word) >= len(p)+4 {
			return p
		}
	}
	return ""
}

// Bare is a folded word without its article, if at least two letters remain.
func Bare(word string) string {
	if strings.HasPrefix(word, Article) && len(word) >= len(Article)+4 {
		return word[len(Article):]
	}
	return word
}

// Key is the folded form of a name under which its spellings meet: words
// without articles, one space between them; punctuation is left out.
func Key(name string) string {
	var room [64]byte
	return string(AppendKey(room[:0], name))
}

// AppendKey is Key for who needs no string: it appends to b.
func AppendKey(b []byte, name string) []byte {
	start := len(b)
	word := start // where the word that is being written begins
	for i := 0; i < len(name); {
		if n := run(name[i:], &steady); n > 0 {
			b, i = append(b, name[i:i+n]...), i+n
			continue
		}
		r, n := runeAt(name, i)
		f := FoldRune(r)
		switch {
		case isLetter(r) || r > unicode.MaxASCII && unicode.Is(unicode.Mn, r):
			if f != drop {
				b = utf8.AppendRune(b, f)
			}
			if endsWord(r) && letterBehind(name[i+n:]) {
				b = closeWord(b, &word)
			}
		case unicode.IsDigit(r):
			b = closeWord(b, &word)
			end := skipNumber(name, i)
			b = append(b, Fold(name[i:end])...)
			b = closeWord(b, &word)
			n = end - i
		case f != drop:
			b = closeWord(b, &word)
		}
		i += n
	}
	if b = closeWord(b, &word); len(b) > start {
		b = b[:len(b)-1] // the space
	}
	return b
}

// closeWord ends a word: its article goes, a space stands behind it.
func closeWord(b []byte, word *int) []byte {
	w := b[*word:]
	if len(w) == 0 {
		return b
	}
	if bytes.HasPrefix(w, []byte(Article)) && len(w) >= len(Article)+4 {
		b = append(b[:*word], w[len(Article):]...)
	}
	b = append(b, ' ')
	*word = len(b)
	return b
}
