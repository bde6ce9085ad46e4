package gazetteer_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"testing"

	"frontline/geo/gazetteer"
)

// sizes are how many names are searched: half of what ships, a country's, and
// that of its neighbours too.
var sizes = []int{2_600, 25_000, 100_000}

// namesEach is how many names each place of a scaled table has.
const namesEach = 4

// scaled is a table of n places with names in both scripts, recombined of words
// and halves of words of those that ship; the same for the same n.
func scaled(tb testing.TB, n int) string {
	tb.Helper()
	table, err := os.ReadFile("../../data/gazetteer/places.tsv")
	if err != nil {
		tb.Fatal(err)
	}
	var words [2][]string // Arabic, English
	for _, row := range strings.Split(strings.TrimSpace(string(table)), "\n")[1:] {
		f := strings.Split(row, "\t")
		words[0] = append(words[0], strings.Fields(f[1])...)
		words[1] = append(words[1], strings.Fields(f[2])...)
	}
	random := rand.New(rand.NewPCG(1, uint64(n)))
	half := func(w []rune) int { return (len(w) + 1) / 2 }
	word := func(script int) string {
		list := words[script]
		w := []rune(list[random.IntN(len(list))])
		if random.IntN(2) == 0 {
			other := []rune(list[random.IntN(len(list))])
			w = append(append([]rune{}, w[:half(w)]...), other[half(other):]...)
		}
		return string(w)
	}
	name := func(script int) string {
		n := []string{word(script)}
		for random.IntN(2) == 0 && len(n) < 3 {
			n = append(n, word(script))
		}
		return strings.Join(n, " ")
	}
	var b strings.Builder
	b.WriteString(head + "\n")
	for i := range n {
		fmt.Fprintf(&b, "made-%d\t%s\t%s\t%s\t%s\tvillage\t%.3f\t%.3f\tHoms\tHoms\t\t\tM%d\texact\tmade up\n",
			i, name(0), name(1), name(0), name(1), 33+random.Float64()*4, 36+random.Float64()*5, i)
	}
	return b.String()
}

func loaded(tb testing.TB, table string) *gazetteer.Gazetteer {
	tb.Helper()
	g, err := gazetteer.Load(strings.NewReader(table))
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

func BenchmarkLoad(b *testing.B) {
	shipped, err := os.ReadFile("../../data/gazetteer/places.tsv")
	if err != nil {
		b.Fatal(err)
	}
	for name, table := range map[string]string{"shipped": string(shipped), "25000": scaled(b, 25_000)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				loaded(b, table)
			}
		})
	}
}

// BenchmarkIndex is the first search, which makes the index; held-MB is what it
// keeps.
func BenchmarkIndex(b *testing.B) {
	for _, n := range sizes {
		table := scaled(b, n/namesEach)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var before, after runtime.MemStats
			for range b.N {
				b.StopTimer()
				g := loaded(b, table)
				runtime.GC()
				runtime.ReadMemStats(&before)
				b.StartTimer()
				g.Search("سخنة", 10)
				b.StopTimer()
				runtime.GC()
				runtime.ReadMemStats(&after)
				runtime.KeepAlive(g)
				b.StartTimer()
			}
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1e6, "held-MB")
		})
	}
}

func BenchmarkSearch(b *testing.B) {
	g := loaded(b, scaled(b, 100_000/namesEach))
	g.Search("makes the index", 1)
	for _, c := range []struct{ phenomenon, q string }{
		{"exact", "Al-Sukhnah"}, {"exact, Arabic", "السخنة"},
		{"one letter", "a"}, {"one letter, Arabic", "م"},
		{"two letters", "al"}, {"two letters, Arabic", "ال"},
		{"four letters", "sukh"}, {"four letters, Arabic", "سخنة"},
		{"a common word", "Tell"}, {"a common word, Arabic", "تل"},
		{"transliteration", "Soukhneh"}, {"transliteration of two words", "Dayr az Zawr"},
		{"typing error", "Sukhnsh"}, {"two typing errors, Arabic", "المحمدويه"}, {"a long word", "Muhammadiyyah"},
		{"words begun", "t a m"}, {"words begun, Arabic", "ت ا م"}, {"common words", "Umm al-Tell Khirbat"},
		{"context", "Tell Abyad Homs"}, {"context and kind", "village Abyad in Homs Homs"},
		{"nothing", "Xyzzyplugh"}, {"nothing, Arabic", "ظغضثذظغ"}, {"many short words", strings.Repeat("a b ", 8)},
		{"many long words", "Muhammadiyah Suwaydiyah Jurniyah Hammamiyat Sharqiyah Gharbiyah Qahtaniyah Salihiyah Yarubiyah Jawadiyah Malikiyah Qamishliyah"},
	} {
		b.Run(c.phenomenon, func(b *testing.B) {
			for b.Loop() {
				g.Search(c.q, 10)
			}
		})
	}
}

func BenchmarkSimilar(b *testing.B) {
	g := loaded(b, scaled(b, 100_000/namesEach))
	g.Search("makes the index", 1)
	for _, name := range []string{"Soukhneh", "الصخنة", "Umm al-Tell", "Tell"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				g.Similar(name, 5)
			}
		})
	}
}
