package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// An import that is refused leaves no database behind that it would have made.
func TestARefusedImportMakesNoDatabase(t *testing.T) {
	dir := folder(t, map[string]string{
		"whole.geojson": hamlets,
		"cut.geojson":   hamlets[:max(strings.Index(hamlets, "cafe"), 0)], // in the third of its features
		"map.geojson":   fmt.Sprintf(sukhnahAt, "black"),
		"half.geojson":  fmt.Sprintf(sukhnahAt, "black")[:150],
	})
	fields := []string{"--map", "name_ar=NAME_A,name_en=NAME_E,kind=class"}
	control := []string{"--on", "2017-07-01", "--actor", "sdf"}
	for _, c := range []struct {
		what, good, bad string
		more            []string
	}{
		{"places", "whole.geojson", "cut.geojson", fields},
		{"control", "map.geojson", "half.geojson", control},
	} {
		t.Run(c.what, func(t *testing.T) {
			made := t.TempDir()
			take := func(name string) []string {
				return append([]string{"import", c.what, filepath.Join(dir, name), "--db", filepath.Join(made, "new.db")}, c.more...)
			}
			wantFailure(t, frontline(t, take(c.bad)...), 1, c.bad, "cut off")
			wantFiles(t, made)
			output(t, take(c.good)...)
			wantFiles(t, made, "new.db")
			output(t, "verify", "--db", filepath.Join(made, "new.db"))
			wantFailure(t, frontline(t, take(c.bad)...), 1, c.bad, "cut off")
			wantFiles(t, made, "new.db") // what was there stays
		})
	}
}

func wantFiles(t *testing.T, dir string, names ...string) {
	t.Helper()
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != len(names) {
		t.Fatalf("%v, %v: want %q and nothing else", left, err, names)
	}
	for i, name := range names {
		if left[i].Name() != name {
			t.Errorf("%s: want %s", left[i].Name(), name)
		}
	}
}

// What is said of features speaks of features, and of tables of lines.
func TestFaultsOfPlacesSayWhatTheyAreOf(t *testing.T) {
	const beyond, nameless = "latitude 95", "no name"
	dir := folder(t, map[string]string{
		"a.geojson": `{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"Umm Qubaybah","class":"hamlet"},"geometry":{"type":"Point","coordinates":[38.9,34.9]}},
{"type":"Feature","properties":{"name":"Far Off","class":"hamlet"},"geometry":{"type":"Point","coordinates":[38.9,95]}},
{"type":"Feature","properties":{"class":"hamlet"},"geometry":{"type":"Point","coordinates":[38.9,34.8]}}]}`,
		"a.csv": "name,kind,lon,lat\nUmm Qubaybah,hamlet,38.9,34.9\nFar Off,hamlet,38.9,95\n,hamlet,38.9,34.8\n",
	})
	for file, want := range map[string][]string{
		"a.geojson": {"feature 2: " + beyond, "first in feature 3: " + nameless},
		"a.csv":     {"line 3: " + beyond, "first in line 4: " + nameless},
	} {
		said := output(t, "import", "places", filepath.Join(dir, file), "--dry-run", "--db", filepath.Join(dir, "none.db"))
		for _, words := range want {
			if !strings.Contains(said, words) {
				t.Errorf("%s: %s: want %q", file, said, words)
			}
		}
	}
}
