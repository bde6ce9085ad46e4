package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"

	"frontline/timeline/sqlite"
)

// What is asked together belongs together, whoever writes meanwhile.
func TestFrozenQuestionsSeeOneStateOfTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	writer := open(t, path, today)
	add(t, writer, sample(0, 3))
	reader, err := sqlite.OpenReadOnly(t.Context(), path, sqlite.Law{})
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	for _, s := range []*sqlite.Store{reader, writer} {
		count := func(ctx context.Context) (int, sqlite.Mark) {
			entries, err := s.Entries(ctx, nil)
			if err != nil {
				t.Fatal(err)
			}
			reports, err := s.Filings(ctx, nil)
			if err != nil {
				t.Fatal(err)
			}
			if len(entries) != 3*len(reports) {
				t.Fatalf("%d claims of %d reports", len(entries), len(reports))
			}
			mark, err := s.Mark(ctx)
			if err != nil {
				t.Fatal(err)
			}
			return len(reports), mark
		}
		before, was := count(t.Context())
		err := s.Frozen(t.Context(), func(ctx context.Context) error {
			if n, m := count(ctx); n != before || m != was {
				t.Errorf("%d reports: want %d", n, before)
			}
			add(t, writer, sample(before, 3))
			if n, m := count(ctx); n != before || m != was {
				t.Errorf("%d reports once one came: want %d still", n, before)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if n, m := count(t.Context()); n != before+1 || m == was {
			t.Errorf("%d reports afterwards: want %d", n, before+1)
		}
	}
}
