package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"frontline/timeline/evaluate"
)

// shared lies beside the checkout: gold that is not part of it, and a scorer
// of its own that says what the figures mean.
const shared = root + "/../shared/eval"

// goldSet is gold, and where its texts are.
type goldSet struct{ gold, texts string }

// goldSets are the sets by the names that floors.tsv has for them.
func goldSets() map[string]goldSet {
	const own = root + "/timeline/extract/testdata"
	return map[string]goldSet{
		"samples":     {own, root + "/data/reports"},
		"practice":    {own + "/practice/ar", own + "/practice/ar/texts"},
		"practice-en": {own + "/practice/en", own + "/practice/en/texts"},
		"heldout-ar":  {own + "/heldout/ar", own + "/heldout/ar/texts"},
		"heldout-en":  {own + "/heldout/en", own + "/heldout/en/texts"},
		"dev":         {shared + "/dev", shared + "/dev/texts"},
		"dev-en":      {shared + "/dev-en", shared + "/dev-en/texts"},
	}
}

// wantShared skips a test that needs what lies beside the checkout, but for
// where everything has to be tested.
func wantShared(t *testing.T) {
	t.Helper()
	_, err := os.Stat(shared)
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatalf("%v: want the folder shared beside the checkout where CI=true", err)
	} else if err != nil {
		t.Skipf("%v: the gold and the scorer beside the checkout are not here", err)
	}
}

// wantScorer skips a test that runs the scorer where that cannot be, likewise.
func wantScorer(t *testing.T) {
	t.Helper()
	wantShared(t)
	_, err := exec.LookPath("python3")
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatalf("%v: want Python 3 where CI=true (apt-get install python3)", err)
	} else if err != nil {
		t.Skipf("%v: Python is not here to run the scorer", err)
	}
}

// scored is what the scorer says.
type scored struct {
	Values map[string]float64
	Counts map[string][]int // as printed: right, wrong, missed, or two of them
	Notes  []string         // what is not right of holders, traps and places, as printed but on one line each
}

var (
	scorerCounts = regexp.MustCompile(`(?m)^(\w+) .*\((\d+)(?: right, (\d+) wrong, (\d+) missed| of (\d+).*)\)$`)
	scorerJSON   = regexp.MustCompile(`(?m)^\{.*\}$`)
)

