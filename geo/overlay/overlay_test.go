package overlay_test

import (
	"errors"
	"math"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
	"pgregory.net/rapid"

	"frontline/geo/overlay"
)

// box is a square from one corner, so wide.
func box(x, y, wide float64) orb.Polygon {
	return orb.Bound{Min: orb.Point{x, y}, Max: orb.Point{x + wide, y + wide}}.ToPolygon()
}

// holed is a square with a square hole in its middle.
func holed(x, y, wide float64) orb.Polygon {
	return orb.Polygon{box(x, y, wide)[0], box(x+wide/4, y+wide/4, wide/2)[0]}
}

// area is the area in the plane, by hand so that no direction counts.
func area(m orb.MultiPolygon) (sum float64) {
	for _, p := range m {
		for i, ring := range p {
			a := math.Abs(planar.Area(ring))
			if i > 0 {
				a = -a
			}
			sum += a
		}
	}
	return sum
}

// fit says whether a shape is as all results are to be: valid, closed, outer
// rings counter-clockwise, holes clockwise.
func fit(t interface{ Errorf(string, ...any) }, name string, m orb.MultiPolygon, err error) {
	if err != nil {
		t.Errorf("%s: %v", name, err)
	}
	if err := overlay.Check(m); err != nil {
		t.Errorf("%s is not valid: %v", name, err)
	}
	for _, p := range m {
		for i, ring := range p {
			if want := map[bool]orb.Orientation{true: orb.CCW, false: orb.CW}[i == 0]; !ring.Closed() || ring.Orientation() != want {
				t.Errorf("%s: ring %d of %v is not closed, or the wrong way round", name, i, p)
			}
		}
	}
}

func TestGroundOfTwoSquares(t *testing.T) {
	a, b := orb.MultiPolygon{box(0, 0, 2)}, orb.MultiPolygon{box(1, 1, 2)}
	far, touching := orb.MultiPolygon{box(9, 9, 1)}, orb.MultiPolygon{box(2, 0, 2)}
	for _, c := range []struct {
		name string
		of   func(a, b orb.MultiPolygon) (orb.MultiPolygon, error)
		a, b orb.MultiPolygon
		want float64
	}{
		{"intersection", overlay.Intersection, a, b, 1},
		{"intersection with what only touches", overlay.Intersection, a, touching, 0},
		{"intersection with what lies elsewhere", overlay.Intersection, a, far, 0},
		{"intersection with nothing", overlay.Intersection, a, nil, 0},
		{"intersection with itself", overlay.Intersection, a, a, 4},
		{"difference", overlay.Difference, a, b, 3},
		{"difference from what lies elsewhere", overlay.Difference, a, far, 4},
		{"difference from nothing", overlay.Difference, a, nil, 4},
		{"difference of nothing", overlay.Difference, nil, a, 0},
		{"difference from itself", overlay.Difference, a, a, 0},
	} {
		got, err := c.of(c.a, c.b)
		fit(t, c.name, got, err)
		if math.Abs(area(got)-c.want) > 1e-12 || c.want == 0 && got != nil {
			t.Errorf("%s: %v: want an area of %v", c.name, got, c.want)
		}
	}
	if got, err := overlay.Union(); got != nil || err != nil {
		t.Errorf("union of nothing: %v, %v", got, err)
	}
	hole, err := overlay.Union(orb.MultiPolygon{holed(0, 0, 4)}, orb.MultiPolygon{box(-1, -1, 6)})
	fit(t, "union over a hole", hole, err)
	if area(hole) != 36 {
		t.Errorf("union over a hole: %v: want it filled", hole)
	}
	got, err := overlay.Union(a, touching, far)
	fit(t, "union", got, err)
	if len(got) != 2 || area(got) != 9 {
		t.Errorf("union %v: want two parts, 9 large", got)
	}
}

