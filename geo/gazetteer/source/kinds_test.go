package source_test

import (
	"os"
	"strings"
	"testing"

	"frontline/geo/gazetteer"
	"frontline/geo/gazetteer/source"
)

func TestKindsByTheirWords(t *testing.T) {
	for _, c := range []struct{ phenomenon, word, kind string }{
		{"GeoNames", "PPLC", "city"},
		{"GeoNames", "HLL", "hill"},
		{"GeoNames, with more behind it", "PPLA3 pop=48975", "town"},
		{"OCHA", "community", "village"},
		{"OCHA, a level", "adm1", "governorate"},
		{"a word and what it is of", "neighbourhood of Aleppo", "neighbourhood"},
		{"a word and what kind of it", "airfield:small_airport", "airbase"},
		{"several", "rail_terminal/road_terminal", "station"},
		{"several, as OpenStreetMap has them", "castle;ruins", "base"},
		{"capitals", "Town", "town"},
		{"Arabic", "بلدة", "town"},
		{"nobody knows", "Shieling", "Shieling"},
		{"nobody knows, in two words", "summer pasture", "summer pasture"},
		{"no place to hold", "hotel", ""},
		{"no place to hold, with more behind it", "school (secondary)", ""},
		{"a country", "country", ""},
	} {
		path := written(t, "t.csv", "name,kind,lat,lon\nTadmor,village,34.5,38.2\nX,"+c.word+",34.55,38.28\n")
		in := open(t, path, source.Options{})
		got := records(t, in)
		switch {
		case c.kind == "" && (len(got) != 1 || len(in.Summary().LeftOut) != 1):
			t.Errorf("%s: %s was taken: %q", c.phenomenon, c.word, allTold(got))
		case c.kind != "" && (len(got) != 2 || got[1].Kind != c.kind):
			t.Errorf("%s: %s: %q: want %s", c.phenomenon, c.word, allTold(got), c.kind)
		}
	}
}

// The table speaks the language of the gazetteer: every kind in it is one that
// places have there, or none.
func TestTheTableOfKindsNamesKindsOfTheGazetteer(t *testing.T) {
	f, err := os.Open("../../../data/gazetteer/places.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	known := map[string]bool{"-": true}
	for in := gazetteer.NewReader(f); ; {
		e, err := in.Read()
		if err != nil {
			break
		}
		known[e.Kind] = true
	}
	if len(known) < 20 {
		t.Fatalf("%d kinds in the gazetteer", len(known))
	}
	table, err := os.ReadFile("kinds.tsv")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(string(table)) {
		if strings.HasPrefix(line, "# ") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 3 || !known[f[2]] {
			t.Errorf("%q: want scheme, code and a kind of the gazetteer", line)
			continue
		}
		if by := f[0] + " " + strings.ToLower(f[1]); seen[by] {
			t.Errorf("%s is there twice", by)
		} else {
			seen[by] = true
		}
	}
}
