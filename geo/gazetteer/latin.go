package gazetteer

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"frontline/geo/arabic"
)

// LatinKey folds a name in Latin script: lower case, no diacritics, no
// apostrophes; hyphens and articles (al, el, ad, ash …) before a word go, so
// that "al-Sukhnah", "as-Sukhnah" and "Sukhnah" meet.
func LatinKey(name string) string {
	var room [64]byte
	folded := foldLatin(room[:0], name)
	kept := 0
	for from := 0; from < len(folded); {
		to := from + bytes.IndexByte(folded[from:], ' ')
		w, rest := folded[from:to], folded[to+1:]
		from = to + 1
		if len(rest) > 0 && latinArticle(string(w), string(rest[:bytes.IndexByte(rest, ' ')])) {
			continue
		}
		kept += copy(folded[kept:], w)
		folded[kept] = ' '
		kept++
	}
	return string(folded[:max(0, kept-1)])
}

// foldLatin appends the folded words of a name, with a space behind each.
func foldLatin(b []byte, name string) []byte {
	start := len(b)
	space := func() {
		if len(b) > start && b[len(b)-1] != ' ' {
			b = append(b, ' ')
		}
	}
	if !plainASCII(name) {
		name = norm.NFD.String(strings.ToLower(name))
	}
	for _, r := range name {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b = append(b, byte(r))
		case r >= 'A' && r <= 'Z':
			b = append(b, byte(r)+'a'-'A')
		case r == '-' || r == ' ':
			space()
		case r < utf8.RuneSelf && !unicode.IsSpace(r), unicode.Is(unicode.Lm, r): // ʿ and ʾ
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b = utf8.AppendRune(b, r)
		case unicode.IsSpace(r):
			space()
		}
	}
	space()
	return b
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
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
