package geo_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
	"pgregory.net/rapid"

	"frontline/geo"
)

// cell is the box of one degree whose south-west corner is given.
func cell(lon, lat float64) orb.Polygon {
	return orb.Bound{Min: orb.Point{lon, lat}, Max: orb.Point{lon + 1, lat + 1}}.ToPolygon()
}

// zoneKm2 is the ground between two parallels, a degree of longitude wide, by
// the closed form ½a²·(q(φ₂) − q(φ₁)) of Snyder 1987 (3-12).
func zoneKm2(south, north float64) float64 {
	const a, f = 6378.137, 1 / 298.257223563
	e := math.Sqrt(f * (2 - f))
	q := func(lat float64) float64 {
		s := math.Sin(lat * math.Pi / 180)
		return (1 - e*e) * (s/(1-e*e*s*s) + math.Atanh(e*s)/e)
	}
	return a * a / 2 * (q(north) - q(south)) * math.Pi / 180
}

func TestAreaOfADegreeCell(t *testing.T) {
	for _, c := range []struct {
		name     string
		lon, lat float64
		km2, by  float64 // between geodesics, as GeographicLib and GDAL have it
	}{
		{"at the equator", 38, 0, 12308.78, 1},
		{"at 35 north", 38, 35, 10066.3, 1},
		{"at 36 south", -70, -36, 10066.3, 1},
		{"at 48 north", 38, 48, 8217.6, 1},
		{"at the pole", 38, 89, 107.9, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := geo.AreaKm2(cell(c.lon, c.lat))
			if want := zoneKm2(c.lat, c.lat+1); math.Abs(got-want) > 1e-9*want {
				t.Errorf("%v km²: the closed form gives %v", got, want)
			}
			if math.Abs(got-c.km2) > c.by {
				t.Errorf("%v km²: want %v ± %v", got, c.km2, c.by)
			}
		})
	}
}

// The surface of WGS84 is 510 065 621.7 km².
func TestAreaOfTheWorld(t *testing.T) {
	world := orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}
	for _, g := range []orb.Geometry{world, world.ToPolygon(), world.ToRing(), orb.Collection{world}} {
		if got := geo.AreaKm2(g); math.Abs(got-510065621.724) > 0.5 {
			t.Errorf("%s: %v km²", g.GeoJSONType(), got)
		}
	}
}

func TestAreaOfShapes(t *testing.T) {
	whole := geo.AreaKm2(cell(38, 35))
	turned := cell(38, 35)
	turned[0].Reverse()
	hole := orb.Bound{Min: orb.Point{38.2, 35.2}, Max: orb.Point{38.7, 35.7}}.ToPolygon()
	for _, c := range []struct {
		name string
		g    orb.Geometry
		want float64
	}{
		{"the other way round", turned, whole},
		{"with a hole", orb.Polygon{cell(38, 35)[0], hole[0]}, whole - geo.AreaKm2(hole)},
		{"open", orb.Polygon{cell(38, 35)[0][:4]}, whole},
		{"two cells", orb.MultiPolygon{cell(38, 35), cell(40, 35)}, 2 * whole},
		{"a point", orb.Point{38, 35}, 0},
		{"a line", orb.LineString{{38, 35}, {39, 36}}, 0},
		{"nothing", orb.MultiPolygon{}, 0},
		{"a polygon without rings", orb.Polygon{}, 0},
		{"a ring without points", orb.Ring{}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := orb.Clone(c.g)
			if got := geo.AreaKm2(c.g); math.Abs(got-c.want) > 1e-6 {
				t.Errorf("%v km²: want %v", got, c.want)
			}
			if !orb.Equal(before, c.g) {
				t.Error("the shape was changed")
			}
		})
	}
}

// A side is straight in longitude and latitude however long it is: points that
// lie on it add nothing.
func TestAreaDoesNotDependOnPointsAlongASide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		corner := rapid.Custom(func(t *rapid.T) orb.Point {
			return orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-90, 90).Draw(t, "lat")}
		})
		ring := orb.Ring(rapid.SliceOfN(corner, 3, 6).Draw(t, "ring"))
		n := rapid.IntRange(2, 300).Draw(t, "parts of a side")
		var fine orb.Ring
		for i, a := range ring {
			b := ring[(i+1)%len(ring)]
			for k := range n {
				f := float64(k) / float64(n)
				fine = append(fine, orb.Point{a[0] + (b[0]-a[0])*f, a[1] + (b[1]-a[1])*f})
			}
		}
		if got, want := geo.AreaKm2(fine), geo.AreaKm2(ring); math.Abs(got-want) > 1e-3 {
			t.Fatalf("%v km² with points along the sides, %v without", got, want)
		}
	})
}

