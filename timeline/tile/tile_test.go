package tile_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/front"
	"frontline/timeline/tile"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/mvt"
	"github.com/paulmach/orb/geojson"
	"github.com/paulmach/orb/maptile"
	"pgregory.net/rapid"
)

const day = timeline.Day(736_000)

// country is ten degrees by six, with a bay that has many corners.
func country() orb.MultiPolygon {
	ring := orb.Ring{{34, 32}, {44, 32}, {44, 38}, {34, 38}}
	for i := range 400 {
		ring = append(ring, orb.Point{34 + 0.02*float64(i%2), 37 - 4*float64(i)/400})
	}
	return orb.MultiPolygon{{append(ring, ring[0])}}
}

// situation is a day of n places that all reach far, held by whose seat is nearest,
// but for some that are contested or of which nothing is known.
func situation(t interface{ Fatal(...any) }, seed uint64, n int) *front.Situation {
	rng := rand.New(rand.NewPCG(seed, 3))
	places, seats := make([]geo.Place, n), make([]orb.Point, 12)
	for i := range places {
		places[i] = geo.Place{ID: fmt.Sprintf("sy-%05d", i), NameAr: "قرية", NameEn: "Village", Kind: "village", Precision: geo.Exact,
			At: orb.Point{34.1 + 9.8*rng.Float64(), 32.1 + 5.8*rng.Float64()}}
	}
	for i := range seats {
		seats[i] = orb.Point{34 + 10*rng.Float64(), 32 + 6*rng.Float64()}
	}
	g, err := front.NewGround(places, country(), 1000)
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]front.Word{}
	for _, p := range places {
		h := timeline.Holding{Place: p.ID, Span: timeline.Span{From: day - 40}, Holder: holder(p.At, seats), Confidence: 0.8}
		switch rng.IntN(60) {
		case 0:
			continue
		case 1:
			h.Others = []timeline.Actor{"x"}
		}
		words[p.ID] = front.Word{Holding: h, Said: day - 30}
	}
	return g.On(day, func(id string) (front.Word, bool) { w, ok := words[id]; return w, ok })
}

func holder(at orb.Point, seats []orb.Point) timeline.Actor {
	best := 0
	for i := range seats {
		if geo.DistanceKm(at, seats[i]) < geo.DistanceKm(at, seats[best]) {
			best = i
		}
	}
	return timeline.Actor(fmt.Sprint("holder ", best%5))
}

func cut(t interface{ Fatal(...any) }, s *front.Situation, at maptile.Tile) map[string]*mvt.Layer {
	body, err := tile.Of(s, at)
	if err != nil {
		t.Fatal(err)
	}
	list, err := mvt.Unmarshal(body)
	if err != nil {
		t.Fatal(err)
	}
	layers := map[string]*mvt.Layer{}
	for _, l := range list {
		if l.Version != 2 || l.Extent != 4096 {
			t.Fatal("layer", l.Name, "version", l.Version, "extent", l.Extent)
		}
		layers[l.Name] = l
	}
	return layers
}

// signed is twice the area that the polygons of a layer add up to by the surveyor's
// formula. Every exterior has to be positive and every hole negative.
func signed(t interface{ Fatal(...any) }, l *mvt.Layer) (sum float64) {
	for _, f := range l.Features {
		shape, ok := f.Geometry.(orb.MultiPolygon)
		if polygon, one := f.Geometry.(orb.Polygon); one {
			shape, ok = orb.MultiPolygon{polygon}, true
		}
		if !ok {
			t.Fatal(l.Name, "has a", f.Geometry.GeoJSONType())
		}
		for _, polygon := range shape {
			for i, ring := range polygon {
				area := 0.0
				for k := 1; k < len(ring); k++ {
					area += ring[k-1][0]*ring[k][1] - ring[k][0]*ring[k-1][1]
				}
				if (i == 0) != (area > 0) {
					t.Fatal(l.Name, "ring", i, "has area", area)
				}
				sum += area
			}
		}
	}
	return sum
}

