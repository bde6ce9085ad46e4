package features_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"frontline/geo/features"
)

// altered is a GeoPackage with two layers that GDAL makes, after statements of SQL.
func altered(t testing.TB, statements ...string) string {
	t.Helper()
	path := packed(t, towns)
	gdal(t, "ogr2ogr", "-update", path, written(t, "roads.geojson", towns), "-nln", "ro\"ads", "-where", "name = 'road'", "-nlt", "LINESTRING")
	db := database(t, path)
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestLayersAreChosen(t *testing.T) {
	path := altered(t)
	if got, err := told(t, path, "", townProperties...); err != nil || got != wantPacked {
		t.Errorf("%v\n%s: want the layer that is not of lines", err, got)
	}
	if got, err := told(t, path, `ro"ads`, "name"); err != nil || got != "1 road []\n" {
		t.Errorf("%v\n%s: want the road", err, got)
	}
	_, err := told(t, path, "rivers")
	wantError(t, err, `layer "rivers"`, `"ro\"ads" (LINESTRING)`, `"towns" (GEOMETRY)`)
	_, err = told(t, altered(t, `DELETE FROM gpkg_contents WHERE table_name = 'towns'`), "")
	wantError(t, err, "no layer of points or polygons", "LINESTRING")
	_, err = told(t, altered(t, `UPDATE gpkg_geometry_columns SET geometry_type_name = 'MULTIPOLYGON'`), "")
	wantError(t, err, "several layers", `"towns" (MULTIPOLYGON)`)
	r, err := features.Open(path, "")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if s := r.Seen(); s.Format != features.GeoPackage || s.Layer != "towns" {
		t.Errorf("%+v: want the layer named", s)
	}
}

// A view is a layer like any other, whatever it is called.
func TestAViewIsALayer(t *testing.T) {
	path := altered(t, `CREATE VIEW "a; DROP ""view" AS SELECT geom, name AS "the ""name""" FROM towns`,
		`INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('a; DROP "view', 'features', 'v', 4326)`,
		`INSERT INTO gpkg_geometry_columns VALUES ('a; DROP "view', 'geom', 'POINT', 4326, 2, 0)`)
	got, err := told(t, path, `a; DROP "view`, `the "name"`)
	if err != nil || !strings.HasPrefix(got, "1 السخنة [38.87 34.88]\n") {
		t.Errorf("%v\n%s: want the towns", err, got)
	}
}

// What programs keep in text, days and truth values are given as they stand there.
func TestValuesAreGivenAsTheyStand(t *testing.T) {
	path := packed(t, towns, "-lco", "SPATIAL_INDEX=NO")
	if _, err := database(t, path).Exec(`ALTER TABLE towns ADD day DATE; ALTER TABLE towns ADD sure BOOLEAN; ALTER TABLE towns ADD at DATETIME;
		UPDATE towns SET others = '["a","b"]', day = '2017-08-05', sure = 1, at = '2017-08-05T10:00:00Z', none = x'00ff'`); err != nil {
		t.Fatal(err)
	}
	got, err := told(t, path, "towns", "others", "day", "sure", "at", "none")
	if want := "1 a|b 2017-08-05 1 2017-08-05T10:00:00Z  [38.87 34.88]\n"; err != nil || !strings.HasPrefix(got, want) {
		t.Errorf("%v\n%s: want %s", err, got, want)
	}
}

func TestGeoPackagesThatCannotBeRead(t *testing.T) {
	for name, c := range map[string]struct {
		path string
		says []string
	}{
		"web mercator":     {packed(t, towns, "-t_srs", "EPSG:3857"), []string{`layer "towns"`, "3857", "Mercator", "want degrees"}},
		"UTM":              {packed(t, towns, "-t_srs", "EPSG:32637"), []string{"32637", "UTM", "want degrees"}},
		"undefined":        {altered(t, `UPDATE gpkg_geometry_columns SET srs_id = 0`), []string{"reference system 0", "want degrees"}},
		"not described":    {altered(t, `PRAGMA foreign_keys = OFF`, `DELETE FROM gpkg_spatial_ref_sys WHERE srs_id = 4326`), []string{"4326 (not described)"}},
		"no layers":        {altered(t, `UPDATE gpkg_contents SET data_type = 'attributes'`), []string{"without a layer of features"}},
		"no contents":      {altered(t, `DROP TABLE gpkg_contents`), []string{"without features, or damaged", "gpkg_geometry_columns"}},
		"another database": {altered(t, `DROP TABLE gpkg_contents`, `DROP TABLE gpkg_geometry_columns`, `DROP TABLE gpkg_spatial_ref_sys`), []string{"no GeoPackage", "gpkg_contents"}},
		"no column":        {altered(t, `UPDATE gpkg_geometry_columns SET column_name = 'shape'`), []string{`no column "shape"`, `"geom"`}},
		"no table":         {altered(t, `DROP TABLE towns`), []string{"towns"}},
	} {
		_, err := told(t, c.path, "")
		if err == nil {
			t.Errorf("%s: no error", name)
		}
		wantError(t, err, c.says...)
	}
}

// Cut off anywhere, or with any page overwritten, a file gives an error or features.
func TestDamagedGeoPackages(t *testing.T) {
	whole, err := os.ReadFile(packed(t, towns))
	if err != nil {
		t.Fatal(err)
	}
	path, failed := filepath.Join(t.TempDir(), "x.gpkg"), 0
	try := func(b []byte) {
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := told(t, path, "", "name"); err != nil {
			failed++
		}
	}
	const page = 4096
	for n := page / 2; n < len(whole); n += page {
		try(whole[:n])
	}
	if all := len(whole) / page; failed < all/2 {
		t.Errorf("%d of %d files that were cut off are errors", failed, all)
	}
	for n := 0; n < len(whole); n += page {
		for _, junk := range [][]byte{bytes.Repeat([]byte{0xff}, page-100), make([]byte, page-100), whole[:page-100]} {
			b := bytes.Clone(whole)
			copy(b[n+100:], junk)
			try(b)
		}
	}
}

// What another program has not yet written into the file must not be missed.
func TestAFileThatIsWrittenToIsRefused(t *testing.T) {
	path := packed(t, towns)
	if _, err := database(t, path).Exec(`PRAGMA journal_mode = WAL; CREATE TABLE more (x)`); err != nil {
		t.Fatal(err)
	}
	_, err := told(t, path, "")
	wantError(t, err, "-wal", "closed")
}
