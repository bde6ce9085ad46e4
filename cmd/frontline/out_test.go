package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// What is no file, as a pipe, is written into and stays what it is.
func TestExportsAreWrittenIntoPipes(t *testing.T) {
	db, pipe := fourReportsStored(t), filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	read := make(chan string)
	go func() {
		defer close(read)
		if f, err := os.Open(pipe); err == nil {
			defer f.Close()
			b, _ := io.ReadAll(f)
			read <- string(b)
		}
	}()
	output(t, "export", "--db", db, "--format", "csv", "--out", pipe)
	if got, want := <-read, output(t, "export", "--db", db, "--format", "csv"); got != want {
		t.Errorf("%d bytes came through the pipe: want %d", len(got), len(want))
	}
	if info, err := os.Lstat(pipe); err != nil || info.Mode().Type() != os.ModeNamedPipe {
		t.Errorf("%v, %v: want the pipe still", info, err)
	}
}

// A file that was there keeps its mode, and a link its target.
func TestExportsKeepWhatAFileIs(t *testing.T) {
	db, dir := fourReportsStored(t), t.TempDir()
	mine, link := filepath.Join(dir, "mine.csv"), filepath.Join(dir, "link.csv")
	if err := os.WriteFile(mine, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("target.csv", link); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{mine, link} {
		output(t, "export", "--db", db, "--format", "csv", "--out", name)
	}
	if info, err := os.Stat(mine); err != nil || info.Mode().Perm() != 0o600 || info.Size() == 0 {
		t.Errorf("%v, %v: want a file that is still private", info, err)
	}
	if to, err := os.Readlink(link); err != nil || to != "target.csv" {
		t.Errorf("%q, %v: want the link still", to, err)
	}
	if b, err := os.ReadFile(filepath.Join(dir, "target.csv")); err != nil || !strings.Contains(string(b), "quote") {
		t.Errorf("%v: %.80s: want the export where the link leads", err, b)
	}
}
