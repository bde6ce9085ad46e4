package source_test

import (
	"fmt"
	"math"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
	"pgregory.net/rapid"

	"frontline/geo/gazetteer"
	"frontline/geo/gazetteer/source"
	"frontline/geo/overlay"
)

func areas(t testing.TB, in *source.Input) []gazetteer.Area {
	t.Helper()
	var out []gazetteer.Area
	for a, err := range in.Areas() {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, a)
	}
	return out
}

func toldArea(a gazetteer.Area) string {
	return fmt.Sprintf("%d %s in %q: %s (%s)", a.Level, a.PCode, a.Parent, a.NameAr, a.NameEn)
}

func TestAreasOfEachGeneration(t *testing.T) {
	one := 1
	for _, c := range []struct {
		file string
		o    source.Options
		want []string
	}{
		{"areas_2021.geojson", source.Options{}, []string{`1 SY04 in "SY": حمص (Homs)`, `1 SY11 in "SY": الرقة (Ar-Raqqa)`}},
		{"areas_2025.geojson", source.Options{}, []string{`3 SY040302 in "SY0403": السخنة (Sokhneh)`}},
		{"geoboundaries.geojson", source.Options{}, []string{`1 SY-RA in "":  (Ar-Raqqah)`}},
		{"areas_2021.geojson", source.Options{Within: &orb.Bound{Min: orb.Point{38.5, 35}, Max: orb.Point{40, 36}}}, []string{`1 SY11 in "SY": الرقة (Ar-Raqqa)`}},
		{"areas_2021.geojson", source.Options{Kind: source.Areas, Level: &one, Countries: []string{"SYR"},
			Fields: map[string]string{"pcode": "ADM1_EN", "name_ar": "ADM1_PCODE", "name_en": "ADM1_AR", "parent": ""}},
			[]string{`1 Homs in "SY": حمص (SY04)`, `1 Ar-Raqqa in "SY": الرقة (SY11)`}},
	} {
		in := open(t, c.file, c.o)
		var got []string
		for _, a := range areas(t, in) {
			got = append(got, toldArea(a))
			if a.Outline.Bound().IsEmpty() {
				t.Errorf("%s: %s has no outline", c.file, a.PCode)
			}
		}
		if in.Kind() != source.Areas {
			t.Errorf("%s was recognised as %s", c.file, in.Kind())
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.file, diff)
		}
	}
}

func TestAreasThatAreNone(t *testing.T) {
	feature := func(properties, geometry string) string {
		return `{"type":"FeatureCollection","features":[{"type":"Feature","properties":` + properties + `,"geometry":` + geometry + `}]}`
	}
	const square = `{"type":"Polygon","coordinates":[[[36,34],[37,34],[37,35],[36,34]]]}`
	for _, c := range []struct {
		name, text string
		says       []string
	}{
		{"a point", feature(`{"pcode":"SY"}`, `{"type":"Point","coordinates":[36,34]}`), []string{"geometry", "Point", "want Polygon"}},
		{"no geometry", feature(`{"pcode":"SY"}`, `null`), []string{"geometry", "want Polygon"}},
		{"no code", feature(`{"ADM1_EN":"Homs"}`, square), []string{"pcode", "want a code"}},
		{"no level", feature(`{"name":"Homs","pcode":"X7"}`, square), []string{"level", "0 to 3"}},
		{"a level that is none", feature(`{"name":"Homs","pcode":"X7","level":"high"}`, square), []string{`level "high"`, "0 to 3"}},
		{"an open ring", feature(`{"pcode":"SY"}`, `{"type":"Polygon","coordinates":[[[36,34],[37,34],[37,35],[36,35]]]}`), []string{"ring of 4", "the last one the first"}},
		{"a short ring", feature(`{"pcode":"SY"}`, `{"type":"Polygon","coordinates":[[[36,34],[37,34],[36,34]]]}`), []string{"ring of 3", "4 or more"}},
		{"no ring", feature(`{"pcode":"SY"}`, `{"type":"Polygon","coordinates":[]}`), []string{"without a ring"}},
		{"half a position", feature(`{"pcode":"SY"}`, `{"type":"Polygon","coordinates":[[[36],[37],[36],[36]]]}`), []string{"position of 1"}},
		{"metres", feature(`{"pcode":"SY"}`, `{"type":"Polygon","coordinates":[[[4e6,4e6],[4.1e6,4e6],[4e6,4.1e6],[4e6,4e6]]]}`), []string{"degrees"}},
		{"no ground", feature(`{"pcode":"SY"}`, `{"type":"Polygon","coordinates":[[[36,34],[37,34],[38,34],[36,34]]]}`), []string{"a.geojson", "line 1", "encloses no ground"}},
		{"scribble", feature(`{"pcode":"SY"}`, scribble()), []string{"a.geojson", "line 1", "outline", "crosses itself again and again"}},
		{"a type that is none", feature(`{"pcode":"SY"}`, `{"type":"Circle","coordinates":[36,34]}`), []string{`"Circle"`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := outcome(written(t, "a.geojson", c.text), source.Options{Kind: source.Areas})
			says(t, err, c.says...)
		})
	}
}

// scribble is a ring that crosses itself some thousand times.
func scribble() string {
	at := func(i int) string {
		s, c := math.Sincos(float64(i) * 2.4)
		return fmt.Sprintf("[%v,%v]", 37+c*float64(1+i%7)/7, 35+s*float64(1+i%5)/5)
	}
	text := at(0)
	for i := range 700 {
		text += "," + at(i)
	}
	return `{"type":"Polygon","coordinates":[[` + text + "," + at(0) + "]]}"
}

