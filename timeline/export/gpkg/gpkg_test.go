package gpkg_test

import (
	"bytes"
	"database/sql"
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/export"
	"frontline/timeline/export/gpkg"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
	"github.com/paulmach/orb/geojson"
	"pgregory.net/rapid"
)

var fields = []export.Field{{Name: "id"}, {Name: "start", Type: export.Date}, {Name: "end", Type: export.Date}, {Name: "quote"},
	{Name: "count", Type: export.Integer}, {Name: "km", Type: export.Real}, {Name: "named", Type: export.Boolean},
	{Name: "places", Type: export.List}, {Name: "because", Type: export.Object}}

// part is a layer with these features.
func part(layer export.Layer, geometry string, features ...*geojson.Feature) export.Part {
	return export.Part{Layer: layer, Schema: export.Schema{Geometry: geometry, Fields: fields},
		Features: func(yield func(*geojson.Feature, error) bool) {
			for _, f := range features {
				if !yield(f, nil) {
					return
				}
			}
		}}
}

func feature(g orb.Geometry, p geojson.Properties) *geojson.Feature {
	f := geojson.NewFeature(g)
	f.Properties = p
	return f
}

// opened is what a dataset is written as, opened by SQLite and nothing else.
func opened(t testing.TB, parts ...export.Part) *sql.DB {
	t.Helper()
	return openedDataset(t, export.Dataset{Parts: parts})
}

func openedDataset(t testing.TB, d export.Dataset) *sql.DB {
	t.Helper()
	var b bytes.Buffer
	if err := gpkg.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "x.gpkg")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// answer is the first row of a query, as text.
func answer(t testing.TB, db *sql.DB, query string, args ...any) string {
	t.Helper()
	var out sql.NullString
	if err := db.QueryRow(query, args...).Scan(&out); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	if !out.Valid {
		return "NULL"
	}
	return out.String
}

func TestAFileIsAGeoPackage(t *testing.T) {
	square := orb.MultiPolygon{{orb.Ring{{38, 34}, {39, 34}, {39, 35}, {38, 34}}}}
	db := opened(t, part(export.Areas, "MultiPolygon", feature(square, nil)), part(export.Fronts, "LineString"), part(export.Claims, ""))
	for query, want := range map[string]string{
		`PRAGMA application_id`:                                 fmt.Sprint(0x47504B47),
		`PRAGMA user_version`:                                   "10300",
		`PRAGMA integrity_check`:                                "ok",
		`SELECT count(*) FROM pragma_foreign_key_check`:         "0",
		`SELECT group_concat(srs_id) FROM gpkg_spatial_ref_sys`: "-1,0,4326",
		`SELECT group_concat(table_name) FROM gpkg_contents`:    "areas,claims,fronts,layer_styles",
		`SELECT min_x||' '||min_y||' '||max_x||' '||max_y FROM gpkg_contents WHERE table_name = 'areas'`: "38.0 34.0 39.0 35.0",
		`SELECT max_x FROM gpkg_contents WHERE table_name = 'fronts'`:                                    "NULL",
		`SELECT count(*) FROM gpkg_contents WHERE description LIKE '%half-open%'`:                        "3",
		`SELECT group_concat(geometry_type_name) FROM gpkg_geometry_columns`:                             "MULTIPOLYGON,LINESTRING,GEOMETRY",
		`SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'`:                 "3",
		`SELECT count(*) FROM sqlite_master WHERE type = 'trigger'`:                                      "18",
		`SELECT group_concat(type) FROM pragma_table_info('areas')`:                                      "INTEGER,MULTIPOLYGON,TEXT,DATE,DATE,TEXT,INTEGER,DOUBLE,BOOLEAN,TEXT,TEXT",
		`SELECT id||' '||minx||' '||maxx||' '||miny||' '||maxy FROM rtree_areas_geom`:                    "1 38.0 39.0 34.0 35.0",
		`SELECT count(*) FROM rtree_fronts_geom`:                                                         "0",
	} {
		if got := answer(t, db, query); got != want {
			t.Errorf("%s: %s: want %s", query, got, want)
		}
	}
}

func TestValuesHaveTheirTypes(t *testing.T) {
	db := opened(t, part(export.Claims, "", feature(nil, geojson.Properties{"start": "2017-08-05", "end": nil, "quote": "", "count": 3, "km": 2.5,
		"named": true, "places": []string{"a", "b"}, "because": geojson.Properties{"quote": "<b>"}})))
	got := answer(t, db, `SELECT group_concat(typeof(value), ' ') FROM (SELECT geom value FROM claims UNION ALL SELECT start FROM claims UNION ALL SELECT "end" FROM claims
		UNION ALL SELECT quote FROM claims UNION ALL SELECT count FROM claims UNION ALL SELECT km FROM claims UNION ALL SELECT named FROM claims)`)
	if want := "null text null text integer real integer"; got != want {
		t.Errorf("%s: want %s", got, want)
	}
	if got := answer(t, db, `SELECT start||' '||places||' '||because FROM claims WHERE named AND places ->> 1 = 'b'`); got != `2017-08-05 ["a","b"] {"quote":"<b>"}` {
		t.Errorf("%s", got)
	}
}

