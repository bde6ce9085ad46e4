package arabic

import "strings"

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
	var b strings.Builder
	for _, t := range Tokens(name) {
		if t.Class != Word && t.Class != Number {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(Bare(t.Text))
	}
	return b.String()
}
