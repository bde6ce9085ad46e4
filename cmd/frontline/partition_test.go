package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// squares are four villages in a country of two degrees by two.
func squares(t *testing.T) (dir string) {
	t.Helper()
	return folder(t, map[string]string{
		"places.csv":   "id,holder,lat,lon\n1,red,34.5,37.5\n2,red,35.5,37.5\n3,blue,34.5,38.5\n4,,35.5,38.5\n",
		"outline.json": `{"type":"Feature","properties":null,"geometry":{"type":"Polygon","coordinates":[[[37,34],[39,34],[39,36],[37,36],[37,34]]]}}`,
		"point.json":   `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[37,34]}}]}`,
		"list.json":    `[[37,34],[39,34]]`,
		"words.json":   `{"type":"Polygon","coordinates":[["a","b"]]}`,
		"empty.json":   `{"type":"FeatureCollection","features":[]}`,
		"metres.json":  `{"type":"Polygon","coordinates":[[[4e6,4e6],[4.1e6,4e6],[4e6,4.1e6],[4e6,4e6]]]}`,
		"line.json":    `{"type":"Polygon","coordinates":[[[37,34],[38,34],[39,34],[37,34]]]}`,
		"hollow.json":  `{"type":"MultiPolygon","coordinates":[]}`,
		"names.csv":    "id,name,lat,lon\n1,x,34,37\n",
		"north.csv":    "lon,lat,holder\n37.5,34.5,red\n37.5,north,red\n",
		"far.csv":      "lon,lat,holder\n37.5,94.5,red\n",
	})
}

type divided struct {
	Features []struct {
		Properties struct {
			Holder, A, B string
			AreaKm2      float64 `json:"area_km2"`
			Km           float64
		}
		Geometry struct {
			Type        string
			Coordinates json.RawMessage
		}
	}
}

func TestPartitionOfPlacesOfOnesOwn(t *testing.T) {
	dir := squares(t)
	places, outline := filepath.Join(dir, "places.csv"), filepath.Join(dir, "outline.json")
	areas, fronts := filepath.Join(dir, "areas.geojson"), filepath.Join(dir, "fronts.geojson")
	output(t, "partition", "--places", places, "--outline", outline, "--areas", areas, "--fronts", fronts)
	read := func(name string) divided {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return decode[divided](t, string(raw))
	}
	var holders []string
	km2 := 0.0
	for _, f := range read(areas).Features {
		holders, km2 = append(holders, f.Properties.Holder+" "+f.Geometry.Type), km2+f.Properties.AreaKm2
	}
	if got := fmt.Sprint(holders); got != "[blue MultiPolygon red MultiPolygon]" || math.Abs(km2-30422) > 100 {
		t.Errorf("%s, %v km²: want three quarters of 40,562", got, km2)
	}
	lines := read(fronts).Features
	if len(lines) != 1 || lines[0].Properties.A != "blue" || lines[0].Properties.B != "red" || math.Abs(lines[0].Properties.Km-111.2) > 0.1 {
		t.Errorf("fronts %+v: want one of a degree between blue and red", lines)
	}
	alone := output(t, "partition", "--places", places, "--outline", outline, "--fronts", "-", "--plane", "country")
	if got := decode[divided](t, alone); len(got.Features) != 1 {
		t.Errorf("fronts alone: %s", alone)
	}
}

