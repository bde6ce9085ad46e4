package features_test

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"frontline/geo/features"
)

const wantTowns = `1 السخنة army 16173 0.5 a|b  [38.87 34.88]
2 with a hole sdf     [[[38 34] [39 34] [39 35] [38 35] [38 34]] [[38.4 34.4] [38.6 34.6] [38.6 34.4] [38.4 34.4]]]
3 two      [[[[38 34] [39 34] [39 35] [38 34]]] [[[36 34] [37 34] [37 35] [36 34]]]]
4 road      []
5 nowhere      <nil>
`

// wantPacked is with the list as GDAL packs it.
var wantPacked = strings.Replace(wantTowns, "a|b", "(2:a,b)", 1)

var townProperties = []string{"name", "holder", "people", "share", "others", "none"}

func TestEveryFormatGivesTheSame(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(strings.SplitN(towns, "\n", 2)[1], "]}"), ",\n")
	separated := ""
	for _, l := range lines {
		separated += "\x1e" + l + "\n"
	}
	for name, path := range map[string]string{
		"collection":     written(t, "towns.txt", towns),
		"with a mark":    written(t, "towns", "\ufeff\n"+towns+"\n"),
		"one a line":     written(t, "towns.ndjson", strings.Join(lines, "\n")),
		"one a line, \r": written(t, "towns.geojsonl", strings.Join(lines, "\r\n")+"\r\n"),
		"RFC 8142":       written(t, "towns.geojsons", separated),
		"cut at its end": written(t, "towns.geojsons", "\x1e"+strings.TrimSuffix(separated, "\n")+"\x1e \n\x1e"),
	} {
		got, err := told(t, path, "", townProperties...)
		if err != nil || got != wantTowns {
			t.Errorf("%s: %v\n%s\nwant\n%s", name, err, got, wantTowns)
		}
	}
	got, err := told(t, packed(t, towns), "", townProperties...)
	if err != nil || got != wantPacked {
		t.Errorf("as GDAL packs them: %v\n%s\nwant\n%s", err, got, wantPacked)
	}
}

func TestGDALsOwnSequencesAreRead(t *testing.T) {
	for _, rs := range []string{"YES", "NO"} {
		path := t.TempDir() + "/towns.geojsons"
		gdal(t, "ogr2ogr", "-f", "GeoJSONSeq", "-lco", "RS="+rs, path, written(t, "towns.geojson", towns))
		got, err := told(t, path, "", townProperties...)
		if err != nil || got != wantTowns {
			t.Errorf("RS=%s: %v\n%s\nwant\n%s", rs, err, got, wantTowns)
		}
	}
}

func TestWhatWasSeenIsTold(t *testing.T) {
	r, err := features.Open(written(t, "x", "\x1e"+one("a")+"\n\x1e{\"type\":\"Topology\"}\n\x1e"+one("b")+"\n"), "")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for range 3 {
		if _, err := r.Next(); err != nil && !errors.As(err, new(features.Fault)) {
			t.Fatal(err)
		}
	}
	s := r.Seen()
	if s.Format != features.Sequence || s.Features != 3 || s.Geometries["Point"] != 2 || !slices.Equal(s.Properties, []string{"name"}) {
		t.Errorf("%+v: want three features of a sequence, two of them points", s)
	}
}

// Geometries by themselves are features without properties.
func TestBareGeometries(t *testing.T) {
	got, err := told(t, written(t, "x", `{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"MultiPoint","coordinates":[]}]}`), "")
	if err != nil || got != "1 [1 2]\n2 <nil>\n" {
		t.Errorf("%v\n%s: want a point, and nothing", err, got)
	}
}

func TestTextThatCannotBeRead(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		says []string
	}{
		"cut off":                 {towns[:300], []string{"near byte", "cut off"}},
		"cut off between":         {towns[:len(towns)-2], []string{"cut off"}},
		"a record cut off":        {"\x1e" + one("a")[:40] + "\n\x1e" + one("b"), []string{"feature 1", "damaged or cut off"}},
		"records without a break": {one("a") + "\n\x1e" + one("b"), []string{"feature 2", "damaged"}},
		"two collections":         {towns + towns, []string{"more behind the end"}},
		"a list":                  {`[1]`, []string{"begins with [", "FeatureCollection"}},
		"another system":          {`{"crs":{"properties":{"name":"EPSG:3857"}},"features":[]}`, []string{"EPSG:3857", "want degrees"}},
		"another system, later":   {`{"features":[],"crs":{"properties":{"name":"EPSG:3857"}}}`, []string{"EPSG:3857", "want degrees"}},
		"another, in a sequence":  {"\x1e" + `{"type":"Feature","crs":{"properties":{"name":"EPSG:3857"}}}`, []string{"EPSG:3857", "want degrees"}},
	} {
		_, err := told(t, written(t, "x", c.text), "")
		if err == nil {
			t.Errorf("%s: no error", name)
		}
		wantError(t, err, c.says...)
	}
	_, err := told(t, written(t, "x", towns), "towns")
	wantError(t, err, `layer "towns"`, "only a GeoPackage")
	got, err := told(t, written(t, "x", one("a")+`{"type":"Feature","geometry":{"type":"Polygon","coordinates":[]}}`+one("b")), "")
	if want := "1 [38 34]\nfeature 2: geometry: polygon without a ring\n3 [38 34]\n"; err != nil || got != want {
		t.Errorf("%v\n%s\nwant\n%s", err, got, want)
	}
}

// A file of features without end must not fill the memory.
func TestAFeatureThatDoesNotEnd(t *testing.T) {
	for _, begin := range []string{`{"type":"Feature","properties":{"name":"`, "\x1e" + `{"name":"`} {
		r := features.Read(io.MultiReader(strings.NewReader(begin), endless{}))
		_, err := r.Next()
		wantError(t, err, "too long")
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// Whatever a file holds, reading it ends, and what it gives is numbered.
func FuzzText(f *testing.F) {
	f.Add(towns)
	f.Add("\x1e" + one("a") + "\n\x1e\x1e" + one("b"))
	f.Add(one("a") + "\n" + one("b"))
	f.Add(`{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		r := features.Read(strings.NewReader(text))
		n := 0
		for {
			x, err := r.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			n++
			if err == nil && (x.Number != n || len(x.Names) != len(x.Values)) {
				t.Fatalf("%+v: want number %d", x, n)
			}
			if err != nil && !errors.As(err, new(features.Fault)) {
				break
			}
			if n > len(text) {
				t.Fatalf("%d features of %d bytes", n, len(text))
			}
		}
	})
}
