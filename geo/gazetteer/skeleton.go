package gazetteer

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"frontline/geo/arabic"
)

// Skeleton is what the spellings of one name share, in Arabic script and in
// Latin: its consonants by class, without vowels, articles, hamza, ʿayn, doubled
// letters and spaces. "دير الزور", "Deir ez-Zor" and "Dayr az-Zawr" give
// "drzr". Names that are not the same can share one too: it finds candidates,
// and says nothing of how well they fit. A name without letters and digits
// gives "".
func Skeleton(name string) string { return strings.Join(skeletons(name), "") }

// skeletons are the skeletons of the words of a name.
func skeletons(name string) []string {
	words := strings.Fields(plainKey(name))
	for i, w := range words {
		words[i] = skeletonOf(w, i == len(words)-1)
	}
	return words
}

// plainKey is the folded words of a name without their articles, in the letters
// of ASCII where the name is in Latin script: "Šayḫ Miskīn" is "shaykh miskin".
func plainKey(name string) string {
	if !isLatin(name) {
		return arabic.Key(name)
	}
	lower := norm.NFC.String(strings.ToLower(name))
	if strings.ContainsAny(lower, "çğıöüêx") {
		lower = strings.NewReplacer(turkish...).Replace(lower)
	}
	return LatinKey(strings.NewReplacer(scholarly...).Replace(lower))
}

// Letters that are more than their base letter, with what English writes. A
// cedilla under s marks ص, but where Turkish or Kurdish letters stand beside it.
var (
	turkish   = []string{"ch", "sh", "ş", "sh", "ç", "sh", "c", "j"}
	scholarly = []string{"š", "sh", "ç", "sh", "č", "sh", "ḫ", "kh", "ẖ", "kh", "ġ", "gh", "ğ", "gh", "ǧ", "j", "ǰ", "j", "ž", "j",
		"ṯ", "th", "ḏ", "dh", "ı", "i", "ß", "ss", "æ", "ae", "ð", "dh", "þ", "th"}
)

// consonants are the classes of letters, and of pairs of letters, that
// transliterations and dialects take for each other. What is not in it is a
// vowel, or as silent as one.
var consonants = map[string]byte{
	"ب": 'b', "پ": 'b', "b": 'b', "p": 'b',
	"ت": 't', "ط": 't', "ث": 't', "t": 't', "th": 't',
	"ج": 'j', "ژ": 'j', "j": 'j', "dj": 'j', "zh": 'j',
	"ح": 'h', "ه": 'h', "h": 'h',
	"خ": 'x', "kh": 'x', "x": 'x',
	"د": 'd', "ض": 'd', "ذ": 'd', "d": 'd', "dh": 'd',
	"ر": 'r', "r": 'r',
	"ز": 'z', "ظ": 'z', "z": 'z',
	"س": 's', "ص": 's', "s": 's',
	"ش": 'c', "چ": 'c', "sh": 'c', "ch": 'c',
	"ف": 'f', "ڤ": 'f', "f": 'f', "v": 'f', "ph": 'f',
	"ق": 'k', "ك": 'k', "گ": 'k', "غ": 'k', "q": 'k', "k": 'k', "c": 'k', "g": 'k', "gh": 'k',
	"ل": 'l', "l": 'l',
	"م": 'm', "m": 'm',
	"ن": 'n', "n": 'n',
	"0": '0', "1": '1', "2": '2', "3": '3', "4": '4', "5": '5', "6": '6', "7": '7', "8": '8', "9": '9',
}

// skeletonOf is the skeleton of one folded word. A word of nothing but vowels
// gives "a", so that it counts as one.
func skeletonOf(word string, last bool) string {
	word = construct(withoutArticle(word), last)
	out := make([]byte, 0, len(word))
	doubled := byte(0) // the class that would be the same letter again
	for i := 0; i < len(word); {
		class, n := consonant(word[i:])
		if i == 0 && class == 0 {
			class = semivowel(word)
		}
		if class != 0 && class != doubled {
			if class == 'b' && len(out) > 0 && out[len(out)-1] == 'n' {
				out[len(out)-1] = 'm' // Manbij is said Mambij, and often written so
			}
			out = append(out, class)
		}
		doubled = 0
		if word[i] < utf8.RuneSelf && !digit(class) {
			doubled = class // Arabic has a mark for it, which folding drops
		}
		i += n
	}
	if n := len(out); n > 1 && out[n-1] == 'h' && breathed(word) {
		out = out[:n-1]
	}
	if len(out) == 0 {
		return "a"
	}
	return string(out)
}

// breathed says whether a word ends with an h, which may be no more than the
// spelling of a final a, and is hard to hear where it is more.
func breathed(word string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	return last == 'h' || last == 'ه' || last == 'ح'
}

func digit(class byte) bool { return class >= '0' && class <= '9' }

// consonant is the class of the letter or pair of letters that s begins with, 0
// for a vowel, and its length in bytes.
func consonant(s string) (class byte, n int) {
	if len(s) > 1 && s[1] < utf8.RuneSelf {
		if class, ok := consonants[s[:2]]; ok {
			return class, 2
		}
	}
	_, n = utf8.DecodeRuneInString(s)
	return consonants[s[:n]], n
}

// semivowel is the class of a w or y that a word begins with, where it is sure
// to be a consonant: 0 otherwise. French writes ou for w.
func semivowel(word string) byte {
	switch first, n := utf8.DecodeRuneInString(word); {
	case first == 'w', first == 'و', strings.HasPrefix(word, "ou") && vowelAt(word, 2):
		return 'w'
	case first == 'y' && n < len(word), first == 'ي':
		return 'y'
	}
	return 0
}

func vowelAt(word string, i int) bool {
	return i < len(word) && strings.IndexByte("aeiou", word[i]) >= 0
}

// withoutArticle takes off an article that is written together with its word:
// Elbasatneh, Alwasita. What only looks like one goes too: the l of Alqam.
func withoutArticle(word string) string {
	for _, article := range []string{"al", "el"} {
		rest, found := strings.CutPrefix(word, article)
		if !found || len(rest) < 2 {
			continue
		}
		if class, _ := consonant(rest); class != 0 || article == "el" && len(rest) > 2 {
			return rest
		}
	}
	return word
}

// construct is a word without the t that a feminine ending has before another
// word: Khirbat and Maaret, and قريات for its likeness.
func construct(word string, last bool) string {
	if last {
		return word
	}
	for _, ending := range []string{"at", "et", "ات"} {
		if rest, found := strings.CutSuffix(word, ending); found && countConsonants(rest) > 1 {
			return rest
		}
	}
	return word
}

func countConsonants(word string) (count int) {
	for i := 0; i < len(word); {
		class, n := consonant(word[i:])
		if class != 0 {
			count++
		}
		i += n
	}
	return count
}
