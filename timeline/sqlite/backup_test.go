package sqlite_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"frontline/timeline/sqlite"
)

// Copies are taken while reports come in: each is the file at some moment, with
// the first reports of all, whole.
func TestBackupsHoldThePrefixOfTheirMoment(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.db")
	writer := openAs(t, path, today)
	first := told(0, says{"السخنة", "captured", army, isis, aug(5)})
	add(t, writer, first)
	var writing sync.WaitGroup
	ctx, stop := context.WithCancel(t.Context())
	writing.Go(func() {
		for n := 1; ctx.Err() == nil; n++ {
			if _, err := writer.Add(t.Context(), told(n, says{"السخنة", "captured", army, isis, aug(5)}, says{"الكدير", "holds", isis, "", aug(6)})); err != nil {
				t.Error(err)
				return
			}
		}
	})
	source := readAs(t, path, law())
	copied := filepath.Join(dir, "copy.db")
	last := 0
	for range 8 {
		if err := source.Backup(t.Context(), copied, sqlite.BackupOptions{Overwrite: true}); err != nil {
			t.Fatal(err)
		}
		s, err := sqlite.OpenReadOnly(t.Context(), copied, law())
		if err != nil {
			t.Fatal(err)
		}
		r, lines := verified(t, s)
		if !r.Kept() || r.Reports < last || r.Claims != 2*r.Reports-1 {
			t.Errorf("%d reports with %d claims after %d reports:\n%s", r.Reports, r.Claims, last, lines)
		}
		last = r.Reports
		seen := column(t, copied, `SELECT file FROM reports ORDER BY seq`)
		if want := column(t, path, `SELECT file FROM reports ORDER BY seq`)[:len(seen)]; !reflect.DeepEqual(seen, want) {
			t.Errorf("%v: want the first reports of all, %v", seen, want)
		}
		s.Close()
	}
	stop()
	writing.Wait()
	if left, _ := filepath.Glob(filepath.Join(dir, "*.part*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestBackupIsToldHowFarItIs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s := openAs(t, path, today)
	add(t, s, told(1))
	var done, total int64
	if err := s.Backup(t.Context(), path+".copy", sqlite.BackupOptions{Progress: func(d, n int64) { done, total = d, n }}); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path + ".copy"); err != nil || done != total || info.Size() != total {
		t.Errorf("%d of %d bytes, %v", done, total, err)
	}
}

// A copy takes nobody's place by accident, and leaves nothing where it fails.
func TestBackupRefusesWhatItWouldDestroy(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.db")
	s := openAs(t, path, today)
	add(t, s, told(1))
	taken, used, words := filepath.Join(dir, "taken.db"), filepath.Join(dir, "used.db"), filepath.Join(dir, "words.txt")
	openAs(t, taken, today).Close()
	add(t, openAs(t, used, today), told(2)) // and stays open
	write(t, words, "words")
	if err := os.Symlink(path, filepath.Join(dir, "link.db")); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		path      string
		overwrite bool
		want      string
	}{
		"there already":       {taken, false, "exists"},
		"the database itself": {path, true, "itself"},
		"by another name":     {filepath.Join(dir, "link.db"), true, "itself"},
		"no store":            {words, true, "not a database"},
		"in use":              {used, true, "in use"},
		"no such folder":      {filepath.Join(dir, "none", "b.db"), false, "no such file"},
	} {
		before, _ := os.ReadFile(c.path)
		err := s.Backup(t.Context(), c.path, sqlite.BackupOptions{Overwrite: c.overwrite})
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), c.path) {
			t.Errorf("%s: %v: want an error with %q that names it", name, err, c.want)
		}
		if after, _ := os.ReadFile(c.path); !reflect.DeepEqual(before, after) {
			t.Errorf("%s: the file has changed", name)
		}
	}
	if err := s.Backup(t.Context(), taken, sqlite.BackupOptions{}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("%v: want fs.ErrExist", err)
	}
	if err := s.Backup(t.Context(), taken, sqlite.BackupOptions{Overwrite: true}); err != nil {
		t.Errorf("over an earlier one: %v", err)
	}
	if r, _ := verified(t, readAs(t, taken, law())); r.Reports != 1 {
		t.Errorf("%d reports: want the one that was copied", r.Reports)
	}
	ended, stop := context.WithCancel(t.Context())
	stop()
	if err := s.Backup(ended, filepath.Join(dir, "late.db"), sqlite.BackupOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v: want it to end", err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*.part*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