// What is drawn elsewhere has faults; what it was meant to cover stays.
func TestFaultsAreRepaired(t *testing.T) {
	for _, c := range []struct {
		name  string
		shape orb.MultiPolygon
		want  float64
		parts int
	}{
		{"valid", orb.MultiPolygon{holed(0, 0, 4), box(5, 5, 1)}, 13, 2},
		{"a square twice around", orb.MultiPolygon{{{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}}}, 1, 1},
		{"open", orb.MultiPolygon{{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}}}, 1, 1},
		{"clockwise", orb.MultiPolygon{{{{0, 0}, {0, 1}, {1, 1}, {1, 0}, {0, 0}}}}, 1, 1},
		{"a point said twice", orb.MultiPolygon{{{{0, 0}, {1, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}}}, 1, 1},
		{"two squares at a corner, in one ring", orb.MultiPolygon{{{{0, 0}, {1, 0}, {1, 1}, {2, 1}, {2, 2}, {1, 2}, {1, 1}, {0, 1}, {0, 0}}}}, 2, 2},
		{"a way there and back", orb.MultiPolygon{{{{0, 0}, {1, 0}, {1, 1}, {3, 3}, {1, 1}, {0, 1}, {0, 0}}}}, 1, 1},
		{"a bow", orb.MultiPolygon{{{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}}}, 2, 2},
		{"a pentagram", orb.MultiPolygon{{{{0, 0}, {4, 3}, {-1, 3}, {3, 0}, {1.5, 5}, {0, 0}}}}, 0, 5},
		{"a hole that lies half outside", orb.MultiPolygon{{box(0, 0, 2)[0], box(1, 1, 2)[0]}}, 3, 1},
		{"a hole that lies outside, and touches", orb.MultiPolygon{{box(0, 0, 2)[0], box(2, 2, 1)[0]}}, 4, 1},
		{"a hole along the edge", orb.MultiPolygon{{box(0, 0, 2)[0], box(0, 0, 1)[0]}}, 3, 1},
		{"polygons side by side", orb.MultiPolygon{box(0, 0, 1), box(1, 0, 1)}, 2, 1},
		{"polygons over each other", orb.MultiPolygon{box(0, 0, 2), box(1, 1, 2)}, 7, 1},
		{"a line", orb.MultiPolygon{{{{0, 0}, {1, 0}, {2, 0}, {0, 0}}}}, 0, 0},
		{"a point", orb.MultiPolygon{{{{0, 0}, {0, 0}, {0, 0}, {0, 0}}}}, 0, 0},
		{"nothing", nil, 0, 0},
	} {
		before := orb.Clone(c.shape)
		got, err := overlay.Repaired(c.shape)
		fit(t, c.name, got, err)
		if len(got) != c.parts || c.want > 0 && math.Abs(area(got)-c.want) > 1e-9 {
			t.Errorf("%s: %v: want %d parts, %v large", c.name, got, c.parts, c.want)
		}
		if c.shape != nil && !orb.Equal(before, c.shape) {
			t.Errorf("%s: what was handed in is changed: %v", c.name, c.shape)
		}
	}
}

func TestScribbleIsNoShape(t *testing.T) {
	var ring orb.Ring
	for i := range 700 {
		s, c := math.Sincos(float64(i) * 2.4)
		ring = append(ring, orb.Point{c * (1 + float64(i%7)), s * (1 + float64(i%5))})
	}
	scribble := orb.MultiPolygon{{append(ring, ring[0])}}
	if _, err := overlay.Repaired(scribble); !errors.Is(err, overlay.ErrInvalid) {
		t.Errorf("%v: want ErrInvalid", err)
	}
	for name, bad := range map[string]orb.MultiPolygon{"scribble": scribble, "no number": {{{{0, 0}, {1, math.NaN()}, {1, 1}, {0, 0}}}}} {
		if err := overlay.Check(bad); !errors.Is(err, overlay.ErrInvalid) {
			t.Errorf("%s: %v: want ErrInvalid", name, err)
		}
		if _, err := overlay.Inside(bad); !errors.Is(err, overlay.ErrInvalid) {
			t.Errorf("%s: %v: want ErrInvalid", name, err)
		}
	}
	if _, err := overlay.Inside(nil); !errors.Is(err, overlay.ErrInvalid) {
		t.Errorf("%v: want nothing to have no point", err)
	}
}

