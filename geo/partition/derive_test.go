package partition_test

import (
	"math"
	"strings"
	"testing"

	"frontline/geo/partition"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// arcsOf is what the arcs of a partition enclose, by cell, in square degrees.
func arcsOf(p *partition.Partition) []float64 {
	sum := make([]float64, p.Cells())
	for arc := range p.Arcs() {
		for i := 1; i < len(arc.Nodes); i++ {
			a, b := p.Node(arc.Nodes[i-1]), p.Node(arc.Nodes[i])
			strip := (a[0]*b[1] - a[1]*b[0]) / 2
			sum[arc.Left] += strip
			if arc.Right >= 0 {
				sum[arc.Right] -= strip
			}
		}
	}
	return sum
}

func TestArcsEncloseTheirCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGround(t)
		p := newPartition(t, g)
		sum := arcsOf(p)
		for _, r := range p.Join(own(p)) {
			if want := flat(r.Shape); math.Abs(sum[r.Label]-want) > 1e-9*(flat(g.outline)+1) {
				t.Fatalf("cell %d: arcs enclose %v, its shape %v", r.Label, sum[r.Label], want)
			}
		}
	})
}

// TestMoreSites adds sites one by one or together: the ground is divided as if
// they had been there from the beginning.
func TestMoreSites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGround(t)
		first := rapid.IntRange(0, len(g.sites)).Draw(t, "first")
		step := rapid.IntRange(1, 3).Draw(t, "step")
		p := newPartition(t, ground{g.sites[:first], g.outline})
		before := p.Cells()
		grown := p
		for i := first; i < len(g.sites); i += step {
			var err error
			if grown, err = grown.With(g.sites[i:min(i+step, len(g.sites))]...); err != nil {
				if strings.Contains(err.Error(), "too far outside") {
					return // the plane was made without them
				}
				t.Fatalf("With: %v", err)
			}
		}
		samePartition(t, grown, newPartition(t, g), g)
		if p.Cells() != before {
			t.Fatalf("the old partition has %d cells: had %d", p.Cells(), before)
		}
	})
}

func samePartition(t *rapid.T, got, want *partition.Partition, g ground) {
	if got.Cells() != want.Cells() {
		t.Fatalf("%d cells: want %d", got.Cells(), want.Cells())
	}
	for i := range g.sites {
		if got.CellOf(i) != want.CellOf(i) {
			t.Fatalf("site %d in cell %d: want %d", i, got.CellOf(i), want.CellOf(i))
		}
	}
	a, b := arcsOf(got), arcsOf(want)
	for c := range a {
		if math.Abs(a[c]-b[c]) > 1e-9*(flat(g.outline)+1) {
			t.Fatalf("cell %d: %v, want %v square degrees", c, a[c], b[c])
		}
	}
}

func TestGroundWithinAnotherOutline(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGround(t)
		p := newPartition(t, g)
		b := g.outline.Bound()
		at := func(lo, hi float64, what string) float64 {
			return lo + (hi-lo)*rapid.Float64Range(0.05, 0.95).Draw(t, what)
		}
		half := 0.04 * (b.Max.Lat() - b.Min.Lat())
		inner := orb.MultiPolygon{{square(orb.Point{at(b.Min.Lon(), b.Max.Lon(), "lon"), at(b.Min.Lat(), b.Max.Lat(), "lat")}, half)}}
		q, err := p.Within(inner)
		if err != nil {
			t.Fatalf("Within: %v", err)
		}
		if len(g.sites) == 0 {
			return
		}
		sum := 0.0
		for cell, area := range arcsOf(q) {
			sum += area
			if area < -1e-9 {
				t.Fatalf("cell %d: %v square degrees", cell, area)
			}
		}
		if !near(sum, flat(inner), 1e-9) {
			t.Fatalf("cells %v, the square %v square degrees", sum, flat(inner))
		}
		if back, err := q.Within(g.outline); err != nil {
			t.Fatalf("back: %v", err)
		} else {
			samePartition(t, back, p, g)
		}
	})
}

func TestPlainPlaneTakesDegreesAsTheyAre(t *testing.T) {
	box := orb.MultiPolygon{{{{30, 59}, {34, 59}, {34, 61}, {30, 61}, {30, 59}}}}
	sites := []orb.Point{{31, 60}, {33, 60}, {32, 60.9}}
	at := orb.Point{32.3, 60.3} // nearest to the second on the globe, to the third in degrees
	for _, c := range []struct {
		of   func([]orb.Point, orb.MultiPolygon) (*partition.Partition, error)
		want int
	}{{partition.New, 1}, {partition.NewPlain, 2}} {
		p, err := c.of(sites, box)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := p.CellAt(at); got != c.want {
			t.Errorf("cell %d: want %d", got, c.want)
		}
	}
}

// TestOrderOfSitesDoesNotMatter: what cells have in common is joined to the same
// ground, in whichever order their sites come.
func TestOrderOfSitesDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGround(t)
		kind := func(at orb.Point) int { return int(math.Abs(math.Floor(at[0]*7)+math.Floor(at[1]*5))) % 3 }
		joined := func(g ground) [3]float64 {
			p := newPartition(t, g)
			label := make([]int, p.Cells())
			for c := range label {
				label[c] = kind(p.Site(c))
			}
			var sum [3]float64
			for _, r := range p.Join(label) {
				sum[r.Label] = flat(r.Shape)
			}
			return sum
		}
		shuffled := ground{rapid.Permutation(g.sites).Draw(t, "order"), g.outline}
		a, b := joined(g), joined(shuffled)
		for l := range a {
			if math.Abs(a[l]-b[l]) > 1e-9*(flat(g.outline)+1) {
				t.Fatalf("label %d: %v square degrees, in another order %v", l, a[l], b[l])
			}
		}
	})
}

// TestBands: the band of a label is the triangles between its border and the sites
// on both sides, and nothing else; what lies inside is the label's own ground.
func TestBands(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGround(t)
		p := newPartition(t, g)
		label := drawLabels(t, p)
		inside, outside := map[int]float64{}, map[int]float64{}
		of := func(cell int) int { return max(label[cell], -1) }
		for arc := range p.Arcs() {
			if arc.Right < 0 || of(arc.Left) == of(arc.Right) {
				continue
			}
			from, to := p.Node(arc.Nodes[0]), p.Node(arc.Nodes[1])
			onLeft := flat(orb.MultiPolygon{{{from, to, p.Site(arc.Left), from}}})
			onRight := flat(orb.MultiPolygon{{{to, from, p.Site(arc.Right), to}}})
			inside[of(arc.Left)] += onLeft
			outside[of(arc.Left)] += onRight
			inside[of(arc.Right)] += onRight
			outside[of(arc.Right)] += onLeft
		}
		tolerance := 1e-9 * (flat(g.outline) + 1)
		for _, b := range p.Bands(label) {
			for what, c := range map[string]struct {
				shape orb.MultiPolygon
				want  float64
			}{"inside": {b.Inside, inside[b.Label]}, "outside": {b.Outside, outside[b.Label]}, "both": {b.Shape, inside[b.Label] + outside[b.Label]}} {
				if got := flat(c.shape); math.Abs(got-c.want) > tolerance {
					t.Fatalf("label %d, %s: %v square degrees, its triangles %v", b.Label, what, got, c.want)
				}
			}
			delete(inside, b.Label)
		}
		delete(inside, -1)
		if len(inside) > 0 {
			t.Fatalf("no bands of labels %v", inside)
		}
	})
}
