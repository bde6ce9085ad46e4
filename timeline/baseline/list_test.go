package baseline_test

import (
	"slices"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/baseline"
)

func TestAListNamesItsPlacesInAnyWay(t *testing.T) {
	for name, text := range map[string]string{
		"by name, in English":            "name,controlled by\nVillage A,Islamic State\n",
		"by name, in Arabic":             "المكان;الجهة المسيطرة\nقرية ا;تنظيم الدولة الإسلامية\n",
		"by id":                          "id\tholder\np0\tislamic_state\n",
		"by p-code, in any case":         "pcode,status\nc100,islamic state\n",
		"by an id in the place's column": "place,holder\np0,islamic_state\n",
		"by position":                    "lon,lat,holder\n30.001,35.001,islamic_state\n",
		"by name and position":           "Town,x,y,Actor\nVillage A,30.01,35.01,islamic_state\n",
		"quoted, with a byte order mark": "\ufeffname,holder\n\"Village A\",\"Islamic State\"\n",
	} {
		o := options(3)
		o.Day = timeline.Date(2017, 8, 1)
		claims := claimsOf(t, read(t, o, file("list.csv", text)))
		if got := told(claims); got != "2017-08-01 p0 holds islamic_state full\n" {
			t.Errorf("%s: %q: want p0, held by the Islamic State", name, got)
		}
		if len(claims) == 1 && !strings.Contains(claims[0].Quote, "line 2: ") {
			t.Errorf("%s: quote %q: want the row in it", name, claims[0].Quote)
		}
	}
}

func TestColumnsAndValuesCanBeMapped(t *testing.T) {
	o := options(2)
	o.Day, o.Columns = timeline.Date(2017, 8, 1), map[string]string{"place": "Ort", "holder": "Farbe"}
	o.Means = map[string]timeline.Actor{"rot": army, "grau": timeline.Unknown}
	s := read(t, o, file("list.csv", "Ort,Farbe\nVillage A,rot\nVillage B,grau\n"))
	wantText(t, told(claimsOf(t, s)), "2017-08-01 p0 holds syrian_government full\n")
	f := s.Files[0]
	if !slices.Equal(f.Fields, []baseline.Field{{Field: "place", Name: "Ort"}, {Field: "holder", Name: "Farbe"}}) || len(f.Unused) > 0 || s.Ready() != nil {
		t.Errorf("%+v, %v: want both columns taken", f, s.Ready())
	}
}

// A spare column of polygons takes nothing from a list that names its places; a table
// that has only an id beside them is no list.
func TestAListMayHaveAColumnOfPolygons(t *testing.T) {
	const square = `"POLYGON ((30 35, 30.1 35, 30.1 35.1, 30 35))"`
	o := options(2)
	o.Day = timeline.Date(2017, 8, 1)
	s := read(t, o, file("list.csv", "name,holder,wkt\nVillage A,sdf,"+square+"\nVillage B,unknown,"+square+"\n"))
	wantText(t, told(claimsOf(t, s)), "2017-08-01 p0 holds sdf full\n")
	if l := s.LeftOut; len(l) != 1 || l[0].Features != 1 || l[0].Why != "holder unknown" {
		t.Errorf("left out %+v: want the row of unknown holder", l)
	}
	_, err := baseline.Read([]string{file("list.csv", "id,holder,wkt\n1,sdf,"+square+"\n")}, o)
	wantError(t, err, nil, "line 2", "wkt is a polygon")
}

func TestRowsOfSeveralDaysAreASeries(t *testing.T) {
	claims := claimsOf(t, read(t, options(2), file("list.csv",
		"place,holder,day\np0,islamic_state,2017-08-01\np1,sdf,2017-08-01\np0,islamic_state,2017-08-03\np0,syrian_government,2017-08-09\n")))
	wantText(t, told(claims), `2017-08-01 p0 holds islamic_state full
2017-08-01 p1 holds sdf full
2017-08-03 p0 holds islamic_state full
2017-08-09 p0 holds syrian_government full
`)
	wantText(t, heldBy("p1", claims, mapmaker), "[2017-08-01, ) sdf\n") // a list does not say that it was lost
}

