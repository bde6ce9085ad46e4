package evaluate

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Words for what a place is, folded: annotators and readers may take them for
// part of the name or not. They belong to the measure, so that no change to
// the words that are read with moves a figure.
var (
	arabicClasses = []string{"قريه", "قري", "قريتي", "قريتا", "قريتين", "بلده", "بلدات", "بلدتي", "بلدتا", "مدينه",
		"مدينتي", "مدن", "ناحيه", "منطقه", "مناطق", "حي", "احياء", "حيي"}
	latinClasses = []string{"village", "villages", "town", "towns", "city", "district", "neighbourhood", "neighborhood",
		"province", "governorate", "oblast", "state", "area", "region"}
	latinArticles = []string{"the", "of", "al", "el"}
)

const article = "ال"

// key is the form of a name under which its spellings meet: letters folded,
// without marks, spaces, articles, and nouns of class (Arabic before the name,
// Latin on either side). It is never empty where name has a letter.
func key(name string) string {
	lower := strings.ToLower(strings.ReplaceAll(name, "İ", "i\u0307")) // as Unicode has it; ToLower drops the dot
	words := strings.Fields(strings.Map(foldRune, lower))
	words = withoutFirst(words, func(w string) bool {
		return slices.Contains(arabicClasses, w) || slices.Contains(arabicClasses, strings.TrimPrefix(w, article))
	})
	words = withoutFirst(words, func(w string) bool {
		return slices.Contains(latinClasses, w) || slices.Contains(latinArticles, w)
	})
	for len(words) > 1 && slices.Contains(latinClasses, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	for i, w := range words {
		if bare, has := strings.CutPrefix(w, article); has && utf8.RuneCountInString(bare) > 1 {
			words[i] = bare
		}
	}
	return strings.Join(words, "")
}

// withoutFirst leaves out the words that drop is true of, from the first on
// until one stays; the last word always stays.
func withoutFirst(words []string, drop func(string) bool) []string {
	for len(words) > 1 && drop(words[0]) {
		words = words[1:]
	}
	return words
}

// foldRune is the letter that r is taken for; negative where r is left out.
func foldRune(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى', 'ئ':
		return 'ي'
	case 'ة':
		return 'ه'
	case 'ؤ':
		return 'و'
	case '“', '”', '«', '»', '"', '\'', '‘', '’', '–', '-', '—', '/', '(', ')':
		return ' '
	case '\u0640', '\u0670': // tatweel, superscript alef
		return -1
	}
	if r >= '\u064b' && r <= '\u0652' { // the short vowels and their like
		return -1
	}
	return r
}

// near says whether a place that may be a phrase ("the country east of X") and
// the key of a place that was read have one in the other. An empty key is near
// nothing, an empty place near every other key.
func near(place, read string) bool {
	k := key(place)
	return read != "" && (strings.Contains(read, k) || strings.Contains(k, read))
}
