// Package arabic knows the script: how spellings of one word fold together,
// where words begin and end, which clitics stand before them, and numerals.
// Everything keeps byte offsets of the text as it was.
package arabic

import (
	"strings"
	"unicode/utf8"
)

// Letters that fold, by their Unicode names.
const (
	alefMadda      = 'آ'
	alefHamzaAbove = 'أ'
	alefHamzaBelow = 'إ'
	alefWasla      = 'ٱ'
	alef           = 'ا'
	alefMaksura    = 'ى'
	farsiYeh       = 'ی'
	yeh            = 'ي'
	yehHamza       = 'ئ'
	waw            = 'و'
	wawHamza       = 'ؤ'
	tehMarbuta     = 'ة'
	heh            = 'ه'
	keheh          = 'ک'
	kaf            = 'ك'
	tatweel        = 'ـ'
	superscriptAl  = 'ٰ'
)

// drop stands for runes that folding leaves out.
const drop rune = -1

// FoldRune is the letter that r folds to, or a negative rune if r is left out
// (marks, tatweel, zero-width and direction characters). Latin letters fold to
// lower case, Arabic-Indic and Persian digits to 0…9; others stay.
func FoldRune(r rune) rune {
	switch r {
	case alefMadda, alefHamzaAbove, alefHamzaBelow, alefWasla:
		return alef
	case alefMaksura, farsiYeh, yehHamza:
		return yeh
	case wawHamza:
		return waw
	case tehMarbuta:
		return heh
	case keheh:
		return kaf
	case tatweel, superscriptAl:
		return drop
	}
	switch {
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r >= 0x064B && r <= 0x065F: // tanwin, shadda, sukun …
		return drop
	case r >= 0x0660 && r <= 0x0669: // Arabic-Indic digits
		return '0' + r - 0x0660
	case r >= 0x06F0 && r <= 0x06F9: // Persian digits
		return '0' + r - 0x06F0
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0xFEFF:
		return drop
	}
	return r
}

// Fold folds every letter of s; "" gives "". Folding twice changes nothing.
func Fold(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if f := FoldRune(r); f != drop {
			b.WriteRune(f)
		}
	}
	return b.String()
}

// plain says whether s is nothing but what stays: digits and small letters of
// ASCII, and its marks.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			return false
		}
	}
	return true
}
