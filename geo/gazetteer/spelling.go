package gazetteer

import (
	"unicode"

	"frontline/geo/arabic"
)

// spelling is how a text writes a name.
type spelling struct {
	surface string // "" where nobody says
	key     string // folded; "" as long as it was not asked for
	latin   bool
}

// alternate says whether the text does not use the entry's own spelling, but
// another one.
func (s *spelling) alternate(e *Entry) bool {
	if s.surface == "" || s.surface == e.NameAr || s.surface == e.NameEn {
		return false
	}
	if s.key == "" {
		if s.latin = isLatin(s.surface); s.latin {
			s.key = LatinKey(s.surface)
		} else {
			s.key = arabic.Key(s.surface)
		}
	}
	if s.latin {
		return s.key != LatinKey(e.NameEn)
	}
	return s.key != e.key
}

// isLatin says whether a name begins with a Latin letter; ʿ and ʾ before it are
// none.
func isLatin(name string) bool {
	for _, r := range name {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Lm, r) {
			return unicode.Is(unicode.Latin, r)
		}
	}
	return false
}
