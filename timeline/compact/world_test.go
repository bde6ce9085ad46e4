package compact_test

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/front"

	"github.com/paulmach/orb"
)

var box = orb.MultiPolygon{
	{{{36, 33}, {42, 33}, {42, 37}, {36, 37}, {36, 33}}, {{38, 34}, {38, 34.1}, {38.1, 34.1}, {38.1, 34}, {38, 34}}},
	{{{43, 34}, {43.1, 34}, {43.1, 34.1}, {43, 34.1}, {43, 34}}},
}

// epoch is the first day of the random histories.
const epoch = timeline.Day(734_000)

var actors = []timeline.Actor{"army", "rebels", "state", "league", timeline.Unknown}

// world is n places in a country with a lake and an island, some at the same
// point, and for each so many holdings, of which some are said again, some are
// concluded from what is said later, and some of nobody's saying.
func world(seed uint64, n, holdings int) ([]geo.Place, func(string) (timeline.History, []front.Saying)) {
	rng := rand.New(rand.NewPCG(seed, 3))
	places := make([]geo.Place, n)
	histories, sayings := map[string]timeline.History{}, map[string][]front.Saying{}
	for i := range places {
		id := fmt.Sprintf("sy-%05d", i)
		places[i] = geo.Place{ID: id, NameAr: "قرية " + id, NameEn: "Village " + id, Precision: geo.Exact,
			At: orb.Point{36 + 6*rng.Float64(), 33 + 4*rng.Float64()}}
		if i > 0 && rng.IntN(50) == 0 {
			places[i].At = places[i-1].At
		}
		day := epoch + timeline.Day(rng.IntN(300))
		for k := range holdings {
			h := timeline.Holding{Place: id, Holder: actors[rng.IntN(len(actors))], Span: timeline.Span{From: day}}
			if rng.IntN(3) == 0 {
				h.Basis = timeline.Inferred
			}
			if rng.IntN(6) == 0 {
				h.Others = []timeline.Actor{actors[rng.IntN(4)]}
			}
			day += timeline.Day(1 + rng.IntN(150))
			if k+1 < holdings || rng.IntN(2) == 0 {
				h.To = day
			}
			histories[id], sayings[id] = append(histories[id], h), append(sayings[id], spoken(rng, h)...)
			if rng.IntN(8) == 0 {
				day += timeline.Day(1 + rng.IntN(30)) // nothing is known for a while
			}
		}
	}
	return slices.Clip(places), func(id string) (timeline.History, []front.Saying) { return histories[id], sayings[id] }
}

// spoken is of which days it is said that a holding is so.
func spoken(rng *rand.Rand, h timeline.Holding) []front.Saying {
	first := front.Saying{From: h.From, Said: h.From}
	switch rng.IntN(10) {
	case 0:
		first.Said = 0
	case 1:
		first.Said += timeline.Day(rng.IntN(41) - 20)
	case 2:
		if again := h.From + timeline.Day(1+rng.IntN(30)); h.Contains(again) {
			return []front.Saying{first, {From: again, Said: again}}
		}
	}
	return []front.Saying{first}
}

func ground(t interface{ Fatal(...any) }, places []geo.Place, reachKm float64) *front.Ground {
	g, err := front.NewGround(places, box, reachKm)
	if err != nil {
		t.Fatal(err)
	}
	return g
}
