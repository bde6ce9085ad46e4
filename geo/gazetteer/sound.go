package gazetteer

import (
	"strings"
	"unicode/utf8"
)

// sounds are what letters, and pairs of letters, stand for in both scripts: a
// consonant, a vowel, or a digit. Arabic vowels (AIU) are long, and written on
// purpose; Latin ones (aeiou) can be either; ʿayn is "+". Emphatic consonants are
// not told from plain ones, for few spellings in Latin script do. What is not in
// it is silent.
var sounds = map[string]byte{
	"ب": 'b', "پ": 'b', "b": 'b', "p": 'b',
	"ت": 't', "ط": 't', "t": 't', "ث": 'T', "th": 'T',
	"ج": 'j', "ژ": 'j', "j": 'j', "dj": 'j', "zh": 'j',
	"ح": 'h', "ه": 'h', "h": 'h',
	"خ": 'x', "kh": 'x', "x": 'x',
	"د": 'd', "ض": 'd', "d": 'd', "ذ": 'D', "dh": 'D',
	"ر": 'r', "r": 'r',
	"ز": 'z', "ظ": 'z', "z": 'z',
	"س": 's', "ص": 's', "s": 's',
	"ش": 'c', "چ": 'c', "sh": 'c', "ch": 'c',
	"ف": 'f', "ڤ": 'f', "f": 'f', "v": 'f', "ph": 'f',
	"ق": 'q', "q": 'q', "ك": 'k', "k": 'k', "c": 'k', "گ": 'g', "g": 'g', "غ": 'G', "gh": 'G',
	"ل": 'l', "l": 'l',
	"م": 'm', "m": 'm',
	"ن": 'n', "n": 'n',
	"a": 'a', "e": 'e', "i": 'i', "y": 'i', "o": 'o', "u": 'u', "w": 'u', "ا": 'A', "ي": 'I', "و": 'U', "ع": '+',
	"0": '0', "1": '1', "2": '2', "3": '3', "4": '4', "5": '5', "6": '6', "7": '7', "8": '8', "9": '9',
}

// firstSound is the sound that a folded word begins with, 0 for a silent
// letter, and the length of its letters in bytes.
func firstSound(s string) (sound byte, n int) {
	if len(s) > 1 && s[1] < utf8.RuneSelf {
		if sound, ok := sounds[s[:2]]; ok {
			return sound, 2
		}
	}
	_, n = utf8.DecodeRuneInString(s)
	return sounds[s[:n]], n
}

func vowel(sound byte) bool { return sound == 0 || strings.IndexByte("aeiouAIU+", sound) >= 0 }

// classOf is the class of a consonant: that of those which transliterations and
// dialects take for each other.
func classOf(sound byte) byte {
	switch sound {
	case 'T':
		return 't'
	case 'D':
		return 'd'
	case 'q', 'g', 'G':
		return 'k'
	}
	return sound
}

// soundsOf are the sounds of the folded words of a name, the doubled ones once.
// An h at the end of a word is that of -ah: it is left out or, in Arabic, where
// folding has made it of a teh marbuta, an a.
func soundsOf(key string) []byte {
	out := make([]byte, 0, len(key))
	for word := range strings.FieldsSeq(key) {
		word = withoutArticle(word)
		if rest, found := strings.CutSuffix(word, "ه"); found {
			word = rest + "a"
		} else if rest, found := strings.CutSuffix(word, "h"); found && rest != "" && vowel(sounds[rest[len(rest)-1:]]) {
			word = rest
		}
		for i := 0; i < len(word); {
			sound, n := firstSound(word[i:])
			if sound != 0 && (len(out) == 0 || sound != out[len(out)-1]) {
				out = append(out, sound)
			}
			i += n
		}
	}
	return out
}

// mostSounds is how many sounds of a name are compared.
const mostSounds = 48

// unlike is how much two rows of sounds differ: 0 for the same, 1 for nothing in
// common. Vowels count little, for Arabic leaves the short ones out, and
// transliterations do not agree on the others.
func unlike(a, b []byte) float64 {
	a, b = a[:min(len(a), mostSounds)], b[:min(len(b), mostSounds)]
	if len(a) == 0 || len(b) == 0 {
		return 1
	}
	var row [mostSounds + 1]float64 // distances of what is read of a from each beginning of b
	for j, s := range b {
		row[j+1] = row[j] + missing(s)
	}
	for _, r := range a {
		diagonal := row[0]
		row[0] += missing(r)
		for j, s := range b {
			changed := diagonal + changing(r, s)
			diagonal = row[j+1]
			row[j+1] = min(changed, row[j]+missing(s), row[j+1]+missing(r))
		}
	}
	return min(1, row[len(b)]/float64(max(len(a), len(b))))
}

// missing is what it costs that a sound stands in one spelling alone.
func missing(sound byte) float64 {
	switch sound {
	case 'a', 'e', 'i', 'o', 'u':
		return 0.15
	case '+':
		return 0.1
	case 'A', 'I', 'U', 'h':
		return 0.5
	}
	if digit(sound) {
		return otherNumber
	}
	return 1
}

// otherNumber is the cost of a digit that differs: another number is another
// place.
const otherNumber = 8

// changing is what it costs that one sound stands for another.
func changing(a, b byte) float64 {
	among := func(sounds string) bool {
		return strings.IndexByte(sounds, a) >= 0 && strings.IndexByte(sounds, b) >= 0
	}
	switch {
	case a == b, among("aA"), among("iI"), among("uU"), among("oU"):
		return 0
	case among("AIU"):
		return 0.6
	case among("ae"), among("ei"), among("ou"), among("eA"), among("eI"):
		return 0.1
	case vowel(a) && vowel(b):
		return 0.3
	case classOf(a) == classOf(b):
		return 0.3
	case among("dDz"), among("sTc"):
		return 0.5
	case digit(a), digit(b):
		return otherNumber
	}
	return 1
}
