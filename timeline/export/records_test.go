package export_test

import (
	"regexp"
	"testing"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

func TestPlacesAreThoseThatClaimsSpeakOf(t *testing.T) {
	fc := write(t, export.Options{Layer: export.Places, Filter: atlas.Filter{Span: on("1999-01-01")}})
	if len(fc.Features) != 2 || fc.Features[0].ID != "alpha" || fc.Features[1].ID != "beta" {
		t.Fatalf("%+v: want the two, whatever the day", fc.Features)
	}
	want := geojson.Properties{"start": nil, "end": nil, "name_ar": "ألفا", "name_en": "Alpha", "kind": "town", "admin1": "Homs", "admin2": nil,
		"precision": "exact", "claims": 1.0}
	if diff := cmp.Diff(want, fc.Features[0].Properties); diff != "" {
		t.Error(diff)
	}
	if at := fc.Features[0].Geometry; !orb.Equal(at, orb.Point{38.123457, 35}) {
		t.Errorf("at %v", at)
	}
}

func TestReportsLieWhereTheySpeakOf(t *testing.T) {
	fc := write(t, export.Options{Layer: export.Reports})
	if len(fc.Features) != 2 {
		t.Fatalf("%d reports: want two", len(fc.Features))
	}
	told, silent := fc.Features[0], fc.Features[1]
	want := geojson.Properties{"start": "2017-08-16", "end": "2017-08-17", "title": "Title", "source": "Agency", "source_id": "agency", "side": nil,
		"url": "https://example.org/r", "language": nil, "published": "2017-08-16", "published_basis": "", "form": nil, "claims": 4.0,
		"places": []any{"alpha", "beta"}}
	if diff := cmp.Diff(want, told.Properties); diff != "" {
		t.Error(diff)
	}
	// Each point once: two towns, and ground between them.
	if want := (orb.MultiPoint{{38.123457, 35}, {38.4, 35.1}, {38.26, 35.05}}); !orb.Equal(told.Geometry, want) {
		t.Errorf("lies at %v: want %v", told.Geometry, want)
	}
	if silent.ID != "u" || silent.Geometry != nil || silent.Properties["start"] != nil || silent.Properties["end"] != nil {
		t.Errorf("%+v: want it nowhere and on no day", silent)
	}
}

func TestReportsAndPlacesAreNarrowedByTheirClaims(t *testing.T) {
	for _, c := range []struct {
		layer  export.Layer
		filter atlas.Filter
		want   string
	}{
		{export.Reports, atlas.Filter{Span: on("2017-08-16")}, "r "},
		{export.Reports, atlas.Filter{Span: on("2017-08-15")}, ""},
		{export.Reports, atlas.Filter{Kinds: []timeline.Kind{timeline.Casualties}}, "u "},
		{export.Reports, atlas.Filter{Place: "alpha"}, "r "},
		{export.Reports, atlas.Filter{Sources: []string{"agency"}}, "r "},
		{export.Places, atlas.Filter{Actors: []timeline.Actor{state}}, "beta "},
		{export.Places, atlas.Filter{Admin1: "Homs"}, "alpha "},
		{export.Places, atlas.Filter{Bound: &orb.Bound{Min: orb.Point{38.3, 35}, Max: orb.Point{39, 36}}}, "beta "},
		{export.Places, atlas.Filter{Modalities: []timeline.Modality{timeline.Denied}}, ""},
	} {
		got := ""
		for _, f := range write(t, export.Options{Layer: c.layer, Filter: c.filter}).Features {
			got += f.ID.(string) + " "
		}
		if got != c.want {
			t.Errorf("%s of %+v: %q, want %q", c.layer, c.filter, got, c.want)
		}
	}
}

// Whoever has the id of a feature finds it again, asking about the day in it alone.
func TestAnIDIsFoundAgainOnItsDay(t *testing.T) {
	form := regexp.MustCompile(`^[a-z_.-]+@(\d{4}-\d\d-\d\d)\.[0-9a-f]{12}$`)
	for _, layer := range []export.Layer{export.Areas, export.Fronts} {
		for _, f := range write(t, export.Options{Layer: layer}).Features {
			id, _ := f.ID.(string)
			parts := form.FindStringSubmatch(id)
			if parts == nil || parts[1] != f.Properties["start"] {
				t.Fatalf("%s: id %q of a feature since %v", layer, id, f.Properties["start"])
			}
			found := 0
			for _, again := range write(t, export.Options{Layer: layer, Filter: atlas.Filter{Span: on(parts[1])}}).Features {
				if again.ID == id {
					found++
					if !orb.Equal(f.Geometry, again.Geometry) {
						t.Errorf("%s: %s lies elsewhere", layer, id)
					}
				}
			}
			if found != 1 {
				t.Errorf("%s: %d of id %s on its day: want one", layer, found, id)
			}
		}
	}
}
