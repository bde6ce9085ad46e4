package front_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/front"

	"github.com/paulmach/orb"
)

var country = orb.MultiPolygon{{{{36, 32}, {42, 32}, {42, 37}, {36, 37}, {36, 32}}}}

// war is n places of five holders, each place with forty holdings, and what is
// known of one over time. Holders come in waves over the country, so that there are
// fronts, which move.
func war(b *testing.B, n int) (*front.Ground, func(id string) timeline.History) {
	b.Helper()
	rng := rand.New(rand.NewPCG(6, uint64(n)))
	holders := []timeline.Actor{"blue", "green", "grey", "red", "white"}
	seats := make([]orb.Point, 40)
	for i := range seats {
		seats[i] = orb.Point{36 + 6*rng.Float64(), 32 + 5*rng.Float64()}
	}
	places, histories := make([]geo.Place, n), make(map[string]timeline.History, n)
	for i := range places {
		p := place(fmt.Sprintf("p%06d", i), 36+6*rng.Float64(), 32+5*rng.Float64())
		home := 0
		for s := range seats {
			if geo.DistanceKm(p.At, seats[s]) < geo.DistanceKm(p.At, seats[home]) {
				home = s
			}
		}
		places[i] = p
		late := 50 + 40*math.Sin(2*p.At.Lon()) + 10*math.Cos(9*p.At.Lat())
		var h timeline.History
		for k := range 40 {
			from := timeline.Day(730000 + 100*k + int(late))
			if k > 0 {
				h[k-1].To = from
			}
			h = append(h, timeline.Holding{Place: p.ID, Holder: holders[(home+k)%5], Span: timeline.Span{From: from}, Confidence: 1})
		}
		histories[p.ID] = h
	}
	g, err := front.NewGround(places, country, 25)
	if err != nil {
		b.Fatal(err)
	}
	return g, func(id string) timeline.History { return histories[id] }
}

var wars = []int{7000, 33000}

// BenchmarkDay is a day on known ground: who holds each cell, areas with km² and
// fronts with their places.
func BenchmarkDay(b *testing.B) {
	for _, n := range wars {
		g, history := war(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			day := timeline.Day(731000)
			for b.Loop() {
				day++
				s := g.On(day, func(id string) (front.Word, bool) {
					h, ok := history(id).On(day)
					return front.Word{Holding: h, Said: h.From}, ok
				})
				if len(s.Areas()) == 0 || len(s.Fronts()) == 0 {
					b.Fatal("nothing is held")
				}
			}
		})
	}
}

// BenchmarkSeries is the km² of every holder on every day of a war of eleven
// years, on known ground.
func BenchmarkSeries(b *testing.B) {
	for _, n := range wars {
		g, history := war(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				spans, most := 0, 0.0
				for _, shares := range g.Over(unsaid(history)).Shares() {
					spans++
					most = math.Max(most, shares[0].Km2)
				}
				if spans < 1000 {
					b.Fatalf("%d spans", spans)
				}
			}
		})
	}
}

// BenchmarkDifference is what changed hands in half a year, with its bands.
func BenchmarkDifference(b *testing.B) {
	for _, n := range wars {
		g, history := war(b, n)
		on := func(day timeline.Day) *front.Situation {
			return g.On(day, func(id string) (front.Word, bool) {
				h, ok := history(id).On(day)
				return front.Word{Holding: h, Said: h.From}, ok
			})
		}
		before, after := on(731300), on(731480)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if changes, err := front.Difference(before, after); err != nil || len(changes) == 0 {
					b.Fatal(len(changes), err)
				}
			}
		})
	}
}
