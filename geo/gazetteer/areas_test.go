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
	areas := gazetteer.NewAreas([]gazetteer.Area{{Level: 1, PCode: "W", Outline: box(36, 34, 37, 35)}, {Level: 2, PCode: "W1", Outline: box(36, 34, 36.5, 35)}})
	for _, c := range []struct {
		at    orb.Point
		level int
		want  string
	}{{orb.Point{36.7, 34.5}, 1, "W"}, {orb.Point{36.2, 34.5}, 2, "W1"}, {orb.Point{36.7, 34.5}, 2, ""}, {orb.Point{37.2, 34.5}, 1, ""}, {orb.Point{36.2, 34.5}, 3, ""}} {
		if a, ok := areas.At(c.at, c.level); a.PCode != c.want || ok != (c.want != "") {
			t.Errorf("%v at level %d: %q, %v: want %q", c.at, c.level, a.PCode, ok, c.want)
		}
	}
	if _, ok := (*gazetteer.Areas)(nil).At(orb.Point{36, 34}, 1); ok {
		t.Error("no areas have one")
	}
}
