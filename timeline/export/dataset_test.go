package export_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// everything asks for all layers: how things stood on a day, and what was said and
// changed in the weeks around it.
func everything() export.Request {
	return export.Request{Layers: export.Layers, Day: day("2017-08-10"),
		Options: export.Options{Filter: atlas.Filter{Span: timeline.Span{From: day("2017-08-01"), To: day("2017-08-25")}}}}
}

func TestRowsSayWhatGeoJSONSays(t *testing.T) {
	a := world(t)
	for _, p := range everything().Dataset(a, nil).Parts {
		rows := 0
		err := p.Rows(func(f *geojson.Feature, row []any) error {
			rows++
			if g := f.Geometry; g != nil && p.Geometry != "" && g.GeoJSONType() != p.Geometry {
				t.Errorf("%s: a %s: want %s", p.Layer, g.GeoJSONType(), p.Geometry)
			}
			properties := plain(t, f.Properties).(map[string]any)
			for i, field := range p.Fields {
				want := properties[field.Name]
				if field.Name == "id" {
					want = f.ID
				}
				if diff := cmp.Diff(want, plain(t, row[i])); diff != "" {
					t.Errorf("%s: %s: %s", p.Layer, field.Name, diff)
				}
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
		if some := slices.Contains([]export.Layer{export.Claims, export.Holdings, export.Areas, export.Cells, export.Fronts, export.Difference}, p.Layer); some && rows == 0 {
			t.Errorf("%s has no features", p.Layer)
		}
	}
}

// plain is a value as JSON has it.
func plain(t *testing.T, v any) (out any) {
	t.Helper()
	b, err := json.Marshal(v)
	if err == nil {
		err = json.Unmarshal(b, &out)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestLayersShareAFile(t *testing.T) {
	r := everything()
	r.Layers = []export.Layer{export.Areas, export.Claims, export.Areas, export.Difference}
	var b bytes.Buffer
	if err := export.WriteGeoJSON(&b, r.Dataset(world(t), nil)); err != nil {
		t.Fatal(err)
	}
	fc, err := geojson.UnmarshalFeatureCollection(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	days := map[string][]string{}
	for _, f := range fc.Features {
		p := f.Properties
		days[p.MustString("layer")] = append(days[p.MustString("layer")], p.MustString("start", "")+".."+p.MustString("end", ""))
	}
	for layer := range days {
		slices.Sort(days[layer])
		days[layer] = slices.Compact(days[layer])
	}
	want := map[string][]string{
		"areas":      {"2017-08-05..2017-08-15"}, // the run that the day is in, and once
		"claims":     {"2017-08-05..2017-08-06", "2017-08-15..2017-08-16", "2017-08-20..2017-08-21"},
		"difference": {"2017-08-01..2017-08-25"},
	}
	if diff := cmp.Diff(want, days); diff != "" {
		t.Error(diff)
	}
}

// A layer alone is as it always was: what the API answers to a question of it.
func TestALayerAloneIsNotNamed(t *testing.T) {
	r := everything()
	r.Layers = []export.Layer{export.Claims}
	var together, alone bytes.Buffer
	if err := export.WriteGeoJSON(&together, r.Dataset(world(t), nil)); err != nil {
		t.Fatal(err)
	}
	if err := export.Write(&alone, world(t), export.Options{Layer: export.Claims, Filter: r.Filter}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(alone.String(), together.String()); diff != "" {
		t.Error(diff)
	}
}

func TestLayersTakeTheDayForWantOfASpan(t *testing.T) {
	r := everything()
	r.Day, r.Span = day("2017-08-15"), timeline.Span{}
	r.Layers = []export.Layer{export.Claims}
	d := r.Dataset(world(t), nil)
	var got []any
	for f := range d.Parts[0].Features {
		got = append(got, f.ID)
	}
	if diff := cmp.Diff([]any{"b2"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestFilesAreNamedByTheirDays(t *testing.T) {
	from, to := day("2017-08-01"), day("2017-08-25")
	for want, r := range map[string]export.Request{
		"frontline-2017-08-10":            everything(),
		"frontline":                       {},
		"frontline-2017-08-01":            {Options: export.Options{Filter: atlas.Filter{Span: on("2017-08-01")}}},
		"frontline-2017-08-01_2017-08-25": {Options: export.Options{Filter: atlas.Filter{Span: timeline.Span{From: from, To: to}}}},
		"frontline-2017-08-01_..":         {Options: export.Options{Filter: atlas.Filter{Span: timeline.Span{From: from}}}},
		"frontline-.._2017-08-25":         {Options: export.Options{Filter: atlas.Filter{Span: timeline.Span{To: to}}}},
	} {
		if got := r.Dataset(world(t), nil).Name; got != want {
			t.Errorf("named %s: want %s", got, want)
		}
	}
}

func TestFiltersReachTheLayersThatHaveThem(t *testing.T) {
	r := everything()
	r.Kinds, r.Place = []timeline.Kind{timeline.Captured}, "beta"
	counts := map[export.Layer]int{}
	for _, p := range r.Dataset(world(t), nil).Parts {
		err := p.Rows(func(f *geojson.Feature, _ []any) error {
			counts[p.Layer]++
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
	if counts[export.Claims] != 2 || counts[export.Holdings] != 1 || counts[export.Areas] != 1 || counts[export.Difference] == 0 {
		t.Errorf("of one place: %v", counts)
	}
}

func TestWrongRequestsAreNamed(t *testing.T) {
	for want, r := range map[string]export.Request{
		"export difference: layer difference: want two days": {Layers: []export.Layer{export.Difference}, Options: export.Options{Filter: atlas.Filter{Span: timeline.Span{From: 1}}}},
		"export areas: kinds [captured]: only claims":        {Layers: []export.Layer{export.Areas}, Options: export.Options{Filter: atlas.Filter{Kinds: []timeline.Kind{timeline.Captured}}}},
		"export fronts: map \"x\": only areas are drawn":     {Layers: []export.Layer{export.Fronts}, Options: export.Options{Map: "x"}},
		"export areas: source \"x\" has no map":              {Layers: []export.Layer{export.Fronts, export.Areas}, Options: export.Options{Map: "x"}},
	} {
		if err := export.WriteGeoJSON(&bytes.Buffer{}, r.Dataset(world(t), nil)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestAPropertyThatIsNoFieldIsAnError(t *testing.T) {
	s := export.Schema{Fields: []export.Field{{Name: "id"}, {Name: "count", Type: export.Integer}}}
	for want, p := range map[string]geojson.Properties{
		"no fields of its layer: [colour]": {"count": 1, "colour": "red"},
		"count: two is of another type":    {"count": "two"},
		"count: 1.5 is of another type":    {"count": 1.5},
	} {
		f := geojson.NewFeature(orb.Point{})
		f.ID, f.Properties = "x", p
		if _, err := s.Row(f); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestWordsAreReadable(t *testing.T) {
	for want, v := range map[string]any{
		"":             nil,
		"true":         true,
		"3":            int64(3),
		"0.000001":     1e-6,
		"a; b":         []any{"a", "b"},
		"a – b; c":     []any{[]any{"a", "b"}, []any{"c"}},
		`[1]`:          []any{1.0},
		`{"a":"<b>&"}`: map[string]any{"a": "<b>&"},
		`[{"a":null}]`: []any{map[string]any{"a": nil}},
	} {
		if got, err := export.Words(v); err != nil || got != want {
			t.Errorf("%v: %q, %v: want %q", v, got, err, want)
		}
	}
}