// score asks the scorer about readings, one a line.
func score(t *testing.T, gold, lines string) scored {
	t.Helper()
	file := filepath.Join(t.TempDir(), "got.jsonl")
	if err := os.WriteFile(file, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	ask := func(more ...string) string {
		args := append([]string{shared + "/score.py", "--gold", gold, "--got", file}, more...)
		var errs bytes.Buffer
		c := exec.CommandContext(t.Context(), "python3", args...)
		c.Stderr = &errs
		out, err := c.Output()
		if err != nil {
			t.Fatalf("python3 %s: %v: %s", strings.Join(args, " "), err, errs.String())
		}
		return string(out)
	}
	said := ask("--details", "--json")
	values := scorerJSON.FindStringIndex(said)
	if values == nil {
		t.Fatalf("the scorer says %s", said)
	}
	out := scored{decode[map[string]float64](t, said[values[0]:]), map[string][]int{}, scorerNotes(said[:values[0]])}
	for _, m := range scorerCounts.FindAllStringSubmatch(ask(), -1) {
		for _, n := range strings.Fields(strings.Join(m[2:], " ")) {
			out.Counts[m[1]] = append(out.Counts[m[1]], decode[int](t, n))
		}
	}
	return out
}

var (
	// A note begins with the id of a text; quotes go over several lines.
	scorerNote   = regexp.MustCompile(`(?m)^[\w-]+: (missed|wrong |TRAPPED|place missed|place extra|not placed) `)
	scorerPlaced = regexp.MustCompile(` \[[^]]*\] got \S+$`)
)

func scorerNotes(said string) []string {
	var out []string
	starts := scorerNote.FindAllStringIndex(said, -1)
	for i, at := range starts {
		end := len(said)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		note := strings.Join(strings.Fields(said[at[0]:end]), " ")
		out = append(out, scorerPlaced.ReplaceAllString(note, ""))
	}
	return out
}

// notes are our own details as the scorer words them.
func notes(table evaluate.Table) []string {
	var out []string
	for _, v := range table.Details {
		var said string
		switch v.Figure {
		case evaluate.Holder:
			said = string(v.Verdict) + " " + v.Gold + v.Read
		case evaluate.Traps:
			said = "TRAPPED by " + v.Gold
		case evaluate.Places:
			said = map[evaluate.Verdict]string{evaluate.Missed: "place missed ", evaluate.Wrong: "place extra "}[v.Verdict] + v.Gold + v.Read
		case evaluate.Within10:
			_, name, _ := strings.Cut(v.Gold, ": ")
			said = "not placed within 10 km: " + name
		default:
			continue
		}
		out = append(out, strings.Join(strings.Fields(v.Text+": "+said), " "))
	}
	return out
}

// wantAgreement checks a table against what the scorer says of the same
// readings: the same figures, to the last digit, made of the same numbers.
func wantAgreement(t *testing.T, table evaluate.Table, want scored) {
	t.Helper()
	values, counts := map[string]float64{}, map[string][]int{}
	for _, s := range table.Figures {
		name := string(s.Figure)
		values[name] = s.Value
		switch {
		case s.Figure == evaluate.Traps:
			counts[name] = []int{s.Missed, s.Right + s.Missed}
		case s.Wrong == nil:
			counts[name] = []int{s.Right, s.Right + s.Missed}
		default:
			counts[name] = []int{s.Right, *s.Wrong, s.Missed}
		}
	}
	if d := cmp.Diff(want.Values, values); d != "" {
		t.Errorf("figures, - the scorer's, + ours:\n%s", d)
	}
	if d := cmp.Diff(want.Counts, counts); d != "" {
		t.Errorf("numbers behind the figures, - the scorer's, + ours:\n%s", d)
	}
}

// What the command says of what it reads is what the scorer says of what
// `frontline extract` prints.
func TestEvaluateAgreesWithTheScorer(t *testing.T) {
	wantScorer(t)
	for _, name := range keys(goldSets()) {
		s := goldSets()[name]
		t.Run(name, func(t *testing.T) {
			table := decode[evaluate.Table](t, frontline(t, "evaluate", "--gold", s.gold, "--texts", s.texts, "--format", "json").out)
			if table.Texts == 0 {
				t.Skipf("%s has no texts", name)
			}
			wantAgreement(t, table, score(t, s.gold, frontline(t, "extract", s.texts).out))
		})
	}
}

// Whatever is read, rightly or wrongly, and whatever gold says: the figures are
// those of the scorer, and so is what is found to be missed and wrong. Held-out
// sets are left alone here, for what is wrong with them is nobody's to see.
func TestEvaluateAgreesWithTheScorerOnMuddledReadings(t *testing.T) {
	wantScorer(t)
	for _, name := range []string{"samples", "dev", "dev-en"} {
		s := goldSets()[name]
		read, err := evaluation{gold: s.gold, texts: s.texts}.read(t.Context(), io.Discard)
		if err != nil {
			t.Fatal(err)
		}
		for seed, rate := range []float64{0, 0.05, 0.2, 0.5} {
			t.Run(fmt.Sprintf("%s %d", name, seed), func(t *testing.T) {
				t.Parallel()
				dir := muddledGold(t, s.gold, rate/2, uint64(seed))
				texts, lines := muddledSet(t, dir, read, rate, uint64(seed))
				table, want := evaluate.Evaluate(texts), score(t, dir, lines)
				wantAgreement(t, table, want)
				if d := cmp.Diff(want.Notes, notes(table)); d != "" {
					t.Errorf("what is not right, - the scorer's, + ours:\n%s", d)
				}
				for _, f := range table.Figures {
					if rate == 0 && f.Measured() && f.Value != 1 {
						t.Errorf("%s is %v of a reading that says what gold says: want 1", f.Figure, f.Value)
					}
				}
			})
		}
	}
}

// muddledSet is the gold of a folder with what was read of the texts at first,
// muddled, and these readings, one a line. Unless all is right, some texts are
// not read at all.
func muddledSet(t *testing.T, dir string, read []evaluate.Text, rate float64, seed uint64) (texts []evaluate.Text, lines string) {
	t.Helper()
	gold, err := evaluate.Load(os.DirFS(filepath.Join(dir, "gold")))
	if err != nil || len(gold) != len(read) {
		t.Fatalf("%d gold for %d texts, %v", len(gold), len(read), err)
	}
	var out bytes.Buffer
	for i, text := range read {
		reading := muddled(oracle(text.Gold), text.Reading, rate, seed<<16+uint64(i))
		texts = append(texts, evaluate.Text{Gold: gold[i]})
		if rate > 0 && i%17 == 16 {
			continue
		}
		texts[i].Reading = &reading
		if err := json.NewEncoder(&out).Encode(reading); err != nil {
			t.Fatal(err)
		}
	}
	return texts, out.String()
}
