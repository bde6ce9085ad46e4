package fulltext_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"frontline/timeline/fulltext"

	"pgregory.net/rapid"
)

func TestWordsFold(t *testing.T) {
	for what, c := range map[string]struct{ text, want string }{
		"hamza and alef":               {"أحرار إدلب آخر", "احرار ادلب اخر"},
		"teh marbuta and alef maksura": {"بلدة على", "بلده علي"},
		"marks and tatweel":            {"مُحَمَّد ســد", "محمد سد"},
		"article":                      {"الكدير", "كدير"},
		"article behind a conjunction": {"والكدير فالكدير", "وكدير فكدير"},
		"article behind a preposition": {"بالكدير للكدير", "بكدير لكدير"},
		"both":                         {"وبالكدير وللكدير", "وبكدير ولكدير"},
		"a root that begins so":        {"والي", "والي"},
		"Latin capitals":               {"Deir ez-Zor", "deir ez zor"},
		"Latin diacritics":             {"Türkiye Şam", "turkiye sam"},
		"both scripts in a line":       {"قصف Kadir", "قصف kadir"},
		"digits of Arabic":             {"٢٠١٧ ۱۷", "2017 17"},
		"thousands and points":         {"1,700 ١٬٧٠٠ 2.5 ٢٫٥", "1700 1700 2.5 2.5"},
		"punctuation":                  {"(الكدير)، «تدمر».", "كدير تدمر"},
		"nothing":                      {" …!\n", ""},
	} {
		if got := fulltext.Joined(fulltext.Words(c.text)); got != c.want {
			t.Errorf("%s: %q has the words %q: want %q", what, c.text, got, c.want)
		}
	}
}

func TestParse(t *testing.T) {
	word := func(w string) fulltext.Part { return fulltext.Part{Words: []string{w}, Begun: true} }
	for what, c := range map[string]struct {
		typed string
		want  fulltext.Query
	}{
		"words":                {"الكدير حلب", fulltext.Query{word("كدير"), word("حلب")}},
		"a word twice":         {"حلب حلب", fulltext.Query{word("حلب")}},
		"a phrase":             {`"دير الزور"`, fulltext.Query{{Words: []string{"دير", "زور"}}}},
		"other marks":          {`«دير الزور» “the city”`, fulltext.Query{{Words: []string{"دير", "زور"}}, {Words: []string{"the", "city"}}}},
		"a phrase not closed":  {`جنوب "دير الز`, fulltext.Query{word("جنوب"), {Words: []string{"دير", "الز"}, Begun: true}}},
		"an empty phrase":      {`"" حلب`, fulltext.Query{word("حلب")}},
		"what means something": {`NOT (a) OR title:b* -c NEAR/2`, fulltext.Query{word("not"), word("a"), word("or"), word("title"), word("b"), word("c"), word("near"), word("2")}},
	} {
		got, err := fulltext.Parse(c.typed)
		if err != nil || !slices.EqualFunc(got, c.want, func(a, b fulltext.Part) bool { return a.Begun == b.Begun && slices.Equal(a.Words, b.Words) }) {
			t.Errorf("%s: %q is %v, %v: want %v", what, c.typed, got, err, c.want)
		}
	}
	for typed, want := range map[string]error{"": fulltext.ErrNoWords, `"*-`: fulltext.ErrNoWords, "a b c d e f g h i j k l m n o p q": fulltext.ErrTooLong} {
		if _, err := fulltext.Parse(typed); !errors.Is(err, want) {
			t.Errorf("%q: %v: want %v", typed, err, want)
		}
	}
}

// As one types, the article comes before the word.
func TestArticleBeingTyped(t *testing.T) {
	q, err := fulltext.Parse("الك")
	if err != nil || !slices.ContainsFunc(q[0].Readings(), func(words []string) bool { return words[0] == "ك" }) {
		t.Errorf("%v, %v: want what begins with the letter behind the article", q, err)
	}
}

