package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

type collection struct {
	Type     string
	Features []struct {
		Geometry   *struct{ Type string }
		Properties map[string]any
	}
}

func TestExport(t *testing.T) {
	db := samples(t)
	for _, c := range []struct{ layer, geometry, ogr string }{
		{"claims", "Point LineString Polygon", "Unknown (any)"}, // ground told by places is a line or an area
		{"holdings", "Point", "Point"},
		{"areas", "MultiPolygon", "Multi Polygon"},
		{"fronts", "LineString", "Line String"},
	} {
		t.Run(c.layer, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), c.layer+".geojson")
			if said := output(t, "export", "--layer", c.layer, "--db", db, "--out", file); said != "" {
				t.Errorf("with --out standard output has %q: want nothing", said)
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if std := output(t, "export", "--layer", c.layer, "--db", db); std != string(text) {
				t.Error("the file is not what goes to standard output")
			}
			got := decode[collection](t, string(text))
			checkFeatures(t, got, c.geometry)
			checkGDAL(t, file, c.ogr, len(got.Features))
		})
	}
	t.Run("formats", func(t *testing.T) { checkFormats(t, db) })
	t.Run("filters", func(t *testing.T) { checkFilters(t, db) })
	t.Run("refusals", func(t *testing.T) { checkExportRefusals(t, db) })
	t.Run("whole or nothing", func(t *testing.T) { checkWholeOrNothing(t, db) })
}

// checkFeatures checks that there are features, of these geometries or none, each
// with the days on which it is so.
func checkFeatures(t *testing.T, got collection, geometry string) {
	t.Helper()
	if got.Type != "FeatureCollection" || len(got.Features) == 0 {
		t.Fatalf("type %q, %d features: want a FeatureCollection with some", got.Type, len(got.Features))
	}
	for _, f := range got.Features {
		if f.Geometry != nil && !slices.Contains(strings.Fields(geometry), f.Geometry.Type) {
			t.Errorf("geometry %s: want %s", f.Geometry.Type, geometry)
		}
		start, _ := f.Properties["start"].(string)
		end, ends := f.Properties["end"].(string)
		if ends && end <= start {
			t.Errorf("feature from %s to %s: want the end after the start", start, end)
		}
	}
}

var (
	ogrGeometry = regexp.MustCompile(`(?m)^Geometry: (.*)$`)
	ogrCount    = regexp.MustCompile(`(?m)^Feature Count: (\d+)$`)
	ogrStart    = regexp.MustCompile(`(?m)^start: (\w+)`)
	ogrLayer    = regexp.MustCompile(`(?m)^Layer name: `)
)

// checkGDAL checks that the programs of GDAL (QGIS among them) read the file
// as one layer of this geometry, and its days as days.
func checkGDAL(t *testing.T, file, geometry string, features int) {
	t.Helper()
	out := gdal(t, "ogrinfo", "-ro", "-so", "-al", file)
	found := func(r *regexp.Regexp) string {
		if m := r.FindStringSubmatch(string(out)); m != nil {
			return m[1]
		}
		return "nothing"
	}
	if n := len(ogrLayer.FindAll(out, -1)); n != 1 {
		t.Errorf("%d layers: want one", n)
	}
	if got := found(ogrGeometry); got != geometry {
		t.Errorf("GDAL finds geometries %q: want %q", got, geometry)
	}
	if got := found(ogrCount); got != strconv.Itoa(features) {
		t.Errorf("GDAL finds %s features: want %d", got, features)
	}
	if got := found(ogrStart); !slices.Contains([]string{"Date", "DateTime"}, got) {
		t.Errorf("GDAL takes start for %s: want a date", got)
	}
}

// gdal is what a program of GDAL says, which must not complain of anything.
func gdal(t *testing.T, program string, args ...string) []byte {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatalf("%v: want GDAL where CI=true (apt-get install gdal-bin)", err)
	} else if err != nil {
		t.Skipf("%v: GDAL is not here to read the file", err)
	}
	out, err := exec.CommandContext(t.Context(), path, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v: %s", program, err, out)
	}
	if bytes.Contains(out, []byte("Warning")) || bytes.Contains(out, []byte("ERROR")) {
		t.Errorf("GDAL complains: %s", out)
	}
	return out
}

