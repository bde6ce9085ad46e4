package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"frontline/timeline"
)

// shapes are texts of any size, by what they are made of: each is a piece that
// is repeated, between a beginning and an end, or pieces that a number makes
// different.
func shapes(tb testing.TB) []shape {
	return []shape{
		{"reports", func(int) string { return "\n\n" + bodies(tb) }},
		{"sentence without stops", func(int) string {
			return "سيطرت قوات النظام على بلدة الطيبة بعد اشتباكات مع تنظيم داعش ثم تقدمت إلى قرية الكدير "
		}},
		{"clauses of one sentence", func(int) string {
			return "سيطرت قوات النظام على بلدة الطيبة، وانسحب تنظيم داعش من قرية الكدير، "
		}},
		{"list", func(int) string { return "السخنة والطيبة وقرية الكدير، " }},
		{"list of unknown names", func(i int) string { return "وقرية " + unheard(i) + "، " }},
		{"sentences on unknown villages", func(i int) string { return "سيطرت قوات النظام على قرية " + unheard(i) + ".\n" }},
		{"brackets", func(int) string { return "([{«" }},
		{"class nouns", func(int) string { return "قرية بلدة مدينة حقل " }},
		{"conjunctions", func(int) string { return "و" }},
		{"relative clauses", func(int) string { return "السخنة التي سيطر عليها تنظيم داعش الذي " }},
		{"cues", func(int) string { return "إذا لم على من التي كانت قد " }},
		{"numbers", func(i int) string { return fmt.Sprintf("%d ", i) }},
		{"days", func(int) string { return "في الـ 12 من آب الجاري أمس السبت " }},
		{"distances", func(int) string {
			return "باتت قوات النظام على بعد 12 كلم من مدينة السخنة. "
		}},
		{"strikes", func(int) string {
			return "قصفت الطائرات الحربية الروسية بلدة الطيبة وقتل 12 مدنياً. "
		}},
		{"lines", func(int) string { return "السخنة\n" }},
		{"Latin words", func(int) string { return "the army took Sukhnah and " }},
	}
}

type shape struct {
	name  string
	piece func(i int) string
}

// of is a text of the shape of about so many bytes.
func (s shape) of(bytes int) timeline.Report {
	var b strings.Builder
	b.WriteString("سيطرت قوات النظام على قرى ")
	for i := 0; b.Len() < bytes; i++ {
		b.WriteString(s.piece(i))
	}
	return report(b.String())
}

// unheard is the i-th of names that no gazetteer has.
func unheard(i int) string {
	const letters = "بتجدرسعفقكلمن"
	runes := []rune(letters)
	name := []rune("الز")
	for n := i + 1; n > 0; n /= len(runes) {
		name = append(name, runes[n%len(runes)])
	}
	return string(append(name, 'ا', 'ن', 'ة'))
}

// bodies are the sample reports, one after the other.
func bodies(tb testing.TB) string {
	var all []string
	for _, s := range samples(tb) {
		all = append(all, s.Text[s.Body:])
	}
	return strings.Join(all, "\n\n")
}

// growing is how many allocations the buffers of a reading take while they
// grow: what fits those of an earlier text takes none.
const growing = 250

// TestWorkGrowsWithTheText: four times the text is at most four times the work,
// and half as much again. Work is counted in allocations, for time is not the
// reader's alone.
func TestWorkGrowsWithTheText(t *testing.T) {
	x := reader(t)
	for _, s := range shapes(t) {
		t.Run(s.name, func(t *testing.T) {
			work := func(bytes int) float64 {
				r := s.of(bytes)
				return testing.AllocsPerRun(1, func() { read(t, x, r) })
			}
			if few, many := work(50e3), work(200e3); many > few*4*1.5+growing {
				t.Errorf("%.0f allocations for 50 kB, %.0f for 200 kB", few, many)
			}
		})
	}
}

// BenchmarkRead: the time for a megabyte stays what it is, however many there
// are.
func BenchmarkRead(b *testing.B) {
	x := reader(b)
	for _, s := range shapes(b) {
		for _, mb := range []float64{0.1, 1, 10} {
			r := s.of(int(mb * 1e6))
			b.Run(fmt.Sprintf("%s/%gMB", s.name, mb), func(b *testing.B) {
				b.SetBytes(int64(len(r.Text)))
				b.ReportAllocs()
				for b.Loop() {
					read(b, x, r)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/(float64(len(r.Text))/1e6), "ns/MB")
			})
		}
	}
}