func TestCutShowsWhatWasFound(t *testing.T) {
	filler := strings.Repeat("كلام كثير لا يعني شيئا. ", 60)
	text := filler + "سيطرت القوات على بلدة الكدير. " + filler
	words := fulltext.Words(text)
	at := slices.IndexFunc(words, func(w fulltext.Word) bool { return w.Text == "كدير" })
	s := fulltext.Cut(text, words, []int{2, at - 1, at})
	if len(s.Matches) != 2 || s.Text[s.Matches[0][0]:s.Matches[1][1]] != "بلدة الكدير" || !s.Before || !s.After || len(s.Text) > 400 {
		t.Errorf("%+v: want a short piece around the two words that stand together", s)
	}
	if s := fulltext.Cut("حلب، دير الزور.", fulltext.Words("حلب، دير الزور."), nil); s.Text != "حلب، دير الزور." || s.Before || s.After || s.Matches == nil {
		t.Errorf("%+v: want all of a short text", s)
	}
	if s := fulltext.Cut("…", nil, nil); s.Text != "" || s.Matches == nil {
		t.Errorf("%+v: want nothing of a text without words", s)
	}
}

// texts are like those of reports, with what trips up those who cut them.
func texts() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOf(rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
			"الكدير", "وبالكدير", "للمطار", "على", "بلدة", "مُحَمَّد", "Deir", "ez-Zor", "1,700", "2.5", `"`, "«", "*", "NEAR", "\u200f", "ـ", "\n", "ʿAyn",
		}))).Draw(t, "pieces"), rapid.SampledFrom([]string{" ", "", "، "}).Draw(t, "between"))
	})
}

func TestWordsLieInTheirTextInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { wantInOrder(t, texts().Draw(t, "text")) })
}

func wantInOrder(t interface{ Fatalf(string, ...any) }, text string) {
	last := 0
	for _, w := range fulltext.Words(text) {
		if w.Start < last || w.End <= w.Start || w.End > len(text) || w.Text == "" || strings.ContainsAny(w.Text, " \"*()") {
			t.Fatalf("%+v in %q", w, text)
		}
		last = w.End
	}
}

// Some words of a text, looked for as they stand there, are words of the text in
// their order.
func TestPiecesOfATextHaveItsWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := texts().Filter(func(s string) bool { return len(fulltext.Words(s)) >= 3 }).Draw(t, "text")
		words := fulltext.Words(text)
		i := rapid.IntRange(0, len(words)-3).Draw(t, "from")
		piece := fulltext.Words(text[words[i].Start:words[i+2].End])
		if got, want := fulltext.Joined(piece), fulltext.Joined(words[i:i+3]); got != want {
			t.Fatalf("words %q: want %q", got, want)
		}
	})
}

func TestCutIsAPieceOfItsText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Repeat(texts().Draw(t, "text"), rapid.IntRange(1, 40).Draw(t, "times"))
		words := fulltext.Words(text)
		var found []int
		for i := range words {
			if rapid.IntRange(0, 9).Draw(t, "found") == 0 {
				found = append(found, i)
			}
		}
		s := fulltext.Cut(text, words, found)
		if !strings.Contains(text, s.Text) || len(s.Text) > 2000 || utf8.ValidString(text) && !utf8.ValidString(s.Text) {
			t.Fatalf("%q of %q", s.Text, text)
		}
		if len(found) > 0 && len(s.Matches) == 0 {
			t.Fatalf("%q shows nothing of what was found", s.Text)
		}
		last := 0
		for _, m := range s.Matches {
			if m[0] < last || m[1] <= m[0] || m[1] > len(s.Text) {
				t.Fatalf("matches %v of %q", s.Matches, s.Text)
			}
			last = m[1]
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`"دير الزور" حلب*`, "a\xff\"b", "ال", "«»"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		wantInOrder(t, typed)
		q, err := fulltext.Parse(typed)
		if err != nil && !errors.Is(err, fulltext.ErrNoWords) && !errors.Is(err, fulltext.ErrTooLong) || err == nil && (len(q) == 0 || len(q) > fulltext.MaxParts) {
			t.Fatalf("%q is %v, %v", typed, q, err)
		}
		for _, p := range q {
			if len(p.Words) == 0 || !slices.Equal(p.Readings()[0], p.Words) {
				t.Fatalf("%q has the part %v", typed, p)
			}
		}
	})
}

func BenchmarkWords(b *testing.B) {
	text := strings.Repeat("سيطرت قوات النظام على بلدة الكدير بريف حمص الشرقي بعد عملية إنزال جوي. ", 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		fulltext.Words(text)
	}
}
