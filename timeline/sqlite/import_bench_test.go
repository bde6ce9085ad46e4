package sqlite_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"frontline/timeline/sqlite"
)

// BenchmarkImport is the import of a source's records, when another one has
// places all over the country: what a place costs that is looked for among
// those of others.
func BenchmarkImport(b *testing.B) {
	for _, others := range []int{0, 20_000} {
		b.Run(fmt.Sprintf("others=%d", others), func(b *testing.B) {
			s := open(b, filepath.Join(b.TempDir(), "a.db"), today)
			if others > 0 {
				many(b, s, "first", others)
			}
			b.ResetTimer()
			many(b, s, "second", b.N)
		})
	}
}

// many imports n places spread over the country.
func many(tb testing.TB, s *sqlite.Store, source string, n int) {
	tb.Helper()
	rng := rand.New(rand.NewPCG(1, 2))
	_, err := s.Import(tb.Context(), shipped(), source, func(im *sqlite.Import) error {
		for i := range n {
			r := village(source, fmt.Sprint(i), fmt.Sprint("قرية ", rng.IntN(9000)), 36+rng.Float64()*6, 32.5+rng.Float64()*4.5)
			if err := im.Record(tb.Context(), r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
}
