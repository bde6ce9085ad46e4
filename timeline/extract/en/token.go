package en

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// class is what a token is made of.
type class uint8

// The classes of tokens.
const (
	classWord   class = iota // letters, with digits, dots and apostrophes inside: M4, Ra's, U.S.
	classNumber              // digits, with separators inside: 1,700 or 2.5
	classMark                // one punctuation character
	classLine                // one or more line breaks
)

// token is a word, number or mark of a text.
type token struct {
	class      class
	start, end int    // bytes of the text, half-open; without a possessive 's
	text       string // as written; a line break is "\n" or "\n\n"
	glued      bool   // a hyphen joins it to the token before
	owner      bool   // a possessive 's or ' stands behind it
	*word             // nil where it is no word
}

// scan cuts a text into tokens. The text need not be valid UTF-8: a broken
// byte is a mark. Spaces, quotation marks and hyphens inside words are left
// out.
func (g *Grammar) scan(text string) []token {
	out := make([]token, 0, len(text)/5)
	glued := false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		t := token{start: i, end: i + n, glued: glued}
		switch {
		case r == '\n' || r == '\r':
			t.class, t.end = classLine, i+span(text[i:], unicode.IsSpace)
			t.text = "\n"
			if strings.Count(text[i:t.end], "\n") > 1 {
				t.text = "\n\n"
			}
		case unicode.IsSpace(r) || quote(r) || invisible(r):
			i += n
			continue
		case r == '-' && joins(text, i):
			glued = true
			i += n
			continue
		case unicode.IsDigit(r):
			t.class, t.end = classNumber, i+number(text[i:])
		case unicode.IsLetter(r):
			t.end = i + letters(text[i:])
		default:
			t.class = classMark
		}
		i = t.end
		if t.class == classWord {
			t.end -= possessive(text[t.start:t.end])
			t.owner = t.end < i || strings.HasSuffix(text[:t.end], "s") && strings.HasPrefix(text[t.end:], "' ") || strings.HasSuffix(text[:t.end], "s") && strings.HasPrefix(text[t.end:], "’ ")
			t.word = g.memo.Get(text[t.start:t.end])
		}
		if t.class != classLine {
			t.text = text[t.start:t.end]
		}
		glued = false
		out = append(out, t)
	}
	return out
}

func quote(r rune) bool { return strings.ContainsRune("\"'“”‘’«»„`", r) }

func invisible(r rune) bool { return r >= 0x200B && r <= 0x200F || r == 0xFEFF || r == 0xAD }

func apostrophe(r rune) bool { return strings.ContainsRune("'’‘ʿʾ`", r) }

func span(s string, keep func(rune) bool) int {
	for i, r := range s {
		if !keep(r) {
			return i
		}
	}
	return len(s)
}

// joins says whether the hyphen at byte i stands inside a word.
func joins(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+1:])
	return (unicode.IsLetter(before) || unicode.IsDigit(before) || apostrophe(before)) && (unicode.IsLetter(after) || unicode.IsDigit(after) || apostrophe(after))
}

// number is the length of the number, or time of the day, that s begins with:
// digits, and a single separator between two of them.
func number(s string) int {
	i := span(s, unicode.IsDigit)
	for i+1 < len(s) && (s[i] == '.' || s[i] == ',' || s[i] == ':') && s[i+1] >= '0' && s[i+1] <= '9' {
		i += 1 + span(s[i+1:], unicode.IsDigit)
	}
	return i
}

// letters is the length of the word that s begins with. Digits, combining
// marks, an apostrophe before a letter and the dots of initials (U.S., a.m.)
// belong to it.
func letters(s string) int {
	i, only := 0, true // only: single letters with dots so far
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		switch {
		case unicode.IsLetter(r) && only && i+n < len(s) && s[i+n] == '.' && i+n+1 < len(s) && initials(s[i+n+1:], i > 0):
			n++
		case unicode.IsLetter(r):
			only = only && next == '.'
		case unicode.IsDigit(r), unicode.Is(unicode.Mn, r), unicode.Is(unicode.Lm, r):
		case apostrophe(r) && unicode.IsLetter(next):
		default:
			return i
		}
		i += n
	}
	return i
}

// initials says whether what stands behind a letter and its dot goes on with
// another such pair, or, inside a row of them, ends it.
func initials(rest string, inside bool) bool {
	r, n := utf8.DecodeRuneInString(rest)
	if unicode.IsLetter(r) && len(rest) > n && rest[n] == '.' {
		return true
	}
	return inside && !unicode.IsLetter(r)
}

// possessive is the length of the 's at the end of a word. Ra's is a word of
// its own: the head of a cape.
func possessive(s string) int {
	for _, end := range []string{"'s", "’s"} {
		if strings.HasSuffix(s, end) && s != "Ra"+end {
			return len(end)
		}
	}
	return 0
}
