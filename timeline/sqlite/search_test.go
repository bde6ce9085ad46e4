package sqlite_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/fulltext"
	"frontline/timeline/sqlite"

	"pgregory.net/rapid"
)

// written is a report of a title and a text, of which nothing is read.
func written(title, text string) timeline.Reading {
	return timeline.Reading{Report: timeline.Report{ID: timeline.ReportID(text), Title: title, Text: text, PublishedBasis: timeline.BasisUnknown}}
}

// found are the ids of the reports that a query finds, best first.
func found(t testing.TB, s *sqlite.Store, typed string) (ids []string) {
	t.Helper()
	for _, m := range matches(t, s, typed) {
		ids = append(ids, m.Report)
	}
	return ids
}

func matches(t interface {
	Helper()
	Fatalf(string, ...any)
	Context() context.Context
}, s *sqlite.Store, typed string) []fulltext.Match {
	t.Helper()
	q, err := fulltext.Parse(typed)
	if err != nil {
		t.Fatalf("%q: %v", typed, err)
	}
	list, err := s.Matches(t.Context(), q)
	if err != nil {
		t.Fatalf("%q: %v", typed, err)
	}
	return list
}

func TestReportsAreFoundByTheirWords(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	texts := map[string]timeline.Reading{
		"kadir":   written("إنزال جوي", "سيطرت القوات على بلدة الكدير بريف حمص، وبالكدير ثلاث آبار."),
		"behind":  written("", "تقدمت القوات وتوقفت قبل الوصول؛ وللكدير طريق آخر."),
		"zor":     written("Deir ez-Zor", "اشتباكات في دير الزور وريفها أوقعت 1,700 قتيل."),
		"reverse": written("", "الزور: نهر قرب دير قديم، وإلى حلب طريق."),
		"english": written("Troops land", "Troops landed near al-Kadir; the Türkiye border is far."),
	}
	for _, r := range texts {
		add(t, s, r)
	}
	for what, c := range map[string]struct {
		typed string
		want  []string
	}{
		"with its article":              {"الكدير", []string{"kadir", "behind"}},
		"without":                       {"كدير", []string{"kadir", "behind"}},
		"as it is being typed":          {"الكد", []string{"kadir", "behind"}},
		"only the article and a letter": {"الك", []string{"kadir", "behind"}},
		"another hamza":                 {"انزال ابار", []string{"kadir"}},
		"all words, in any order":       {"حمص سيطرت", []string{"kadir"}},
		"a word that is not there":      {"حمص دمشق", nil},
		"words apart":                   {"دير الزور", []string{"zor", "reverse"}},
		"a phrase":                      {"«دير الزور»", []string{"zor"}},
		"a phrase across a mark":        {`"الكدير بريف"`, []string{"kadir"}},
		"a phrase begun":                {`"في دير الز`, []string{"zor"}},
		"a closed phrase, half a word":  {`"في دير الز"`, nil},
		"behind a preposition":          {"حلب", []string{"reverse"}},
		"a number in another writing":   {"١٧٠٠", []string{"zor"}},
		"a title":                       {"deir ez-zor", []string{"zor"}},
		"capitals and diacritics":       {"TURKIYE", []string{"english"}},
		"both scripts":                  {"kadir", []string{"english"}},
		"title and text":                {"land near", []string{"english"}},
		"what means something to FTS":   {`"NEAR/2* OR title:x -y"`, nil},
	} {
		want := []string{}
		for _, name := range c.want {
			want = append(want, texts[name].Report.ID)
		}
		got := found(t, s, c.typed)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q finds %v: want %v", what, c.typed, got, want)
		}
	}
}

func TestTheBestMatchComesFirst(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	filler := strings.Repeat(" كلام آخر طويل عن أمور شتى", 30)
	for i := range 20 {
		add(t, s, written("", fmt.Sprint("تقرير عن حلب رقم ", i)))
	}
	title := written("معركة تدمر", "وصلت القوات إلى المدينة."+filler)
	often := written("", "تدمر، ثم تدمر، ثم تدمر.")
	once := written("", "ذكر تقرير مدينة تدمر مرة."+filler)
	longer := written("", "قال تدمري إنه بخير."+filler)
	for _, r := range []timeline.Reading{longer, once, title, often} {
		add(t, s, r)
	}
	got := found(t, s, "تدمر")
	if len(got) != 4 || !slices.Contains(got[:2], often.Report.ID) || !slices.Contains(got[:2], title.Report.ID) || got[2] != once.Report.ID || got[3] != longer.Report.ID {
		t.Errorf("%v: want the title and the many mentions, then the one, then the longer word", got)
	}
	if got := found(t, s, "حلب تقرير رقم 7"); got[0] != timeline.ReportID("تقرير عن حلب رقم 7") {
		t.Errorf("%v: want the rare word to decide", got)
	}
}

