package features_test

import (
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"frontline/geo/features"
)

// towns is a collection of a point, a polygon with a hole and height, several
// polygons, a line, and nothing.
const towns = `{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"السخنة","holder":"army","people":16173,"share":0.5,"others":["a","b"],"none":null},"geometry":{"type":"Point","coordinates":[38.87,34.88]}},
{"type":"Feature","properties":{"name":"with a hole","holder":"sdf"},"geometry":{"type":"Polygon","coordinates":[[[38,34,9],[39,34,9],[39,35,9],[38,35,9],[38,34,9]],[[38.4,34.4,9],[38.6,34.6,9],[38.6,34.4,9],[38.4,34.4,9]]]}},
{"type":"Feature","properties":{"name":"two"},"geometry":{"type":"MultiPolygon","coordinates":[[[[38,34],[39,34],[39,35],[38,34]]],[[[36,34],[37,34],[37,35],[36,34]]]]}},
{"type":"Feature","properties":{"name":"road"},"geometry":{"type":"LineString","coordinates":[[38,34],[39,35]]}},
{"type":"Feature","properties":{"name":"nowhere"},"geometry":null}]}`

// one is a feature by itself, on one line.
func one(name string) string {
	return fmt.Sprintf(`{"type":"Feature","properties":{"name":%q},"geometry":{"type":"Point","coordinates":[38,34]}}`, name)
}

func written(t testing.TB, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// gdal runs a program of GDAL.
func gdal(t testing.TB, program string, args ...string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%v: want GDAL where CI=true", err)
		}
		t.Skipf("%s is not installed", program)
	}
	if out, err := exec.CommandContext(t.Context(), program, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %v: %v\n%s", program, args, err, out)
	}
}

// packed is GeoJSON as a GeoPackage that GDAL makes of it.
func packed(t testing.TB, text string, more ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "made by GDAL?.gpkg")
	gdal(t, "ogr2ogr", append([]string{"-f", "GPKG", path, written(t, "towns.geojson", text), "-nln", "towns", "-dim", "XYZ"}, more...)...)
	return path
}

// told are the features of a file, a line each, and the error or the faults.
func told(t testing.TB, path, layer string, properties ...string) (string, error) {
	t.Helper()
	r, err := features.Open(path, layer)
	if err != nil {
		return "", err
	}
	defer r.Close()
	var b strings.Builder
	for {
		f, err := r.Next()
		var fault features.Fault
		switch {
		case errors.Is(err, io.EOF):
			return b.String(), nil
		case errors.As(err, &fault):
			fmt.Fprintln(&b, fault)
			continue
		case err != nil:
			return b.String(), err
		}
		fmt.Fprint(&b, f.Number)
		for _, p := range properties {
			fmt.Fprintf(&b, " %s", f.Value(p))
		}
		fmt.Fprintf(&b, " %v\n", f.Geometry)
	}
}

// database opens a file by SQLite and nothing else.
func database(t testing.TB, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+(&url.URL{Path: path}).EscapedPath())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func wantError(t testing.TB, err error, words ...string) {
	t.Helper()
	if err == nil {
		t.Errorf("no error: want one that says %q", words)
		return
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("%v: want %q in it", err, w)
		}
	}
}
