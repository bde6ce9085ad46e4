package csv_test

import (
	"bytes"
	stdcsv "encoding/csv"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"

	"frontline/timeline/export"
	"frontline/timeline/export/csv"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
	"pgregory.net/rapid"
)

// part is a layer with these features.
func part(layer export.Layer, fields []export.Field, features ...*geojson.Feature) export.Part {
	return export.Part{Layer: layer, Schema: export.Schema{Fields: append([]export.Field{{Name: "id"}, {Name: "start", Type: export.Date}, {Name: "end", Type: export.Date}}, fields...)},
		Features: func(yield func(*geojson.Feature, error) bool) {
			for _, f := range features {
				if !yield(f, nil) {
					return
				}
			}
		}}
}

func feature(id string, g orb.Geometry, p geojson.Properties) *geojson.Feature {
	f := geojson.NewFeature(g)
	f.ID, f.Properties = id, p
	return f
}

func written(t rapid.TB, parts ...export.Part) string {
	t.Helper()
	var b bytes.Buffer
	if err := csv.Write(&b, export.Dataset{Parts: parts}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestLayersShareATable(t *testing.T) {
	square := orb.MultiPolygon{{orb.Ring{{38, 34}, {39, 34}, {39, 35}, {38, 34}}}}
	got := written(t,
		part(export.Areas, []export.Field{{Name: "holder"}, {Name: "km2", Type: export.Real}, {Name: "places", Type: export.List}},
			feature("", square, geojson.Properties{"start": "2017-08-05", "end": nil, "holder": nil, "km2": -0.5, "places": []string{"a", "b"}})),
		part(export.Claims, []export.Field{{Name: "lon", Type: export.Real}, {Name: "lat", Type: export.Real}, {Name: "holder"}, {Name: "named", Type: export.Boolean}},
			feature("c", orb.Point{38.5, 34.5}, geojson.Properties{"start": "2017-08-05", "end": "2017-08-06", "holder": "x, \"y\"", "named": false}),
			feature("d", orb.LineString{{38, 34}, {39, 35}}, geojson.Properties{"lon": 38.25, "lat": 34.25}),
			feature("e", nil, nil)))
	want := "layer,id,start,end,lon,lat,holder,km2,places,named,wkt\r\n" +
		"areas,,2017-08-05,,,,,-0.5,a; b,,\"MULTIPOLYGON(((38 34,39 34,39 35,38 34)))\"\r\n" +
		"claims,c,2017-08-05,2017-08-06,38.5,34.5,\"x, \"\"y\"\"\",,,false,POINT(38.5 34.5)\r\n" +
		"claims,d,,,38.25,34.25,,,,,\"LINESTRING(38 34,39 35)\"\r\n" +
		"claims,e,,,,,,,,,\r\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNoFeaturesGiveTheHeadLine(t *testing.T) {
	if got := written(t, part(export.Fronts, []export.Field{{Name: "km", Type: export.Real}})); got != "layer,id,start,end,lon,lat,km,wkt\r\n" {
		t.Errorf("%q", got)
	}
}

// Text that a spreadsheet would run, and text that only looks like it.
func TestNothingIsAFormula(t *testing.T) {
	for _, c := range []struct{ phenomenon, text, want string }{
		{"a formula", `=HYPERLINK("http://x","y")`, `'=HYPERLINK("http://x","y")`},
		{"a command", "@SUM(1)", "'@SUM(1)"},
		{"a sum", "+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"},
		{"a difference", "-2+3", "'-2+3"},
		{"behind a tab", "\t=1", "'\t=1"},
		{"behind a line break", "\n=1", "'\n=1"},
		{"behind an old line break", "\r=1", "'\n=1"},
		{"old line breaks inside", "a\rb\r\nc", "a\nb\nc"},
		{"a wide sign", "＝1+1", "'＝1+1"},
		{"a dash that begins a line of speech", "- قال", "'- قال"},
		{"a negative number", "-12.5", "-12.5"},
		{"a number with its sign", "+3e5", "+3e5"},
		{"not quite a number", "-1e", "'-1e"},
		{"a hexadecimal number", "-0x1p-2", "'-0x1p-2"},
		{"a sign inside", "a=b", "a=b"},
		{"Arabic", "سيطرت", "سيطرت"},
		{"nothing", "", ""},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			if got := quoteBack(t, c.text); got != c.want {
				t.Errorf("%q: want %q", got, c.want)
			}
		})
	}
}

// quoteBack is a quote as a reader of the table finds it.
func quoteBack(t rapid.TB, quote string) string {
	t.Helper()
	text := written(t, part(export.Claims, []export.Field{{Name: "quote"}}, feature("c", nil, geojson.Properties{"quote": quote})))
	rows, err := stdcsv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(rows) != 2 || len(rows[1]) != len(rows[0]) {
		t.Fatalf("%v in %q", err, text)
	}
	return rows[1][slices.Index(rows[0], "quote")]
}

func TestTextComesBackAsItWas(t *testing.T) {
	hostile := rapid.SampledFrom([]string{`"`, ",", "\n", "'", "=", "\u200f", "\u202e", "</description><script>", "]]>", "نص", "x", " "})
	rapid.Check(t, func(t *rapid.T) {
		quote := strings.Join(rapid.SliceOf(hostile).Draw(t, "quote"), "")
		got := quoteBack(t, quote)
		if got != quote && got != "'"+quote {
			t.Fatalf("%q: want %q", got, quote)
		}
	})
}

func TestErrorsOfFeaturesAreReturned(t *testing.T) {
	broken := errors.New("broken")
	p := part(export.Areas, nil)
	p.Features = iter.Seq2[*geojson.Feature, error](func(yield func(*geojson.Feature, error) bool) { yield(nil, broken) })
	if err := csv.Write(io.Discard, export.Dataset{Parts: []export.Part{p}}); !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}
