package main

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3"

	"frontline/data"
)

// Ingesting a thousand reports is killed three times on the way. Nothing is
// damaged, nothing is lost, nothing is there twice: the database answers like
// one that was never disturbed.
func TestKilledIngestGoesOnAsIfNothingHadHappened(t *testing.T) {
	const reports = 1000
	dir := manyReports(t, reports)
	undisturbed := filepath.Join(t.TempDir(), "undisturbed.db")
	if out, err := child(t, "ingest", dir, "--db", undisturbed).Output(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}

	db := filepath.Join(t.TempDir(), "killed.db")
	for _, enough := range []int{1, reports / 4, reports * 3 / 4} {
		killOnce(t, dir, db, enough)
		if got := ask[string](t, db, "PRAGMA integrity_check"); got != "ok" {
			t.Fatalf("integrity check after a kill: %s", got)
		}
	}
	if got := output(t, "ingest", dir, "--db", db); !strings.Contains(got, ", 0 unreadable") {
		t.Errorf("the last time: %s", got)
	}

	if got := ask[string](t, db, "PRAGMA integrity_check"); got != "ok" {
		t.Errorf("integrity check: %s", got)
	}
	for _, table := range []string{"reports", "(SELECT * FROM claims WHERE superseded_at IS NULL)"} {
		all, different := "SELECT count(*) FROM "+table, "SELECT count(DISTINCT id) FROM "+table
		if n, d, want := ask[int](t, db, all), ask[int](t, db, different), ask[int](t, undisturbed, all); n != want || d != want {
			t.Errorf("%d %s with %d ids: want %d, each with its own", n, table, d, want)
		}
		ids := "SELECT group_concat(id) FROM (SELECT id FROM " + table + " ORDER BY id)"
		if ask[string](t, db, ids) != ask[string](t, undisturbed, ids) {
			t.Errorf("the %s are not those of the undisturbed database", table)
		}
	}
	if n := ask[int](t, db, "SELECT count(*) FROM reports WHERE outcome = 'read'"); n != reports {
		t.Errorf("%d reports read: want %d", n, reports)
	}
	who := []string{"who", "sy-homs-kadir", "--on", "2017-09-15", "--format", "json", "--db"}
	if got, want := bare(t, output(t, append(who, db)...)), bare(t, output(t, append(who, undisturbed)...)); got != want {
		t.Errorf("the answer is %s: the undisturbed database gives %s", got, want)
	}
}

// manyReports is a folder with this many reports: the openings of the samples
// over and over, each with a sentence of its own about one place or another on
// some day.
func manyReports(t *testing.T, n int) (dir string) {
	t.Helper()
	samples, err := fs.Glob(data.FS(), "reports/*.txt")
	if err != nil || len(samples) == 0 {
		t.Fatalf("samples %v, %v", samples, err)
	}
	places := []string{"الكدير", "السخنة", "المنصورة", "مسكنة", "عقيربات"}
	files := map[string]string{}
	for i := range n {
		text, err := fs.ReadFile(data.FS(), samples[i%len(samples)])
		if err != nil {
			t.Fatal(err)
		}
		paragraphs := strings.Split(string(text), "\n\n")
		opening := strings.Join(paragraphs[:min(3, len(paragraphs))], "\n\n")
		files[fmt.Sprintf("%04d.txt", i)] = fmt.Sprintf("%s\n\nوفي الرسالة رقم %d أن قوات النظام سيطرت في %d أيلول على %s.\n",
			opening, i+1, i%30+1, places[i%len(places)])
	}
	return folder(t, files)
}

// killOnce lets a process ingest the folder until so many reports are stored,
// and kills it while it goes on.
func killOnce(t *testing.T, dir, db string, enough int) {
	t.Helper()
	c := child(t, "ingest", dir, "--db", db)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- c.Wait() }()
	for stored(t, db) < enough {
		select {
		case err := <-done:
			t.Fatalf("the process ended by itself (%v) before %d reports were stored", err, enough)
		case <-time.After(5 * time.Millisecond):
		}
	}
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	var ended *exec.ExitError
	if err := <-done; !errors.As(err, &ended) || ended.Exited() {
		t.Fatalf("the process ended by itself (%v): want it killed", err)
	}
}

// stored is how many reports a database has that somebody may be making.
func stored(t *testing.T, db string) int {
	t.Helper()
	if _, err := os.Stat(db); err != nil {
		return 0
	}
	if ask[int](t, db, "SELECT count(*) FROM sqlite_schema WHERE name = 'reports'") == 0 {
		return 0
	}
	return ask[int](t, db, "SELECT count(*) FROM reports")
}

// ask is the one value that a query gives.
func ask[T any](t *testing.T, db, query string) (value T) {
	t.Helper()
	conn, err := sql.Open("sqlite3", "file:"+db+"?_busy_timeout=10000")
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := conn.QueryRowContext(t.Context(), query).Scan(&value); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return value
}
