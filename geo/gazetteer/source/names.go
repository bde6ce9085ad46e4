package source

import (
	"slices"
	"strings"
	"unicode"

	"frontline/geo/gazetteer"
)

// cleaned is a value as a name can stand in a table: spaces of any kind and
// number become one, control characters and marks of direction are dropped.
func cleaned(s string) string {
	if plain(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\ufeff' {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// plain says whether a value is clean as it is, by its bytes: most are.
func plain(s string) bool {
	space := true
	for i := range len(s) {
		switch b := s[i]; {
		case b == ' ' && space, b < ' ', b == 0x7f, b >= 0xe1 && b <= 0xe3, b == 0xef, b == 0xc2, b == 0xd8 && i+1 < len(s) && s[i+1] == 0x9c:
			return false // a leading or doubled space, a control, U+1000…U+3FFF, U+F000…, U+0080…U+00BF, the Arabic letter mark
		case b == ' ':
			space = true
		default:
			space = false
		}
	}
	return s == "" || !space
}

// script is what a name is written in.
type script uint8

const (
	other   script = iota // nothing this program reads: it is left out
	latin                 // names in Latin letters count as English
	arabic                // letters of the Arabic language
	arabics               // letters of Persian, Kurdish or Urdu among them
)

// scriptOf tells a name's script: one Arabic letter makes it Arabic ("مطار
// T2"), and letters of another script make it none.
func scriptOf(name string) script {
	found := other
	for _, r := range name {
		switch {
		case r < 'A' || !unicode.IsLetter(r):
		case unicode.Is(unicode.Arabic, r):
			if found < arabic {
				found = arabic
			}
			if r > 'ي' {
				found = arabics
			}
		case !unicode.Is(unicode.Latin, r):
			return other
		case found == other:
			found = latin
		}
	}
	return found
}

// setNames gives an entry names by their script, best first: the first of each
// is its name, the others are alternates. Links are no names, nor is what has
// lost letters (U+FFFD). It says whether there was one.
func setNames(e *gazetteer.Entry, names []string) bool {
	for _, value := range names {
		for n := range strings.FieldsFuncSeq(value, parts) {
			if n = cleaned(n); n == "" || strings.Contains(n, "://") || strings.ContainsRune(n, unicode.ReplacementChar) {
				continue
			}
			switch scriptOf(n) {
			case latin:
				e.NameEn, e.AltEn = addName(e.NameEn, e.AltEn, n)
			case arabic, arabics:
				e.NameAr, e.AltAr = addName(e.NameAr, e.AltAr, n)
			}
		}
	}
	return e.NameAr != "" || e.NameEn != ""
}

// parts says whether a character stands between names and in none.
func parts(r rune) bool { return r == '|' || r == ';' || r == '؛' }

func addName(name string, alternates []string, n string) (string, []string) {
	switch {
	case name == "":
		return n, alternates
	case name == n || slices.Contains(alternates, n):
		return name, alternates
	default:
		return name, append(alternates, n)
	}
}

// several cuts a value of several names by commas, where nothing better parts
// them.
func several(s string) []string {
	if strings.ContainsFunc(s, parts) {
		return []string{s}
	}
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '،' })
}
