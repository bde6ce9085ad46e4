package export_test

import (
	"encoding/json"
	"slices"
	"testing"

	"frontline/timeline/export"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb/geojson"
)

// asJSON is a thing as any program reads it.
func asJSON(t *testing.T, text []byte) (out map[string]any) {
	t.Helper()
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return out
}

// Whoever asks for pages gets what all would have got.
func TestEncodedFeaturesAreTheFeatures(t *testing.T) {
	a := world(t)
	for _, layer := range []export.Layer{export.Claims, export.Holdings, export.Areas, export.Fronts, export.Places, export.Reports} {
		want := []map[string]any{}
		for f, err := range export.Features(a, export.Options{Layer: layer}) {
			if err != nil {
				t.Fatal(err)
			}
			text, err := json.Marshal(f)
			if err != nil {
				t.Fatal(err)
			}
			want = append(want, asJSON(t, text))
		}
		if n, cheap := export.Count(a, export.Options{Layer: layer}); cheap && n != len(want) || len(want) == 0 {
			t.Errorf("%d %s, counted %d", len(want), layer, n)
		}
		for skip := range len(want) + 2 {
			got := []map[string]any{}
			for text, err := range export.Encoded(a, export.Options{Layer: layer, Skip: skip}) {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, asJSON(t, text))
			}
			if diff := cmp.Diff(want[min(skip, len(want)):], got); diff != "" {
				t.Errorf("%s after %d: %s", layer, skip, diff)
			}
		}
	}
}

func TestEncodedFeaturesHaveThePropertiesThatAreAskedFor(t *testing.T) {
	for layer, names := range map[export.Layer][]string{export.Holdings: {"holder", "quote"}, export.Claims: {"kind"}, export.Areas: {"km2"}} {
		n := 0
		for text, err := range export.Encoded(world(t), export.Options{Layer: layer}, names...) {
			if err != nil {
				t.Fatal(err)
			}
			f, err := geojson.UnmarshalFeature(text)
			if err != nil {
				t.Fatal(err)
			}
			n++
			for name := range f.Properties {
				if !slices.Contains(names, name) {
					t.Errorf("%s: property %q, which nobody asked for", layer, name)
				}
			}
			if len(f.Properties) != len(names) {
				t.Errorf("%s: properties %v: want %v", layer, f.Properties, names)
			}
		}
		if n == 0 {
			t.Errorf("no %s", layer)
		}
	}
	for _, err := range export.Encoded(world(t), export.Options{Layer: export.Areas}, "quote") {
		if err == nil || err.Error() != `property "quote": areas have no such` {
			t.Errorf("a property there is none of: %v", err)
		}
	}
}
