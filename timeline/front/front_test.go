package front_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/front"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
	"pgregory.net/rapid"
)

const day = timeline.Day(735000)

// box is a country of 2° by 2°.
var box = orb.MultiPolygon{{{{37, 34}, {39, 34}, {39, 36}, {37, 36}, {37, 34}}}}

func place(id string, lon, lat float64) geo.Place {
	return geo.Place{ID: id, At: orb.Point{lon, lat}, Precision: geo.Exact}
}

func ground(t interface{ Fatalf(string, ...any) }, reachKm float64, places ...geo.Place) *front.Ground {
	g, err := front.NewGround(places, box, reachKm)
	if err != nil {
		t.Fatalf("NewGround: %v", err)
	}
	return g
}

// held reads "PLACE=HOLDER[+OTHER…]", one word each, as the holdings of a day.
func held(words string) func(string) (front.Word, bool) {
	all := map[string]timeline.Holding{}
	for _, w := range strings.Fields(words) {
		id, who, _ := strings.Cut(w, "=")
		h := timeline.Holding{Place: id, Span: timeline.Span{From: day, To: day + 1}}
		for i, a := range strings.Split(who, "+") {
			if i == 0 {
				h.Holder = timeline.Actor(a)
			} else {
				h.Others = append(h.Others, timeline.Actor(a))
			}
		}
		all[id] = h
	}
	return func(id string) (front.Word, bool) { h, ok := all[id]; return front.Word{Holding: h, Said: day}, ok }
}

// looks is what a map shows, without shapes.
func looks(m *front.Situation) string {
	var s []string
	for _, a := range m.Areas() {
		s = append(s, fmt.Sprintf("%s%v%v", a.Holder, a.Parties, a.Places))
	}
	for _, f := range m.Fronts() {
		s = append(s, fmt.Sprintf("%s|%s%v", f.A, f.B, f.Places))
	}
	return strings.Join(s, " ")
}

func TestTwoHoldersMakeOneFront(t *testing.T) {
	g := ground(t, 500, place("a1", 37.5, 34.5), place("a2", 37.5, 35.5), place("b1", 38.5, 34.5), place("b2", 38.5, 35.5))
	m := g.On(day, held("a1=red a2=red b1=blue b2=blue"))
	if got, want := looks(m), "blue[][b1 b2] red[][a1 a2] blue|red[[b2 a2] [b1 a1]]"; got != want {
		t.Fatalf("map %q\nwant %q", got, want)
	}
	f := m.Fronts()[0]
	if first, last := f.Line[0], f.Line[len(f.Line)-1]; math.Abs(first.Lat()-36) > 1e-9 || math.Abs(last.Lat()-34) > 1e-9 {
		t.Errorf("front from %v to %v: want from north to south, with blue in the east on its left", first, last)
	}
	if math.Abs(f.Km-222.39) > 0.01 {
		t.Errorf("front %v km: want 222.39, two degrees of latitude", f.Km)
	}
	if m.Day != day {
		t.Errorf("day %v: want %v", m.Day, day)
	}
}

func TestPlaceWithoutEvidenceColoursNothing(t *testing.T) {
	g := ground(t, 500, place("a", 37.3, 35), place("silent", 38, 35), place("b", 38.7, 35))
	for _, words := range []string{"a=red b=blue", "a=red silent=unknown b=blue", "a=red silent= b=blue"} {
		m := g.On(day, held(words))
		if got, want := looks(m), "blue[][b] red[][a] unknown[][silent]"; got != want {
			t.Errorf("%s: map %q, want %q", words, got, want)
		}
	}
	if got := looks(g.On(day+1, held("a=red b=blue"))); got != "unknown[][a b silent]" {
		t.Errorf("a day after the holdings: %q", got)
	}
	if id, km, ok := g.PlaceAt(orb.Point{38, 35.2}); id != "silent" || math.Abs(km-22.24) > 0.01 || !ok {
		t.Errorf("PlaceAt: %q, %v km, %v: want silent, 22.24 km", id, km, ok)
	}
}

func TestContestedGroundIsItsOwnArea(t *testing.T) {
	g := ground(t, 500, place("a", 37.2, 35), place("c1", 37.7, 35), place("c2", 38.2, 35), place("d", 38.5, 35), place("b", 38.9, 35))
	m := g.On(day, held("a=red c1=red+blue c2=blue+red d=red+green b=blue"))
	if got, want := looks(m), "blue[][b] red[][a] [blue red][c1 c2] [green red][d]"; got != want {
		t.Errorf("map %q\nwant %q", got, want)
	}
}

func TestPlacesAtOnePointWithDifferentHoldersAreContested(t *testing.T) {
	g := ground(t, 500, place("y", 38, 35), place("x", 38, 35), place("z", 38, 35))
	for words, want := range map[string]string{
		"x=red y=blue": "[blue red][x y]",
		"x=red y=red":  "red[][x y]",
		"z=red":        "red[][z]",
	} {
		if got := looks(g.On(day, held(words))); got != want {
			t.Errorf("%s: map %q, want %q", words, got, want)
		}
	}
	if id, _, _ := g.PlaceAt(orb.Point{37.5, 35}); id != "x" {
		t.Errorf("PlaceAt: %q, want the first id, x", id)
	}
}

