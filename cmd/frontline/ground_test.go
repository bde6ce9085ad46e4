package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestDifferenceNamesWhoHowMuchAndWhy(t *testing.T) {
	db := fourReportsStored(t)
	said := output(t, "difference", "2017-08-02", "2017-08-15", "--db", db)
	for _, want := range []string{
		`(?m)^islamic_state → sdf: \d+ km²( \(\d+ to \d+\))?, 1 place$`,
		`(?m)^islamic_state → contested by islamic_state, syrian_government: \d+ km²( \(\d+ to \d+\))?, 1 place$`,
		"(?s)المنصورة.*سيطرت قوات سوريا الديمقراطية أمس على كامل بلدة المنصورة.*report [0-9a-f]{16}",
	} {
		if !regexp.MustCompile(want).MatchString(said) {
			t.Errorf("%s\nwant %s", said, want)
		}
	}
	if got := output(t, "difference", "2017-08-02", "2017-08-02", "--db", db); got != "nothing is known to have changed\n" {
		t.Errorf("a day and itself: %s", got)
	}
	if got := output(t, "difference", "2017-08-02", "2017-08-15", "--db", db, "--in", "Raqqa"); strings.Contains(got, "السخنة") || !strings.Contains(got, "المنصورة") {
		t.Errorf("in Raqqa: %s", got)
	}
}

func TestSeriesAsATableAndAsCSV(t *testing.T) {
	db := fourReportsStored(t)
	file := filepath.Join(t.TempDir(), "series.csv")
	output(t, "series", "2017-08-01..2017-09-01", "--every", "week", "--format", "csv", "--out", file, "--db", db)
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(raw))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	sums, weeks := map[string]float64{}, ""
	for _, row := range rows[1:] {
		if sums[row[0]] == 0 {
			weeks += row[0] + "…" + row[1] + " "
		}
		km2, err := strconv.ParseFloat(row[4], 64)
		if err != nil {
			t.Fatalf("%v: %v", row, err)
		}
		sums[row[0]] += km2
	}
	if want := "2017-08-01…2017-08-08 2017-08-08…2017-08-15 2017-08-15…2017-08-22 2017-08-22…2017-08-29 2017-08-29…2017-09-01 "; weeks != want {
		t.Errorf("weeks %s\nwant  %s", weeks, want)
	}
	for week, km2 := range sums {
		if diff := km2 - sums["2017-08-01"]; diff > 0.01 || diff < -0.01 {
			t.Errorf("%s: %v km² in all: want the same in every week, %v", week, km2, sums["2017-08-01"])
		}
	}
	table := output(t, "series", "2017-08-01..", "--db", db)
	if head, _, _ := strings.Cut(table, "\n"); strings.Join(strings.Fields(head), " ") != "km² on islamic_state sdf syrian_government contested unknown" {
		t.Errorf("%s", table)
	}
	if got := output(t, "series", "..2016-01-01", "--db", db); got != "nothing is known of these days\n" {
		t.Errorf("before anything: %s", got)
	}
}

func TestQuestionsOfGroundRefuseWhatTheyDoNotKnow(t *testing.T) {
	db := fourReportsStored(t)
	dir := folder(t, map[string]string{"line.json": `{"type":"LineString","coordinates":[[38,34],[39,35]]}`,
		"empty.json": `{"type":"FeatureCollection","features":[]}`})
	line, empty := filepath.Join(dir, "line.json"), filepath.Join(dir, "empty.json")
	for _, c := range []struct {
		args  string
		words []string
	}{
		{"difference", []string{"arg"}},
		{"difference 2017-08-02 yesterday", []string{"DAY", `"yesterday"`, "YYYY-MM-DD"}},
		{"difference 2017-08-02 2017-08-15 --reach 5000", []string{"--reach", `"5000"`, "5 to 1000"}},
		{"difference 2017-08-02 2017-08-15 --reach 0", []string{"--reach", `"0"`, "5 to 1000"}},
		{"difference 2017-08-02 2017-08-15 --actor nobody", []string{`--actor "nobody"`, "sdf"}},
		{"series 2017", []string{`"2017"`, "YYYY-MM-DD"}},
		{"series --every hour", []string{"--every", `"hour"`, "change, day, week, month"}},
		{"series --within nowhere.json", []string{"--within", "nowhere.json"}},
		{"series --within " + line, []string{"--within", "line.json", "LineString"}},
		{"series --within " + empty, []string{"--within", "empty.json", "no polygon in it", "want a Polygon"}},
		{"series --in Homs --within " + line, []string{"--within", "--in", "one of the two"}},
		{"series --bbox 1,2,3,4", []string{"region", "no ground of the country"}},
	} {
		wantFailure(t, frontline(t, append(strings.Fields(c.args), "--db", db)...), exitFailed, c.words...)
	}
}