func checkFilters(t *testing.T, db string) {
	read := func(args ...string) collection {
		return decode[collection](t, output(t, append([]string{"export", "--db", db}, args...)...))
	}
	all := read("--layer", "claims")
	some := read("--layer", "claims", "--kind", "captured,recaptured", "--actor", "sdf", "--from", "2017-06-01", "--to", "2017-10-01")
	if len(some.Features) == 0 || len(some.Features) >= len(all.Features) {
		t.Errorf("%d of %d claims: want some", len(some.Features), len(all.Features))
	}
	for _, f := range some.Features {
		kind, day := f.Properties["kind"], f.Properties["start"].(string)
		if kind != "captured" && kind != "recaptured" || day < "2017-06-01" || day >= "2017-10-01" {
			t.Errorf("a claim of kind %v on %s: want what was asked for", kind, day)
		}
	}
	held := read("--layer", "holdings", "--on", "2017-08-13", "--place", "sy-homs-kadir")
	if len(held.Features) != 1 || held.Features[0].Properties["holder"] != "syrian_government" {
		t.Errorf("%+v: want al-Kadir, held by the government", held.Features)
	}
	if sea := read("--bbox", "30,33,31,34"); sea.Type != "FeatureCollection" || len(sea.Features) > 0 {
		t.Errorf("%d holdings at sea: want an empty collection", len(sea.Features))
	}
}

func checkExportRefusals(t *testing.T, db string) {
	missing := filepath.Join(t.TempDir(), "missing.db")
	for _, c := range []struct {
		args []string
		says []string
	}{
		{[]string{"--layer", "tanks"}, []string{"--layer", `"tanks"`, "claims, holdings, areas, cells, fronts"}},
		{[]string{"--layer", "areas,tanks"}, []string{"--layer", `"tanks"`, "difference"}},
		{[]string{"--layer", ""}, []string{"--layer", "none is named"}},
		{[]string{"--layer", "difference", "--from", "2017-08-01"}, []string{"--layer difference", "--from", "--to"}},
		{[]string{"--layer", "fronts", "--map", "x"}, []string{"--map x", "areas or difference"}},
		{[]string{"--format", "xlsx"}, []string{"--format", "geojson, geojsonseq, csv, kml, kmz, gpkg"}},
		{[]string{"--format", "gpkg", "--out", "-"}, []string{"--format gpkg", "--out FILE"}},
		{[]string{"--format", "gpkg", "--out", ""}, []string{"--format gpkg", "--out FILE"}},
		{[]string{"--actor", "martians"}, []string{"--actor", `"martians"`, "syrian_government", "sdf"}},
		{[]string{"--layer", "claims", "--kind", "conquered"}, []string{"--kind", `"conquered"`, "captured", "withdrew"}},
		{[]string{"--layer", "areas", "--kind", "captured"}, []string{"captured", "areas", "only claims have kinds"}},
		{[]string{"--bbox", "38,35,39"}, []string{"--bbox", `"38,35,39"`, "WEST,SOUTH,EAST,NORTH"}},
		{[]string{"--bbox", "39,35,38,36"}, []string{"--bbox", "west ≤ east"}},
		{[]string{"--bbox", "38,35,39,95"}, []string{"--bbox", "95", "-90 to 90"}},
		{[]string{"--place", "nosuchplace"}, []string{"--place", `"nosuchplace"`, "no place"}},
		{[]string{"--place", "الصناعة"}, []string{"--place", "2 places", "sy-raqqa-raqqa-sinaa"}},
		{[]string{"--on", ""}, []string{"--on", `""`, "YYYY-MM-DD"}},
		{[]string{"--on", "2017-13-01"}, []string{"--on", `"2017-13-01"`, "YYYY-MM-DD"}},
		{[]string{"--from", "summer"}, []string{"--from", `"summer"`, "YYYY-MM-DD"}},
		{[]string{"--to", "2017"}, []string{"--to", `"2017"`, "YYYY-MM-DD"}},
		{[]string{"--from", "2017-08-02", "--to", "2017-08-02"}, []string{"--to", "2017-08-02", "not after"}},
		{[]string{"--on", "2017-08-02", "--to", "2017-08-03"}, []string{"--on", "--to"}},
		{[]string{"--db", missing}, []string{"--db", missing, "no such file"}},
	} {
		file := filepath.Join(t.TempDir(), "out.geojson")
		got := frontline(t, append([]string{"export", "--db", db, "--out", file}, c.args...)...)
		wantFailure(t, got, 1, c.says...)
		if _, err := os.Stat(file); !os.IsNotExist(err) {
			t.Errorf("%v: the file is there: want none after a refusal", c.args)
		}
	}
}

// A file that was there stays as it was until the new one is whole.
func checkWholeOrNothing(t *testing.T, db string) {
	dir := folder(t, map[string]string{"a.geojson": "yesterday's"})
	file := filepath.Join(dir, "a.geojson")
	wantFailure(t, frontline(t, "export", "--db", db, "--layer", "areas", "--kind", "captured", "--out", file), 1)
	if text, err := os.ReadFile(file); err != nil || string(text) != "yesterday's" {
		t.Errorf("after a failure the file has %q, %v: want it as it was", text, err)
	}
	output(t, "export", "--db", db, "--on", "2017-08-13", "--out", file)
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 {
		t.Errorf("%v, %v: want the file and nothing beside it", left, err)
	}
	wantFailure(t, frontline(t, "export", "--db", db, "--out", filepath.Join(dir, "none", "a.geojson")), 1, "--out", "none")
}
