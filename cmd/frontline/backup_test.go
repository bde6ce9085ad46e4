package main

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// While a server answers and a process of its own adds reports, backups are
// taken: each is whole, keeps all promises and holds the first reports of all.
func TestBackupsWhileServingAndWriting(t *testing.T) {
	const reports = 150
	dir := manyReports(t, reports)
	db := filepath.Join(t.TempDir(), "a.db")
	output(t, "ingest", filepath.Join(dir, "0000.txt"), "--db", db)
	address := served(t, "serve", "--db", db)
	writer := child(t, "ingest", dir, "--db", db)
	if err := writer.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- writer.Wait() }()

	var copies []string
	for writing := true; writing; {
		copied := filepath.Join(t.TempDir(), "copy.db")
		if out := output(t, "backup", copied, "--db", db); !strings.HasPrefix(out, copied+": ") {
			t.Errorf("%s", out)
		}
		copies = append(copies, copied)
		get(t, address+"api/meta")
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			writing = false
		default:
		}
	}
	if len(copies) < 3 {
		t.Errorf("%d backups were taken meanwhile: want a few", len(copies))
	}
	files := `SELECT group_concat(file) FROM (SELECT file FROM reports ORDER BY seq)`
	all, before := ask[string](t, db, files), ""
	for _, copied := range copies {
		if out := output(t, "verify", "--db", copied); !strings.Contains(out, "all promises are kept") {
			t.Errorf("%s", out)
		}
		have := ask[string](t, copied, files)
		if !strings.HasPrefix(all, have) || !strings.HasPrefix(have, before) {
			t.Errorf("a backup holds %s behind one with %s: want the first of %s", have, before, all)
		}
		before = have
	}
	if n := ask[int](t, db, `SELECT count(*) FROM reports`); n != reports {
		t.Errorf("%d reports in the end: want %d", n, reports)
	}
}

func TestBackupTakesNobodysPlaceUnasked(t *testing.T) {
	db := twoReportsStored(t)
	dir := folder(t, map[string]string{"words.txt": "words"})
	copied, words := filepath.Join(dir, "copy.db"), filepath.Join(dir, "words.txt")
	output(t, "backup", copied, "--db", db)
	wantFailure(t, frontline(t, "backup", copied, "--db", db), 1, copied, "--overwrite")
	output(t, "backup", copied, "--db", db, "--overwrite")
	wantFailure(t, frontline(t, "backup", words, "--db", db, "--overwrite"), 1, words, "not a database")
	wantFailure(t, frontline(t, "backup", db, "--db", db, "--overwrite"), 1, "the database itself")
	if got, err := os.ReadFile(words); err != nil || string(got) != "words" {
		t.Errorf("%q, %v", got, err)
	}
	who := []string{"who", "الكدير", "--on", "2017-08-20", "--db"}
	if a, b := output(t, append(who, db)...), output(t, append(who, copied)...); !reflect.DeepEqual(a, b) {
		t.Errorf("the copy says %s, the database %s", b, a)
	}
}

// A database of an earlier version says where it is kept as it was.
func TestWritingToAnOlderDatabaseKeepsItAsItWas(t *testing.T) {
	db := filepath.Join(t.TempDir(), "old.db")
	first, err := os.ReadFile("../../timeline/sqlite/schema/0001_reports_and_claims.sql")
	if err != nil {
		t.Fatal(err)
	}
	edit(t, db, string(first)+`; CREATE TABLE goose_db_version (id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL, is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))); INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1), (1, 1)`)
	wantFailure(t, frontline(t, "verify", "--db", db), 1, db, "schema 1")
	kept := fmt.Sprintf("%s.schema-1.backup", db)
	got := frontline(t, "fold", "--db", db)
	if got.status != 0 || !strings.Contains(got.err, kept) {
		t.Errorf("exit status %d, %s: want %s named", got.status, got.err, kept)
	}
	if n := ask[int](t, kept, `SELECT max(version_id) FROM goose_db_version`); n != 1 {
		t.Errorf("the file that is kept is of schema %d", n)
	}
	output(t, "verify", "--db", db)
}
