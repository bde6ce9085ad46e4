package en_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"frontline/timeline"
)

// wordsWith are the lists that ship, with lines added.
func wordsWith(t *testing.T, added map[string]string) fstest.MapFS {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(shipped, "words", "en", "*.tsv"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d word lists, %v", len(files), err)
	}
	out := fstest.MapFS{}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(f)
		out[name] = &fstest.MapFile{Data: append(raw, added[name]...)}
	}
	return out
}

func TestALineInAListIsAllItTakes(t *testing.T) {
	for _, c := range []struct{ what, list, line, text, claim string }{
		{"a new actor", "actors.tsv", "Dawn Battalions\tlocal\tname\n", "Dawn Battalions captured Morek.", "captured local Morek"},
		{"a new verb", "verbs.tsv", "gobble up\tgobbled up\tgobbled up\t\tcapture\tdirect\n", "The army gobbled up Morek.", "captured syrian_government Morek"},
		{"and what was tried", "verbs.tsv", "gobble up\tgobbled up\tgobbled up\t\tcapture\tdirect\n", "The army tried to gobble up Morek.", "captured attempt syrian_government Morek"},
		{"a new class noun", "classes.tsv", "thorp\tvillage\ts\tvillage,town\t\n", "The army captured the thorp of Qwertyham.", "captured syrian_government Qwertyham"},
		{"a new word for a part", "cues.tsv", "slice of\tpartial\t\n", "The army captured a slice of Morek.", "captured syrian_government Morek in part"},
	} {
		t.Run(c.what, func(t *testing.T) {
			g, err := newGrammar(t, wordsWith(t, map[string]string{c.list: c.line}))
			if err != nil {
				t.Fatal(err)
			}
			if slices.Contains(lines(grammar(t).Read(c.text, sunday, timeline.Given, false)), c.claim) {
				t.Error("understood without the line")
			}
			if got := lines(g.Read(c.text, sunday, timeline.Given, false)); !slices.Contains(got, c.claim) {
				t.Errorf("%q: want %s", got, c.claim)
			}
		})
	}
}

func TestWrongListsAreNamed(t *testing.T) {
	cut := wordsWith(t, nil)
	delete(cut, "verbs.tsv")
	for name, c := range map[string]struct {
		words fs.FS
		says  []string
	}{
		"a list that is not there": {cut, []string{"verbs.tsv"}},
		"no lists at all":          {fstest.MapFS{}, []string{"time.tsv"}},
		"a short line":             {wordsWith(t, map[string]string{"verbs.tsv": "gobble\t\t\n"}), []string{"verbs.tsv", "line ", "3 columns", "want 6"}},
		"an actor there is not":    {wordsWith(t, map[string]string{"actors.tsv": "Dawn\tdawn\tname\n"}), []string{"actors.tsv", "line ", `"dawn"`}},
		"no way to say who":        {wordsWith(t, map[string]string{"actors.tsv": "Dawn\tlocal\tthing\n"}), []string{"actors.tsv", "line ", `"thing"`, "name"}},
		"a sense there is not":     {wordsWith(t, map[string]string{"verbs.tsv": "gobble\t\t\t\tcaptured\tdirect\n"}), []string{"verbs.tsv", "line ", `"captured"`, "capture "}},
		"a role there is not":      {wordsWith(t, map[string]string{"cues.tsv": "slice of\tpart\t\n"}), []string{"cues.tsv", "line ", `"part"`, "partial"}},
		"a number that is none":    {wordsWith(t, map[string]string{"cues.tsv": "umpteen\tcount\tmany\n"}), []string{"cues.tsv", "line ", `"many"`, "number"}},
		"a month that is none":     {wordsWith(t, map[string]string{"time.tsv": "Brumaire\tmonth\tB\n"}), []string{"time.tsv", "line ", `"B"`}},
		"a class of no number":     {wordsWith(t, map[string]string{"classes.tsv": "thorp\tvillage\tx\tvillage\t\n"}), []string{"classes.tsv", "line ", `"x"`, "s or p"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := newGrammar(t, c.words)
			if err == nil {
				t.Fatal("was taken")
			}
			for _, s := range c.says {
				if !strings.Contains(err.Error(), s) {
					t.Errorf("%q does not say %q", err, s)
				}
			}
		})
	}
}