func TestSnippetsShowTheWordsAsTheyStand(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	const front = "---\ntitle: x\n---\n"
	text := front + strings.Repeat("كلام كثير. ", 100) + "وأضاف أنّ <b>للكُدَيْر</b> 1,700 بئر."
	r := written("الكدير", text)
	r.Report.Body = len(front)
	add(t, s, r)
	q, err := fulltext.Parse("كدير 1700")
	if err != nil {
		t.Fatal(err)
	}
	list, err := s.Snippets(t.Context(), q, []string{r.Report.ID, "nope"})
	if err != nil || len(list) != 1 {
		t.Fatalf("%v, %v: want one", list, err)
	}
	got := list[r.Report.ID]
	var words []string
	for _, m := range got.Matches {
		words = append(words, got.Text[m[0]:m[1]])
	}
	if !slices.Equal(words, []string{"للكُدَيْر", "1,700"}) || !strings.Contains(got.Text, "<b>") || !got.Before {
		t.Errorf("%+v marks %q", got, words)
	}
}

// What a program that folded otherwise has made is not searched, and made anew by
// the next that writes.
func TestWordsOfOtherRulesAreNotSearched(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	r := written("", "بلدة الكدير")
	add(t, open(t, path, today), r)
	raw(t, path, `UPDATE worded SET rules = 'older'; DELETE FROM report_words`)
	q, _ := fulltext.Parse("الكدير")
	if got, err := readAs(t, path, law()).Matches(t.Context(), q); err == nil || !strings.Contains(err.Error(), "frontline fold") {
		t.Errorf("%v, %v: want an error that says what to do", got, err)
	}
	if got := found(t, openAs(t, path, today), "الكدير"); !slices.Equal(got, []string{r.Report.ID}) {
		t.Errorf("%v: want the report", got)
	}
}

// A report that could not be read first and then could is found.
func TestReportsThatAreReadAfterAllAreFound(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	r := written("", "بلدة الكدير")
	if _, err := s.AddUnreadable(t.Context(), "x.txt", r.Report.ID, "torn"); err != nil {
		t.Fatal(err)
	}
	if got := found(t, s, "الكدير"); got != nil {
		t.Errorf("%v: want none yet", got)
	}
	add(t, s, r)
	if got := found(t, s, "الكدير"); len(got) != 1 {
		t.Errorf("%v: want the report", got)
	}
}

// Whatever a report says, any three words of it that follow each other find it, as
// words and as a phrase.
func TestEveryReportIsFoundByItsWords(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	texts := rapid.Map(rapid.SliceOfN(rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"الكدير", "وبالكدير", "للمطار", "ال", "الك", "على",
		"مُحَمَّد", "Deir", "ez-Zor", "1,700", "2.5", `"`, "«", "*", "NEAR", "OR", "(", "\u200f", "\x00"})), 3, 30),
		func(pieces []string) string { return strings.Join(pieces, " ") }).
		Filter(func(s string) bool { return len(fulltext.Words(s)) >= 3 })
	rapid.Check(t, func(t *rapid.T) {
		r := written("", texts.Draw(t, "text"))
		if _, err := s.Add(t.Context(), r); err != nil {
			t.Fatalf("%v", err)
		}
		words := fulltext.Words(r.Report.Text)
		i := rapid.IntRange(0, len(words)-3).Draw(t, "from")
		piece := r.Report.Text[words[i].Start:words[i+2].End]
		for _, typed := range []string{piece, `"` + strings.ReplaceAll(piece, `"`, " ") + `"`} {
			if !slices.ContainsFunc(matches(t, s, typed), func(m fulltext.Match) bool { return m.Report == r.Report.ID }) {
				t.Fatalf("%q does not find %q", typed, r.Report.Text)
			}
		}
	})
}

// BenchmarkMatches looks for a word that is in every report, a word in one of ten
// and a phrase, among so many.
func BenchmarkMatches(b *testing.B) {
	const reports = 20_000
	path := filepath.Join(b.TempDir(), "a.db")
	s := openAs(b, path, today)
	if _, err := s.AddAll(b.Context(), func(yield func(timeline.Reading) bool) {
		for n := range reports {
			text := fmt.Sprintf("تقرير %d. سيطرت القوات على بلدة قرية%d قرب مدينة%d. %s", n, n%1000, n%10, strings.Repeat("وقال مصدر ميداني إن الاشتباكات مستمرة في المنطقة. ", 12))
			if !yield(written("", text)) {
				return
			}
		}
	}); err != nil {
		b.Fatal(err)
	}
	if info, err := os.Stat(path); err == nil {
		b.Logf("%d bytes", info.Size())
	}
	for what, typed := range map[string]string{"every": "الاشتباكات", "letter": "ا", "tenth": "مدينة3", "phrase": `"قرية7 قرب مدينة7"`} {
		b.Run(what, func(b *testing.B) {
			for b.Loop() {
				matches(b, s, typed)
			}
		})
	}
}
