package front_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"frontline/geo"
	"frontline/geo/overlay"
	"frontline/timeline"
	"frontline/timeline/front"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
	"pgregory.net/rapid"
)

func difference(t interface{ Fatalf(string, ...any) }, before, after *front.Situation) []front.Change {
	changes, err := front.Difference(before, after)
	if err != nil {
		t.Fatalf("Difference: %v", err)
	}
	return changes
}

// passed is what changes tell, without shapes.
func passed(changes []front.Change) string {
	var s []string
	for _, c := range changes {
		s = append(s, fmt.Sprintf("%s%v→%s%v%v", c.From.Holder, c.From.Parties, c.To.Holder, c.To.Parties, c.Places))
	}
	return strings.Join(s, " ")
}

func TestDifferenceOfTwoDays(t *testing.T) {
	g := ground(t, 500, place("a", 37.5, 35), place("b", 38, 35), place("c", 38.5, 35))
	before := g.On(day, held("a=red b=red c=blue"))
	for words, want := range map[string]string{
		"a=red b=red c=blue":       "",
		"a=red b=blue c=blue":      "red[]→blue[][b]",
		"a=blue b=blue c=red":      "blue[]→red[][c] red[]→blue[][a b]",
		"a=red b=red+blue c=blue":  "red[]→[blue red][b]",
		"a=red b=red":              "blue[]→unknown[][c]",
		"a=red b=red c=blue+green": "blue[]→[blue green][c]",
	} {
		if got := passed(difference(t, before, g.On(day, held(words)))); got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
	if _, err := front.Difference(before, ground(t, 500, place("a", 37.5, 35)).On(day, held(""))); err == nil {
		t.Error("days on different grounds are compared")
	}
}

// TestBandOfAChange: three villages in a row, the middle one taken. Its border
// lies anywhere between it and the two others.
func TestBandOfAChange(t *testing.T) {
	g := ground(t, 500, place("a", 37.5, 35), place("b", 38, 35), place("c", 38.5, 35))
	c := difference(t, g.On(day, held("a=red b=red c=blue")), g.On(day, held("a=red b=blue c=blue")))[0]
	if strip := geo.AreaKm2(orb.Bound{Min: orb.Point{37.75, 34}, Max: orb.Point{38.25, 36}}.ToPolygon()); math.Abs(c.Km2-strip) > 0.001*strip {
		t.Errorf("changed %v km²: want %v", c.Km2, strip)
	}
	// Both triangles from b to its borders make half of the strip.
	if math.Abs(c.LeastKm2-c.Km2/2) > 0.01*c.Km2 || math.Abs(c.MostKm2-1.5*c.Km2) > 0.01*c.Km2 {
		t.Errorf("between %v and %v km²: want a half and one and a half of %v", c.LeastKm2, c.MostKm2, c.Km2)
	}
	for at, within := range map[orb.Point]bool{{37.6, 35}: true, {37.9, 35}: true, {38.4, 35}: true, {38, 35.5}: false, {37.45, 35}: false} {
		if got := planar.MultiPolygonContains(c.Band, at); got != within {
			t.Errorf("%v in the band: %v, want %v", at, got, within)
		}
	}
}

// drawDay gives every place of a ground one of three holders, two of them, or none.
func drawDay(t *rapid.T, label string, ids []string) func(string) (front.Word, bool) {
	var words []string
	for _, id := range ids {
		if who := rapid.SampledFrom([]string{"", "red", "blue", "green", "red+blue"}).Draw(t, label+id); who != "" {
			words = append(words, id+"="+who)
		}
	}
	return held(strings.Join(words, " "))
}

func drawPlaces(t *rapid.T) (places []geo.Place, ids []string) {
	degree := rapid.Float64Range(0.001, 1.999)
	for i := range rapid.IntRange(1, 20).Draw(t, "places") {
		id := fmt.Sprintf("p%02d", i)
		ids = append(ids, id)
		places = append(places, place(id, 37+degree.Draw(t, "lon"), 34+degree.Draw(t, "lat")))
	}
	return places, ids
}

// TestDifferencesAddUp: a day and itself have none; what a holder has after is
// what it had before, and what it won, without what it lost; back is forth
// turned round; and the order in which places are named plays no part.
func TestDifferencesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places, ids := drawPlaces(t)
		g := ground(t, 400, places...)
		first, second := drawDay(t, "before ", ids), drawDay(t, "after ", ids)
		before, after := g.On(day, first), g.On(day, second)
		if same := difference(t, before, g.On(day, first)); len(same) != 0 {
			t.Fatalf("a day and itself: %s", passed(same))
		}
		km2 := map[string]float64{}
		for _, a := range before.Areas() {
			km2[stateName(a.State)] += a.Km2
		}
		changes := difference(t, before, after)
		for _, c := range changes {
			km2[stateName(c.From)] -= c.Km2
			km2[stateName(c.To)] += c.Km2
			if c.LeastKm2 > c.Km2+1e-9 || c.MostKm2 < c.Km2-1e-9 || c.LeastKm2 < 0 {
				t.Fatalf("%v km² between %v and %v", c.Km2, c.LeastKm2, c.MostKm2)
			}
		}
		for _, a := range after.Areas() {
			km2[stateName(a.State)] -= a.Km2
		}
		for state, left := range km2 {
			if math.Abs(left) > 1e-6 {
				t.Fatalf("%s: %v km² do not add up", state, left)
			}
		}
		back := difference(t, after, before)
		if len(back) != len(changes) {
			t.Fatalf("forth %s, back %s", passed(changes), passed(back))
		}
		slices.Reverse(places)
		again := ground(t, 400, places...)
		if got, want := passed(difference(t, again.On(day, first), again.On(day, second))), passed(changes); got != want {
			t.Fatalf("places the other way round: %s, want %s", got, want)
		}
	})
}

