package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/web"
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
	store, err := readStore(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	source := &shelf{store: store}
	known, places, err := source.Atlas(t.Context(), atlas.View{})
	if err != nil {
		t.Fatal(err)
	}
	asked, right := 0, 0
	for _, f := range facts {
		got, ok := whoHeld(t, known, places, f, in[f.en])
		if !ok {
			t.Logf("%s: no such place", f.en)
			continue
		}
		if got.After == nil && got.Before == nil && got.Holder == "unknown" {
			continue // of which the samples do not speak
		}
		asked++
		if string(got.Holder) == f.holder {
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

// whoHeld asks by either name; where it is borne by several places, by the
// governorate too.
func whoHeld(t *testing.T, a *atlas.Atlas, places web.Places, f spotFact, governorate string) (ans atlas.Answer, ok bool) {
	t.Helper()
	day, err := timeline.ParseDay(f.day)
	if err != nil {
		t.Fatal(err)
	}
	within, _ := places.Province(governorate)
	for _, name := range []string{f.ar, f.en} {
		for _, in := range []string{"", within} {
			if found := places.Find(name, in); len(found) == 1 {
				if ans, err = a.Who(found[0].Place, day); err != nil {
					t.Fatal(err)
				}
				return ans, true
			}
		}
	}
	return ans, false
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
