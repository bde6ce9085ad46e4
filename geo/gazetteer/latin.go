package gazetteer

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"frontline/geo/arabic"
)

// LatinKey folds a name in Latin script: lower case, no diacritics, no
// apostrophes; hyphens and articles (al, el, ad, ash …) before a word go, so
// that "al-Sukhnah", "as-Sukhnah" and "Sukhnah" meet.
func LatinKey(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case unicode.Is(unicode.Lm, r): // ʿ and ʾ
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(r)
		case r == '-' || unicode.IsSpace(r):
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	kept := words[:0]
	for i, w := range words {
		if i == len(words)-1 || !latinArticle(w, words[i+1]) {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// latinArticle says whether w is an article before next: al, el, l, the, or with
// its l become the sun letter that next begins with (ash-Shaddadi, ez-Zor).
func latinArticle(w, next string) bool {
	switch w {
	case "al", "el", "il", "ul", "l", "the":
		return true
	case "at", "et", "ad", "ed", "ar", "er", "az", "ez", "as", "es", "an", "en", "ash", "esh", "ech", "ej", "ath", "adh":
		return strings.HasPrefix(next, w[1:])
	}
	return false
}

// plainKey is the folded words of a name without their articles, in the letters
// of ASCII where they are in Latin script: "Šayḫ Miskīn" is "shaykh miskin". Each
// script is folded by itself.
func plainKey(name string) string {
	var keys []string
	for name != "" {
		latin := isLatin(name)
		end := scriptEnd(name, latin)
		if key := keyIn(name[:end], latin); key != "" {
			keys = append(keys, key)
		}
		name = name[end:]
	}
	return strings.Join(keys, " ")
}

// scriptEnd is where a name goes on in the other script, behind its first
// letter.
func scriptEnd(name string, latin bool) int {
	other := unicode.Latin
	if latin {
		other = unicode.Arabic
	}
	for i, r := range name {
		if i > 0 && unicode.Is(other, r) && !unicode.Is(unicode.Lm, r) {
			return i
		}
	}
	return len(name)
}

// keyIn is plainKey of a name in one script.
func keyIn(name string, latin bool) string {
	switch {
	case !latin:
		return arabic.Key(name)
	case isASCII(name):
		return LatinKey(name)
	}
	lower := norm.NFC.String(strings.ToLower(name))
	if strings.ContainsAny(lower, "çğıöüêx") {
		lower = turkish.Replace(lower)
	}
	return LatinKey(scholarly.Replace(lower))
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

// Letters that are more than their base letter, with what English writes. A
// cedilla under s marks ص, but where Turkish or Kurdish letters stand beside it.
//
//nolint:gochecknoglobals // tables to look things up in; nobody writes to them
var (
	turkish   = strings.NewReplacer("ch", "sh", "ş", "sh", "ç", "sh", "c", "j")
	scholarly = strings.NewReplacer("š", "sh", "ç", "sh", "č", "sh", "ḫ", "kh", "ẖ", "kh", "ġ", "gh", "ğ", "gh", "ǧ", "j", "ǰ", "j", "ž", "j",
		"ṯ", "th", "ḏ", "dh", "ı", "i", "ß", "ss", "æ", "ae", "ð", "dh", "þ", "th")
)