// A ring that crosses itself covers what it was meant to.
func TestOutlinesWithFaultsAreMended(t *testing.T) {
	bow := `{"type":"Feature","properties":{"pcode":"SY"},"geometry":{"type":"Polygon","coordinates":[[[36,34],[38,36],[38,34],[36,36],[36,34]]]}}`
	got := areas(t, open(t, written(t, "bow.geojson", bow), source.Options{Kind: source.Areas}))
	if len(got) != 1 || len(got[0].Outline) != 2 || planar.Area(got[0].Outline) != 2 {
		t.Errorf("%v: want the two halves of a bow", got)
	}
	if err := overlay.Check(got[0].Outline); err != nil {
		t.Error(err)
	}
}

// Units may also be read as places, at a point inside.
func TestOutlinesAsPlaces(t *testing.T) {
	in := open(t, "areas_2021.geojson", source.Options{Kind: source.OCHA})
	want := []string{"ocha SY04: حمص (Homs), area governorate at 36.5,34.5, in Homs; p-code SY04",
		"ocha SY11: الرقة (Ar-Raqqa), area governorate at 38.5,35.5, in Ar-Raqqa; p-code SY11"}
	if diff := cmp.Diff(want, allTold(records(t, in))); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// The point that stands for a polygon lies in it, also where its centroid does
// not: here a U of any size.
func TestPlacesOfPolygonsLieInside(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		arm := rapid.Float64Range(0.05, 0.45)
		left, right, floor := arm.Draw(rt, "left"), arm.Draw(rt, "right"), arm.Draw(rt, "floor")
		u := orb.Ring{{36, 34}, {37, 34}, {37, 35}, {37 - right, 35}, {37 - right, 34 + floor}, {36 + left, 34 + floor}, {36 + left, 35}, {36, 35}, {36, 34}}
		text := `{"type":"Feature","properties":{"name":"بحيرة"},"geometry":{"type":"MultiPolygon","coordinates":[[[[30,30],[30.01,30],[30,30.01],[30,30]]],[[`
		for i, p := range u {
			if i > 0 {
				text += ","
			}
			text += fmt.Sprintf("[%v,%v]", p[0], p[1])
		}
		in := open(t, written(t, "u.geojson", text+"]]]}}"), source.Options{})
		got := records(t, in)
		if len(got) != 1 || !planar.RingContains(u, got[0].At) || onRing(u, got[0].At) {
			rt.Errorf("%v: want a point inside %v", got, u)
		}
	})
}

func onRing(r orb.Ring, p orb.Point) bool {
	for _, q := range r {
		if p == q {
			return true
		}
	}
	return false
}

// shared lies beside the checkout: data that is not part of it.
const shared = "../../../../shared/gazetteer"

func wantShared(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(shared); err != nil && os.Getenv("CI") == "true" {
		t.Fatalf("%v: want the folder shared beside the checkout where CI=true", err)
	} else if err != nil {
		t.Skipf("%v: the data beside the checkout is not here", err)
	}
}

func TestPublishedOutlines(t *testing.T) {
	wantShared(t)
	for _, c := range []struct {
		file         string
		level, units int
		parent       string
	}{
		{"syr_adm0_simplified.geojson", 0, 1, ""},
		{"syr_adm1.geojson", 1, 14, "SY"},
		{"syr_adm1_simplified.geojson", 1, 14, "SY"},
		{"syr_adm2_simplified.geojson", 2, 62, "SY02"},
	} {
		got := areas(t, open(t, shared+"/boundaries/"+c.file, source.Options{}))
		codes := map[string]bool{}
		for _, a := range got {
			codes[a.PCode] = true
			if a.Level != c.level || a.NameAr == "" || a.NameEn == "" {
				t.Errorf("%s: %s: want level %d and both names", c.file, toldArea(a), c.level)
			}
		}
		if len(codes) != c.units || len(got) != c.units {
			t.Errorf("%s: %d units with %d codes: want %d", c.file, len(got), len(codes), c.units)
		}
		if c.level != 2 && got[0].Parent != c.parent {
			t.Errorf("%s: parent %q: want %q", c.file, got[0].Parent, c.parent)
		}
	}
}

// The reference table needs no mapping: it says its sources and their keys.
func TestPublishedPlaces(t *testing.T) {
	wantShared(t)
	in := open(t, shared+"/reference.tsv", source.Options{})
	got := records(t, in)
	s := in.Summary()
	sources, keys := map[string]int{}, map[string]bool{}
	for _, r := range got {
		sources[r.Source]++
		keys[r.Source+"\x00"+r.Key] = true
	}
	if in.Kind() != source.Table || s.Bad != 0 || len(got) < 20_000 || s.Rows != 20_285 {
		t.Errorf("%s, %d of %d, bad %d: want a table of 20,285 rows, 20,000 of them places", in.Kind(), len(got), s.Rows, s.Bad)
	}
	if sources["ocha_adm4"] != 7266 || sources["wof"] < 10_000 {
		t.Errorf("%v: want 7,266 of ocha_adm4 and most of wof", sources)
	}
	if len(keys) < len(got)-50 {
		t.Errorf("%d keys of %d records", len(keys), len(got))
	}
}
