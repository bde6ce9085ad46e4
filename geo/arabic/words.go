package arabic

import (
	"unicode"
	"unicode/utf8"
)

// Class is what a token is made of.
type Class uint8

// The classes of tokens.
const (
	Word   Class = iota // letters
	Number              // digits, with separators inside: 1,700 or 2.5
	Mark                // one punctuation character
	Quote               // a quotation mark of any kind
	Line                // one or more line breaks; Text is "\n" or "\n\n"
)

// Token is a word, number or mark of a text.
type Token struct {
	Class      Class
	Start, End int    // bytes of the text, half-open
	Text       string // folded
}

// Tokens cuts a text into tokens; spaces are left out. The text need not be
// valid UTF-8: a broken byte is a Mark. Empty gives none.
func Tokens(text string) []Token {
	out := make([]Token, 0, len(text)/8)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		start := i
		switch {
		case r == '\n' || r == '\r':
			i = skip(text, i, unicode.IsSpace)
			out = append(out, Token{Line, start, i, lineText(text[start:i])})
			continue
		case unicode.IsSpace(r) || FoldRune(r) == drop && r != tatweel:
			i += n
			continue
		case unicode.IsDigit(r):
			i = skipNumber(text, i)
			out = append(out, Token{Number, start, i, Fold(text[start:i])})
			continue
		case isLetter(r):
			i = skip(text, i, func(r rune) bool { return isLetter(r) || unicode.Is(unicode.Mn, r) })
			if word := Fold(text[start:i]); word != "" {
				out = append(out, Token{Word, start, i, word})
			}
			continue
		case isQuote(r):
			out = append(out, Token{Quote, start, i + n, `"`})
		default:
			out = append(out, Token{Mark, start, i + n, text[start : i+n]})
		}
		i += n
	}
	return out
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || r == tatweel }

func isQuote(r rune) bool {
	switch r {
	case '"', '\'', '“', '”', '«', '»', '‘', '’', '„', '‹', '›', '`':
		return true
	}
	return false
}

func lineText(s string) string {
	n := 0
	for _, r := range s {
		if r == '\n' {
			n++
		}
	}
	if n > 1 {
		return "\n\n"
	}
	return "\n"
}

func skip(text string, i int, keep func(rune) bool) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !keep(r) {
			break
		}
		i += n
	}
	return i
}

// skipNumber passes digits, and a single separator between two digits.
func skipNumber(text string, i int) int {
	for {
		i = skip(text, i, unicode.IsDigit)
		r, n := utf8.DecodeRuneInString(text[i:])
		if r != '.' && r != ',' && r != '٫' && r != '٬' {
			return i
		}
		if next, _ := utf8.DecodeRuneInString(text[i+n:]); !unicode.IsDigit(next) {
			return i
		}
		i += n
	}
}

// Cut is the byte of text at which n folded letters of the token have passed.
func Cut(text string, t Token, n int) int {
	for i, r := range text[t.Start:t.End] {
		if FoldRune(r) == drop {
			continue
		}
		if n == 0 {
			return t.Start + i
		}
		n--
	}
	return t.End
}
