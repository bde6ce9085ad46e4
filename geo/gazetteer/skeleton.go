package gazetteer

import (
	"strings"
	"unicode/utf8"
)

// Skeleton is what the spellings of one name share, in Arabic script and in
// Latin: its consonants by class, without vowels, articles, hamza, ʿayn, doubled
// letters and spaces. "دير الزور", "Deir ez-Zor" and "Dayr az-Zawr" give
// "drzr". Names that are not the same can share one too: it finds candidates,
// and says nothing of how well they fit. A name without letters and digits
// gives "".
func Skeleton(name string) string { return skeletonOfKey(plainKey(name)) }

// skeletonOfKey is the skeleton of the name that is folded to key.
func skeletonOfKey(key string) string {
	words := strings.Fields(key)
	for i, w := range words {
		words[i] = skeletonOf(w, i == len(words)-1)
	}
	return strings.Join(words, "")
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
	sound, n := firstSound(s)
	if vowel(sound) {
		return 0, n
	}
	return classOf(sound), n
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