func TestGeometriesComeBack(t *testing.T) {
	ring := orb.Ring{{38, 34}, {39.123457, 34}, {39, 35}, {38, 34}}
	all := []orb.Geometry{orb.Point{38.1, 35}, orb.LineString{{38, 34}, {39, 35}}, orb.Polygon{ring}, orb.MultiPolygon{{ring}}, orb.MultiLineString{{{38, 34}, {39, 35}}}}
	var features []*geojson.Feature
	for _, g := range append(all, nil, orb.MultiPolygon{}) {
		features = append(features, feature(g, nil))
	}
	db := opened(t, part(export.Claims, "", features...))
	for i, want := range all {
		var blob []byte
		if err := db.QueryRow(`SELECT geom FROM claims WHERE fid = ?`, i+1).Scan(&blob); err != nil {
			t.Fatal(err)
		}
		header := 8
		if blob[3]&2 != 0 { // a box of four numbers
			header += 4 * 8
		}
		got, err := wkb.Unmarshal(blob[header:])
		if err != nil || string(blob[:2]) != "GP" {
			t.Fatalf("%v in % x", err, blob)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
	if got := answer(t, db, `SELECT count(*) FROM claims WHERE geom IS NULL`); got != "2" {
		t.Errorf("%s rows lie nowhere: want 2", got)
	}
	if got := answer(t, db, `SELECT count(*) FROM rtree_claims_geom`); got != "5" {
		t.Errorf("%s rows in the index: want 5", got)
	}
}

func TestHostileTextComesBackAsItWas(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		quote := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"'; DROP TABLE claims; --", "</description>]]>", "\"\n\r\u200f"})).Draw(r, "quote")
		db := opened(t, part(export.Claims, "", feature(nil, geojson.Properties{"quote": quote})))
		if got := answer(t, db, `SELECT quote FROM claims`); got != quote {
			r.Fatalf("%q: want %q", got, quote)
		}
		db.Close()
	})
}

// Styles are read by other programs: what reports name must not break them.
func TestStylesAreOfThoseWhoAreSeen(t *testing.T) {
	hostile := "o'x\"<&>"
	layer := part(export.Areas, "MultiPolygon", feature(nil, geojson.Properties{"holder": "army", "contested": false}),
		feature(nil, geojson.Properties{"holder": "army", "contested": false}), feature(nil, geojson.Properties{"holder": hostile, "contested": false}),
		feature(nil, geojson.Properties{"contested": true}))
	layer.Fields = append(slices.Clone(fields[:3]), export.Field{Name: "holder"}, export.Field{Name: "contested", Type: export.Boolean})
	db := openedDataset(t, export.Dataset{Version: "7f", Licence: "free & open", Parts: []export.Part{layer}, Actors: []timeline.ActorInfo{
		{ID: "army", NameEn: "Army", NameAr: "الجيش", Side: "one", Colour: "#b4443c"}, {ID: timeline.Actor(hostile), NameEn: hostile, Side: "two", Colour: "#3f8f5b"},
		{ID: "absent", NameEn: "Absent", Side: "two", Colour: "#111111"}}})
	var style struct {
		Rules []struct {
			Filter string `xml:"filter,attr"`
		} `xml:"renderer-v2>rules>rule"`
	}
	if err := xml.Unmarshal([]byte(answer(t, db, `SELECT styleQML FROM layer_styles WHERE f_table_name = 'areas' AND f_geometry_column = 'geom' AND useAsDefault`)), &style); err != nil {
		t.Fatal(err)
	}
	got := []string{}
	for _, r := range style.Rules {
		got = append(got, r.Filter)
	}
	want := []string{`"contested"`, `"holder" = 'army' AND NOT "contested"`, `"holder" = 'o''x"<&>' AND NOT "contested"`, "ELSE"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var said struct {
		Description string `xml:"description"`
		Version     string `xml:"hasVersion"`
		Licence     string `xml:"license"`
	}
	if err := xml.Unmarshal([]byte(answer(t, db, `SELECT metadata FROM gpkg_metadata JOIN gpkg_metadata_reference ON md_file_id = id WHERE reference_scope = 'geopackage'`)), &said); err != nil {
		t.Fatal(err)
	}
	if said.Version != "7f" || said.Licence != "free & open" || !strings.Contains(said.Description, "half-open") {
		t.Errorf("the file says of itself %+v", said)
	}
}

func TestNothingIsWrittenAfterAnError(t *testing.T) {
	broken := errors.New("broken")
	p := part(export.Areas, "MultiPolygon")
	p.Features = func(yield func(*geojson.Feature, error) bool) {
		_ = yield(feature(orb.Point{38, 35}, nil), nil) && yield(nil, broken)
	}
	t.Setenv("TMPDIR", t.TempDir())
	var b bytes.Buffer
	if err := gpkg.Write(&b, export.Dataset{Parts: []export.Part{p}}); !errors.Is(err, broken) || b.Len() > 0 {
		t.Errorf("got %v and %d bytes, want %v", err, b.Len(), broken)
	}
	if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) > 0 {
		t.Errorf("%v, %v: want no file left", left, err)
	}
}

func TestAFolderThatIsNotThereIsNamed(t *testing.T) {
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "none"))
	if err := gpkg.Write(&bytes.Buffer{}, export.Dataset{}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}
