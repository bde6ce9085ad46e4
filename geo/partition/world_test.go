package partition_test

import (
	"math"
	"math/rand/v2"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// wiggly is a country with a coast that goes in and out, a lake in it and an
// island beside it, made from a seed.
func wiggly(seed uint64) orb.MultiPolygon {
	rng := rand.New(rand.NewPCG(seed, 7))
	return orb.MultiPolygon{
		{blob(rng, orb.Point{38.5, 35}, 2.4, 400), blob(rng, orb.Point{38.9, 35.3}, 0.5, 60)},
		{blob(rng, orb.Point{42.6, 34.6}, 0.7, 80)},
	}
}

// blob is a ring of n vertices around a point, radius degrees wide, whose
// distance from the middle goes up and down by a third.
func blob(rng *rand.Rand, mid orb.Point, radius float64, n int) orb.Ring {
	phase, waves := rng.Float64()*2*math.Pi, 3+rng.IntN(9)
	ring := make(orb.Ring, n, n+1)
	for i := range ring {
		a := 2 * math.Pi * float64(i) / float64(n)
		r := radius * (0.8 + 0.15*math.Sin(float64(waves)*a+phase) + 0.05*rng.Float64())
		ring[i] = orb.Point{mid[0] + r*math.Cos(a)*1.2, mid[1] + r*math.Sin(a)}
	}
	return append(ring, ring[0])
}

// square is a ring around a point, half a side away.
func square(mid orb.Point, half float64) orb.Ring {
	x, y := mid[0], mid[1]
	return orb.Ring{{x - half, y - half}, {x + half, y - half}, {x + half, y + half}, {x - half, y + half}, {x - half, y - half}}
}

// scattered is n places in clusters and between them, in and around the
// country.
func scattered(seed uint64, n int) []orb.Point {
	rng := rand.New(rand.NewPCG(seed, 11))
	towns := make([]orb.Point, 12)
	for i := range towns {
		towns[i] = orb.Point{36 + 7*rng.Float64(), 33 + 4*rng.Float64()}
	}
	out := make([]orb.Point, n)
	for i := range out {
		out[i] = orb.Point{35.5 + 8*rng.Float64(), 32.3 + 5.4*rng.Float64()}
		if rng.IntN(2) == 0 {
			t := towns[rng.IntN(len(towns))]
			out[i] = orb.Point{t[0] + 0.2*rng.NormFloat64(), t[1] + 0.2*rng.NormFloat64()}
		}
	}
	return out
}

// awkward are sets of sites that leave geometry no room for error.
var awkward = map[string]func(rng *rand.Rand, n int) []orb.Point{
	"scattered": func(rng *rand.Rand, n int) []orb.Point { return scattered(rng.Uint64(), n) },
	"grid": func(rng *rand.Rand, n int) []orb.Point {
		return each(n, func(i int) orb.Point { return orb.Point{36 + 0.5*float64(i%12), 33 + 0.5*float64(i/12)} })
	},
	"lattice": func(rng *rand.Rand, n int) []orb.Point {
		return each(n, func(int) orb.Point {
			return orb.Point{36 + 0.25*float64(rng.IntN(20)), 33 + 0.25*float64(rng.IntN(16))}
		})
	},
	"line": func(rng *rand.Rand, n int) []orb.Point {
		return each(n, func(i int) orb.Point { return orb.Point{36 + 0.05*float64(i), 35} })
	},
	"slope": func(rng *rand.Rand, n int) []orb.Point {
		return each(n, func(i int) orb.Point { return orb.Point{36 + 0.03*float64(i), 33 + 0.03*float64(i)} })
	},
	"circle": func(rng *rand.Rand, n int) []orb.Point {
		return each(n, func(i int) orb.Point {
			a := 2 * math.Pi * float64(i) / float64(n)
			return orb.Point{38.5 + math.Cos(a), 35 + math.Sin(a)}
		})
	},
	"twice": func(rng *rand.Rand, n int) []orb.Point {
		s := scattered(rng.Uint64(), n/2+1)
		return append(s, s...)
	},
	"nearly twice": func(rng *rand.Rand, n int) []orb.Point {
		s := scattered(rng.Uint64(), n/3+1)
		near := func(p orb.Point) orb.Point {
			return orb.Point{p[0] + 1e-12*float64(rng.IntN(5)-2), p[1] + 1e-12*float64(rng.IntN(5)-2)}
		}
		for _, p := range s[:len(s):len(s)] {
			s = append(s, near(p), near(p))
		}
		return s
	},
	"one point": func(rng *rand.Rand, n int) []orb.Point {
		return each(n, func(int) orb.Point {
			return orb.Point{38 + 1e-11*rng.Float64(), 35 + 1e-11*rng.Float64()}
		})
	},
}

func each(n int, f func(i int) orb.Point) []orb.Point {
	out := make([]orb.Point, n)
	for i := range out {
		out[i] = f(i)
	}
	return out
}

// ground is one draw of sites and an outline.
type ground struct {
	sites   []orb.Point
	outline orb.MultiPolygon
}

func drawGround(t *rapid.T) ground {
	kinds := make([]string, 0, len(awkward))
	for k := range awkward {
		kinds = append(kinds, k)
	}
	kind := rapid.SampledFrom(sorted(kinds)).Draw(t, "kind")
	seed := rapid.Uint64().Draw(t, "seed")
	n := rapid.IntRange(0, 150).Draw(t, "sites")
	g := ground{sites: awkward[kind](rand.New(rand.NewPCG(seed, 3)), n)}
	switch rapid.SampledFrom([]string{"wiggly", "box", "stairs", "touching"}).Draw(t, "outline") {
	case "wiggly":
		g.outline = wiggly(seed)
	case "box": // along the edges of the grid's cells, with corners on their corners
		g.outline = orb.MultiPolygon{{square(orb.Point{38.25, 35.25}, 2), square(orb.Point{38, 35}, 0.25)}}
	case "stairs": // along cells' edges and over their corners, turning at sites and between them
		ring := orb.Ring{{40.5, 33}, {40.5, 36.5}}
		for i := range 14 {
			x := 40.5 - 0.25*float64(i)
			ring = append(ring, orb.Point{x, 36.5 - 0.25*float64(i)}, orb.Point{x - 0.25, 36.5 - 0.25*float64(i)})
		}
		g.outline = orb.MultiPolygon{{append(ring, orb.Point{37, 33}, ring[0])}}
	case "touching": // a hole that touches the coast and an island that touches its corner
		g.outline = orb.MultiPolygon{
			{{{36.5, 33.5}, {39.5, 33.5}, {39.5, 36.5}, {36.5, 36.5}, {36.5, 35}, {36.5, 33.5}}, {{36.5, 35}, {37, 35.5}, {37, 34.5}, {36.5, 35}}},
			{square(orb.Point{40, 37}, 0.5)},
		}
	}
	return g
}
