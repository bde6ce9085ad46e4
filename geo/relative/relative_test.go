package relative_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
	"github.com/peterstace/simplefeatures/geom"
	"pgregory.net/rapid"

	"frontline/geo"
	"frontline/geo/relative"
)

var (
	sukhnah = relative.Anchor{Name: "Sukhnah", At: orb.Point{38.87, 34.89}, UncertaintyKm: 2, RadiusKm: 2, RangeKm: 15}
	tadmur  = relative.Anchor{Name: "Tadmur", At: orb.Point{38.28, 34.56}, UncertaintyKm: 2, RadiusKm: 4, RangeKm: 15}
	resafa  = relative.Anchor{Name: "Resafa", At: orb.Point{38.76, 35.63}, UncertaintyKm: 5, RadiusKm: 1, RangeKm: 15}
)

// anchors are places away from the poles and the antimeridian.
func anchors() *rapid.Generator[relative.Anchor] {
	return rapid.Custom(func(t *rapid.T) relative.Anchor {
		return relative.Anchor{
			Name:          "X",
			At:            orb.Point{rapid.Float64Range(-170, 170).Draw(t, "lon"), rapid.Float64Range(-70, 70).Draw(t, "lat")},
			UncertaintyKm: rapid.SampledFrom([]float64{2, 5, 15}).Draw(t, "uncertainty"),
			RadiusKm:      rapid.SampledFrom([]float64{1, 2, 4}).Draw(t, "radius"),
			RangeKm:       rapid.SampledFrom([]float64{15, 25, 50}).Draw(t, "range"),
		}
	})
}

// beside is another place at most 200 km from a, and at least 1.
func beside(t *rapid.T, a relative.Anchor, label string) relative.Anchor {
	b := anchors().Draw(t, label)
	b.At = geo.PointAt(a.At, rapid.Float64Range(-180, 180).Draw(t, label+" bearing"), rapid.Float64Range(1, 200).Draw(t, label+" km"))
	return b
}

func winds() *rapid.Generator[relative.Wind] { return rapid.SampledFrom(relative.Winds) }

// offMap passes over what was drawn where it is off the map; any other error is
// one.
func offMap(t *rapid.T, errs ...error) {
	for _, err := range errs {
		if err != nil && !errors.Is(err, relative.ErrOffMap) {
			t.Fatal(err)
		}
	}
	t.Skip("off the map")
}

func TestAnOffsetLiesAsFarAndInThatDirection(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, w, km := anchors().Draw(t, "a"), winds().Draw(t, "wind"), rapid.Float64Range(0.1, 500).Draw(t, "km")
		l, err := relative.Offset(a, w, km)
		if err != nil {
			offMap(t, err)
		}
		if d := geo.DistanceKm(a.At, l.At); math.Abs(d-km) > 0.001 {
			t.Errorf("lies %v km away: want %v", d, km)
		}
		if off := math.Remainder(geo.Bearing(a.At, l.At)-w.Bearing(), 360); math.Abs(off)*km > 0.1 {
			t.Errorf("lies %v° off %s", off, w)
		}
	})
}

func TestUncertaintyGrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, w, km := anchors().Draw(t, "a"), winds().Draw(t, "wind"), rapid.Float64Range(0.1, 240).Draw(t, "km")
		near, err := relative.Offset(a, w, km)
		far, errFar := relative.Offset(a, w, 2*km)
		if err != nil || errFar != nil {
			offMap(t, err, errFar)
		}
		if far.UncertaintyKm < near.UncertaintyKm {
			t.Errorf("with the distance: %v km at %v, %v at twice as far", near.UncertaintyKm, km, far.UncertaintyKm)
		}
		if near.UncertaintyKm < a.UncertaintyKm {
			t.Errorf("with that of the place: %v is less than its %v", near.UncertaintyKm, a.UncertaintyKm)
		}
	})
	var last float64
	for _, w := range []relative.Wind{"NNE", "NE", "N"} {
		l, err := relative.Offset(sukhnah, w, 20)
		if err != nil {
			t.Fatal(err)
		}
		if l.UncertaintyKm <= last {
			t.Errorf("%s: %v km: want more than %v of a finer word", w, l.UncertaintyKm, last)
		}
		last = l.UncertaintyKm
	}
}

