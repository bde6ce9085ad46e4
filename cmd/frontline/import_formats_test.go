package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// ourReports are the sample reports in a database that the test may write to.
func ourReports(t *testing.T) (db string) {
	t.Helper()
	db = filepath.Join(t.TempDir(), "ours.db")
	output(t, "ingest", root+"/data/reports", "--db", db)
	return db
}

// inEach is who was in each place on a day, by its id; apart from those that a map
// cannot answer for: what is only known as an area, and what lies where another does.
func inEach(t *testing.T, db, day string) (points, all map[string]string) {
	t.Helper()
	var found struct {
		Features []struct {
			Geometry   struct{ Coordinates [2]float64 }
			Properties struct {
				Place, Holder, Precision string
				Others                   []string
			}
		}
	}
	text := output(t, "export", "--layer", "holdings", "--on", day, "--db", db)
	if err := json.Unmarshal([]byte(text), &found); err != nil {
		t.Fatal(err)
	}
	points, all = map[string]string{}, map[string]string{}
	at := map[[2]float64]int{}
	for _, f := range found.Features {
		at[f.Geometry.Coordinates]++
	}
	for _, f := range found.Features {
		p := f.Properties
		all[p.Place] = strings.Join(slices.Concat([]string{p.Holder}, p.Others), ", ")
		if p.Precision != "area" && at[f.Geometry.Coordinates] == 1 {
			points[p.Place] = all[p.Place]
		}
	}
	return points, all
}

// sets are who was where, in no order of theirs.
func sets(who map[string]string) map[string]string {
	out := map[string]string{}
	for place, list := range who {
		parts := strings.Split(list, ", ")
		slices.Sort(parts)
		out[place] = strings.Join(parts, ", ")
	}
	return out
}

// What the program writes of a day comes back as it was: every place that somebody
// known had, and nobody else.
func TestOurOwnExportsComeBack(t *testing.T) {
	const day = "2017-09-12"
	db, dir := ourReports(t), t.TempDir()
	points, all := inEach(t, db, day)
	if len(points) < 200 || len(all) < 300 {
		t.Fatalf("%d of %d places: want some hundreds", len(points), len(all))
	}
	write := func(layer, name string) string {
		path := filepath.Join(dir, name)
		output(t, "export", "--layer", layer, "--on", day, "--db", db, "--out", path)
		return path
	}
	files := map[string][]string{
		"holdings": {write("holdings", "holdings-"+day+".geojson"), write("holdings", "holdings-"+day+".gpkg")},
		"areas":    {write("areas", "areas-"+day+".geojson"), write("areas", "areas-"+day+".gpkg")},
	}
	sequence := filepath.Join(dir, "holdings-"+day+".geojsons")
	gdal(t, "ogr2ogr", "-f", "GeoJSONSeq", "-mapFieldType", "Date=String", sequence, files["holdings"][0])
	files["holdings"] = append(files["holdings"], sequence)
	for layer, paths := range files {
		for _, path := range paths {
			back := filepath.Join(t.TempDir(), "back.db")
			output(t, "import", "control", path, "--db", back)
			output(t, "verify", "--db", back)
			_, now := inEach(t, back, day)
			want := points
			if layer == "holdings" {
				want = all
			} else {
				want, now = sets(want), sets(now) // areas do not say who of several is the holder
			}
			for place, who := range want {
				switch {
				case who == "unknown", layer == "areas" && now[place] == "": // on a border, or off the drawn ground
				case strings.HasPrefix(who, "unknown, "): // nobody knows whose it was: who else is there comes first
					if sets(now)[place] != sets(want)[place] {
						t.Errorf("%s: %s: %s: want %s", filepath.Base(path), place, now[place], who)
					}
				case now[place] != who:
					t.Errorf("%s: %s: %s: want %s", filepath.Base(path), place, now[place], who)
				}
			}
			if layer == "areas" && len(now) < len(points) {
				t.Errorf("%s: %d places: want those of %d at least", path, len(now), len(points))
			}
			if layer == "holdings" && len(now) > len(all) {
				t.Errorf("%s: %d places of %d", path, len(now), len(all))
			}
		}
	}
	several := write("holdings,areas,fronts", "several-"+day+".gpkg")
	wantFailure(t, frontline(t, "import", "control", several, "--db", filepath.Join(dir, "x.db")), 1, "several layers", `"areas" (MULTIPOLYGON)`, `"holdings" (POINT)`)
	output(t, "import", "control", several, "--layer", "areas", "--db", filepath.Join(dir, "x.db"))
}