func TestPartitionRefusesWhatItCannotRead(t *testing.T) {
	dir := squares(t)
	for _, c := range []struct {
		places, outline string
		words           []string
	}{
		{"none.csv", "outline.json", []string{"--places", "none.csv"}},
		{"names.csv", "outline.json", []string{"names.csv", `"holder"`, `"name"`}},
		{"north.csv", "outline.json", []string{"north.csv", "line 3", `"north"`, "-90 to 90"}},
		{"far.csv", "outline.json", []string{"far.csv", "line 2", "94.5"}},
		{"places.csv", "point.json", []string{"--outline", "point.json", "geometry 1", "Point"}},
		{"places.csv", "places.csv", []string{"--outline", "places.csv"}},
		{"places.csv", "list.json", []string{"--outline", "list.json", "JSON array", "want GeoJSON"}},
		{"places.csv", "words.json", []string{"--outline", "words.json", "geometry 1", "a string", "want lists of positions"}},
		{"places.csv", "empty.json", []string{"--outline", "empty.json", "no polygon in it", "want a Polygon"}},
		{"places.csv", "hollow.json", []string{"--outline", "hollow.json", "no polygon in it"}},
		{"places.csv", "line.json", []string{"--outline", "line.json", "no polygon in it"}},
		{"places.csv", "metres.json", []string{"--outline", "metres.json", "geometry 1", "4e+06", "-180 to 180"}},
	} {
		args := []string{"partition", "--places", filepath.Join(dir, c.places), "--outline", filepath.Join(dir, c.outline), "--areas", "-"}
		wantFailure(t, frontline(t, args...), exitFailed, c.words...)
	}
	wantFailure(t, frontline(t, "partition", "--places", "x", "--outline", "x"), exitFailed, "--areas", "--fronts")
	wantFailure(t, frontline(t, "partition", "--places", "x", "--outline", "x", "--areas", "-", "--plane", "round"), exitFailed, "degrees, country")
}

// What spreadsheets write before, and around, what is meant makes no difference;
// nor do outlines in pieces that meet, lie over each other, or cross themselves.
func TestPartitionOfTheSameInOtherWords(t *testing.T) {
	dir := squares(t)
	other := folder(t, map[string]string{
		"places.csv": "\ufeffid, lon ,lat,holder \n1, 37.5 , 34.5, red\n2,37.5,35.5 ,red \n3, 38.5,34.5,blue\n4,38.5,35.5, \n",
		"outline.json": `{"type":"FeatureCollection","features":[
{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[37,34],[38,34],[38,36],[37,36],[37,34]]]}},
{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[38,34],[39,34],[39,36],[38,36],[38,34]]]}},
{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[37.5,34.5],[38.5,35.5],[38.5,34.5],[37.5,35.5],[37.5,34.5]]]}}]}`,
	})
	divide := func(dir string) (said []string) {
		areas := output(t, "partition", "--places", filepath.Join(dir, "places.csv"), "--outline", filepath.Join(dir, "outline.json"), "--areas", "-")
		for _, f := range decode[divided](t, areas).Features {
			said = append(said, fmt.Sprintf("%s %.3f", f.Properties.Holder, f.Properties.AreaKm2))
		}
		return said
	}
	if got, want := fmt.Sprint(divide(other)), fmt.Sprint(divide(dir)); got != want {
		t.Errorf("%s: want %s", got, want)
	}
}

// TestPartitionPassesThePeersJudge has the judge of ../shared/bench look at what
// comes of the peers' inputs.
func TestPartitionPassesThePeersJudge(t *testing.T) {
	gen, err := filepath.Abs(filepath.Join(root, "..", "shared", "bench", "gen"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(gen); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	dir := t.TempDir()
	run := func(name string, args ...string) string {
		t.Helper()
		c := exec.CommandContext(t.Context(), name, args...)
		c.Dir = gen
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%s %v: %v: %s", name, args, err, out)
		}
		return string(out)
	}
	run("go", "run", ".", "-o", dir)
	outline, areas, fronts := filepath.Join(gen, "outline.geojson"), filepath.Join(dir, "areas.geojson"), filepath.Join(dir, "fronts.geojson")
	for _, n := range []int{1000, 7000, 25000, 100000} {
		places := filepath.Join(dir, fmt.Sprintf("places_%d.csv", n))
		output(t, "partition", "--places", places, "--outline", outline, "--areas", areas, "--fronts", fronts)
		said := run("go", "run", "-C", "check", ".", "-places", places, "-areas", areas, "-fronts", fronts, "-outline", outline)
		if !strings.HasPrefix(said, "check: ok features=5 ") || !strings.Contains(said, "wrong_samples=0/") {
			t.Errorf("%d places: %s", n, said)
		}
		t.Logf("%d places: %s", n, said)
	}
}
