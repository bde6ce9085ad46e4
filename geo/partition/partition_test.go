package partition_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"frontline/geo"
	"frontline/geo/partition"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
	"pgregory.net/rapid"
)

func sorted(s []string) []string { slices.Sort(s); return s }

func newPartition(t interface{ Fatalf(string, ...any) }, g ground) *partition.Partition {
	p, err := partition.New(g.sites, g.outline)
	if err != nil {
		t.Fatalf("New: %v", err)
	}
	return p
}

// own labels every cell with its own number.
func own(p *partition.Partition) []int {
	label := make([]int, p.Cells())
	for i := range label {
		label[i] = i
	}
	return label
}

func near(a, b, relative float64) bool {
	return math.Abs(a-b) <= relative*max(math.Abs(a), math.Abs(b))
}

func flat(m orb.MultiPolygon) float64 { return planar.Area(m) }

func TestCellsCoverTheOutline(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGround(t)
		p := newPartition(t, g)
		sum, km2 := 0.0, 0.0
		for _, r := range p.Join(own(p)) {
			sum += flat(r.Shape)
			km2 += r.Km2
		}
		if len(g.sites) == 0 {
			if sum != 0 || p.Cells() != 0 {
				t.Fatalf("no sites: %d cells, area %v", p.Cells(), sum)
			}
			return
		}
		if !near(sum, flat(g.outline), 1e-9) {
			t.Fatalf("cells %.15g, outline %.15g square degrees", sum, flat(g.outline))
		}
		whole := p.Join(make([]int, p.Cells()))
		if len(whole) != 1 || !near(flat(whole[0].Shape), flat(g.outline), 1e-9) || !near(whole[0].Km2, km2, 1e-9) {
			t.Fatalf("joined in one: %v regions, %v and %v km²", len(whole), whole[0].Km2, km2)
		}
		if want := geo.AreaKm2(g.outline); !near(km2, want, 1e-9) {
			t.Fatalf("cells %v, outline %v km²", km2, want)
		}
	})
}

func TestJoinedAreasAreTheSumsOfTheirCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGround(t)
		p := newPartition(t, g)
		label := drawLabels(t, p)
		want := map[int]float64{}
		for _, cell := range p.Join(own(p)) {
			want[label[cell.Label]] += cell.Km2
		}
		delete(want, -1)
		got := p.Join(label)
		for i, r := range got {
			if i > 0 && got[i-1].Label >= r.Label {
				t.Fatalf("labels out of order: %d before %d", got[i-1].Label, r.Label)
			}
			if math.Abs(r.Km2-want[r.Label]) > 1e-9*geo.AreaKm2(g.outline) {
				t.Fatalf("label %d: %v km², its cells %v", r.Label, r.Km2, want[r.Label])
			}
			checkShape(t, r.Shape)
			delete(want, r.Label)
		}
		for l, km2 := range want {
			if km2 > 1e-6 {
				t.Fatalf("label %d is missing: %v km²", l, km2)
			}
		}
	})
}

func drawLabels(t *rapid.T, p *partition.Partition) []int {
	rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "labels"), 5))
	kinds := rapid.IntRange(1, 5).Draw(t, "kinds")
	label := make([]int, p.Cells())
	for i := range label {
		label[i] = rng.IntN(kinds+1) - 1
	}
	return label
}

// checkShape is RFC 7946 and OGC simple features as far as rings go.
func checkShape(t *rapid.T, shape orb.MultiPolygon) {
	for i, polygon := range shape {
		for j, ring := range polygon {
			what := fmt.Sprintf("polygon %d, ring %d", i, j)
			if len(ring) < 4 || !ring.Closed() {
				t.Fatalf("%s: %d points, closed %v", what, len(ring), ring.Closed())
			}
			if want := map[bool]orb.Orientation{true: orb.CCW, false: orb.CW}[j == 0]; ring.Orientation() != want {
				t.Fatalf("%s: orientation %v", what, ring.Orientation())
			}
			if j > 0 && !ringHolds(polygon[0], ring) {
				t.Fatalf("%s: hole outside its exterior", what)
			}
			seen := map[orb.Point]bool{}
			for k, p := range ring[1:] {
				if planar.Distance(ring[k], p) < 1e-11 {
					t.Fatalf("%s: %v and %v are one point", what, ring[k], p)
				}
				if seen[p] {
					t.Fatalf("%s: passes %v twice", what, p)
				}
				seen[p] = true
			}
			if a, b, ok := selfCrossing(ring); ok {
				t.Fatalf("%s: %v crosses %v", what, a, b)
			}
		}
	}
}

// ringHolds says whether every vertex of inner is in or on outer.
func ringHolds(outer, inner orb.Ring) bool {
	for _, p := range inner {
		if !planar.RingContains(outer, p) && planar.DistanceFrom(orb.LineString(outer), p) > 1e-9 {
			return false
		}
	}
	return true
}