func TestRowsWithoutAPlaceAreToldOf(t *testing.T) {
	o := options(3)
	o.Day = timeline.Date(2017, 8, 1)
	s := read(t, o, file("list.csv", "place,lon,lat,holder\nVillage A,,,sdf\nAtlantis,,,sdf\n,33.9,35,sdf\nVillage B,30,35,sdf\n"))
	var got []string
	for _, u := range s.Unplaced {
		got = append(got, u.Name+": "+u.Reason)
	}
	want := []string{"Atlantis: no place is called so", "33.90000,35.00000: no place within 2 km of 33.90000,35.00000",
		"Village B: no place of this name within 10 km of 30.00000,35.00000"}
	if !slices.Equal(got, want) {
		t.Errorf("%q: want %q", got, want)
	}
	for r := range s.Readings() {
		i := slices.IndexFunc(r.Places, func(m timeline.Mention) bool { return m.Surface == "Atlantis" && m.Place == nil })
		if i < 0 || r.Report.Text[r.Places[i].Start:r.Places[i].End] != "Atlantis" {
			t.Errorf("mentions %+v of %q: want Atlantis, without a place", r.Places, r.Report.Text)
		}
	}
}

// What cannot be read is refused with the file, the place in it, the value and
// what is allowed.
func TestDamagedFilesAreRefused(t *testing.T) {
	square := `"type":"Polygon","coordinates":[[[29,34],[31,34],[31,36],[29,34]]]`
	for _, c := range []struct {
		name, file, text string
		says             []string
	}{
		{"empty", "20170801.json", " \n", []string{"20170801.json", "is empty", "GeoJSON"}},
		{"an image", "20170801.json", "\x89PNG\x00", []string{"20170801.json", "no text"}},
		{"UTF-16", "20170801.csv", "\xff\xfea\x00", []string{"UTF-16", "want UTF-8"}},
		{"cut off", "20170801.json", `{"type":"FeatureCollection","features":[{`, []string{"20170801.json", "near byte 40", "cut off"}},
		{"points of nobody", "20170801.json", `{"type":"Feature","properties":{"colour":"red"},"geometry":{"type":"Point","coordinates":[1,2]}}`, []string{`no column "who"`, `["colour"]`}},
		{"only lines", "20170801.json", `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}]}`, []string{"none of 1 features", "want Polygon"}},
		{"a point off the globe", "20170801.json", `{"type":"Feature","properties":{"who":"sdf"},"geometry":{"type":"Point","coordinates":[30,135]}}`, []string{"feature 1", "135", "-90 to 90"}},
		{"no feature", "20170801.json", `{"type":"Topology"}`, []string{`type "Topology"`, "want Feature"}},
		{"a record cut off", "20170801.json", "\x1e{" + square + "}\n\x1e{", []string{"feature 2", "cut off"}},
		{"a ring that is open", "20170801.json", `{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[29,34],[31,34],[31,36],[30,36]]]}}`, []string{"feature 1", "ring", "the last one the first"}},
		{"metres", "20170801.json", `{"type":"Polygon","coordinates":[[[3500000,34],[31,34],[31,36],[3500000,34]]]}`, []string{"feature 1", "3.5e+06", "-180 to 180"}},
		{"another reference system", "20170801.json", `{"crs":{"properties":{"name":"EPSG:3857"}},` + square + `}`, []string{"EPSG:3857", "want degrees"}},
		{"no day", "map.json", "{" + square + "}", []string{"map.json", `"map.json"`, "20240715"}},
		{"two days", "2017-08-01_2017-09-01.json", "{" + square + "}", []string{"2017-08-01 and 2017-09-01"}},
		{"a day that is none", "20171301.json", "{" + square + "}", []string{"no day"}},
		{"a head line alone", "20170801.csv", "place,holder\n", []string{"no rows"}},
		{"no place", "20170801.csv", "colour,holder\nred,sdf\n", []string{"line 1", "place", `"colour"`}},
		{"no holder", "20170801.csv", "place,colour\np0,red\n", []string{"line 1", "holder", `"colour"`}},
		{"a row too short", "20170801.csv", "place,holder\np0,sdf\np1\n", []string{"20170801.csv", "line 3", "1 columns: want 2"}},
		{"a quote left open", "20170801.csv", "place,holder\np0,\"sdf\n", []string{"line 2", "quote"}},
		{"a day that is no day", "list.csv", "place,holder,day\np0,sdf,01/08/2017\n", []string{"line 2", `"01/08/2017"`, "YYYY-MM-DD"}},
		{"a position off the globe", "20170801.csv", "lon,lat,holder\n30,135,sdf\n", []string{"line 2", "135", "-90 to 90"}},
		{"a position of words", "20170801.csv", "lon,lat,holder\n30,north,sdf\n", []string{"line 2", `"north"`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := options(2)
			_, err := baseline.Read([]string{file(c.file, c.text)}, o)
			wantError(t, err, nil, c.says...)
		})
	}
	o := options(1)
	_, err := baseline.Read([]string{file("a/20170801.json", "{"+square+"}"), file("b/20170801.json", "{"+square+"}")}, o)
	wantError(t, err, nil, "b/20170801.json", "2017-08-01", "a/20170801.json", "one file a day")
	_, err = baseline.Read([]string{"gone.json"}, o)
	wantError(t, err, nil, "gone.json", "no such file")
	o.Columns = map[string]string{"colour": "x"}
	_, err = baseline.Read([]string{file("20170801.csv", "place,holder\np0,sdf\n")}, o)
	wantError(t, err, nil, `field "colour"`, "place, id")
	o.Columns, o.Elsewhere = nil, "martians"
	_, err = baseline.Read(nil, o)
	wantError(t, err, nil, `"martians"`, "syrian_government")
}

