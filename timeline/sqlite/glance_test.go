package sqlite_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"frontline/timeline/sqlite"
)

// Whatever the clock of the file system says, a mark that is read after a write is not
// the one before it; and one of a file that nobody writes stays.
func TestAMarkIsNeverOlderThanTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	s := open(t, path, today)
	reader, err := sqlite.OpenReadOnly(t.Context(), path, sqlite.Law{})
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	mark := func() sqlite.Mark {
		m, err := reader.Mark(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	age := func() { // as if the last write was long ago
		for _, name := range []string{path, path + "-wal"} {
			if err := os.Chtimes(name, time.Time{}, time.Now().Add(-time.Hour)); err != nil && !os.IsNotExist(err) {
				t.Fatal(err)
			}
		}
	}
	seen := map[string]bool{}
	for i := range 6 {
		if i%2 == 0 {
			age()
			mark() // remembered now
		}
		add(t, s, sample(i, 3))
		m := mark()
		if seen[m.Version()] {
			t.Fatalf("report %d: the mark is one of before", i)
		}
		seen[m.Version()] = true
		if again := mark(); again != m {
			t.Fatalf("nothing was written between %v and %v", m, again)
		}
	}
	age()
	if m := mark(); m != mark() {
		t.Error("a file that nobody writes has two marks")
	}
}
