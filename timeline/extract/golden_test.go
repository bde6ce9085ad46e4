package extract_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/golden anew")

// What four sample reports of different kinds say, one line a claim. After a
// change of the grammar, look at the difference that -update makes.
func TestGoldenReports(t *testing.T) {
	x := reader(t)
	all := samples(t)
	for _, name := range []string{
		"2017-05-01-map-of-holders",              // who holds what
		"2017-08-28-road-to-deir-ezzor-analysis", // what might be
		"2017-09-29-shulah-lost-road-cut",        // losses, a rumour refuted, a number of villages
		"2017-10-02-qaryatayn-and-suwar",         // two fronts, what is expected
	} {
		t.Run(name, func(t *testing.T) {
			i := slices.IndexFunc(all, func(s sample) bool { return s.name == name })
			if i < 0 {
				t.Fatal("no such sample report")
			}
			got := strings.Join(briefs(read(t, x, all[i].Report).Claims), "\n") + "\n"
			want := kept(t, filepath.Join("golden", name+".txt"), got)
			for _, l := range missing(want, got) {
				t.Errorf("no longer says %s", l)
			}
			for _, l := range missing(got, want) {
				t.Errorf("newly says %s", l)
			}
		})
	}
}

// missing are the lines of a that b lacks, as often as it lacks them.
func missing(a, b string) []string {
	count := map[string]int{}
	for l := range strings.Lines(b) {
		count[l]++
	}
	var out []string
	for l := range strings.Lines(a) {
		if count[l]--; count[l] < 0 {
			out = append(out, strings.TrimSpace(l))
		}
	}
	return out
}

// kept is what a file of testdata holds; -update writes got there first.
func kept(t *testing.T, name, got string) string {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(want)
}
