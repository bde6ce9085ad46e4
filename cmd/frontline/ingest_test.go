package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestIngestingAFolderTwiceAddsNothing(t *testing.T) {
	dir := folder(t, map[string]string{"kadir.txt": kadirReport, "mansurah.md": mansurahReport, "notes.pdf": "not a report"})
	db := filepath.Join(t.TempDir(), "a.db")
	first := output(t, "ingest", dir, "--db", db, "--published", "2017-08-13")
	if !strings.Contains(first, "reports: 2 added, 0 already there, 0 unreadable") {
		t.Errorf("first time: %s", first)
	}
	claims := output(t, "export", "--layer", "claims", "--db", db)
	second := output(t, "ingest", dir, "--db", db, "--published", "2017-08-13")
	if !strings.Contains(second, "reports: 0 added, 2 already there, 0 unreadable") || !strings.Contains(second, "claims added: 0") {
		t.Errorf("second time: %s", second)
	}
	if again := output(t, "export", "--layer", "claims", "--db", db); again != claims {
		t.Errorf("claims after the second time: %s, before: %s", again, claims)
	}
}

func TestIngestRecordsABrokenReportAndReadsTheOthers(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": kadirReport, "b.txt": "d\xe9j\xe0 vu", "c.txt": mansurahReport,
		"d.txt": "---\npublished: yesterday\n---\nwords"})
	db := filepath.Join(t.TempDir(), "a.db")
	for _, want := range []string{"reports: 2 added, 0 already there, 2 unreadable", "reports: 0 added, 2 already there, 2 unreadable"} {
		got := frontline(t, "ingest", dir, "--db", db)
		if got.status != 1 {
			t.Errorf("exit status %d: want 1, for two reports could not be read", got.status)
		}
		for _, words := range []string{want, filepath.Join(dir, "b.txt"), "not UTF-8", filepath.Join(dir, "d.txt"), `"yesterday"`} {
			if !strings.Contains(got.out, words) {
				t.Errorf("summary is %s: want %q in it", got.out, words)
			}
		}
	}
	if got := output(t, "who", "al-Mansurah", "--on", "2017-09-01", "--db", db); !strings.Contains(got, "sdf") {
		t.Errorf("who al-Mansurah says %s: want what the report after the broken one says", got)
	}
}

func TestIngestReadsStandardInput(t *testing.T) {
	db := filepath.Join(t.TempDir(), "a.db")
	got := frontlineReading(t, mansurahReport, "ingest", "-", "--db", db)
	if got.status != 0 || !strings.Contains(got.out, "reports: 1 added") {
		t.Errorf("exit status %d, %s%s", got.status, got.out, got.err)
	}
}

func TestIngestRefusesWhatItDoesNotKnow(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": kadirReport, "not.db": "words, and no database at all"})
	db := filepath.Join(dir, "a.db")
	wantFailure(t, frontline(t, "ingest", dir, "--db", db, "--published", "2017-02-30"), 1, "--published", `"2017-02-30"`, "YYYY-MM-DD")
	wantFailure(t, frontline(t, "ingest", "--db", db), 1, "1 arg")
	if _, err := os.Stat(db); !os.IsNotExist(err) {
		t.Errorf("%v: want no database after a refusal", err)
	}
	other := filepath.Join(dir, "not.db")
	wantFailure(t, frontline(t, "ingest", dir, "--db", other), 1, "--db", other)
	if left, err := os.ReadFile(other); err != nil || string(left) != "words, and no database at all" {
		t.Errorf("the other file is now %q, %v", left, err)
	}
}