func TestAPreviewOfControlSaysWhatIsMapped(t *testing.T) {
	dir := controlMaps(t)
	geopackage := filepath.Join(dir, "map_2017-07-01.gpkg")
	gdal(t, "ogr2ogr", "-f", "GPKG", geopackage, filepath.Join(dir, "map_2017-07-01.geojson"), "-nln", "who's")
	got := frontline(t, "import", "control", geopackage, "--dry-run")
	wantFailure(t, got, 1, "nothing says who holds it")
	for _, want := range []string{`GeoPackage, layer "who's", 1 feature (1 Polygon)`, "columns guessed: holder=side", "left over: fid", `"black" (1) is not mapped`,
		`1: Polygon "black" is not mapped: no place`, "nothing was taken in"} {
		if !strings.Contains(got.out, want) {
			t.Errorf("%s: want %q", got.out, want)
		}
	}
	type preview struct {
		Files []struct {
			Format, Layer string
			Features      int
			Fields        []struct {
				Field, Name string
				Guessed     bool
			}
			Holders []struct {
				Said   string
				Actors []string
			}
			Samples []struct {
				Places int
				First  []string
			}
		}
	}
	v := decode[preview](t, output(t, "import", "control", geopackage, "--actor", "black=islamic_state", "--dry-run", "--format", "json")).Files[0]
	if v.Format != "GeoPackage" || v.Layer != "who's" || v.Features != 1 || v.Fields[0].Name != "side" || !v.Fields[0].Guessed ||
		!slices.Equal(v.Holders[0].Actors, []string{"islamic_state"}) || v.Samples[0].Places == 0 || len(v.Samples[0].First) != 3 {
		t.Errorf("%+v", v)
	}
}

// hamlets are places that the gazetteer has not, but for one.
const hamlets = `{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"NAME_A":"السخنة","NAME_E":"al-Sukhnah","class":"town","admin1":"Homs","note":"many"},"geometry":{"type":"Point","coordinates":[38.87,34.89]}},
{"type":"Feature","properties":{"NAME_A":"أم الزغاوير","class":"hamlet","admin1":"Homs"},"geometry":{"type":"Point","coordinates":[38.95,34.93]}},
{"type":"Feature","properties":{"NAME_A":"مقهى","class":"cafe"},"geometry":{"type":"Point","coordinates":[38.9,34.9]}},
{"type":"Feature","properties":{"class":"hamlet"},"geometry":{"type":"Point","coordinates":[38.9,34.9]}}]}`