// In a tile inside the country areas leave no gap and do not overlap, at whatever
// zoom, and nor do cells: what they add up to is the tile with its buffer.
func TestShapesOfATileFitTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := situation(t, rapid.Uint64().Draw(t, "seed"), rapid.IntRange(40, 300).Draw(t, "places"))
		z := maptile.Zoom(rapid.IntRange(7, 14).Draw(t, "zoom"))
		at := orb.Point{rapid.Float64Range(37, 42).Draw(t, "lon"), rapid.Float64Range(34.5, 35.5).Draw(t, "lat")}
		layers := cut(t, s, maptile.At(at, z))
		const whole = 2 * 4224 * 4224
		for _, name := range []string{"areas", "cells"} {
			if got := signed(t, layers[name]); got < whole-5000 || got > whole+5000 {
				t.Fatalf("%s at zoom %d fill %.4f of the tile", name, z, got/whole)
			}
		}
	})
}

// The same point of a border is the same point in the tiles on either side.
func TestNeighbouringTilesAgree(t *testing.T) {
	s := situation(t, 4, 400)
	for _, z := range []maptile.Zoom{6, 7, 9} {
		left := maptile.At(orb.Point{39, 35}, z)
		right := left
		right.X++
		a, b := cut(t, s, left), cut(t, s, right)
		shared := map[orb.Point]bool{}
		for p := range corners(a["areas"], 4096-40, 4096+40) {
			shared[orb.Point{p[0] - 4096, p[1]}] = true
		}
		found := corners(b["areas"], -40, 40)
		if len(found) == 0 && z == 6 {
			t.Fatal("no corners to compare")
		}
		for p := range found {
			if !shared[p] {
				t.Errorf("zoom %d: %v is a corner in the tile to the east, and none in its neighbour", z, p)
			}
		}
		if len(found) != len(shared) {
			t.Errorf("zoom %d: %d corners and %d", z, len(shared), len(found))
		}
	}
}

// corners are the points of a layer from column low to column high that are no
// cuts above or below.
func corners(l *mvt.Layer, low, high float64) map[orb.Point]bool {
	out := map[orb.Point]bool{}
	if l == nil {
		return out
	}
	for _, f := range l.Features {
		shape, _ := f.Geometry.(orb.MultiPolygon)
		if polygon, one := f.Geometry.(orb.Polygon); one {
			shape = orb.MultiPolygon{polygon}
		}
		for _, polygon := range shape {
			for _, ring := range polygon {
				for _, p := range ring {
					if p[0] >= low && p[0] <= high && p[1] > -60 && p[1] < 4156 {
						out[p] = true
					}
				}
			}
		}
	}
	return out
}

// A front runs along the areas that it lies between, thinned or not.
func TestFrontsLieOnTheEdgesOfAreas(t *testing.T) {
	s := situation(t, 7, 900)
	for z := maptile.Zoom(3); z <= 9; z++ {
		layers := cut(t, s, maptile.At(orb.Point{39, 35}, z))
		edge := corners(layers["areas"], -50, 4146)
		for _, f := range layers["fronts"].Features {
			lines, _ := f.Geometry.(orb.MultiLineString)
			if line, one := f.Geometry.(orb.LineString); one {
				lines = orb.MultiLineString{line}
			}
			for _, line := range lines {
				for _, p := range line {
					inside := p[0] > -50 && p[0] < 4146 && p[1] > -50 && p[1] < 4146
					if inside && !edge[p] {
						t.Fatalf("zoom %d: %v is on a front and on no area", z, p)
					}
				}
			}
		}
	}
}

// The farther out, the fewer points; and the nearer, the fewer are left out.
func TestFarOutThereAreFewerPoints(t *testing.T) {
	s := situation(t, 7, 2000)
	far, near := corners(cut(t, s, maptile.At(orb.Point{35, 35}, 1))["areas"], -64, 4160), 0
	for x := uint32(608); x <= 640; x++ {
		for y := uint32(392); y <= 424; y++ {
			near += len(corners(cut(t, s, maptile.New(x, y, 10))["areas"], 0, 4095))
		}
	}
	if near == 0 || len(far)*4 > near {
		t.Errorf("%d points at zoom 1, %d at zoom 10", len(far), near)
	}
}

