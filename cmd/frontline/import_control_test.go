package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// sukhnahAt is a square around al-Sukhnah, held by whom the property side says.
const sukhnahAt = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"side":%q},
"geometry":{"type":"Polygon","coordinates":[[[38.7,34.7],[39.0,34.7],[39.0,35.0],[38.7,35.0],[38.7,34.7]]]}}]}`

func controlMaps(t *testing.T) string {
	return folder(t, map[string]string{
		"map_2017-07-01.geojson": fmt.Sprintf(sukhnahAt, "black"),
		"map_2017-07-02.geojson": fmt.Sprintf(sukhnahAt, "black"),
		"map_2017-08-20.geojson": fmt.Sprintf(sukhnahAt, "red"),
		"cut.geojson":            fmt.Sprintf(sukhnahAt, "red")[:150],
		"nowhere.csv":            "المكان,الجهة\nأطلانتس,قوات سوريا الديمقراطية\n",
		"list.csv":               "المحافظة,المكان,الجهة\nحمص,السخنة,تنظيم الدولة الإسلامية\n,أطلانتس,قوات سوريا الديمقراطية\n",
	})
}

// controlTaken is what `import control --format json` says, as far as tests read it.
type controlTaken struct {
	Added     *int
	Snapshots []struct {
		Day       string
		Held      map[string]int
		Outside   int
		Lines     int
		Contested int
	}
	Missing struct {
		Days   int
		Ranges []struct{ From, To string }
	}
	Placeless  bool
	Properties map[string]map[string]int
	Refused    []struct{ Property, Value string }
	Unplaced   struct {
		Total int
		Rows  []struct {
			Name, Reason string
			Line         int
		}
	}
}

func TestAMapAnswersForEveryPlaceOnIt(t *testing.T) {
	dir, db := controlMaps(t), filepath.Join(t.TempDir(), "control.db")
	take := []string{"import", "control", filepath.Join(dir, "map_2017-08-20.geojson"), filepath.Join(dir, "map_2017-07-01.geojson"), filepath.Join(dir, "map_2017-07-02.geojson"),
		"--actor-from", "side", "--actor", "black=islamic_state", "--actor", "red=syrian_government", "--source", "Wikipedia", "--url", "https://en.wikipedia.org/wiki/x",
		"--db", db, "--format", "json"}
	got := decode[controlTaken](t, output(t, take...))
	if got.Added == nil || *got.Added != 3 || got.Missing.Days != 48 || got.Missing.Ranges[0].From != "2017-07-03" || got.Missing.Ranges[0].To != "2017-08-20" {
		t.Errorf("%+v: want 3 reports and 48 days missing from 2017-07-03 on", got)
	}
	who := func(day string) answer {
		return decode[answer](t, output(t, "who", "السخنة", "--on", day, "--db", db, "--format", "json"))
	}
	before, between, after := who("2017-07-02"), who("2017-08-01"), who("2018-01-01")
	if before.Holder != "islamic_state" || before.Since != "2017-07-01" || before.SinceBasis != "baseline" || len(before.Because) != 2 ||
		!strings.Contains(before.Because[0].Claim.Quote, "السخنة") || before.Because[0].Report.URL != "https://en.wikipedia.org/wiki/x" {
		t.Errorf("before: %+v: want the Islamic State by the lines of the two maps", before)
	}
	if between.Holder != "islamic_state" || after.Holder != "syrian_government" || after.Since != "2017-08-20" {
		t.Errorf("between %+v, after %+v: want the Islamic State, then the government since 2017-08-20", between, after)
	}
	if again := decode[controlTaken](t, output(t, take...)); *again.Added != 0 {
		t.Errorf("%d reports new: want none the second time", *again.Added)
	}
	if text := output(t, "who", "--at", "38.95,34.95", "--on", "2018-01-01", "--db", db); !strings.Contains(text, "on 2018-01-01: syrian_government") {
		t.Errorf("%s: want the ground between answered too", text)
	}
}

// The polygons of a country that the gazetteer does not know can still be
// measured.
func TestAMapWithoutPlacesAnswersForItself(t *testing.T) {
	db := filepath.Join(t.TempDir(), "placeless.db")
	maps := folder(t, map[string]string{
		"sea_2020-01-01.geojson": `{"type":"Polygon","coordinates":[[[-30,40],[-29,40],[-29,41],[-30,41],[-30,40]]]}`,
		"sea_2020-02-01.geojson": `{"type":"Polygon","coordinates":[[[-30,40],[-28,40],[-28,41],[-30,41],[-30,40]]]}`,
	})
	take := []string{"import", "control", filepath.Join(maps, "sea_2020-01-01.geojson"), filepath.Join(maps, "sea_2020-02-01.geojson"),
		"--actor", "russia", "--source", "Surveyor", "--db", db}
	if said := output(t, take...); !strings.Contains(said, "--map SOURCE") || !strings.Contains(said, "2 of 2 reports are new") {
		t.Errorf("%s: want two reports, and how they can be asked", said)
	}
	if dry := output(t, append(take, "--dry-run")...); !strings.Contains(dry, "no place of the gazetteer") || !strings.Contains(dry, "nothing was taken in") {
		t.Errorf("%s: want it said that there are no places", dry)
	}
	if got := decode[controlTaken](t, output(t, append(take, "--format", "json")...)); !got.Placeless || *got.Added != 0 {
		t.Errorf("%+v: want it said that there are no places, and nothing new", got)
	}
	areas := decode[drawnAreas](t, output(t, "export", "--layer", "areas", "--map", "surveyor", "--on", "2020-02-02", "--db", db)).String()
	if areas != "russia 18826 km² 2020-02-01 1; " {
		t.Errorf("%s: want two degrees by one", areas)
	}
	output(t, "verify", "--db", db)
}

func TestADamagedFileOfASeriesChangesNothing(t *testing.T) {
	dir, db := controlMaps(t), filepath.Join(t.TempDir(), "control.db")
	good, cut := filepath.Join(dir, "map_2017-07-01.geojson"), filepath.Join(dir, "cut.geojson")
	output(t, "gazetteer", "place", "Nowhere", "--at", "38.9,34.9", "--author", "a", "--db", db) // a store
	wantFailure(t, frontline(t, "import", "control", good, cut, "--actor", "sdf", "--db", db), 1, "cut.geojson", "cut off")
	wantFailure(t, frontline(t, "import", "control", cut, "--on", "2017-07-01", "--actor", "sdf", "--db", db), 1, "cut.geojson", "cut off")
	wantFailure(t, frontline(t, "import", "control", good, "--db", db), 1, "map_2017-07-01.geojson", "feature 1", "--actor-from")
	wantFailure(t, frontline(t, "import", "control", good, "--actor-from", "side", "--db", db), 1, `"black"`, "syrian_government", "--dry-run")
	wantFailure(t, frontline(t, "import", "control", good, "--actor", "martians", "--db", db), 1, "--actor", `"martians"`, "sdf")
	wantFailure(t, frontline(t, "import", "control", good, "--actor", "sdf", "--actor", "a=hts", "--db", db), 1, "--actor sdf")
	wantFailure(t, frontline(t, "import", "control", good, "--actor", "sdf", "--elsewhere", "hts", "--db", db), 1, "--elsewhere", "--within")
	wantFailure(t, frontline(t, "import", "control", filepath.Join(dir, "nowhere.csv"), "--on", "2017-07-01", "--db", db), 1, "nowhere.csv", "imported first", "import places")
	if got := decode[answer](t, output(t, "who", "السخنة", "--on", "2017-08-01", "--db", db, "--format", "json")); got.Holder != "unknown" {
		t.Errorf("%+v: want nothing known", got)
	}
}

func TestAPreviewTakesInNothing(t *testing.T) {
	dir, db := controlMaps(t), filepath.Join(t.TempDir(), "control.db")
	output(t, "gazetteer", "place", "Nowhere", "--at", "38.9,34.9", "--author", "a", "--db", db) // a store
	text := frontline(t, "import", "control", filepath.Join(dir, "map_2017-07-01.geojson"), "--actor-from", "side", "--dry-run", "--db", db)
	wantFailure(t, text, 1, "nothing says who holds it")
	for _, want := range []string{`property side: "black" (1)`, `feature 1: side "black"`, "nothing was taken in"} {
		if !strings.Contains(text.out, want) {
			t.Errorf("%s: want %q", text.out, want)
		}
	}
	got := decode[controlTaken](t, output(t, "import", "control", filepath.Join(dir, "list.csv"), "--on", "2017-07-01", "--dry-run", "--db", db, "--format", "json"))
	if got.Added != nil || got.Unplaced.Total != 1 || got.Unplaced.Rows[0].Name != "أطلانتس" || got.Unplaced.Rows[0].Line != 3 || got.Snapshots[0].Held["islamic_state"] != 1 {
		t.Errorf("%+v: want al-Sukhnah held, and a row without a place", got)
	}
	if got := decode[answer](t, output(t, "who", "السخنة", "--on", "2017-08-01", "--db", db, "--format", "json")); got.Holder != "unknown" {
		t.Errorf("%+v: want nothing known", got)
	}
}
