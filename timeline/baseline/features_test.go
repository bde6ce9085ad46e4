package baseline_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/baseline"
)

// towns are points with holders: by id, by name, by where they lie, one that two
// contest, and one of nobody.
const towns = `{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"place":"p0","held by":"sdf","others":null,"note":"by its id"},"geometry":null},
{"type":"Feature","properties":{"place":"p0","held by":"sdf","note":"by its id"},"geometry":{"type":"Point","coordinates":[30.001,35]}},
{"type":"Feature","properties":{"place":"Village B","held by":"Islamic State"},"geometry":{"type":"Point","coordinates":[31.01,35.01]}},
{"type":"Feature","properties":{"held by":"sdf"},"geometry":{"type":"Point","coordinates":[32,35]}},
{"type":"Feature","properties":{"place":"p3","held by":"islamic_state","others":["sdf"]},"geometry":{"type":"Point","coordinates":[33,35]}},
{"type":"Feature","properties":{"place":"p4","held by":"unknown"},"geometry":{"type":"Point","coordinates":[34,35]}}]}`

const wantTowns = `2017-08-01 p0 holds sdf full
2017-08-01 p1 holds islamic_state full
2017-08-01 p2 holds sdf full
2017-08-01 p3 holds sdf partial
2017-08-01 p3 holds islamic_state full
`

func TestPointsAreAList(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(strings.SplitN(towns, "\n", 2)[1], "]}"), ",\n")
	for name, path := range map[string]string{
		"a collection": file("20170801.geojson", towns),
		"a sequence":   file("20170801.geojsons", "\x1e"+strings.Join(lines, "\n\x1e")+"\n"),
		"one a line":   file("20170801.ndjson", strings.Join(lines, "\n")),
		"a GeoPackage": packed(t, towns, "20170801"),
	} {
		o := options(6)
		o.Property = ""
		s := read(t, o, path)
		if got := told(claimsOf(t, s)); got != wantTowns {
			t.Errorf("%s: got\n%swant\n%s", name, got, wantTowns)
		}
		if l := s.LeftOut; len(l) != 2 || l[0].Features != 1 || l[0].Why != "no point" || l[1].Features != 1 || l[1].Why != "holder unknown" {
			t.Errorf("%s: left out %+v: want the feature without a geometry, and the town that nobody knows the holder of", name, l)
		}
		for r := range s.Readings() {
			if !strings.Contains(r.Report.Text, "feature 2: ") {
				t.Errorf("%s: %s: want the features cited by number", name, r.Report.Text)
			}
		}
	}
}

// packed is GeoJSON as a GeoPackage that GDAL makes of it.
func packed(t *testing.T, text, name string) string {
	t.Helper()
	if _, err := exec.LookPath("ogr2ogr"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%v: want GDAL where CI=true", err)
		}
		t.Skip("GDAL is not installed")
	}
	path := filepath.Join(t.TempDir(), name+".gpkg")
	out, err := exec.CommandContext(t.Context(), "ogr2ogr", "-f", "GPKG", path, file("x.geojson", strings.Replace(text, `["sdf"]`, `"sdf"`, 1))).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return path
}

// What will be mapped can be looked at, property by property and value by value.
func TestAFileSaysHowItWasRead(t *testing.T) {
	o := options(6)
	o.Property = ""
	s := read(t, o, file("20170801.geojson", strings.Replace(towns, `"Islamic State"`, `"the blacks"`, 1)))
	f := s.Files[0]
	if f.Format != "GeoJSON" || f.Features != 6 || f.Geometries["Point"] != 5 || f.Geometries[""] != 1 {
		t.Errorf("%+v: want six features, five of them points", f)
	}
	want := []baseline.Field{{"place", "place", true}, {"lon", "longitude of the geometry", true}, {"lat", "latitude of the geometry", true},
		{"holder", "held by", true}, {"others", "others", true}}
	if !slices.Equal(f.Fields, want) || !slices.Equal(f.Unused, []string{"note"}) {
		t.Errorf("fields %+v, unused %q: want %+v and the note", f.Fields, f.Unused, want)
	}
	var values []string
	for _, v := range f.Values {
		values = append(values, fmt.Sprint(v))
	}
	if got := strings.Join(values, ", "); got != "{sdf 2 [sdf]}, {islamic_state | sdf 1 [islamic_state sdf]}, {the blacks 1 []}, {unknown 1 [unknown]}" {
		t.Errorf("%s", got)
	}
	if x := f.Samples[3]; len(f.Samples) != 5 || x.Number != 5 || x.Name != "p3" || !slices.Equal(x.Places, []string{"p3"}) {
		t.Errorf("%+v: want five rows", f.Samples)
	}
	wantError(t, s.Ready(), baseline.ErrNobody, "feature 3", `"the blacks"`)
}

