package extract_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// The annotations in testdata/gold were made apart from the rules, without
// sight of them; the rules were written with the reports in view.
// testdata/accuracy.txt holds what the rules reach
// on them; -update writes it anew.
func TestAccuracyOnTheSampleReports(t *testing.T) {
	x := reader(t)
	var holder, change tally
	for _, s := range samples(t) {
		gold := annotated(t, s.name)
		said := read(t, x, s.Report).Claims
		holder.add(gold.pairs(timeline.Kind.Controls), pairs(said, timeline.Kind.Controls))
		change.add(gold.pairs(timeline.Kind.Changes), pairs(said, timeline.Kind.Changes))
	}
	got := fmt.Sprintf("who holds a place:    %s\nwhat changed hands:   %s\n", holder, change)
	if want := kept(t, "accuracy.txt", got); got != want {
		t.Errorf("the figures have moved; look, then -update:\n%swere\n%s", got, want)
	}
	if holder.precision() < 0.9 {
		t.Errorf("%s: nine in ten of what is said of holders has to be right", holder)
	}
}

// annotation is what a reader found in a report.
type annotation struct {
	Control []struct {
		Kind  timeline.Kind  `json:"kind"`
		Actor timeline.Actor `json:"actor"`
		Place string         `json:"place"`
		Named bool           `json:"named"`
	} `json:"control"`
}

func annotated(t *testing.T, name string) (a annotation) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", "gold", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &a); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return a
}

// pairs are the places, as named, with their holders.
func (a annotation) pairs(of func(timeline.Kind) bool) map[string]bool {
	out := map[string]bool{}
	for _, c := range a.Control {
		if of(c.Kind) && c.Named && c.Actor != timeline.Unknown {
			out[pair(c.Place, c.Actor)] = true
		}
	}
	return out
}

func pairs(claims []timeline.Claim, of func(timeline.Kind) bool) map[string]bool {
	out := map[string]bool{}
	for _, c := range claims {
		if of(c.Kind) && c.Modality == timeline.Asserted && c.Place != nil && c.Place.Named && c.Actor != timeline.Unknown {
			out[pair(c.Place.Surface, c.Actor)] = true
		}
	}
	return out
}

// pair leaves out the nouns that may or may not be written as part of a name.
func pair(place string, actor timeline.Actor) string {
	key := arabic.Key(place)
	for _, class := range []string{"قريه ", "بلده ", "مدينه ", "منطقه ", "حي "} {
		key = strings.TrimPrefix(key, class)
	}
	return key + "|" + string(actor)
}

type tally struct{ right, said, there int }

func (t *tally) add(gold, got map[string]bool) {
	t.said += len(got)
	t.there += len(gold)
	for k := range got {
		if gold[k] {
			t.right++
		}
	}
}

func (t tally) precision() float64 { return float64(t.right) / float64(max(1, t.said)) }

func (t tally) String() string {
	return fmt.Sprintf("%d of %d said are right (%.2f), %d of %d there are said (%.2f)",
		t.right, t.said, t.precision(), t.right, t.there, float64(t.right)/float64(max(1, t.there)))
}
