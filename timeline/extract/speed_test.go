package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	ahocorasick "github.com/petar-dambovaliev/aho-corasick"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/ingest"
)

// manyNames is how many names the benchmarks look for: those of a country.
const manyNames = 25000

// country is the gazetteer that ships, filled up with made-up villages until it
// has many names.
func country(tb testing.TB) (*gazetteer.Gazetteer, []string) {
	tb.Helper()
	entries := shippedEntries(tb)
	var names, roots []string
	seen := map[string]bool{}
	add := func(name string) bool {
		if seen[name] {
			return false
		}
		seen[name] = true
		names = append(names, name)
		return true
	}
	for _, e := range entries {
		for _, n := range append([]string{e.NameAr}, e.AltAr...) {
			add(n)
			roots = append(roots, strings.Fields(n)...)
		}
	}
	openers := strings.Fields("تل خربة كفر دير عين بيت برج جب رأس أم قصر رسم")
	tails := []string{"", " الشرقية", " الغربية", " الفوقاني", " الصغير"}
	for i := 0; len(names) < manyNames; i++ {
		name := openers[i%len(openers)] + " " + roots[i*7%len(roots)] + tails[i%len(tails)]
		if add(name) {
			id := fmt.Sprintf("made-%d", i)
			entries = append(entries, gazetteer.Entry{Place: geo.Place{ID: id, NameAr: name, NameEn: id, Kind: "village", At: entries[i%2000].At}})
		}
	}
	return gazetteer.New(entries), names
}

func shippedEntries(tb testing.TB) []gazetteer.Entry {
	tb.Helper()
	f, err := os.Open(filepath.Join(shipped, "gazetteer", "places.tsv"))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	g, err := gazetteer.Load(f)
	if err != nil {
		tb.Fatal(err)
	}
	var out []gazetteer.Entry
	for _, e := range g.All() {
		out = append(out, *e)
	}
	return out
}

// shortReports are the annotated reports beside the checkout where they are
// there, else the samples.
func shortReports(tb testing.TB) (reports []timeline.Report, size int) {
	tb.Helper()
	files, _ := filepath.Glob("../../../shared/eval/dev/texts/*.txt")
	if len(files) == 0 {
		files, _ = filepath.Glob(filepath.Join(shipped, "reports", "*.txt"))
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		r, err := ingest.ReadReport(f, raw)
		if err != nil {
			tb.Fatal(err)
		}
		reports, size = append(reports, r), size+len(raw)
	}
	return reports, size
}

// BenchmarkReports reads short reports whole, with a country's names.
func BenchmarkReports(b *testing.B) {
	places, _ := country(b)
	r := readerOf(b, places)
	reports, size := shortReports(b)
	for _, report := range reports { // what is made once: the words met, the index of spellings
		if _, err := r.Read(report); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, report := range reports {
			if _, err := r.Read(report); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(len(reports)*b.N)/b.Elapsed().Seconds(), "reports/s")
}

// BenchmarkBareScan is the peer: a finished automaton finds the same names in
// the same bytes, and does nothing else.
func BenchmarkBareScan(b *testing.B) {
	_, names := country(b)
	builder := ahocorasick.NewAhoCorasickBuilder(ahocorasick.Opts{MatchKind: ahocorasick.LeftMostLongestMatch, DFA: true})
	automaton := builder.Build(names)
	reports, size := shortReports(b)
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, report := range reports {
			automaton.FindAll(report.Text)
		}
	}
}