func TestTheUncertaintyOfARoadGrowsWithItsLength(t *testing.T) {
	short, err := relative.Along(sukhnah, tadmur)
	if err != nil {
		t.Fatal(err)
	}
	far := tadmur
	far.At = orb.Point{36.7, 34.7}
	long, err := relative.Along(sukhnah, far)
	if err != nil {
		t.Fatal(err)
	}
	if short.UncertaintyKm >= long.UncertaintyKm {
		t.Errorf("%v km, and %v of a longer one", short.UncertaintyKm, long.UncertaintyKm)
	}
	over, err := relative.Along(sukhnah, tadmur, far)
	if err != nil {
		t.Fatal(err)
	}
	if over.UncertaintyKm >= long.UncertaintyKm || len(over.Geometry.(orb.LineString)) != 3 {
		t.Errorf("over a place between: %+v, straight: %+v", over, long)
	}
}

// Every kind of ground is a valid geometry that holds the point that stands
// for it.
func TestGroundIsValidAndHoldsItsPoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anchors().Draw(t, "a")
		b, c := beside(t, a, "b"), beside(t, a, "c")
		w, km := winds().Draw(t, "wind"), rapid.Float64Range(0.1, 300).Draw(t, "km")
		made := map[string]func() (geo.Locus, error){
			"offset":      func() (geo.Locus, error) { return relative.Offset(a, w, km) },
			"toward":      func() (geo.Locus, error) { return relative.Toward(a, w) },
			"at":          func() (geo.Locus, error) { return relative.At(a, km) },
			"around":      func() (geo.Locus, error) { return relative.Around(a, "") },
			"one edge":    func() (geo.Locus, error) { return relative.Around(a, w) },
			"countryside": func() (geo.Locus, error) { return relative.Countryside(a, "") },
			"one side":    func() (geo.Locus, error) { return relative.Countryside(a, w) },
			"between":     func() (geo.Locus, error) { return relative.Between(a, b) },
			"along":       func() (geo.Locus, error) { return relative.Along(a, b, c) },
			"within":      func() (geo.Locus, error) { return relative.Within(a, b, c) },
			"region": func() (geo.Locus, error) {
				return relative.Region{Seat: a.At, Places: []orb.Point{a.At, b.At, c.At}}.Ground("")
			},
			"part of it": func() (geo.Locus, error) {
				return relative.Region{Seat: a.At, Places: []orb.Point{a.At, b.At, c.At}}.Ground(w)
			},
		}
		for name, locus := range made {
			if l, err := locus(); err == nil {
				sound(t, name, l)
			}
		}
	})
}

type failer interface {
	Helper()
	Errorf(format string, args ...any)
}

// sound checks what every locus promises.
func sound(t failer, name string, l geo.Locus) {
	t.Helper()
	if err := geo.CheckLonLat(l.At); err != nil || l.UncertaintyKm < 0 || l.Reason == "" {
		t.Errorf("%s: %v, uncertainty %v, reason %q", name, err, l.UncertaintyKm, l.Reason)
	}
	polygons := orb.MultiPolygon{}
	switch g := l.Geometry.(type) {
	case orb.Polygon:
		polygons = append(polygons, g)
	case orb.MultiPolygon:
		polygons = g
	case orb.Point:
		if g != l.At {
			t.Errorf("%s: %v stands for %v", name, l.At, g)
		}
		return
	case orb.LineString:
		if d := planar.DistanceFrom(g, l.At); d > 1e-5 {
			t.Errorf("%s: %v lies %v° beside its line", name, l.At, d)
		}
		return
	}
	if !planar.MultiPolygonContains(polygons, l.At) && planar.DistanceFrom(polygons, l.At) > 1e-5 {
		t.Errorf("%s: %v lies outside %v", name, l.At, polygons)
	}
	for _, p := range polygons {
		var rings []geom.LineString
		for i, r := range p {
			if !r.Closed() || (r.Orientation() == orb.CCW) != (i == 0) {
				t.Errorf("%s: ring %d is open, or runs the wrong way: %v", name, i, r)
			}
			var flat []float64
			for _, at := range r {
				flat = append(flat, at[0], at[1])
			}
			rings = append(rings, geom.NewLineString(geom.NewSequence(flat, geom.DimXY)))
		}
		if err := geom.NewPolygon(rings).Validate(); err != nil {
			t.Errorf("%s: %v: %v", name, err, p)
		}
	}
}

