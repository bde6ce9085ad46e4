package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// spotFact is who held a place on a day, as documented elsewhere.
type spotFact struct{ en, ar, day, holder string }

// The samples tell of the campaign of May to December 2017. Of what is
// documented of those months at places that they speak of, the map that is read
// out of them is right, and where it is wrong it does not say so as certain.
func TestSamplesAnswerWhatIsDocumented(t *testing.T) {
	facts, in := spotFacts(t), governorates(t)
	db := filepath.Join(t.TempDir(), "a.db")
	output(t, "ingest", root+"/data/reports", "--db", db)
	asked, right := 0, 0
	for _, f := range facts {
		got, ok := whoHeld(t, db, f, in)
		if !ok {
			t.Logf("%s: no such place", f.en)
			continue
		}
		if got.After == nil && got.Before == nil && got.Holder == "unknown" {
			continue // of which the samples do not speak
		}
		asked++
		if got.Holder == f.holder {
			right++
			continue
		}
		t.Logf("%s on %s: %s (contested %v, inferred %v, %.2f), documented: %s", f.en, f.day, got.Holder, got.Contested, got.Inferred, got.Confidence, f.holder)
		if got.Holder != "unknown" && !got.Contested && !got.Inferred && !got.Uncertain {
			t.Errorf("%s on %s: %s given as certain, documented: %s", f.en, f.day, got.Holder, f.holder)
		}
	}
	t.Logf("%d of %d right (%.3f)", right, asked, float64(right)/float64(asked))
	if asked < 80 || float64(right) < 0.95*float64(asked) {
		t.Errorf("%d of %d right: want 95 %% of at least 80", right, asked)
	}
}

type heldAnswer struct {
	Holder                         string
	Contested, Inferred, Uncertain bool
	Confidence                     float64
	Before, After                  any
}

// whoHeld asks by either name; where it is borne by several places, by the
// governorate too.
func whoHeld(t *testing.T, db string, f spotFact, in map[string]string) (a heldAnswer, ok bool) {
	t.Helper()
	for _, name := range []string{f.ar, f.en} {
		for _, more := range [][]string{nil, {"--in", in[f.en]}} {
			if len(more) > 0 && more[1] == "" {
				continue
			}
			var out strings.Builder
			args := append([]string{"who", name, "--on", f.day, "--db", db, "--format", "json"}, more...)
			if run(t.Context(), args, streams{strings.NewReader(""), &out, &out}) != 0 {
				continue
			}
			if err := json.Unmarshal([]byte(out.String()), &a); err != nil {
				t.Fatal(err)
			}
			return a, true
		}
	}
	return a, false
}

// spotFacts are those of the months that the samples tell of.
func spotFacts(t *testing.T) (out []spotFact) {
	t.Helper()
	for _, row := range factTable(t, "status.tsv") {
		if row["date"] >= "2017-05-01" && row["date"] < "2018-01-01" {
			out = append(out, spotFact{row["place_en"], row["place_ar"], row["date"], row["holder"]})
		}
	}
	return out
}

func governorates(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, row := range factTable(t, "control.tsv") {
		out[row["place_en"]] = row["governorate"]
	}
	return out
}

// factTable is a table of documented facts, which lie beside the repository and
// not in it.
func factTable(t *testing.T, name string) (out []map[string]string) {
	t.Helper()
	f, err := os.Open(filepath.Join(root, "..", "shared", "facts", name))
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(fmt.Sprint("documented facts are not here: ", err))
	}
	defer f.Close()
	in := csv.NewReader(f)
	in.Comma, in.LazyQuotes, in.FieldsPerRecord = '\t', true, -1
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		r := map[string]string{}
		for i, column := range rows[0] {
			if i < len(row) {
				r[column] = row[i]
			}
		}
		out = append(out, r)
	}
	return out
}