func TestFieldsSayWhatIsKnown(t *testing.T) {
	places := []geo.Place{
		{ID: "a", NameEn: "Alpha", At: orb.Point{38, 35}, Kind: "town"}, {ID: "b", NameEn: "Beta", At: orb.Point{40, 35}, Kind: "town"},
		{ID: "c", NameEn: "Gamma", At: orb.Point{39, 36.5}, Kind: "town"},
	}
	g, err := front.NewGround(places, country(), 1000)
	if err != nil {
		t.Fatal(err)
	}
	s := g.On(day, func(id string) (front.Word, bool) {
		h := timeline.Holding{Place: id, Span: timeline.Span{From: day}, Holder: "red", Confidence: 0.8, Basis: timeline.Stated}
		switch id {
		case "b":
			h.Holder, h.Basis = "blue", timeline.Inferred
			return front.Word{Holding: h, Said: day + 9}, true
		case "c":
			h.Others = []timeline.Actor{"blue"}
		}
		return front.Word{Holding: h, Said: day}, true
	})
	got := ""
	for _, name := range []string{"areas", "cells", "fronts", "places"} {
		var features []*geojson.Feature
		for x := uint32(76); x <= 79; x++ {
			for y := uint32(49); y <= 52; y++ {
				if l := cut(t, s, maptile.New(x, y, 7))[name]; l != nil {
					features = append(features, l.Features...)
				}
			}
		}
		for _, f := range features {
			delete(f.Properties, "km2")
			delete(f.Properties, "km")
			if f.ID == nil {
				t.Errorf("%s: a feature without an id", name)
			}
			got += fmt.Sprintln(name, map[string]any(f.Properties))
		}
	}
	for _, want := range []string{
		"areas map[contested:false holder:red]", "areas map[contested:true parties:blue,red]", "fronts map[a:blue b:red]",
		"cells map[age_days:0 confidence:0.8 contested:false holder:red place:a reported:true said:" + day.String() + "]",
		"contested:false holder:blue place:b reported:false]",
		"places map[contested:true kind:town name_ar: name_en:Gamma place:c reported:true]",
	} {
		if !strings.Contains(got, want+"\n") {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

// Ids are those of places: the same on other days and at other zooms.
func TestIDsStay(t *testing.T) {
	a, b := situation(t, 1, 50), situation(t, 1, 50)
	ids := func(s *front.Situation, z maptile.Zoom) map[any]string {
		out := map[any]string{}
		for _, f := range cut(t, s, maptile.At(orb.Point{39, 35}, z))["cells"].Features {
			out[f.ID] = f.Properties.MustString("place")
		}
		return out
	}
	wide := ids(a, 6)
	for id, place := range ids(b, 8) {
		if wide[id] != place {
			t.Errorf("%v is %s and %s", id, place, wide[id])
		}
	}
}

func TestNothingInATile(t *testing.T) {
	if body, err := tile.Of(situation(t, 1, 50), maptile.At(orb.Point{-60, -20}, 6)); err != nil || body != nil {
		t.Errorf("%d bytes, %v", len(body), err)
	}
	empty, err := front.NewGround(nil, country(), 25)
	if err != nil {
		t.Fatal(err)
	}
	s := empty.On(day, func(string) (front.Word, bool) { return front.Word{}, false })
	if body, err := tile.Of(s, maptile.New(0, 0, 0)); err != nil || body != nil {
		t.Errorf("no places: %d bytes, %v", len(body), err)
	}
	if d := tile.Describe(empty, "x"); d.Bounds != nil {
		t.Errorf("no places: bounds %v", d.Bounds)
	}
}

func TestTilesThatThereAreNot(t *testing.T) {
	for _, c := range []struct {
		z, x, y uint32
		says    string
	}{{23, 0, 0, "zoom 23: want 0 to 22"}, {3, 8, 0, "want 0 to 7 at zoom 3"}, {0, 0, 1, "want 0 to 0 at zoom 0"}} {
		if _, err := tile.New(c.z, c.x, c.y); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%d/%d/%d: %v, want %q", c.z, c.x, c.y, err, c.says)
		}
	}
	if _, err := tile.New(22, 1<<22-1, 0); err != nil {
		t.Error(err)
	}
}

// BenchmarkOf also tells how large a tile is.
func BenchmarkOf(b *testing.B) {
	s := situation(b, 1, 7000)
	for _, z := range []maptile.Zoom{4, 6, 8, 10} {
		at := maptile.At(orb.Point{39, 35}, z)
		b.Run(fmt.Sprint("zoom ", z), func(b *testing.B) {
			size := 0
			for b.Loop() {
				body, err := tile.Of(s, at)
				if err != nil {
					b.Fatal(err)
				}
				size = len(body)
			}
			b.ReportMetric(float64(size), "bytes")
		})
	}
}