// Who names two places the other way round means the same ground.
func TestTheOrderOfPlacesDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anchors().Draw(t, "a")
		b, c := beside(t, a, "b"), beside(t, a, "c")
		a.Name, b.Name, c.Name = "A", "B", "C"
		same := func(what string, x, y geo.Locus) {
			if d := cmp.Diff(x, y); d != "" {
				t.Errorf("%s: %s", what, d)
			}
		}
		there, err := relative.Between(a, b)
		back, _ := relative.Between(b, a)
		if err == nil {
			same("between", there, back)
		}
		there, err = relative.Along(a, c, b)
		back, _ = relative.Along(b, c, a)
		if err == nil {
			same("along", there, back)
		}
		there, err = relative.Within(a, b, c)
		back, _ = relative.Within(c, a, b)
		if err == nil {
			same("within", there, back)
		}
	})
}

func TestDirectionsAreParsed(t *testing.T) {
	for _, w := range relative.Winds {
		if got, err := relative.ParseWind(string(w)); err != nil || got != w {
			t.Errorf("%s: %v, %v", w, got, err)
		}
	}
	for _, bad := range []string{"", "n", "north", "NNNE", "NS"} {
		if _, err := relative.ParseWind(bad); err == nil || !strings.Contains(err.Error(), "want one of") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestGroundThatCannotBeDrawnIsAnError(t *testing.T) {
	pole, fiji, nowhere := sukhnah, sukhnah, sukhnah
	pole.At, fiji.At, nowhere.At = orb.Point{10, 89.99}, orb.Point{179.99, -17}, orb.Point{400, math.NaN()}
	far := sukhnah
	far.At = orb.Point{-60, -10}
	tests := []struct {
		name string
		make func() (geo.Locus, error)
		want string
	}{
		{"over the pole", func() (geo.Locus, error) { return relative.Around(pole, "") }, "85° of latitude"},
		{"over the antimeridian", func() (geo.Locus, error) { return relative.Around(fiji, "") }, "antimeridian"},
		{"off the globe", func() (geo.Locus, error) { return relative.Toward(nowhere, "N") }, "longitude 400"},
		{"no distance", func() (geo.Locus, error) { return relative.Offset(sukhnah, "N", 0) }, "distance 0 km"},
		{"a distance below nothing", func() (geo.Locus, error) { return relative.At(sukhnah, -3) }, "distance -3 km"},
		{"no number", func() (geo.Locus, error) { return relative.At(sukhnah, math.NaN()) }, "distance NaN km"},
		{"too far", func() (geo.Locus, error) { return relative.Offset(sukhnah, "S", 501) }, "at most 500"},
		{"between a place and itself", func() (geo.Locus, error) { return relative.Between(sukhnah, sukhnah) }, "distance 0 km"},
		{"between continents", func() (geo.Locus, error) { return relative.Between(sukhnah, far) }, "at most 500"},
		{"a road to nowhere", func() (geo.Locus, error) { return relative.Along(sukhnah) }, "two or more"},
		{"a triangle of two", func() (geo.Locus, error) { return relative.Within(sukhnah, tadmur) }, "three or more"},
		{"a triangle on a line", func() (geo.Locus, error) { return relative.Within(sukhnah, tadmur, sukhnah) }, "span no ground"},
		{"a region without places", func() (geo.Locus, error) { return relative.Region{Name: "Homs", Seat: tadmur.At}.Ground("") }, "Homs"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, err := tt.make()
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%+v, %v: want an error with %q", l, err, tt.want)
			}
		})
	}
	if _, err := relative.Around(fiji, ""); !errors.Is(err, relative.ErrOffMap) {
		t.Errorf("%v: want ErrOffMap", err)
	}
}

func TestReasonsSayWhatIsMeant(t *testing.T) {
	l, err := relative.Offset(sukhnah, "SW", 50)
	if err != nil || l.Reason != "50 km south-west of Sukhnah" {
		t.Errorf("%q, %v", l.Reason, err)
	}
	l, err = relative.Within(sukhnah, tadmur, resafa)
	if err != nil || l.Reason != "between Tadmur, Resafa, Sukhnah" {
		t.Errorf("%q, %v", l.Reason, err)
	}
}