// A polygon of several holders is ground that they contest, on the places and on
// the map itself.
func TestAPolygonOfSeveralHolders(t *testing.T) {
	text := `{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"holder":null,"parties":["sdf","islamic_state"],"km2":12},"geometry":{"type":"Polygon","coordinates":[[[29,34],[31,34],[31,36],[29,34]]]}},
{"type":"Feature","properties":{"holder":"syrian_government","parties":[]},"geometry":{"type":"Polygon","coordinates":[[[30.5,34.5],[31.5,34.5],[31.5,35.5],[30.5,35.5],[30.5,34.5]]]}}]}`
	o := options(2)
	o.Property = ""
	s := read(t, o, file("20170801.json", text))
	wantText(t, told(claimsOf(t, s)), "2017-08-01 p0 holds sdf partial\n2017-08-01 p0 holds islamic_state partial\n2017-08-01 p1 holds syrian_government full\n")
	for r := range s.Readings() {
		var drawn []string
		for _, d := range r.Drawing.Shapes {
			drawn = append(drawn, fmt.Sprint(d.Feature, d.Holder))
		}
		if got := strings.Join(drawn, ", "); got != "1sdf, 2syrian_government, 3islamic_state" {
			t.Errorf("drawn %s", got)
		}
	}
	if f := s.Files[0]; !slices.Equal(f.Unused, []string{"km2"}) || len(f.Fields) != 2 {
		t.Errorf("%+v: want km2 left over", f)
	}
}

// Ground of which a map says that nobody knows is not elsewhere.
func TestGroundThatNobodyKnowsIsNotElsewhere(t *testing.T) {
	o := options(3)
	o.Elsewhere = army
	box := over(0).Bound().Union(over(2).Bound())
	o.Within = &box
	s := read(t, o, file("20170801.json", ground(map[int]timeline.Actor{0: isis, 1: timeline.Unknown})))
	wantText(t, told(claimsOf(t, s)), `2017-08-01 p0 holds islamic_state full
2017-08-01 p2 holds syrian_government full
`)
	if l := s.LeftOut; len(l) != 1 || l[0].Features != 1 || l[0].Why != "holder unknown" {
		t.Errorf("left out %+v: want the polygon of unknown holder", l)
	}
	for r := range s.Readings() {
		if r.Drawing.Elsewhere != "" {
			t.Errorf("%s holds the rest of the ground: want nobody, as not all of it is his", r.Drawing.Elsewhere)
		}
	}
}

func TestPointsThatSayNoHolder(t *testing.T) {
	o := options(6)
	o.Property = ""
	_, err := baseline.Read([]string{file("20170801.json", `{"type":"Feature","properties":{"colour":"red"},"geometry":{"type":"Point","coordinates":[30,35]}}`)}, o)
	wantError(t, err, nil, "no property says who holds a place", `["colour"]`)
	o.Holder = sdf
	s := read(t, o, file("20170801.json", `{"type":"Point","coordinates":[30,35]}`))
	wantText(t, told(claimsOf(t, s)), "2017-08-01 p0 holds sdf full\n")
}

func TestALayerIsOfAGeoPackage(t *testing.T) {
	o := options(6)
	o.Property, o.Layer = "", "towns"
	for _, path := range []string{file("20170801.json", towns), file("20170801.csv", "place,holder\np0,sdf\n")} {
		_, err := baseline.Read([]string{path}, o)
		wantError(t, err, nil, path, `layer "towns"`, "only a GeoPackage")
	}
	_, err := baseline.Read([]string{packed(t, towns, "20170801")}, o)
	wantError(t, err, nil, "20170801.gpkg", `layer "towns"`, `"x" (POINT)`)
}

// Somebody may be there beside an actor of whom nothing is known.
func TestPartOfAPlace(t *testing.T) {
	o := options(3)
	o.Day = timeline.Date(2017, 8, 1)
	claims := claimsOf(t, read(t, o, file("list.csv", "place,holder,others\np0,sdf,unknown\np1,,sdf\np2,sdf,\n")))
	wantText(t, told(claims), "2017-08-01 p0 holds sdf partial\n2017-08-01 p1 holds sdf partial\n2017-08-01 p2 holds sdf full\n")
	wantText(t, heldBy("p0", claims, mapmaker), "[2017-08-01, ) sdf +unknown\n")
}

// Whose a place is that others are in, too, is no matter of who comes first.
func TestAHolderStaysTheHolderBesideOthers(t *testing.T) {
	o := options(2)
	o.Day = timeline.Date(2017, 8, 1)
	claims := claimsOf(t, read(t, o, file("list.csv", "place,holder,others\np0,sdf,islamic_state\np1,islamic_state,sdf\n")))
	wantText(t, heldBy("p0", claims, mapmaker), "[2017-08-01, ) sdf +islamic_state\n")
	wantText(t, heldBy("p1", claims, mapmaker), "[2017-08-01, ) islamic_state +sdf\n")
}

// Values of several words are actors of their own where the user says so.
func TestAValueIsMappedWholeBeforeItIsCut(t *testing.T) {
	o := options(1)
	o.Day, o.Means = timeline.Date(2017, 8, 1), map[string]timeline.Actor{"sdf; allies": army}
	s := read(t, o, file("list.csv", "place,holder\np0,sdf; allies\n"))
	wantText(t, told(claimsOf(t, s)), "2017-08-01 p0 holds syrian_government full\n")
}