func TestPlacesWithoutACell(t *testing.T) {
	vague := place("governorate", 38, 35)
	vague.Precision = geo.Area
	g := ground(t, 500, place("a", 37.5, 35), vague, place("abroad", 39.1, 35))
	if got, want := looks(g.On(day, held("a=red governorate=blue abroad=blue"))), "red[][a]"; got != want {
		t.Errorf("map %q, want %q", got, want)
	}
	if m := ground(t, 20).On(day, held("")); len(m.Areas())+len(m.Fronts()) != 0 {
		t.Errorf("no places: %q", looks(m))
	}
}

// TestColourEndsWithinReach also covers what areas promise together: they do
// not overlap, and by holder add up to the land near places.
func TestColourEndsWithinReach(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reach := rapid.Float64Range(25, 90).Draw(t, "reach")
		degree := rapid.Float64Range(0.001, 1.999)
		var places []geo.Place
		for i := range rapid.IntRange(0, 25).Draw(t, "places") {
			places = append(places, place(fmt.Sprintf("p%02d", i), 37+degree.Draw(t, "lon"), 34+degree.Draw(t, "lat")))
		}
		g := ground(t, reach, places...)
		m := g.On(day, func(id string) (front.Word, bool) {
			return front.Word{Holding: timeline.Holding{Holder: timeline.Actor(id[2:])}}, id[2] < '8'
		})
		one := g.On(day, func(string) (front.Word, bool) { return front.Word{Holding: timeline.Holding{Holder: "all"}}, true })
		sum, total := 0.0, 0.0
		for _, a := range m.Areas() {
			sum += a.Km2
		}
		for _, a := range one.Areas() {
			total += a.Km2
		}
		if math.Abs(sum-total) > 1e-6*total || total > geo.AreaKm2(box)*1.001 {
			t.Fatalf("areas sum to %v km², land near places is %v, the country %v", sum, total, geo.AreaKm2(box))
		}
		for range 30 {
			at := orb.Point{37 + degree.Draw(t, "at lon"), 34 + degree.Draw(t, "at lat")}
			checkColour(t, g, one, places, reach, at)
		}
	})
}

func checkColour(t *rapid.T, g *front.Ground, one *front.Situation, places []geo.Place, reach float64, at orb.Point) {
	nearest := math.Inf(1)
	for _, p := range places {
		nearest = min(nearest, geo.DistanceKm(at, p.At))
	}
	id, km, ok := g.PlaceAt(at)
	if nearest > reach && ok {
		t.Fatalf("%v is %v km from any place and has the colour of %s; reach %v", at, nearest, id, reach)
	}
	if planar.DistanceFrom(box, at) < 1e-9 {
		return
	}
	if nearest < reach/3 && !ok {
		t.Fatalf("%v is %v km from a place and has no colour; reach %v", at, nearest, reach)
	}
	if ok && km > nearest*1.02+1e-6 {
		t.Fatalf("%v is %v km from a place; PlaceAt says %s, %v km", at, nearest, id, km)
	}
	covered := slices.ContainsFunc(one.Areas(), func(a front.Area) bool { return planar.MultiPolygonContains(a.Shape, at) })
	if covered != ok && planar.DistanceFrom(one.Areas()[0].Shape, at) > 1e-7 {
		t.Fatalf("%v: covered %v, near a place %v", at, covered, ok)
	}
}

func TestReachMustBeADistance(t *testing.T) {
	for _, reach := range []float64{0, -5, 4.9, 1001, math.NaN(), math.Inf(1)} {
		if _, err := front.NewGround(nil, box, reach); err == nil || !strings.Contains(err.Error(), "reach") {
			t.Errorf("reach %v: error %v", reach, err)
		}
	}
	if _, err := front.NewGround([]geo.Place{place("nowhere", 38, 95)}, box, 20); err == nil || !strings.Contains(err.Error(), `"nowhere"`) {
		t.Errorf("latitude 95: error %v", err)
	}
	if _, err := front.NewGround(nil, nil, 20); err == nil || !strings.Contains(err.Error(), "outline") {
		t.Errorf("no outline: error %v", err)
	}
}

func TestManyDaysAtOnce(t *testing.T) {
	g := ground(t, 50, place("a", 37.5, 35), place("b", 37.9, 35), place("c", 38.2, 35.1))
	want := looks(g.On(day, held("a=red b=blue c=blue")))
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if got := looks(g.On(day, held("a=red b=blue c=blue"))); got != want {
				t.Errorf("map %q, want %q", got, want)
			}
			g.PlaceAt(orb.Point{37.7, 35})
		})
	}
	all.Wait()
}
