package extract

import (
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"frontline/geo/arabic"
	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/extract/ar"
	"frontline/timeline/extract/draft"
	"frontline/timeline/extract/en"
)

// grammar reads the texts of one language.
type grammar interface {
	Read(text string, published timeline.Day, basis timeline.Basis, explain bool) draft.Text
}

// tongue is a language that is read.
type tongue struct {
	code    string // ISO 639-1, and the name of its folder of word lists
	script  *unicode.RangeTable
	words   string // words without which hardly a sentence goes, where the script is not enough
	grammar func(folders []fs.FS, places *gazetteer.Gazetteer, actors []timeline.ActorInfo) (grammar, error)
}

// languages are those that are read. Another one is a line here, a package
// beside ar, and a folder of word lists.
func languages() []tongue {
	return []tongue{
		{code: "ar", script: unicode.Arabic, grammar: func(f []fs.FS, p *gazetteer.Gazetteer, a []timeline.ActorInfo) (grammar, error) {
			return ar.New(f, p, a)
		}},
		{code: "en", script: unicode.Latin, words: " the of and in to by on at from was were has had as with ", grammar: func(f []fs.FS, p *gazetteer.Gazetteer, a []timeline.ActorInfo) (grammar, error) {
			return en.New(f, p, a)
		}},
	}
}

// unknownLanguage is the code of a language that was not made out.
const unknownLanguage = "und"

// language is the language of a text: of those whose script a quarter of the
// letters are in (addresses and what is left of markup are Latin in any
// report), the first that has its words in it. foreign is how many letters are
// in another script.
func language(text string) (code string, foreign int) {
	for _, l := range languages() {
		if own, all := l.letters(text); own > 0 && own*4 >= all && l.spoken(text) {
			return l.code, all - own
		}
	}
	return unknownLanguage, len(text)
}

// letters counts the letters of a text, and those in the script of the
// language.
func (l tongue) letters(text string) (own, all int) {
	for i := 0; i < len(text); {
		if l.script == unicode.Arabic {
			n := arabic.Letters(text[i:])
			own, all, i = own+n/2, all+n/2, i+n
		}
		if i < len(text) && text[i] <= '@' { // quickly past spaces and marks
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		switch {
		case r > 'Z' && r < 'a' || r > 'z' && r <= unicode.MaxASCII:
		case unicode.Is(l.script, r):
			own++
			all++
		case unicode.IsLetter(r):
			all++
		}
	}
	return own, all
}

// spoken says whether one word in ten of a text is one of the commonest of the
// language.
func (l tongue) spoken(text string) bool {
	if l.words == "" {
		return true
	}
	common, all := 0, 0
	for w := range strings.FieldsSeq(text) {
		all++
		if strings.Contains(l.words, " "+strings.ToLower(w)+" ") {
			common++
		}
	}
	return common*10 >= all
}

// passage is a part of a text in one language.
type passage struct {
	language   string
	start, end int // bytes
}

// passageLetters is how many letters in a row have to be in another language
// to be read by its rules: a sentence, not a name or an address.
const passageLetters = 60

// passages cuts a text into parts of one language, at the ends of sentences and
// lines. What is too short to be told goes with what stands before it. foreign
// is how many letters are not in the script of the main language.
func passages(text, main string, foreign int) []passage {
	if foreign < passageLetters {
		return []passage{{main, 0, len(text)}}
	}
	out := []passage{{main, 0, 0}}
	for at := 0; at < len(text); {
		end := sentenceEnd(text, at)
		last := &out[len(out)-1]
		if code := last.language; letters(text[at:end]) >= passageLetters {
			if l, _ := language(text[at:end]); l != unknownLanguage {
				code = l
			}
			if code != last.language && last.end > last.start {
				out = append(out, passage{code, at, at})
				last = &out[len(out)-1]
			}
			last.language = code
		}
		last.end, at = end, end
	}
	return out
}

// sentenceEnd is the byte behind the sentence or line that begins at a byte.
func sentenceEnd(text string, at int) int {
	for i, r := range text[at:] {
		switch r {
		case '\n', '؟', '!', '?', '.':
			return at + i + utf8.RuneLen(r)
		}
	}
	return len(text)
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
