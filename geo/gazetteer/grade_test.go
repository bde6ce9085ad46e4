package gazetteer_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"frontline/geo"
)

// What is typed letter by letter comes first, in the table that ships.
func TestLettersThatAreTypedComeBeforeGuesses(t *testing.T) {
	g := shipped(t, nil)
	for _, c := range []struct{ phenomenon, q, first, reason string }{
		{"a name begun, that sounds like others", "Deir", "sy-deir-ez-zor-deir-ez-zor", "name begins so: Deir ez-Zor"},
		{"a word of it begun", "Dei", "sy-deir-ez-zor-deir-ez-zor", "name begins so: Deir ez-Zor"},
		{"an article at the end", "Deir al", "sy-deir-ez-zor-deir-ez-zor", "name begins so: Deir ez-Zor"},
		{"Arabic, an article at the end", "دير ال", "sy-deir-ez-zor-deir-ez-zor", "name begins so: "},
		{"Arabic, begun", "الرق", "sy-raqqa-raqqa", "name begins so: الرقة"},
		{"Arabic, one letter behind the article", "الت", "sy-rif-dimashq-tall", "name begins so: التل"},
		{"Arabic, begun, without article", "رق", "sy-raqqa-raqqa", "name begins so: الرقة"},
		{"Arabic, begun, without hamza", "اعزا", "sy-aleppo-azaz", "name begins so: أعزاز"},
		{"three letters that are another name's skeleton", "Hom", "sy-homs-homs", "name begins so: Homs"},
		{"one letter less than the name", "Raqq", "sy-raqqa-raqqa", "name begins so: Raqqa"},
		{"a letter", "b", "sy-aleppo-bab", "name begins so: al-Bab"},
		{"the whole name before longer ones", "تل", "sy-rif-dimashq-tall", "name التل"},
		{"the whole name, without article", "حسكة", "sy-hasakah-hasakah", "name الحسكة"},
		{"the whole name, final heh", "الحسكه", "sy-hasakah-hasakah", "name الحسكة"},
		{"the whole name, without hamza", "ادلب", "sy-idlib-idlib", "name إدلب"},
		{"no letters but another spelling", "Soukhne", "sy-homs-sukhnah", "another transliteration of "},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			got := g.Search(c.q, 8)
			if len(got) == 0 || got[0].Place.ID != c.first || !strings.HasPrefix(got[0].Reason, c.reason) {
				t.Errorf("%q: %+v: want %s, %q", c.q, got, c.first, c.reason)
			}
		})
	}
}

// What no name has any part of finds nothing.
func TestNonsenseFindsNothing(t *testing.T) {
	g := shipped(t, nil)
	for _, q := range []string{"zzzz", "bbbb", "ززززز", "qqq", "ddd ddd", "<b>", "<br>", "</b>", "===b", "xyz", "asdfgh"} {
		if got := g.Search(q, 8); len(got) > 0 {
			t.Errorf("%q: %+v: want nothing", q, got)
		}
	}
}

// grade is how a name is met by its reason: in full, begun, in a later word, guessed.
func grade(r geo.Ranked) int {
	for _, guess := range []string{", spelt otherwise", ", in other words", "differ"} {
		if strings.Contains(r.Reason, guess) {
			return 3
		}
	}
	for i, literal := range []string{"name begins so: ", "a word of the name begins so: "} {
		if strings.HasPrefix(r.Reason, literal) {
			return i + 1
		}
	}
	if strings.HasPrefix(r.Reason, "name ") {
		return 0
	}
	return 3
}

// Whatever beginning of a name is typed, the grades keep their order, and the name is
// never left to guesses.
func TestBeginningsOfNamesKeepTheirGrades(t *testing.T) {
	g := shipped(t, nil)
	for i, e := range g.All() {
		for _, name := range namesOf(e) {
			word, _, _ := strings.Cut(name, " ")
			if i%16 > 0 || utf8.RuneCountInString(word) < 4 || strings.ContainsAny(word, "-–()") {
				continue
			}
			_, last := utf8.DecodeLastRuneInString(word)
			typed := word[:len(word)-last]
			got := g.Search(typed, 20)
			if len(got) == 0 || grade(got[0]) > 1 {
				t.Errorf("%q, for %q: %+v: want a name that begins so first", typed, name, got)
			}
			for k := 1; k < len(got); k++ {
				if grade(got[k]) < grade(got[k-1]) {
					t.Errorf("%q: %q behind %q", typed, got[k].Reason, got[k-1].Reason)
				}
			}
		}
	}
}
