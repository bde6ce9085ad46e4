package sqlite_test

import (
	"bytes"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"frontline/timeline/sqlite"
)

func TestForeignFilesAreRefusedAndLeftAlone(t *testing.T) {
	for name, c := range map[string]struct {
		make func(t *testing.T, path string)
		want string
	}{
		"text":      {func(t *testing.T, path string) { write(t, path, strings.Repeat("no database at all\n", 300)) }, "not a database of SQLite"},
		"few bytes": {func(t *testing.T, path string) { write(t, path, "x") }, "not a database of SQLite"},
		"other program": {func(t *testing.T, path string) {
			raw(t, path, `CREATE TABLE stamps (country TEXT)`)
		}, "another program"},
		"other application id": {func(t *testing.T, path string) {
			raw(t, path, `PRAGMA application_id = 7`)
		}, "another program"},
		"newer schema": {func(t *testing.T, path string) {
			open(t, path, today).Close()
			raw(t, path, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (4711, 1)`)
		}, "schema 4711 is newer"},
		"directory": {func(t *testing.T, path string) {
			if err := os.Mkdir(path, 0o755); err != nil {
				t.Fatal(err)
			}
		}, "is a directory"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a b%20?#.db")
			c.make(t, path)
			before, _ := os.ReadFile(path) // nil for the directory
			s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
			refused(t, s, err, path, c.want)
			s, err = sqlite.OpenReadOnly(t.Context(), path, sqlite.Law{})
			refused(t, s, err, path, c.want)
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("the file has changed")
			}
		})
	}
}

func TestReadOnlyNeverCreates(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.db")
	s, err := sqlite.OpenReadOnly(t.Context(), path, sqlite.Law{})
	refused(t, s, err, path, "no such file")
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("after OpenReadOnly: %v: want still no file", err)
	}
	write(t, path, "")
	s, err = sqlite.OpenReadOnly(t.Context(), path, sqlite.Law{})
	refused(t, s, err, path, "schema 0")
}

func TestReadOnlyNeverWrites(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	add(t, open(t, path, today), sample(1, 1))
	s, err := sqlite.OpenReadOnly(t.Context(), path, sqlite.Law{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if added, err := s.Add(t.Context(), sample(2, 1)); added || err == nil {
		t.Errorf("Add = %v, %v: want an error", added, err)
	}
	if claims := known(t, s, 0); len(claims) != 1 {
		t.Errorf("%d claims: want 1", len(claims))
	}
}

func TestEmptyFileBecomesAStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	write(t, path, "")
	add(t, open(t, path, today), sample(1, 1))
}

func TestNewFileOpenedByManyAtOnce(t *testing.T) {
	for range 3 {
		path := filepath.Join(t.TempDir(), "a.db")
		var all sync.WaitGroup
		for n := range 4 {
			all.Go(func() {
				s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
				if err != nil {
					t.Error(err)
					return
				}
				defer s.Close()
				if added, err := s.Add(t.Context(), sample(n, 1)); !added || err != nil {
					t.Errorf("Add = %v, %v: want it added", added, err)
				}
			})
		}
		all.Wait()
	}
}

func refused(t *testing.T, s *sqlite.Store, err error, path, want string) {
	t.Helper()
	if err == nil {
		s.Close()
	}
	if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), path) {
		t.Errorf("error %v: want one with %q that names %s", err, want, path)
	}
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// raw runs a statement on the file, past the store.
func raw(t *testing.T, path, statement string) {
	t.Helper()
	escaped := strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(path)
	db, err := sql.Open("sqlite3", "file:"+escaped)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}
