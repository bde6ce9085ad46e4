package atlas_test

import (
	"fmt"
	"testing"

	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb"
)

func TestPlaces(t *testing.T) {
	a := world(t)
	for what, c := range map[string]struct {
		filter atlas.Filter
		want   string
	}{
		"all that claims speak of":   {atlas.Filter{}, "alpha(2) beta(2) gamma(3) "},
		"places have no days":        {atlas.Filter{Span: timeline.Span{From: day("1999-01-01"), To: day("1999-01-02")}}, "alpha(2) beta(2) gamma(3) "},
		"box":                        {atlas.Filter{Bound: &orb.Bound{Min: orb.Point{39, 34}, Max: orb.Point{40, 36}}}, "gamma(3) "},
		"drawn by hand":              {atlas.Filter{Within: orb.MultiPolygon{{orb.Ring{{37.9, 34.9}, {38.1, 34.9}, {38.1, 35.1}, {37.9, 35.1}, {37.9, 34.9}}}}}, "alpha(2) "},
		"a place":                    {atlas.Filter{Place: "beta"}, "beta(2) "},
		"a place nobody speaks of":   {atlas.Filter{Place: "village"}, ""},
		"a governorate there is not": {atlas.Filter{Admin1: "Nowhere"}, ""},
		"one claim meets all":        {atlas.Filter{Actors: []timeline.Actor{army}, Kinds: []timeline.Kind{timeline.Captured}}, "alpha(2) beta(2) "},
		"source":                     {atlas.Filter{Sources: []string{timeline.Unnamed}}, "gamma(3) "},
		"no claim meets all":         {atlas.Filter{Sources: []string{timeline.Unnamed}, Kinds: []timeline.Kind{timeline.Captured}}, ""},
	} {
		got := ""
		for _, p := range a.Places(c.filter) {
			got += fmt.Sprintf("%s(%d) ", p.ID, p.Claims)
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", what, got, c.want)
		}
	}
	if got := a.As(atlas.View{Without: []string{"agency"}}).Places(atlas.Filter{}); len(got) != 1 || got[0].ID != "gamma" || got[0].Claims != 1 {
		t.Errorf("without the agency: %+v, want what the others speak of", got)
	}
}
