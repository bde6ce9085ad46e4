package arabic

import (
	"strings"
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
	Text       string // folded; of a Word see Scan
}

// Scan cuts a text into tokens, which it appends to dst; spaces are left out. The
// text need not be valid UTF-8: a broken byte is a Mark. The Text of a Word is
// left empty, for whoever folds words by other means than Fold; it may be
// nothing but marks that folding leaves out.
func Scan(dst []Token, text string) []Token {
	for i := 0; i < len(text); {
		if text[i] == ' ' {
			i++
			continue
		}
		start := i
		if i = skipWord(text, i); i > start {
			dst = append(dst, Token{Word, start, i, ""})
			continue
		}
		r, n := runeAt(text, i)
		switch {
		case r == '\n' || r == '\r':
			i = skip(text, i, unicode.IsSpace)
			dst = append(dst, Token{Line, start, i, lineText(text[start:i])})
			continue
		case unicode.IsSpace(r) || FoldRune(r) == drop || r == '#' || r == '_': // #two_words

			i += n
			continue
		case unicode.IsDigit(r):
			i = skipNumber(text, i)
			dst = append(dst, Token{Number, start, i, Fold(text[start:i])})
			continue
		case isQuote(r):
			dst = append(dst, Token{Quote, start, i + n, `"`})
		default:
			dst = append(dst, Token{Mark, start, i + n, text[start : i+n]})
		}
		i += n
	}
	return dst
}

// runeAt is the rune at byte i of the text, and its bytes; of what is not valid
// UTF-8, one byte. Most runes are letters of the script, of two bytes each.
func runeAt(text string, i int) (rune, int) {
	if c := text[i]; (c == 0xD8 || c == 0xD9) && i+1 < len(text) && text[i+1]&0xC0 == 0x80 {
		return rune(c&0x1F)<<6 | rune(text[i+1]&0x3F), 2
	}
	return utf8.DecodeRuneInString(text[i:])
}

func isLetter(r rune) bool {
	return r >= 'ء' && r <= 'ي' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > unicode.MaxASCII && (unicode.IsLetter(r) || r == tatweel)
}

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

// skipWord passes a word, if one begins there. It ends at a final yeh, or a teh
// marbuta, even where no space stands behind: علىبلدة are two words, قريةالكدير
// as well.
func skipWord(text string, i int) int {
	for start := i; ; {
		from := i
		i += Letters(text[i:])
		if k := strings.Index(text[from:i], string(tehMarbuta)); k >= 0 {
			if k += from + len(string(tehMarbuta)); letterBehind(text[k:]) {
				return k
			}
		}
		if i == len(text) || text[i] == ' ' {
			break
		}
		r, n := runeAt(text, i)
		if !isLetter(r) && (i == start || r <= unicode.MaxASCII || !unicode.Is(unicode.Mn, r) && !(invisible(r) && letterBehind(text[i+n:]))) {
			break
		}
		i += n
		if endsWord(r) && letterBehind(text[i:]) {
			break
		}
	}
	return i
}

// endsWord says whether no letter can stand behind the rune in its word.
func endsWord(r rune) bool { return r == alefMaksura || r == tehMarbuta }

// Letters is how many bytes at the beginning of the text are letters as most
// are: from ء to و and ي, of two bytes each.
func Letters(text string) int { return run(text, &usual) }

// letters has a bit for each of some letters of two bytes, counted from
// firstLetters. To ask which of the two first bytes a letter has would be to
// guess, and half the guesses are wrong.
type letters [4]uint64

// firstLetters are the two bytes, as a number, of the letter of the first bit.
const firstLetters = 0xD8A0

// usual are the letters that Letters passes, and steady those of them that
// fold to themselves.
//
//nolint:gochecknoglobals // constants but for the language
var (
	usual  = letters{1<<32 - 1<<1, 0, 0, 1<<41 - 1<<32 | 1<<42}
	steady = letters{usual[0] &^ (1<<7 - 1<<2 | 1<<9), 0, 0, usual[3] &^ (1 << 32)}
)

// run is how many bytes at the beginning of the text are of these letters.
func run(text string, of *letters) int {
	i := 0
	for ; i+1 < len(text); i += 2 {
		n := uint(text[i])<<8 + uint(text[i+1]) - firstLetters
		if n > 255 || of[n/64]>>(n%64)&1 == 0 {
			break
		}
	}
	return i
}

// invisible says whether nobody sees the rune r: direction marks, joiners.
func invisible(r rune) bool { return unicode.Is(unicode.Cf, r) }

func letterBehind(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return isLetter(r)
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
