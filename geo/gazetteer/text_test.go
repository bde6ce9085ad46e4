package gazetteer_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	ahocorasick "github.com/petar-dambovaliev/aho-corasick"
	"pgregory.net/rapid"

	"frontline/geo/gazetteer"
)

func TestFind(t *testing.T) {
	f := country(t).Finder()
	for _, c := range []struct{ phenomenon, text, want string }{
		{"a name", "دخلت السخنة فجرا", "السخنة"},
		{"another spelling", "دخلت سُخْنَه فجرا", "سُخْنَه"},
		{"clitics", "وبالسخنة وللبوكمال", "السخنة|لبوكمال"},
		{"the longest", "مطار دير الزور العسكري ثم دير الزور", "مطار دير الزور العسكري|دير الزور"},
		{"a long one that breaks off", "مطار دير الزور المدني", "دير الزور"},
		{"over a line end and a hyphen", "دير\nالزور وتل - أبيض", "دير\nالزور|تل - أبيض"},
		{"over a blank line, not", "تل\n\nأبيض", ""},
		{"with a number", "قرب اللواء 137 شرقا", "اللواء 137"},
		{"two words written as one", "تلأبيض", "تلأبيض"},
		{"two words behind a clitic", "بتل أبيض", "تل أبيض"},
		{"too short behind a clitic", "فتح", ""},
		{"by itself long enough", "في تح", "تح"},
		{"none", "لا شيء هنا", ""},
		{"no text", "", ""},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			var got []string
			for _, x := range f.Find(nil, c.text) {
				got = append(got, c.text[x.Start:x.End])
			}
			if strings.Join(got, "|") != c.want {
				t.Errorf("%q: want %q", strings.Join(got, "|"), c.want)
			}
		})
	}
}

// Every name is found behind every clitic, where it stands and letter for
// letter, or within a longer one that begins there.
func TestEveryNameIsFound(t *testing.T) {
	g := shipped(t, nil)
	f := g.Finder()
	var names []string // long enough to be names behind a clitic
	for _, e := range g.All() {
		for _, n := range append([]string{e.NameAr}, e.AltAr...) {
			if len([]rune(gazetteer.NameKey(n))) > 3 {
				names = append(names, n)
			}
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		name := rapid.SampledFrom(names).Draw(rt, "name")
		clitic := rapid.SampledFrom([]string{"", "و", "ب", "وب"}).Draw(rt, "clitic")
		text := "ثم قيل: " + clitic + name + "، وانتهى."
		start := strings.Index(text, name)
		for _, x := range f.Find(nil, text) {
			if x.Start < 0 || x.Start >= x.End || x.End > len(text) {
				rt.Fatalf("%d to %d of %d bytes", x.Start, x.End, len(text))
			}
			if x.Start <= start && start < x.End {
				return
			}
		}
		rt.Fatalf("%q is not found in %q", name, text)
	})
}

func FuzzFind(f *testing.F) {
	finder := shipped(f, nil).Finder()
	for _, s := range []string{"", "السخنة", "دير\nالزور", "\xd8", "تل - أبيض", "ـــ", "١٣٧ اللواء 137"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, x := range finder.Find(nil, text) {
			if x.Start < end || x.Start >= x.End || x.End > len(text) || len(x.Entries) == 0 {
				t.Fatalf("%+v behind byte %d of %d", x, end, len(text))
			}
			end = x.End
		}
	})
}

// prose is Arabic words with the names of a gazetteer strewn in, one after
// every dozen words or so, as reports have them.
func prose(tb testing.TB, names []string, size int) string {
	tb.Helper()
	words := strings.Fields("سيطرت قوات النظام والمسلحون الموالون لها على قرى وبلدات في الريف الشرقي بعد اشتباكات عنيفة مع عناصر التنظيم وسط قصف مدفعي وصاروخي مكثف استهدف مناطق الاشتباك ومعلومات مؤكدة عن خسائر بشرية في صفوف الطرفين خلال الساعات الماضية كما علم المرصد السوري لحقوق الإنسان أن الطائرات الحربية نفذت غارات")
	random := rand.New(rand.NewPCG(3, 4))
	var b strings.Builder
	for b.Len() < size {
		b.WriteString(words[random.IntN(len(words))])
		b.WriteByte(' ')
		if random.IntN(12) == 0 {
			b.WriteString(names[random.IntN(len(names))])
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// BenchmarkFind finds 25,000 names in a text, folded and with clitics; the peer
// is an automaton of the same names, which finds them as they are spelt.
func BenchmarkFind(b *testing.B) {
	g := loaded(b, scaled(b, 12_500))
	var names []string
	for _, e := range g.All() {
		names = append(append(names, e.NameAr), e.AltAr...)
	}
	text := prose(b, names, 4<<20)
	b.Run("names", func(b *testing.B) {
		f := g.Finder()
		var found []gazetteer.Found
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			found = f.Find(found[:0], text)
		}
		b.ReportMetric(float64(len(found)), "found")
	})
	b.Run("peer", func(b *testing.B) {
		builder := ahocorasick.NewAhoCorasickBuilder(ahocorasick.Opts{MatchKind: ahocorasick.LeftMostLongestMatch, DFA: true})
		automaton := builder.Build(names)
		b.SetBytes(int64(len(text)))
		n := 0
		for b.Loop() {
			n = 0
			for it := automaton.Iter(text); it.Next() != nil; {
				n++
			}
		}
		b.ReportMetric(float64(n), "found")
	})
}
