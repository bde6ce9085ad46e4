package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"frontline/data"
)

// childVariable makes a process of these tests the command itself.
const childVariable = "FRONTLINE_TEST_CHILD"

func TestMain(m *testing.M) {
	if os.Getenv(childVariable) != "" {
		main()
	}
	os.Exit(m.Run())
}

// child is the command as a process of its own, not yet started.
func child(t *testing.T, args ...string) *exec.Cmd {
	c := exec.CommandContext(t.Context(), os.Args[0], args...)
	c.Env = append(os.Environ(), childVariable+"=yes")
	c.Stderr = os.Stderr
	return c
}

// outcome is what a command leaves behind.
type outcome struct {
	status   int
	out, err string
}

// frontline runs the command with nothing on its standard input.
func frontline(t *testing.T, args ...string) outcome {
	t.Helper()
	return frontlineReading(t, "", args...)
}

func frontlineReading(t *testing.T, input string, args ...string) outcome {
	t.Helper()
	var out, err bytes.Buffer
	status := run(t.Context(), args, streams{strings.NewReader(input), &out, &err})
	return outcome{status, out.String(), err.String()}
}

// output is what a command prints that has nothing to complain about.
func output(t *testing.T, args ...string) string {
	t.Helper()
	got := frontline(t, args...)
	if got.status != 0 || got.err != "" {
		t.Fatalf("frontline %s: exit status %d, %s", strings.Join(args, " "), got.status, got.err)
	}
	return got.out
}

// wantFailure checks that a command fails with the status, and names what is
// wrong with all of the words.
func wantFailure(t *testing.T, got outcome, status int, words ...string) {
	t.Helper()
	if got.status != status {
		t.Errorf("exit status %d: want %d", got.status, status)
	}
	for _, w := range words {
		if !strings.Contains(got.err, w) {
			t.Errorf("standard error is %q: want %q in it", got.err, w)
		}
	}
}

// folder is a new folder with these files.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(files[name]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// samples is a new database with the sample reports.
func samples(t *testing.T) (db string) {
	t.Helper()
	db = filepath.Join(t.TempDir(), "samples.db")
	dir := t.TempDir()
	if err := os.CopyFS(dir, data.FS()); err != nil {
		t.Fatal(err)
	}
	output(t, "ingest", filepath.Join(dir, "reports"), "--db", db)
	return db
}

func decode[T any](t *testing.T, text string) (v T) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v in %q", err, text)
	}
	return v
}

// keys are the names in a JSON object, sorted.
func keys[V any](object map[string]V) []string { return slices.Sorted(maps.Keys(object)) }

func TestCommandsAndFlagsThatAreNotThere(t *testing.T) {
	wantFailure(t, frontline(t, "predict"), 1, `"predict"`)
	wantFailure(t, frontline(t, "who", "--when", "2017-08-13"), 1, "--when")
	if help := output(t, "--help"); !strings.Contains(help, "ingest") || !strings.Contains(help, "serve") {
		t.Errorf("help does not list the commands: %s", help)
	}
}