func TestAPointInsideLiesInside(t *testing.T) {
	shape := orb.MultiPolygon{holed(0, 0, 4)}
	if p, err := overlay.Inside(shape); err != nil || !planar.MultiPolygonContains(shape, p) {
		t.Errorf("%v, %v", p, err)
	}
}

// anyShape is a shape of a few rings, made valid, on a coarse grid so that sides
// and corners coincide, or with any numbers.
func anyShape(t *rapid.T, name string) orb.MultiPolygon {
	number := rapid.Float64Range(30, 40)
	if rapid.Bool().Draw(t, "grid") {
		number = rapid.Map(rapid.IntRange(0, 10), func(i int) float64 { return 30 + float64(i) })
	}
	corner := rapid.Custom(func(t *rapid.T) orb.Point { return orb.Point{number.Draw(t, "x"), number.Draw(t, "y")} })
	ring := rapid.Map(rapid.SliceOfN(corner, 3, 8), func(p []orb.Point) orb.Ring { return append(p, p[0]) })
	polygon := rapid.Map(rapid.SliceOfN(ring, 1, 2), func(r []orb.Ring) orb.Polygon { return r })
	m, err := overlay.Repaired(rapid.SliceOfN(polygon, 1, 3).Draw(t, name))
	if errors.Is(err, overlay.ErrInvalid) {
		t.Skip("scribble") // refused, as it may be
	}
	fit(t, name, m, err)
	return m
}

func TestAreasAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyShape(t, "a"), anyShape(t, "b")
		sizes := map[string]float64{}
		for name, of := range map[string]func() (orb.MultiPolygon, error){
			"union":                func() (orb.MultiPolygon, error) { return overlay.Union(a, b) },
			"intersection":         func() (orb.MultiPolygon, error) { return overlay.Intersection(a, b) },
			"difference":           func() (orb.MultiPolygon, error) { return overlay.Difference(a, b) },
			"the other difference": func() (orb.MultiPolygon, error) { return overlay.Difference(b, a) },
		} {
			got, err := of()
			fit(t, name, got, err)
			sizes[name] = area(got)
		}
		for _, sum := range []struct {
			what      string
			got, want float64
		}{
			{"union", sizes["union"], area(a) + area(b) - sizes["intersection"]},
			{"difference", sizes["difference"], area(a) - sizes["intersection"]},
			{"the other difference", sizes["the other difference"], area(b) - sizes["intersection"]},
		} {
			if math.Abs(sum.got-sum.want) > 1e-5 {
				t.Fatalf("%s %v: want %v (%v)", sum.what, sum.got, sum.want, sizes)
			}
		}
	})
}

// Whatever is drawn, what comes back is valid, or it is refused.
func FuzzRepaired(f *testing.F) {
	f.Add([]byte{0, 0, 9, 9, 9, 0, 0, 9}, uint8(4))
	f.Add([]byte{0, 0, 9, 0, 9, 9, 0, 9, 2, 2, 4, 2, 4, 4, 2, 4}, uint8(4))
	f.Fuzz(func(t *testing.T, numbers []byte, corners uint8) {
		if len(numbers) > 64 {
			return
		}
		var p orb.Polygon
		for len(numbers) >= 2 {
			var ring orb.Ring
			for len(numbers) >= 2 && len(ring) <= int(corners%16) {
				ring = append(ring, orb.Point{float64(int8(numbers[0])) / 7, float64(int8(numbers[1])) / 3})
				numbers = numbers[2:]
			}
			p = append(p, append(ring, ring[0]))
		}
		m, err := overlay.Repaired(orb.MultiPolygon{p})
		if errors.Is(err, overlay.ErrInvalid) {
			return
		}
		fit(t, "repaired", m, err)
	})
}
