package main

import (
	"encoding/json"
	"flag"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write timeline/extract/ACCURACY.md and accuracy.json anew")

// shown is a command on a page, with what it prints.
var shown = regexp.MustCompile("(?s)```console\n\\$ frontline ([^\n]*)\n.*?```")

// What the page of figures shows is what the commands on it print.
func TestAccuracyPage(t *testing.T) {
	t.Chdir(root)
	const file = "timeline/extract/ACCURACY.md"
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	now := shown.ReplaceAllStringFunc(string(page), func(block string) string {
		args := shown.FindStringSubmatch(block)[1]
		got := frontline(t, strings.Fields(args)...)
		if got.status != 0 {
			t.Fatalf("frontline %s: exit status %d, %s", args, got.status, got.err)
		}
		return "```console\n$ frontline " + args + "\n" + got.out + "```"
	})
	if n := len(shown.FindAllString(now, -1)); n != 5 {
		t.Fatalf("%d commands on the page: want one for the samples, and one each for practice and for what is held out, in two languages", n)
	}
	golden(t, file, string(page), now)
	const carried = "timeline/extract/accuracy.json"
	before, err := os.ReadFile(carried)
	if err != nil && !*update {
		t.Fatal(err)
	}
	golden(t, carried, string(before), figuresOfPage(t, now))
}

// golden holds a file to what is so, or writes it.
func golden(t *testing.T, file, before, now string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if d := cmp.Diff(before, now); d != "" {
		t.Errorf("%s: the figures have moved; look, then make accuracy:\n%s", file, d)
	}
}

// figuresOfPage are the figures of the commands on the page, as the program carries
// them: what a paper cites.
func figuresOfPage(t *testing.T, page string) string {
	t.Helper()
	type figures struct {
		Set     string            `json:"set"`
		Command string            `json:"command"`
		Texts   int               `json:"texts"`
		Figures []json.RawMessage `json:"figures"`
	}
	names := []string{"samples, in view of who wrote the rules", "practice, Arabic", "practice, English", "held out, Arabic", "held out, English"}
	var list []figures
	for i, block := range shown.FindAllStringSubmatch(page, -1) {
		f := decode[figures](t, output(t, append(strings.Fields(block[1]), "--format", "json")...))
		f.Set, f.Command = names[i], "frontline "+block[1]
		list = append(list, f)
	}
	text, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text) + "\n"
}

// No figure falls below its floor.
func TestFloors(t *testing.T) {
	floors := floorsOf(t)
	for _, set := range keys(floors) {
		t.Run(set, func(t *testing.T) {
			s, known := goldSets()[set]
			if !known {
				t.Fatalf("no set %s: want one of %v", set, keys(goldSets()))
			}
			if strings.HasPrefix(s.gold, shared) {
				wantShared(t)
			}
			args := []string{"evaluate", "--gold", s.gold, "--texts", s.texts}
			for _, f := range floors[set] {
				args = append(args, "--floor", f)
			}
			if got := frontline(t, args...); got.status != 0 {
				t.Errorf("%s", got.err)
			}
		})
	}
}

// floorsOf reads floors.tsv: by set, what --floor takes.
func floorsOf(t *testing.T) map[string][]string {
	t.Helper()
	raw, err := os.ReadFile(root + "/timeline/extract/testdata/floors.tsv")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for i, row := range slices.Collect(strings.Lines(string(raw))) {
		f := strings.Split(strings.TrimSpace(row), "\t")
		if len(f) != 3 {
			t.Fatalf("floors.tsv: line %d: %q: want set, figure and floor", i+1, row)
		}
		if i > 0 {
			out[f[0]] = append(out[f[0]], f[1]+"="+f[2])
		}
	}
	return out
}