func selfCrossing(ring orb.Ring) (a, b [2]orb.Point, found bool) {
	turn := func(a, b, c orb.Point) float64 { return (b[0]-a[0])*(c[1]-a[1]) - (b[1]-a[1])*(c[0]-a[0]) }
	for i := 1; i < len(ring); i++ {
		for j := i + 2; j < len(ring); j++ {
			p, q, r, s := ring[i-1], ring[i], ring[j-1], ring[j]
			if turn(p, q, r)*turn(p, q, s) < 0 && turn(r, s, p)*turn(r, s, q) < 0 {
				return [2]orb.Point{p, q}, [2]orb.Point{r, s}, true
			}
		}
	}
	return a, b, false
}

func TestNumbersOfLabelsDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := newPartition(t, drawGround(t))
		label := drawLabels(t, p)
		other := make([]int, len(label))
		for i, l := range label {
			other[i] = l
			if l >= 0 {
				other[i] = 1000 - 7*l
			}
		}
		a, b := p.Join(label), p.Join(other)
		slices.Reverse(b)
		for i := range a {
			if 1000-7*a[i].Label != b[i].Label || !a[i].Shape.Equal(b[i].Shape) {
				t.Fatalf("label %d and %d have different shapes", a[i].Label, b[i].Label)
			}
		}
		if len(p.Borders(label)) != len(p.Borders(other)) {
			t.Fatalf("%d and %d borders", len(p.Borders(label)), len(p.Borders(other)))
		}
	})
}

// inPlane measures the square of distances in the partition's plane, in
// degrees.
func inPlane(g ground) func(a, b orb.Point) float64 {
	cos := math.Cos(g.outline.Bound().Center().Lat() * math.Pi / 180)
	return func(a, b orb.Point) float64 {
		x, y := (a[0]-b[0])*cos, a[1]-b[1]
		return x*x + y*y
	}
}

func TestBordersSeparateTheirLabels(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGround(t)
		p := newPartition(t, g)
		label := drawLabels(t, p)
		apart := inPlane(g)
		length := map[int]float64{} // of borders, by label
		for _, b := range p.Borders(label) {
			if b.Left >= b.Right || b.Left < 0 || len(b.Cells) != len(b.Line)-1 {
				t.Fatalf("border %d|%d: %d cell pairs, %d points", b.Left, b.Right, len(b.Cells), len(b.Line))
			}
			for i, pair := range b.Cells {
				if label[pair[0]] != b.Left || label[pair[1]] != b.Right {
					t.Fatalf("border %d|%d runs between cells of %d and %d", b.Left, b.Right, label[pair[0]], label[pair[1]])
				}
				if !slices.Contains(p.Neighbours(pair[0]), pair[1]) || !slices.Contains(p.Neighbours(pair[1]), pair[0]) {
					t.Fatalf("cells %v share a border and are no neighbours", pair)
				}
				v, w := b.Line[i], b.Line[i+1]
				mid := orb.Point{(v[0] + w[0]) / 2, (v[1] + w[1]) / 2}
				l, r := g.sites[p.SiteOf(pair[0])], g.sites[p.SiteOf(pair[1])]
				if math.Abs(apart(mid, l)-apart(mid, r)) > 1e-8 {
					t.Fatalf("%v is not half-way between %v and %v", mid, l, r)
				}
				if d := (w[0]-v[0])*(l[1]-r[1]) - (w[1]-v[1])*(l[0]-r[0]); d < -1e-12 {
					t.Fatalf("border %v–%v has its left cell %v on the right", v, w, l)
				}
			}
			length[b.Left] += planar.Length(b.Line)
			length[b.Right] += planar.Length(b.Line)
		}
		if !slices.Contains(label, -1) {
			for _, r := range p.Join(label) {
				if got := planar.Length(r.Shape); got+1e-9 < length[r.Label] {
					t.Fatalf("label %d: its borders are %v long, its area's edge %v", r.Label, length[r.Label], got)
				}
			}
		}
	})
}