// What only lacks a word of the user's is shown before it is refused.
func TestWhatIsSoundAndCannotBeTakenInIsShown(t *testing.T) {
	o := options(2)
	s := read(t, o, file("20170801.json", ground(map[int]timeline.Actor{0: army, 1: "the reds"})))
	if v := s.Snapshots[0]; v.Held[army] != 1 || v.Outside != 1 || s.AreasOnly != 1 {
		t.Errorf("%+v, %d areas: want one place of the army, one outside, one area", v, s.AreasOnly)
	}
	if p := s.Properties; len(p) != 1 || p[0].Name != "who" || p[0].Values["the reds"] != 1 || p[0].Values[string(army)] != 1 {
		t.Errorf("properties %+v", p)
	}
	wantError(t, s.Ready(), baseline.ErrNobody, "20170801.json", "feature 2", "who", `"the reds"`, "syrian_government, sdf")
	o.Means = map[string]timeline.Actor{"the reds": sdf}
	if err := read(t, o, file("20170801.json", ground(map[int]timeline.Actor{0: army, 1: "the reds"}))).Ready(); err != nil {
		t.Errorf("%v: want the reds known", err)
	}
	o = options(2)
	o.Property = ""
	wantError(t, read(t, o, file("20170801.json", ground(map[int]timeline.Actor{0: army}))).Ready(), baseline.ErrNobody, "feature 1")
	sea := read(t, options(2), file("20170801.json", ground(nil)))
	if err := sea.Ready(); err != nil || !sea.Placeless() {
		t.Errorf("%v: want polygons without places taken in, and told of", err)
	}
	o = options(2)
	o.Means = map[string]timeline.Actor{string(army): timeline.Unknown}
	wantError(t, read(t, o, file("20170801.json", ground(nil))).Ready(), baseline.ErrNowhere, "20170801.json", "imported first")
	wantError(t, read(t, options(2), file("20170801.csv", "place,holder\nAtlantis,sdf\n")).Ready(), baseline.ErrNowhere, "20170801.csv")
}

func TestDaysInNames(t *testing.T) {
	for name, want := range map[string]string{
		"deepstatemap_data_20240715.geojson": "2024-07-15",
		"2024-07-15.json":                    "2024-07-15",
		"map 2024_07_15 v2.json":             "2024-07-15",
		"snap-20240715-0900.json":            "2024-07-15",
		"20240715_2024-07-15.json":           "2024-07-15",
	} {
		s := read(t, options(1), file("in/20230101/"+name, ground(map[int]timeline.Actor{0: army})))
		if got := s.Snapshots[0].Day.String(); got != want {
			t.Errorf("%s: %s: want %s", name, got, want)
		}
	}
	for _, name := range []string{"id202407151.json", "12024071.json", "2024.json", "20240230.json"} {
		_, err := baseline.Read([]string{file(name, ground(map[int]timeline.Actor{0: army}))}, options(1))
		wantError(t, err, nil, "no day")
	}
}

// Whatever a file holds is refused, or gives readings that can be stored.
func FuzzRead(f *testing.F) {
	f.Add(ground(map[int]timeline.Actor{0: army, 1: sdf}))
	f.Add("place,holder,day\np0,sdf,2017-08-01\nVillage B,Islamic State,\n")
	f.Add("lon\tlat\tgovernorate\tholder\n30\t35\tHoms\tsdf\n")
	f.Add(`{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[[[29,34],[31,34],[31,36],[29,34]]]}]}`)
	o := options(3)
	o.Means = map[string]timeline.Actor{"": isis}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := baseline.Read([]string{file("20170801.x", text)}, o)
		if err == nil && s.Ready() == nil {
			claimsOf(t, s)
		}
	})
}