func stateName(s front.State) string { return fmt.Sprint(s.Holder, s.Parties) }

func TestWhatIsConcludedIsToldApart(t *testing.T) {
	g := ground(t, 500, place("a", 37.5, 35), place("b", 38.5, 35))
	said := held("a=red b=red")
	s := g.On(day, func(id string) (front.Word, bool) {
		w, ok := said(id)
		w.Confidence, w.Said = 0.8, day-365
		if id == "b" {
			w.Basis = timeline.Inferred
		}
		return w, ok
	})
	a := s.Areas()[0]
	if math.Abs(a.ReportedKm2-a.Km2/2) > 1 || !s.Cells[0].Reported || s.Cells[1].Reported {
		t.Errorf("reported %v of %v km²: want a half; cells %+v", a.ReportedKm2, a.Km2, s.Cells)
	}
	if c := s.Cells[0]; math.Abs(c.Confidence-0.4) > 0.01 || c.Said != day-365 {
		t.Errorf("a year after 0.8: %+v, want 0.4", c)
	}
}

// TestTonesAreTheAreas: taken apart by belief, the ground of a state is what it was.
func TestTonesAreTheAreas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places, ids := drawPlaces(t)
		word := drawDay(t, "", ids)
		s := ground(t, 400, places...).On(day, func(id string) (front.Word, bool) {
			w, ok := word(id)
			w.Confidence = float64(id[2]-'0') / 9
			return w, ok
		})
		km2 := map[string]float64{}
		for _, a := range s.Areas() {
			km2[stateName(a.State)] += a.Km2
		}
		for _, tone := range s.Tones(4) {
			km2[stateName(tone.State)] -= geo.AreaKm2(tone.Shape)
			if known := tone.Held() || tone.Contested(); known != (tone.Confidence > 0) || tone.Confidence > 1 {
				t.Fatalf("%v is believed %v", tone.State, tone.Confidence)
			}
		}
		for state, left := range km2 {
			if math.Abs(left) > 1e-6 {
				t.Fatalf("%s: %v km² of its areas are in no tone", state, left)
			}
		}
	})
}

// TestBandsAreValid: whatever changes hands, bands are shapes that other programs
// take, and cut at a line they add up.
func TestBandsAreValid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places, ids := drawPlaces(t)
		g := ground(t, 400, places...)
		cut := rapid.Float64Range(37.1, 38.9).Draw(t, "cut")
		halves := []orb.MultiPolygon{{orb.Bound{Min: orb.Point{36, 33}, Max: orb.Point{cut, 37}}.ToPolygon()},
			{orb.Bound{Min: orb.Point{cut, 33}, Max: orb.Point{40, 37}}.ToPolygon()}}
		for _, c := range difference(t, g.On(day, drawDay(t, "before ", ids)), g.On(day, drawDay(t, "after ", ids))) {
			for _, shape := range []orb.MultiPolygon{c.Shape, c.Band, c.Inside, c.Outside} {
				if err := overlay.Check(shape); err != nil {
					t.Fatalf("%v: %v", err, shape)
				}
			}
			var sum front.Change
			for _, half := range halves {
				part, some, err := c.Within(half)
				if err != nil {
					t.Fatal(err)
				}
				if some {
					sum.Km2, sum.LeastKm2, sum.MostKm2 = sum.Km2+part.Km2, sum.LeastKm2+part.LeastKm2, sum.MostKm2+part.MostKm2
				} else if km2 := geo.AreaKm2(part.Outside); km2 > 0 {
					sum.MostKm2 += km2
				}
			}
			if math.Abs(sum.Km2-c.Km2) > 1e-3 || math.Abs(sum.LeastKm2-c.LeastKm2) > 1e-3 || math.Abs(sum.MostKm2-c.MostKm2) > 1e-3 {
				t.Fatalf("halves %v (%v to %v), whole %v (%v to %v)", sum.Km2, sum.LeastKm2, sum.MostKm2, c.Km2, c.LeastKm2, c.MostKm2)
			}
		}
	})
}