func TestCellAtIsTheNearestSite(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGround(t)
		p := newPartition(t, g)
		label := drawLabels(t, p)
		regions := p.Join(label)
		apart := inPlane(g)
		for range 20 {
			at := orb.Point{rapid.Float64Range(35, 44).Draw(t, "lon"), rapid.Float64Range(32, 38).Draw(t, "lat")}
			if planar.DistanceFrom(g.outline, at) < 1e-9 {
				continue
			}
			cell, ok := p.CellAt(at)
			if want := len(g.sites) > 0 && planar.MultiPolygonContains(g.outline, at); ok != want {
				t.Fatalf("%v: inside %v, want %v", at, ok, want)
			}
			if !ok {
				continue
			}
			best := math.Inf(1)
			for _, s := range g.sites {
				best = min(best, apart(at, s))
			}
			if d := apart(at, g.sites[p.SiteOf(cell)]); d > best+1e-10 {
				t.Fatalf("%v: cell %d is %v away, the nearest site %v", at, cell, math.Sqrt(d), math.Sqrt(best))
			}
			for _, r := range regions {
				if planar.MultiPolygonContains(r.Shape, at) != (r.Label == label[cell]) && planar.DistanceFrom(r.Shape, at) > 1e-7 {
					t.Fatalf("%v is in cell %d of label %d; region %d disagrees", at, cell, label[cell], r.Label)
				}
			}
		}
	})
}

func TestSitesAtOnePointShareACell(t *testing.T) {
	a, b := orb.Point{38, 35}, orb.Point{39, 35}
	p := newPartition(t, ground{[]orb.Point{b, a, b, a, a}, wiggly(1)})
	if p.Cells() != 2 || p.CellOf(0) != 0 || p.CellOf(2) != 0 || p.CellOf(3) != 1 || p.SiteOf(1) != 1 {
		t.Errorf("%d cells, of sites 0, 2 and 3: %d %d %d; first site of cell 1: %d",
			p.Cells(), p.CellOf(0), p.CellOf(2), p.CellOf(3), p.SiteOf(1))
	}
}

func TestSiteOutsideTakesTheGroundNearestToIt(t *testing.T) {
	outline := orb.MultiPolygon{{square(orb.Point{38, 35}, 1)}}
	p := newPartition(t, ground{[]orb.Point{{38, 35}, {39.4, 35}, {60, 35}}, outline})
	regions := p.Join(own(p))
	if len(regions) != 2 || regions[1].Label != 1 || !near(flat(regions[1].Shape), 0.6, 1e-9) {
		t.Errorf("want 2 regions, the second 0.6 square degrees: %v", regions)
	}
	if cell, ok := p.CellAt(orb.Point{38.9, 35}); !ok || cell != 1 {
		t.Errorf("cell %d, %v: want 1", cell, ok)
	}
	if n := p.Neighbours(2); len(n) != 0 {
		t.Errorf("an empty cell has neighbours: %v", n)
	}
}

func TestHoleAndIslandWithinOneCell(t *testing.T) {
	g := ground{[]orb.Point{{38, 35}, {44, 35}}, orb.MultiPolygon{
		{square(orb.Point{38, 35}, 1), square(orb.Point{38.5, 35}, 0.2)},
		{square(orb.Point{38.5, 35}, 0.1)},
		{square(orb.Point{44, 35}, 1)},
	}}
	regions := newPartition(t, g).Join([]int{4, 2})
	if len(regions) != 2 || regions[1].Label != 4 || len(regions[1].Shape) != 2 ||
		!near(flat(regions[1].Shape), 4-0.16+0.04, 1e-9) {
		t.Errorf("want a square with a hole and an island in it: %v", regions)
	}
}

func TestWhatCannotBeDividedIsAnError(t *testing.T) {
	box := square(orb.Point{38, 35}, 1)
	for _, c := range []struct {
		name    string
		sites   []orb.Point
		outline orb.MultiPolygon
		want    string
	}{
		{"no outline", nil, nil, "want at least one ring"},
		{"flat ring", nil, orb.MultiPolygon{{{{1, 1}, {2, 2}, {1, 1}}}}, "polygon 0, ring 0"},
		{"bad site", []orb.Point{{38, 35}, {200, 35}}, orb.MultiPolygon{{box}}, "site 1: longitude 200"},
		{"not a number", []orb.Point{{math.NaN(), 35}}, orb.MultiPolygon{{box}}, "site 0: longitude NaN"},
		{"bad outline", nil, orb.MultiPolygon{{{{1, 1}, {2, 1}, {2, 95}}}}, "polygon 0, ring 0: latitude 95"},
		{"two over each other", scattered(1, 200), orb.MultiPolygon{{box}, {box}}, "winds 2 times"},
	} {
		if _, err := partition.New(c.sites, c.outline); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v: want %q", c.name, err, c.want)
		}
	}
}

func TestNothingGivenIsChanged(t *testing.T) {
	g := ground{scattered(3, 100), wiggly(3)}
	g.outline[0][0].Reverse()
	sites, outline := slices.Clone(g.sites), g.outline.Clone()
	p := newPartition(t, g)
	label := own(p)
	p.Join(label)
	p.Borders(label)
	if !slices.Equal(sites, g.sites) || !outline.Equal(g.outline) || !slices.Equal(label, own(p)) {
		t.Error("sites, outline or labels were changed")
	}
}
