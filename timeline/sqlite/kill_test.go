package sqlite_test

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"testing"

	"frontline/timeline/sqlite"
)

// fillVariable names the file that a child process of these tests fills until
// it is killed.
const fillVariable = "FRONTLINE_TEST_FILL"

const perReport = 40 // claims

func TestMain(m *testing.M) {
	if path := os.Getenv(fillVariable); path != "" {
		fill(path)
	}
	os.Exit(m.Run())
}

// fill adds reports without end and prints the number of each.
func fill(path string) {
	s, err := sqlite.Open(context.Background(), path, sqlite.Options{})
	for n := 0; err == nil; n++ {
		_, err = s.Add(context.Background(), sample(n, perReport))
		fmt.Println(n)
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// A writer is killed at some moment, many times over: each report that it said
// was added is there, whole, and adding all again gives each exactly once.
func TestKillLeavesReportsWholeOrAbsent(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	told := -1
	for round := range 8 {
		told = max(told, fillAndKill(t, path, told+1+5*round))
		integrity(t, path)
		s, err := sqlite.OpenReadOnly(t.Context(), path, sqlite.Law{})
		if err != nil {
			t.Fatal(err)
		}
		there := 0
		for n := range told + 2 { // one may be stored and not told
			want := sample(n, perReport)
			has, err := s.Has(t.Context(), want.Report.ID)
			if err != nil {
				t.Fatal(err)
			}
			if !has {
				if n <= told {
					t.Errorf("report %d was added and is gone", n)
				}
				continue
			}
			there++
			if got, err := s.Report(t.Context(), want.Report.ID); err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("report %d is not whole: %v", n, err)
			}
		}
		if claims := known(t, s, 0); len(claims) != there*perReport {
			t.Errorf("%d claims: want those of %d reports", len(claims), there)
		}
		s.Close()
	}
	s := open(t, path, today)
	for n := range told + 2 {
		if _, err := s.Add(t.Context(), sample(n, perReport)); err != nil {
			t.Fatal(err)
		}
	}
	if claims := known(t, s, 0); len(claims) != (told+2)*perReport {
		t.Errorf("%d claims: want %d, each once", len(claims), (told+2)*perReport)
	}
}

// fillAndKill lets a child process fill the file, kills it some time after it
// has told of report last, and returns the last report it told of.
func fillAndKill(t *testing.T, path string, last int) int {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), fillVariable+"="+path)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	told := -1
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if _, err := fmt.Sscan(lines.Text(), &told); err != nil {
			t.Errorf("child said %q", lines.Text())
		}
		if told == last {
			child.Process.Kill() // the child goes on while the signal is under way
		}
	}
	if err := child.Wait(); err == nil || told < last {
		t.Fatalf("child ended by itself (%v) after report %d: want it killed after %d", err, told, last)
	}
	return told
}

func integrity(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var verdict string
	if err := db.QueryRow(`PRAGMA integrity_check`).Scan(&verdict); err != nil || verdict != "ok" {
		t.Fatalf("integrity check = %q, %v: want ok", verdict, err)
	}
	rows, err := db.Query(`PRAGMA foreign_key_check`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	if rows.Next() {
		t.Error("a row points to one that is not there")
	}
	if err := rows.Err(); err != nil {
		t.Error(err)
	}
}
