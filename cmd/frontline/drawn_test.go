package main

import (
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// drawnAreas is what `export --layer areas --map` writes, as far as tests read it.
type drawnAreas struct {
	Features []struct {
		Properties struct {
			Holder   *string
			Parties  []string
			Km2      float64
			Map      string
			DrawnOn  string `json:"drawn_on"`
			AgeDays  *int   `json:"age_days"`
			Start    string
			End      *string
			Reported float64 `json:"km2_reported"`
		}
	}
}

func (d drawnAreas) String() (s string) {
	for _, f := range d.Features {
		p := f.Properties
		who := strings.Join(p.Parties, "+")
		if p.Holder != nil {
			who = *p.Holder
		}
		s += fmt.Sprintf("%s %.0f km² %s ", who, p.Km2, p.DrawnOn)
		if p.AgeDays != nil {
			s += fmt.Sprint(*p.AgeDays)
		}
		s += "; "
	}
	return s
}

// surveyed is a database with the maps of package drawn's tests, taken in as
// those of a surveyor: of the 1st, the 2nd and the 5th of March 2020.
func surveyed(t *testing.T) (db string) {
	t.Helper()
	db = filepath.Join(t.TempDir(), "drawn.db")
	output(t, "gazetteer", "place", "Inland", "--at", "30.2,10.2", "--author", "a", "--db", db)
	files, err := filepath.Glob(root + "/timeline/drawn/testdata/*.geojson")
	if err != nil || len(files) != 3 {
		t.Fatalf("%v, %v", files, err)
	}
	output(t, append([]string{"import", "control", "--actor-from", "side", "--actor", "red=russia", "--actor", "blue=ukraine", "--source", "Surveyor", "--db", db}, files...)...)
	return db
}

func TestAnImportedMapAnswersForItself(t *testing.T) {
	db := surveyed(t)
	areas := func(args ...string) string {
		return decode[drawnAreas](t, output(t, append([]string{"export", "--layer", "areas", "--map", "surveyor", "--db", db}, args...)...)).String()
	}
	for name, c := range map[string]struct{ args, want string }{
		"a day that was drawn":       {"--on 2020-03-01", "russia 48358 km² 2020-03-01 0; ukraine 3025 km² 2020-03-01 0; "},
		"a day that is missing":      {"--on 2020-03-04", "russia 51382 km² 2020-03-02 2; "},
		"long after the last":        {"--on 2021-03-05", "russia 30231 km² 2020-03-05 365; ukraine 3029 km² 2020-03-05 365; russia+ukraine 6034 km² 2020-03-05 365; "},
		"before the first":           {"--on 2020-02-29", ""},
		"of one actor, through days": {"--from 2020-03-02 --to 2020-03-06 --actor russia", "russia 51382 km² 2020-03-02 ; russia 30231 km² 2020-03-05 ; russia+ukraine 6034 km² 2020-03-05 ; "},
		"in a box":                   {"--on 2020-03-05 --bbox 33,9,34,10.2", "ukraine 3029 km² 2020-03-05 0; "},
		"as known long after":        {"--on 2020-03-05 --as-known-on 2099-01-01 --actor ukraine --bbox 33,9,34,10.2", "ukraine 3029 km² 2020-03-05 0; "},
		"where a place lies":         {"--on 2020-03-02 --place Inland", "russia 51382 km² 2020-03-02 0; "},
	} {
		if got := areas(strings.Fields(c.args)...); got != c.want {
			t.Errorf("%s: %s: want %s", name, got, c.want)
		}
	}
	wantFailure(t, frontline(t, "export", "--layer", "areas", "--map", "painter", "--db", db), 1, `--map: source "painter"`, "want one of surveyor")
	wantFailure(t, frontline(t, "export", "--layer", "areas", "--map", "surveyor", "--as-known-on", "2020-03-01", "--db", db), 1, "no source has one")
	wantFailure(t, frontline(t, "export", "--map", "surveyor", "--db", db), 1, "--map surveyor", "--layer areas")
	if text := output(t, "sources", "--db", db); !strings.Contains(text, "maps of 3 days, 2020-03-01 to 2020-03-05") {
		t.Errorf("%s: want the days of the surveyor's maps", text)
	}
	address := served(t, "serve", "--db", db)
	if got := decode[drawnAreas](t, get(t, address+"api/areas?day=2020-03-04&map=surveyor")).String(); got != "russia 51382 km² 2020-03-02 2; " {
		t.Errorf("the API: %s", got)
	}
	if status, body := fetch(t, address+"api/areas?day=2020-03-04&map=painter"); status != http.StatusBadRequest || !strings.Contains(body, "surveyor") {
		t.Errorf("%d %s: want 400 that names the surveyor", status, body)
	}
	output(t, "verify", "--db", db)
}

// What a map says goes with its report, and comes back with it.
func TestARetractedMapIsNotShown(t *testing.T) {
	db := surveyed(t)
	claims := output(t, "export", "--layer", "claims", "--on", "2020-03-05", "--db", db)
	report := regexp.MustCompile(`"report":"([0-9a-f]{16})"`).FindStringSubmatch(claims)
	if report == nil {
		t.Fatalf("%s: no report", claims)
	}
	shown := func() string {
		return decode[drawnAreas](t, output(t, "export", "--layer", "areas", "--map", "surveyor", "--on", "2020-03-06", "--bbox", "33,9,34,10.2", "--db", db)).String()
	}
	before := shown()
	output(t, "retract", report[1], "--author", "a", "--reason", "b", "--db", db)
	if got := shown(); before == got || !strings.Contains(got, "2020-03-02 4") {
		t.Errorf("%s: want the map of the 2nd", got)
	}
	output(t, "restore", "1", "--author", "a", "--db", db)
	if got := shown(); got != before {
		t.Errorf("%s: want %s again", got, before)
	}
}

// Faults in what others draw are mended; what cannot be is named.
func TestPolygonsWithFaults(t *testing.T) {
	ring := func(points string) string {
		return `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[38.7,34.7],[39,34.7],[39,35],[38.7,34.7]]]}},
{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[` + points + `]]}}]}`
	}
	var scribble strings.Builder
	for i := range 700 {
		s, c := math.Sincos(float64(i) * 2.4)
		fmt.Fprintf(&scribble, "[%g,%g],", 38+c*(1+float64(i%7))/9, 35+s*(1+float64(i%5))/9)
	}
	dir := folder(t, map[string]string{
		"bow-2017-07-01.geojson":      ring(`[38,34],[39,34.5],[39,34],[38,34.5],[38,34]`),
		"scribble-2017-07-01.geojson": ring(scribble.String() + `[39.1111111111111,35]`),
	})
	db := filepath.Join(dir, "a.db")
	take := func(name string) outcome {
		return frontline(t, "import", "control", filepath.Join(dir, name), "--actor", "sdf", "--source", "m", "--db", db)
	}
	wantFailure(t, take("scribble-2017-07-01.geojson"), 1, "scribble-2017-07-01.geojson", "feature 2", "geometry")
	if got := take("bow-2017-07-01.geojson"); got.status != 0 {
		t.Fatalf("%+v", got)
	}
	got := decode[drawnAreas](t, output(t, "export", "--layer", "areas", "--map", "m", "--on", "2017-07-01", "--db", db))
	if len(got.Features) != 1 || math.Abs(got.Features[0].Properties.Km2-(2*1273+457)) > 30 {
		t.Errorf("%v: want both wings of the bow, and the triangle", got)
	}
}

// The square kilometres that we say are those that GDAL measures in what we write.
func TestDrawnAreasAreThoseThatGDALMeasures(t *testing.T) {
	if _, err := exec.LookPath("ogrinfo"); err != nil && os.Getenv("CI") == "true" {
		t.Fatalf("%v: want GDAL where CI=true (apt-get install gdal-bin)", err)
	} else if err != nil {
		t.Skipf("%v: no GDAL to ask", err)
	}
	files, _ := filepath.Glob(root + "/../shared/bench/deepstate/*.geojson")
	if len(files) < 40 && os.Getenv("CI") == "true" {
		t.Fatalf("%d maps: want the folder shared beside the checkout where CI=true", len(files))
	} else if len(files) < 40 {
		t.Skip("no maps beside the checkout")
	}
	dir := t.TempDir()
	db, out := filepath.Join(dir, "a.db"), filepath.Join(dir, "areas.geojson")
	output(t, "gazetteer", "place", "Donetsk", "--at", "37.8,48", "--author", "a", "--db", db)
	output(t, append([]string{"import", "control", "--actor", "russia", "--source", "DeepStateMap", "--db", db}, files...)...)
	for _, day := range []string{"2024-07-15", "2025-01-20", "2025-08-15", "2026-08-15"} {
		output(t, "export", "--layer", "areas", "--map", "deepstatemap", "--on", day, "--db", db, "--out", out)
		text, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		var ours drawnAreas
		if err := json.Unmarshal(text, &ours); err != nil || len(ours.Features) != 1 {
			t.Fatalf("%s: %v, %v", day, ours, err)
		}
		said, err := exec.CommandContext(t.Context(), "ogrinfo", "-ro", "-dialect", "SQLite", "-sql", "SELECT ST_Area(geometry, 1) AS m2 FROM areas", out).CombinedOutput()
		number := regexp.MustCompile(`m2 \(Real\) = (\S+)`).FindSubmatch(said)
		if err != nil || number == nil {
			t.Fatalf("ogrinfo: %v: %s", err, said)
		}
		m2, err := strconv.ParseFloat(string(number[1]), 64)
		if km2 := ours.Features[0].Properties.Km2; err != nil || math.Abs(km2*1e6/m2-1) > 1e-4 {
			t.Errorf("%s: %v km²: GDAL says %v m², %v", day, km2, m2, err)
		}
	}
}
