package sqlite_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"frontline/timeline/sqlite"
)

// BenchmarkVerify is what a claim costs that is proved, with its report, its
// mention and its place.
func BenchmarkVerify(b *testing.B) {
	const reports, perReport = 300, 20
	path := filepath.Join(b.TempDir(), "a.db")
	s := openAs(b, path, today)
	for n := range reports {
		var sentences []says
		for i := range perReport {
			sentences = append(sentences, says{fmt.Sprint("قرية", (n*7+i*13)%250), "captured", army, isis, aug(1 + (n+i)%28)})
		}
		add(b, s, told(n, sentences...))
	}
	for b.Loop() {
		if r, err := s.Verify(b.Context(), sqlite.VerifyOptions{}); err != nil || !r.Kept() {
			b.Fatal(r, err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/(reports*perReport), "µs/claim")
}
