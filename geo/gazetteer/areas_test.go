package gazetteer_test

import (
	"testing"

	"github.com/paulmach/orb"

	"frontline/geo/gazetteer"
)

func box(west, south, east, north float64) orb.MultiPolygon {
	return orb.MultiPolygon{orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{east, north}}.ToPolygon()}
}

func TestAreas(t *testing.T) {
	g := mushayrifas(t)
	with := g.With(gazetteer.Additions{Areas: []gazetteer.Area{{Level: 1, PCode: "W", NameEn: "West", Outline: box(36, 34, 37, 35)},
		{Level: 2, PCode: "W1", Outline: box(36, 34, 36.5, 35)}}})
	for _, c := range []struct {
		at    orb.Point
		level int
		want  string
	}{{orb.Point{36.7, 34.5}, 1, "W"}, {orb.Point{36.2, 34.5}, 2, "W1"}, {orb.Point{36.7, 34.5}, 2, ""}, {orb.Point{37.2, 34.5}, 1, ""}, {orb.Point{36.2, 34.5}, 3, ""}} {
		if a, ok := with.AreaAt(c.at, c.level); a.PCode != c.want || ok != (c.want != "") {
			t.Errorf("%v at level %d: %q, %v: want %q", c.at, c.level, a.PCode, ok, c.want)
		}
	}
	if _, ok := g.AreaAt(orb.Point{36, 34}, 1); ok || len(with.Areas(2)) != 1 || with.Version() == g.Version() {
		t.Error("areas are not those that were given")
	}
	if p := with.GovernorateAt(orb.Point{36.9, 34.9}); p != "West" {
		t.Errorf("governorate %q by its polygon", p)
	}
	if p := g.GovernorateAt(orb.Point{36.9, 34.9}); p != "Homs" {
		t.Errorf("governorate %q by the places around", p)
	}
	if p := g.GovernorateAt(orb.Point{10, 50}); p != "" {
		t.Errorf("governorate %q far from all places", p)
	}
}
