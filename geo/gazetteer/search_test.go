package gazetteer_test

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"frontline/geo/gazetteer"
)

func TestSearch(t *testing.T) {
	g := load(t,
		"village, السخنة, Al-Sukhnah, , , village, 33.00, 37.00, Homs",
		"town, السخنة, Al-Sukhnah, , Sukhna, town, 34.88, 38.87, Homs",
		"field, حقل السخنة, Sukhnah Field, , , gas_field, 34.90, 38.80, Homs",
		"tanf, التنف, al-Tanf, , , base, 33.50, 38.62, Homs")
	for _, c := range []struct {
		phenomenon, q string
		limit         int
		want          string
	}{
		{"whole name, the larger first", "Al-Sukhnah", 10, "town village field"},
		{"without article", "sukhnah", 10, "town village field"},
		{"another article", "as-sukhnah", 10, "town village field"},
		{"begins so", "sukh", 10, "town village field"},
		{"a word of the name begins so", "field", 10, "field"},
		{"Arabic", "السخنة", 10, "town village field"},
		{"Arabic, without article", "سخنة", 10, "town village field"},
		{"Arabic, begins so", "السخ", 10, "town village field"},
		{"Arabic, another spelling", "سُخنه", 10, "town village field"},
		{"Arabic, two words", "حقل السخنة", 10, "field"},
		{"at most", "sukh", 1, "town"},
		{"none asked for", "sukh", 0, ""},
		{"no such name", "palmyra", 10, ""},
		{"no name", "", 10, ""},
		{"marks", "«»", 10, ""},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			got := g.Search(c.q, c.limit)
			if rankedIDs(got) != c.want {
				t.Errorf("%q: %s: want %s", c.q, rankedIDs(got), c.want)
			}
			for i, r := range got {
				if r.Score <= 0 || r.Score > 1 || i > 0 && r.Score > got[i-1].Score {
					t.Errorf("score %v at rank %d", r.Score, i)
				}
			}
		})
	}
	for q, want := range map[string]string{"sukhna": "name Sukhna", "sukh": "name begins so: Al-Sukhnah", "التن": "name begins so: التنف", "fiel": "a word of the name begins so: Sukhnah Field"} {
		if got := g.Search(q, 1); len(got) == 0 || got[0].Reason != want {
			t.Errorf("%q: %+v: want the reason %q", q, got, want)
		}
	}
}

// The table that ships: every place is found by each of its names, in both
// scripts, and by its id.
func TestShippedPlacesBearTheirNames(t *testing.T) {
	table, err := os.ReadFile("../../data/gazetteer/places.tsv")
	if err != nil {
		t.Fatal(err)
	}
	g, err := gazetteer.Load(bytes.NewReader(table))
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSpace(string(table)), "\n")[1:]
	if g.Len() != len(rows) || g.Len() < 1000 {
		t.Fatalf("%d places of %d rows", g.Len(), len(rows))
	}
	for _, row := range rows {
		col := strings.Split(row, "\t")
		names := []string{col[1], col[2]}
		for _, alternates := range col[3:5] {
			if alternates != "" {
				names = append(names, strings.Split(alternates, "|")...)
			}
		}
		for _, n := range names {
			if found := g.Lookup(n); !slices.ContainsFunc(found, func(e *gazetteer.Entry) bool { return e.ID == col[0] }) {
				t.Errorf("%s is not found by its name %q", col[0], n)
			}
		}
		if p, ok := g.Get(col[0]); !ok || p.ID != col[0] {
			t.Errorf("%s is not found by its id", col[0])
		}
	}
}