// gdalKm2 is the geodesic area of a file's shapes on WGS84 as GDAL gives it.
func gdalKm2(t *testing.T, file string) (km2 float64) {
	t.Helper()
	if _, err := exec.LookPath("ogrinfo"); err != nil && os.Getenv("CI") == "true" {
		t.Fatalf("%v: want GDAL where CI=true (apt-get install gdal-bin)", err)
	} else if err != nil {
		t.Skipf("%v: no GDAL to ask", err)
	}
	copied := filepath.Join(t.TempDir(), "shape.geojson") // the layer has the name of the file
	write(t, copied, shapesIn(t, file)...)
	said, err := exec.Command("ogrinfo", "-ro", "-dialect", "SQLite",
		"-sql", "SELECT sum(ST_Area(geometry, 1)) AS m2 FROM shape", copied).CombinedOutput()
	number := regexp.MustCompile(`m2 \(Real\) = (\S+)`).FindSubmatch(said)
	if err != nil || number == nil {
		t.Fatalf("ogrinfo: %v: %s", err, said)
	}
	m2, err := strconv.ParseFloat(string(number[1]), 64)
	if err != nil {
		t.Fatal(err)
	}
	return m2 / 1e6
}

// shapesIn are the shapes of a collection.
func shapesIn(t *testing.T, file string) (out orb.Collection) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	fc, err := geojson.UnmarshalFeatureCollection(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fc.Features {
		out = append(out, f.Geometry)
	}
	return out
}

func TestAreaAgreesWithGDAL(t *testing.T) {
	files := []string{"../data/boundary/outline.geojson"}
	maps, _ := filepath.Glob("../../shared/bench/deepstate/*.geojson")
	if len(maps) == 0 && os.Getenv("CI") == "true" {
		t.Fatal("no maps: want the folder shared beside the checkout where CI=true")
	}
	for i := 0; i < len(maps); i += 8 {
		files = append(files, maps[i])
	}
	// Not over the equator: of a degree there, 12 309 km² large, GDAL 3.6 says 12 364.
	for _, lat := range []float64{-70, -36, -1, 12, 35, 48, 60, 80} {
		files = append(files, blob(t, lat))
	}
	worst := 0.0
	for _, file := range files {
		got, want := geo.AreaKm2(shapesIn(t, file)), gdalKm2(t, file)
		off := math.Abs(got-want) / want
		t.Logf("%-36s %12.3f km², GDAL %12.3f, apart %.1e", filepath.Base(file), got, want, off)
		if worst = max(worst, off); off > 1e-4 {
			t.Errorf("%s: %v km²: GDAL gives %v", file, got, want)
		}
	}
	t.Logf("at most %.1e apart", worst)
}

// blob is a file with a shape of some 120 km across around a parallel, with a
// hole and an island.
func blob(t *testing.T, lat float64) string {
	t.Helper()
	around := func(lon, lat, radius float64) (ring orb.Ring) {
		for i := range 90 {
			s, c := math.Sincos(float64(i) * math.Pi / 45)
			ring = append(ring, orb.Point{lon + radius*c*(1+0.3*s*c), lat + radius*s})
		}
		return append(ring, ring[0])
	}
	hole := around(38.1, lat, 0.2)
	hole.Reverse()
	path := filepath.Join(t.TempDir(), fmt.Sprintf("around %v.geojson", lat))
	write(t, path, orb.MultiPolygon{{around(38, lat, 0.6), hole}, {around(40, lat+0.3, 0.1)}})
	return path
}

// write makes a collection of shapes.
func write(t *testing.T, path string, shapes ...orb.Geometry) {
	t.Helper()
	fc := geojson.NewFeatureCollection()
	for _, g := range shapes {
		fc.Append(geojson.NewFeature(g))
	}
	text, err := json.Marshal(fc)
	if err == nil {
		err = os.WriteFile(path, text, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func BenchmarkAreaOfThreeThousandSides(b *testing.B) {
	var ring orb.Ring
	for i := range 3000 {
		s, c := math.Sincos(float64(i) * math.Pi / 1500)
		ring = append(ring, orb.Point{38 + c, 48 + s})
	}
	b.ReportAllocs()
	for b.Loop() {
		geo.AreaKm2(ring)
	}
}