func TestAPreviewOfPlacesSaysWhatIsMapped(t *testing.T) {
	dir := folder(t, map[string]string{"hamlets.geojson": hamlets})
	db, geopackage := filepath.Join(dir, "a.db"), filepath.Join(dir, "hamlets.gpkg")
	gdal(t, "ogr2ogr", "-f", "GPKG", geopackage, filepath.Join(dir, "hamlets.geojson"))
	take := []string{"import", "places", geopackage, "--map", "name_ar=NAME_A,name_en=NAME_E,kind=class", "--db", db}
	text := output(t, append(take, "--dry-run")...)
	for _, want := range []string{`GeoPackage, layer "hamlets", 4 features (4 Point)`, "columns as said: name_ar=NAME_A,name_en=NAME_E,kind=class", "columns guessed: admin1=admin1",
		"left over: fid, note", `"hamlet" (1) as village`, "no name", "السخنة (al-Sukhnah), town, Homs, 38.87000,34.89000", "1 by name", "nothing was taken in"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s: want %q", text, want)
		}
	}
	if _, err := os.Stat(db); err == nil {
		t.Error("a preview has made a database")
	}
	output(t, "gazetteer", "place", "Nowhere", "--at", "38.9,34.9", "--author", "a", "--db", db)
	before := decode[imported](t, output(t, append(take, "--dry-run", "--format", "json")...))
	if sources := output(t, "gazetteer", "sources", "--db", db); sources != "" {
		t.Errorf("%s: want nothing taken in", sources)
	}
	after := decode[imported](t, output(t, append(take, "--format", "json")...))
	if before.Records != after.Records || before.Added != after.Added || before.Added == 0 || before.Matched["name"] != after.Matched["name"] {
		t.Errorf("%+v foreseen, %+v came", before, after)
	}
	if again := decode[imported](t, output(t, append(take, "--format", "json")...)); again.Added != 0 {
		t.Errorf("%+v: want nothing new the second time", again)
	}
	wantFailure(t, frontline(t, append(take, "--layer", "villages")...), 1, "hamlets.gpkg", `layer "villages"`, `"hamlets" (POINT)`)
	wantFailure(t, frontline(t, "import", "places", filepath.Join(dir, "hamlets.geojson"), "--layer", "hamlets", "--db", db), 1, "only a GeoPackage")
	metres := filepath.Join(dir, "metres.gpkg")
	gdal(t, "ogr2ogr", "-f", "GPKG", "-t_srs", "EPSG:32637", metres, filepath.Join(dir, "hamlets.geojson"))
	wantFailure(t, frontline(t, "import", "places", metres, "--db", db), 1, "metres.gpkg", "32637", "want degrees")
}

// What cannot be taken in says what it wants instead.
func TestWhatIsNoMapSaysWhatItIs(t *testing.T) {
	db, dir := ourReports(t), t.TempDir()
	table := filepath.Join(dir, "areas-2017-09-12.csv")
	output(t, "export", "--layer", "areas", "--on", "2017-09-12", "--format", "csv", "--db", db, "--out", table)
	wantFailure(t, frontline(t, "import", "control", table, "--db", db), 1, "line 2", "is a polygon", "GeoJSON or a GeoPackage")
	const square = `{"type":"Feature","properties":{"holder":"sdf"},"geometry":{"type":"Polygon","coordinates":[[[38.7,35.1,9],[39,35.1,9],[39,35.4,9],[38.7,35.4,9],[38.7,35.1,9]]]}}`
	files := folder(t, map[string]string{"undated.geojson": square,
		"metres.geojson": `{"type":"FeatureCollection","features":[` + square + `],"crs":{"type":"name","properties":{"name":"EPSG:3857"}}}`})
	undated := filepath.Join(files, "undated.geojson")
	wantFailure(t, frontline(t, "import", "control", undated, "--db", db), 1, "no day in the name", "--on DAY")
	got := frontline(t, "import", "control", filepath.Join(files, "metres.geojson"), "--on", "2017-09-12", "--db", db)
	wantFailure(t, got, 1, "EPSG:3857", "want degrees")
	if strings.Contains(got.err, "damaged") {
		t.Errorf("%s: it is not damaged", got.err)
	}
	none := filepath.Join(dir, "none.db")
	if said := output(t, "import", "control", undated, "--on", "2017-09-12", "--dry-run", "--db", none); !strings.Contains(said, "sdf") {
		t.Errorf("%s: want a preview for a database that would be made", said)
	}
	if _, err := os.Stat(none); err == nil {
		t.Error("a preview made a database")
	}
	// GDAL gives features with heights a reference system of their own.
	high := filepath.Join(dir, "high.gpkg")
	gdal(t, "ogr2ogr", "-f", "GPKG", high, undated)
	if said := output(t, "import", "control", high, "--on", "2017-09-12", "--db", none); !strings.Contains(said, "1 of 1 reports are new") {
		t.Errorf("%s: want heights passed over", said)
	}
}
