package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// stopped has a process write a snapshot, and signals it while it writes.
func stopped(t *testing.T, path, db string, signal os.Signal) *exec.ExitError {
	t.Helper()
	c := child(t, "snapshot", "--db", db, "--out", path)
	c.Stderr = nil
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- c.Wait() }()
	for len(files(t, filepath.Dir(path))) == 0 {
		select {
		case err := <-done:
			t.Fatalf("the process ended by itself (%v) before it wrote anything", err)
		case <-time.After(time.Millisecond):
		}
	}
	if err := c.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	var ended *exec.ExitError
	if err := <-done; !errors.As(err, &ended) {
		t.Fatalf("%v: want the process to stop at the signal", err)
	}
	return ended
}

func files(t *testing.T, dir string) []fs.DirEntry {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestAnInterruptedSnapshotLeavesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.zip")
	if ended := stopped(t, path, ourReports(t), os.Interrupt); ended.ExitCode() != 1 {
		t.Errorf("%v: want status 1", ended)
	}
	if left := files(t, filepath.Dir(path)); len(left) > 0 {
		t.Errorf("%v: want nothing left", left)
	}
}

func TestAKilledSnapshotDoesNotBlockItsName(t *testing.T) {
	path, db := filepath.Join(t.TempDir(), "s.zip"), ourReports(t)
	if ended := stopped(t, path, db, syscall.SIGKILL); ended.Exited() {
		t.Fatalf("%v: want it killed", ended)
	}
	output(t, "snapshot", "--db", db, "--out", path)
	output(t, "snapshot", "verify", path)
}

// Of several that are written at once to one name, one is kept.
func TestSnapshotsOfOneNameAtOnce(t *testing.T) {
	path, db := filepath.Join(t.TempDir(), "s.zip"), ourReports(t)
	results := make([]outcome, 3)
	var writing sync.WaitGroup
	for i := range results {
		writing.Go(func() { results[i] = frontline(t, "snapshot", "--on", "2017-09-12", "--db", db, "--out", path) })
	}
	writing.Wait()
	written := 0
	for _, r := range results {
		if r.status == 0 {
			written++
		} else if want := "--out " + path + ": is there already"; !strings.Contains(r.err, want) {
			t.Errorf("%s: want %q", r.err, want)
		}
	}
	if left := files(t, filepath.Dir(path)); written != 1 || len(left) != 1 {
		t.Errorf("%d written, and %v left: want one", written, left)
	}
	output(t, "snapshot", "verify", path)
}
