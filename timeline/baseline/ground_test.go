package baseline

import (
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
	"pgregory.net/rapid"

	"frontline/geo"
	"frontline/geo/gazetteer"
)

// scattered are entries at whole and random points of a small square.
func scattered(t *rapid.T, n int) []*gazetteer.Entry {
	out := make([]*gazetteer.Entry, n)
	coordinate := rapid.OneOf(rapid.Float64Range(0, 10), rapid.Map(rapid.IntRange(0, 10), func(i int) float64 { return float64(i) }))
	for i := range out {
		out[i] = &gazetteer.Entry{Place: geo.Place{At: orb.Point{coordinate.Draw(t, "lon"), coordinate.Draw(t, "lat")}, Precision: geo.Exact}}
	}
	return out
}

// star is a ring around a point, of any number of spikes.
func star(t *rapid.T, at orb.Point, most float64) orb.Ring {
	n := rapid.IntRange(3, 12).Draw(t, "corners")
	var ring orb.Ring
	for i := range n {
		r := rapid.Float64Range(most/4, most).Draw(t, "radius")
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		ring = append(ring, orb.Point{at[0] + r*cos, at[1] + r*sin})
	}
	return append(ring, ring[0])
}

func TestPlacesLieInPolygonsAsTheyDoByTheBook(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := scattered(t, rapid.IntRange(0, 40).Draw(t, "places"))
		var shape orb.MultiPolygon
		for range rapid.IntRange(0, 3).Draw(t, "polygons") {
			at := orb.Point{rapid.Float64Range(0, 10).Draw(t, "x"), rapid.Float64Range(0, 10).Draw(t, "y")}
			shape = append(shape, orb.Polygon{star(t, at, 5), star(t, at, 1)}) // overlapping ones, with holes
		}
		var got, want []int32
		entries = slices.DeleteFunc(entries, func(e *gazetteer.Entry) bool { return onBorder(shape, e.At) })
		newGround(entries, nil).in(shape, func(n int32) { got = append(got, n) })
		for i, e := range entries {
			if planar.MultiPolygonContains(shape, e.At) {
				want = append(want, int32(i))
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Fatalf("in %v: %v: want %v", shape, got, want)
		}
	})
}

// onBorder says whether a point lies so close to a ring that either side is right.
func onBorder(shape orb.MultiPolygon, at orb.Point) bool {
	for _, p := range shape {
		for _, ring := range p {
			if planar.DistanceFrom(orb.LineString(ring), at) < 1e-9 {
				return true
			}
		}
	}
	return false
}

func TestAPlaceOnASharedBorderLiesOnOneSideOfIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := scattered(t, 30)
		x := rapid.Float64Range(1, 9)
		a, b := orb.Point{x.Draw(t, "a"), -1}, orb.Point{x.Draw(t, "b"), 11}
		middle := orb.Point{(a[0] + b[0]) / 2, 5} // on the border, as far as numbers go
		entries = append(entries, &gazetteer.Entry{Place: geo.Place{At: middle, Precision: geo.Exact}})
		times := make([]int, len(entries))
		for _, ring := range []orb.Ring{{{-1, -1}, a, b, {-1, 11}, {-1, -1}}, {a, {11, -1}, {11, 11}, b, a}} {
			newGround(entries, nil).in(orb.MultiPolygon{{ring}}, func(n int32) { times[n]++ })
		}
		for i, n := range times {
			if n != 1 {
				t.Fatalf("%v lies in %d of two polygons that fill the square", entries[i].At, n)
			}
		}
	})
}

// BenchmarkPlacesInAPolygon puts 25,000 places in a polygon of 20,000 corners,
// and in one whose sides are all as long as it is high.
func BenchmarkPlacesInAPolygon(b *testing.B) {
	var entries []*gazetteer.Entry
	for i := range 25_000 {
		entries = append(entries, &gazetteer.Entry{Place: geo.Place{At: orb.Point{float64(i%200) / 20, float64(i/200) / 12.5}, Precision: geo.Exact}})
	}
	g := newGround(entries, nil)
	winding, spikes := orb.Ring{}, orb.Ring{}
	for i := range 20_000 {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / 20_000)
		r := 4 + 0.2*math.Sin(float64(i)/7)
		winding = append(winding, orb.Point{5 + r*cos, 5 + r*sin})
		spikes = append(spikes, orb.Point{float64(i) / 2000, 10 * float64(i%2)})
	}
	for name, ring := range map[string]orb.Ring{"a winding border": winding, "spikes": spikes} {
		shape := orb.MultiPolygon{{append(ring, ring[0])}}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				g.in(shape, func(int32) {})
			}
		})
	}
}
