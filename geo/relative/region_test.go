package relative_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"frontline/geo"
	"frontline/geo/relative"
)

// square is a governorate of one degree by one, with or without an outline, and
// a grid of places a quarter of a degree apart.
func square(name string, west, south float64, outlined bool) relative.Region {
	r := relative.Region{Name: name, Seat: orb.Point{west + 0.5, south + 0.5}}
	for x := 0.125; x < 1; x += 0.25 {
		for y := 0.125; y < 1; y += 0.25 {
			r.Places = append(r.Places, orb.Point{west + x, south + y})
		}
	}
	if outlined {
		r.Outline = orb.MultiPolygon{orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{west + 1, south + 1}}.ToPolygon()}
	}
	return r
}

func TestTheCountryOfARegionIsWhatItsPlacesSpan(t *testing.T) {
	for _, outlined := range []bool{true, false} {
		r := square("Homs", 38, 34, outlined)
		all, err := r.Ground("")
		if err != nil {
			t.Fatal(err)
		}
		north, err := r.Ground("N")
		if err != nil {
			t.Fatal(err)
		}
		sound(t, "all", all)
		sound(t, "north", north)
		if got, want := geo.AreaKm2(north.Geometry), geo.AreaKm2(all.Geometry); got < want/6 || got > want/3 {
			t.Errorf("the north is %v of %v km²: want about a quarter", got, want)
		}
		if !planar.PolygonContains(north.Geometry.(orb.Polygon), orb.Point{38.5, 34.8}) || planar.PolygonContains(north.Geometry.(orb.Polygon), orb.Point{38.5, 34.2}) {
			t.Errorf("the north is %v", north.Geometry)
		}
		if want := 15.0; outlined == (all.UncertaintyKm == want) {
			t.Errorf("outlined %v: uncertainty %v", outlined, all.UncertaintyKm)
		}
	}
}

func TestTheBorderOfTwoRegions(t *testing.T) {
	for _, outlined := range []bool{true, false} {
		west, east := square("Homs", 38, 34, outlined), square("Deir ez-Zor", 39, 34, outlined)
		l, err := relative.Border(west, east)
		if err != nil {
			t.Fatal(err)
		}
		sound(t, "border", l)
		for _, p := range l.Geometry.(orb.LineString) {
			if math.Abs(p.Lon()-39) > 0.001 {
				t.Errorf("runs over %v: want longitude 39", p)
			}
		}
		if km := geo.LengthKm(l.Geometry.(orb.LineString)); km < 100 {
			t.Errorf("is %v km long: want the whole side", km)
		}
		back, err := relative.Border(east, west)
		if d := cmp.Diff(l, back); d != "" || err != nil {
			t.Errorf("the other way round: %v, %s", err, d)
		}
		if _, err := relative.Border(west, square("Hasakah", 42, 36, outlined)); err == nil || !strings.Contains(err.Error(), "do not meet") {
			t.Errorf("of two that are far from each other: %v", err)
		}
	}
}

func TestABorderThatAnOutlineBreaksIsFoundWhole(t *testing.T) {
	west, east := square("Homs", 38, 34, true), square("Deir ez-Zor", 39, 34, true)
	// The ring of the western one begins in the middle of the border.
	west.Outline = orb.MultiPolygon{{{{39, 34.5}, {39, 35}, {38, 35}, {38, 34}, {39, 34}, {39, 34.5}}}}
	east.Outline = orb.MultiPolygon{{{{39, 34}, {40, 34}, {40, 35}, {39, 35}, {39, 34.5}, {39, 34}}}}
	l, err := relative.Border(west, east)
	if err != nil || len(l.Geometry.(orb.LineString)) != 3 {
		t.Errorf("%v, %v: want all three points of it", l.Geometry, err)
	}
}

func TestAnchorsOfPlaces(t *testing.T) {
	homs := relative.AnchorOf(geo.Place{NameEn: "Homs", Kind: "city", At: orb.Point{36.7, 34.7}, Precision: geo.Exact})
	if want := (relative.Anchor{Name: "Homs", At: orb.Point{36.7, 34.7}, UncertaintyKm: 2, RadiusKm: 4, RangeKm: 50}); homs != want {
		t.Errorf("%+v: want %+v", homs, want)
	}
	well := relative.AnchorOf(geo.Place{NameAr: "بئر", Kind: "well", Precision: geo.Area})
	if want := (relative.Anchor{Name: "بئر", UncertaintyKm: 15, RadiusKm: 1, RangeKm: 15}); well != want {
		t.Errorf("%+v: want %+v", well, want)
	}
}

func BenchmarkBorder(b *testing.B) {
	west, east := square("Homs", 38, 34, false), square("Deir ez-Zor", 39, 34, false)
	for b.Loop() {
		if _, err := relative.Border(west, east); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGround(b *testing.B) {
	r := square("Homs", 38, 34, false)
	for b.Loop() {
		if _, err := r.Ground("NE"); err != nil {
			b.Fatal(err)
		}
	}
}
