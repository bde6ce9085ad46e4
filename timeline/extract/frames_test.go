package extract_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/extract"
)

// Of what short formulations say, the files of testdata/frames, no less is
// read than the floors tell, and no more of what they do not say; -update makes
// floors of the present figures. With -v, the misses of practice are shown.
// Those of heldout never are: its figures tell what reading is worth on words
// that no rule was written for, as long as nobody looks.
func TestFrames(t *testing.T) {
	x := reader(t)
	files, err := filepath.Glob("testdata/frames/*/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	tallies := map[string]*tally{}
	for _, f := range files {
		tallies[strings.TrimPrefix(filepath.ToSlash(f), "testdata/frames/")] = tallyOf(t, x, f)
	}
	floors := parseFloors(t, kept(t, filepath.Join("frames", "floors.tsv"), floorTable(tallies)))
	for _, name := range slices.Sorted(maps.Keys(floors)) {
		t.Run(name, func(t *testing.T) {
			y, least := tallies[name], floors[name]
			if y == nil {
				t.Fatal("has a floor, and is not there")
			}
			if strings.HasPrefix(name, "practice/") {
				for _, m := range y.misses {
					t.Log(m)
				}
			}
			recall, precision := y.figures()
			t.Logf("right %d, missed %d, wrong %d: recall %.3f, precision %.3f", y.right, y.missed, y.wrong, recall, precision)
			if recall < least.recall || precision < least.precision {
				t.Errorf("fell below a floor: recall %.3f of %.2f, precision %.3f of %.2f", recall, least.recall, precision, least.precision)
			}
		})
	}
	if len(tallies) > len(floors) {
		t.Errorf("%d files have no floor; look at their figures, then -update", len(tallies)-len(floors))
	}
}

// tally counts the facts of a file that some claim states (right) or none
// (missed), and the claims that state none of them (wrong). Misses lists the
// latter two, a line each.
type tally struct {
	right, missed, wrong int
	misses               []string
}

// tallyOf holds the claims of each text beside its facts.
func tallyOf(t *testing.T, x *extract.Reader, file string) *tally {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	parse, judged := parseControl, timeline.Kind.Controls
	if filepath.Base(file) == "events.tsv" {
		parse, judged = parseEvent, isEvent
	}
	y, line := &tally{}, 0
	for l := range strings.Lines(string(raw)) {
		if line++; strings.HasPrefix(l, "#") {
			continue // the head, which tells the format
		}
		text, expected, _ := strings.Cut(strings.TrimSuffix(l, "\n"), "\t")
		facts, err := factsOf(expected, parse)
		if err != nil {
			t.Fatalf("%s:%d: %v", file, line, err)
		}
		claims := read(t, x, report(strings.ReplaceAll(text, `\n`, "\n"))).Claims
		missed, wrong := differences(facts, slices.DeleteFunc(claims, func(c timeline.Claim) bool { return !judged(c.Kind) }))
		y.right += len(facts) - len(missed)
		y.missed += len(missed)
		y.wrong += len(wrong)
		for _, f := range missed {
			y.misses = append(y.misses, fmt.Sprintf("%s:%d: missed %s", file, line, f.said))
		}
		for _, b := range briefs(wrong) {
			y.misses = append(y.misses, fmt.Sprintf("%s:%d: wrong %s", file, line, b))
		}
	}
	return y
}

// figures are 1 where there is nothing to find, or nothing found.
func (y *tally) figures() (recall, precision float64) {
	share := func(rest int) float64 {
		if y.right+rest == 0 {
			return 1
		}
		return float64(y.right) / float64(y.right+rest)
	}
	return share(y.missed), share(y.wrong)
}

// floor is the least that the figures of a file may be.
type floor struct{ recall, precision float64 }

// floorTable has the figures as floors, rounded down so that they hold now.
func floorTable(tallies map[string]*tally) string {
	out := "file\trecall\tprecision\n"
	for _, name := range slices.Sorted(maps.Keys(tallies)) {
		recall, precision := tallies[name].figures()
		out += fmt.Sprintf("%s\t%.2f\t%.2f\n", name, down(recall), down(precision))
	}
	return out
}

// down rounds down to two decimals, but for what floats lack: 0.29*100 < 29.
func down(f float64) float64 { return float64(int(f*100+1e-9)) / 100 }

func parseFloors(t *testing.T, table string) map[string]floor {
	t.Helper()
	out := map[string]floor{}
	for i, row := range slices.Collect(strings.Lines(table))[1:] {
		var name string
		var f floor
		if _, err := fmt.Sscan(row, &name, &f.recall, &f.precision); err != nil {
			t.Fatalf("floors.tsv:%d: %v", i+2, err)
		}
		out[name] = f
	}
	return out
}