// TestCorrectionsOfTheGroundAreKeptApart: a late report tells of a capture that the
// map of its day did not show. Between the days nothing changed; what is known did.
func TestCorrectionsOfTheGroundAreKeptApart(t *testing.T) {
	db := fourReportsStored(t)
	late := folder(t, map[string]string{"e.txt": "---\npublished: 2017-09-01\nsource: دفتر الشرق\n---\n" +
		"سيطرت قوات سوريا الديمقراطية في 4 آب الماضي على مدينة السخنة.\n"})
	output(t, "ingest", late, "--db", db)
	said := output(t, "difference", "2017-08-06", "--known-from", "2017-08-20", "--db", db)
	for _, want := range []string{`(?m)^nobody known → islamic_state: \d+ km², 1 place$`,
		`(?s)nobody known → sdf: \d+ km², 1 place.*السخنة .*nothing known → sdf.*في 4 آب الماضي على مدينة السخنة`} {
		if !regexp.MustCompile(want).MatchString(said) {
			t.Errorf("as nothing was known yet: %s\nwant %s", said, want)
		}
	}
	if got := output(t, "difference", "2017-08-06", "--known-from", "2999-01-01", "--db", db); got != "nothing is known to have changed\n" {
		t.Errorf("as it is known now: %s", got)
	}
	address := served(t, "serve", "--db", db)
	body := get(t, address+"api/corrected?day=2017-08-06&known_on=2017-08-20")
	if want := output(t, "difference", "2017-08-06", "--known-from", "2017-08-20", "--db", db, "--format", "json"); body != want {
		t.Errorf("the API says %s\nthe command %s", body, want)
	}
	if strings.Contains(body, `"what":"change"`) || !strings.Contains(body, `"what":"correction"`) {
		t.Errorf("%s: want corrections alone", body)
	}
}

// TestMapsOfOthersAreComparedAndMeasured: a square, and a larger one four days later.
func TestMapsOfOthersAreComparedAndMeasured(t *testing.T) {
	db := fourReportsStored(t)
	dir := folder(t, map[string]string{
		"drawn_20170801.geojson": `{"type":"Polygon","coordinates":[[[38,35],[39,35],[39,36],[38,36],[38,35]]]}`,
		"drawn_20170805.geojson": `{"type":"Polygon","coordinates":[[[38,35],[40,35],[40,36],[38,36],[38,35]]]}`,
	})
	output(t, "import", "control", filepath.Join(dir, "drawn_20170801.geojson"), filepath.Join(dir, "drawn_20170805.geojson"),
		"--actor", "sdf", "--source", "Drawers", "--db", db)
	for args, want := range map[string]string{
		"difference 2017-08-02 2017-08-06 --map drawers":  "nobody known → sdf: 10066 km²\n",
		"difference 2017-08-06 2017-08-02 --map drawers":  "sdf → nobody known: 10066 km²\n",
		"difference 2017-08-05 2017-08-06 --map drawers":  "nothing is known to have changed\n",
		"series --map drawers --bbox 38,35,39.5,36":       "      km² on    sdf  contested  unknown\n  2017-08-01  10066          0     5033\n  2017-08-05  15099          0        0\n",
		"series 2017-08-05.. --map drawers --every month": "      km² on    sdf  contested  unknown\n  2017-08-05  20133          0        0\n",
	} {
		if got := output(t, append(strings.Fields(args), "--db", db)...); got != want {
			t.Errorf("%s: %q, want %q", args, got, want)
		}
	}
	for args, words := range map[string][]string{
		"difference 2017-07-01 2017-08-06 --map drawers":              {"drawers", "2017-08-01", "2017-07-01"},
		"difference 2017-08-01 2017-08-06 --map nobody":               {`"nobody"`, "drawers"},
		"difference 2017-08-01":                                       {"two days", "--known-from"},
		"difference 2017-08-01 --known-from 2017-08-02 --map drawers": {"--map", "--known-from"},
		"difference 2017-08-01 2017-08-06 --known-from 2017-08-02":    {"two days", "--known-from"},
		"series --map nobody":                                         {`"nobody"`, "drawers"},
	} {
		wantFailure(t, frontline(t, append(strings.Fields(args), "--db", db)...), exitFailed, words...)
	}
	address := served(t, "serve", "--db", db)
	for path, words := range map[string]string{
		"difference?from=2017-07-01&to=2017-08-06&map=drawers": "2017-08-01",
		"series?map=nobody": "drawers",
	} {
		if status, body := fetch(t, address+"api/"+path); status != 400 || !strings.Contains(body, words) {
			t.Errorf("%s: %d %s", path, status, body)
		}
	}
}

// crossed is a governorate drawn as a bow, and halves are its two halves, each
// by itself.
const (
	crossed = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ADM1_PCODE":"SY04","ADM1_EN":"Homs","ADM1_AR":"حمص"},
"geometry":{"type":"Polygon","coordinates":[[[38,34],[39,35],[39,34],[38,35],[38,34]]]}}]}`
	halves = `{"type":"MultiPolygon","coordinates":[[[[38,34],[38.5,34.5],[38,35],[38,34]]],[[[39,34],[39,35],[38.5,34.5],[39,34]]]]}`
)

func TestAGovernorateDrawnWithFaultsCanBeAskedAbout(t *testing.T) {
	db := fourReportsStored(t)
	dir := folder(t, map[string]string{"adm1.geojson": crossed, "halves.geojson": halves})
	output(t, "import", "places", filepath.Join(dir, "adm1.geojson"), "--db", db)
	named := output(t, "series", "2017-08-14..2017-08-15", "--in", "Homs", "--db", db)
	drawn := output(t, "series", "2017-08-14..2017-08-15", "--within", filepath.Join(dir, "halves.geojson"), "--db", db)
	if named != drawn || !strings.Contains(named, "contested") {
		t.Errorf("%s\nwant what lies in the halves of the bow:\n%s", named, drawn)
	}
}

func TestEveryPublishedGovernorateCanBeAskedAbout(t *testing.T) {
	db := fourReportsStored(t)
	output(t, "import", "places", besideUs(t, "gazetteer/boundaries/syr_adm1.geojson"), "--db", db)
	for _, name := range []string{"Aleppo", "Al-Hasakah", "Ar-Raqqah", "As-Suwayda", "Damascus", "Daraa", "Deir ez-Zor", "Hama", "Homs", "Idlib", "Latakia", "Quneitra", "Rif Dimashq", "Tartus"} {
		output(t, "series", "2017-08-14..2017-08-15", "--in", name, "--db", db)
	}
}
