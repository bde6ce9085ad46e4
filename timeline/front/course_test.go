package front_test

import (
	"math"
	"testing"

	"frontline/timeline"
	"frontline/timeline/front"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// drawHistory is a history of touching holdings, of few holders, and on which days
// of which other days something is said of it.
func drawHistory(t *rapid.T, id string) (out timeline.History, said []front.Saying) {
	from := day + timeline.Day(rapid.IntRange(0, 5).Draw(t, "from"))
	for i := range rapid.IntRange(0, 4).Draw(t, "holdings") {
		if i > 0 {
			out[i-1].To = from
		}
		h := timeline.Holding{Place: id, Holder: timeline.Actor(rapid.SampledFrom([]string{"red", "blue", "unknown"}).Draw(t, "holder"))}
		h.From = from
		if h.Holder == "red" && rapid.Bool().Draw(t, "contested") {
			h.Others = []timeline.Actor{"blue"}
		}
		if rapid.Bool().Draw(t, "inferred") {
			h.Basis = timeline.Inferred
		}
		out = append(out, h)
		for range rapid.IntRange(1, 3).Draw(t, "sayings") {
			said = append(said, front.Saying{From: from, Said: rapid.SampledFrom([]timeline.Day{0, from - 3, from, from, from + 2}).Draw(t, "said")})
			from += timeline.Day(rapid.IntRange(1, 5).Draw(t, "days"))
		}
	}
	return out, said
}

// TestCourseIsTheDaysInARow: on any day a course has the states, the ground and the
// evidence that the situation of the day has.
func TestCourseIsTheDaysInARow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places, ids := drawPlaces(t)
		places = append(places, places[0]) // two places at one point
		places[len(places)-1].ID = "twin"
		histories, sayings := map[string]timeline.History{}, map[string][]front.Saying{}
		for _, id := range append(ids, "twin") {
			histories[id], sayings[id] = drawHistory(t, id)
		}
		g := ground(t, 300, places...)
		course := g.Over(func(id string) (timeline.History, []front.Saying) { return histories[id], sayings[id] })
		on := func(day timeline.Day) *front.Situation {
			return g.On(day, func(id string) (front.Word, bool) {
				h, ok := histories[id].On(day)
				return front.Word{Holding: h, Said: saidOn(sayings[id], day)}, ok
			})
		}
		last := timeline.Span{}
		for span, shares := range course.Shares() {
			if last.From != 0 && last.To != span.From {
				t.Fatalf("%v is followed by %v", last, span)
			}
			last = span
			want := on(span.From).Areas()
			if len(shares) != len(want) {
				t.Fatalf("on %v: %+v, want %+v", span.From, shares, want)
			}
			for i, w := range want {
				if s := shares[i]; !s.Equal(w.State) || math.Abs(s.Km2-w.Km2) > 1e-6 || math.Abs(s.ReportedKm2-w.ReportedKm2) > 1e-6 {
					t.Fatalf("on %v: %+v, want %+v", span.From, s, w)
				}
			}
		}
		if last.To != 0 {
			t.Fatalf("the last span %v is not open", last)
		}
		for day := day - 2; day < last.From+5; day++ {
			for cell, standing := range on(day).Cells {
				if got := stateOn(course, cell, day); !got.Equal(standing.State) {
					t.Fatalf("cell %d on %v: %v, want %v", cell, day, got, standing.State)
				}
				if got := saidOn(course.Said(cell), day); got != standing.Said {
					t.Fatalf("cell %d on %v: said %v, want %v", cell, day, got, standing.Said)
				}
			}
		}
	})
}

func saidOn(sayings []front.Saying, on timeline.Day) (said timeline.Day) {
	for _, s := range sayings {
		if s.From <= on {
			said = s.Said
		}
	}
	return said
}

func stateOn(c *front.Course, cell int, on timeline.Day) front.State {
	for _, s := range c.Cells()[cell] {
		if s.Contains(on) {
			return c.States()[s.State]
		}
	}
	return front.State{Holder: timeline.Unknown}
}

// TestPartsOfTheGroundAddUp: the halves of a country have together what it has,
// in the same cells.
func TestPartsOfTheGroundAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places, ids := drawPlaces(t)
		g := ground(t, 300, places...)
		s := g.On(day, drawDay(t, "", ids))
		cut := rapid.Float64Range(37.1, 38.9).Draw(t, "cut")
		sum := map[string]float64{}
		for _, half := range []orb.Bound{{Min: orb.Point{37, 34}, Max: orb.Point{cut, 36}}, {Min: orb.Point{cut, 34}, Max: orb.Point{39, 36}}} {
			part, err := g.Within(orb.MultiPolygon{half.ToPolygon()})
			if err != nil {
				t.Fatalf("Within: %v", err)
			}
			inside := s.Within(part)
			for _, a := range inside.Areas() {
				sum[stateName(a.State)] += a.Km2
			}
		}
		for _, a := range s.Areas() {
			if math.Abs(sum[stateName(a.State)]-a.Km2) > 1e-6*a.Km2+1e-6 {
				t.Fatalf("%s: halves %v, whole %v km²", stateName(a.State), sum[stateName(a.State)], a.Km2)
			}
		}
	})
}
