package atlas_test

import (
	"fmt"
	"slices"
	"testing"

	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// The holdings of a box on some days are those of all holdings that lie in the box and
// share a day with these.
func TestBoxesAndDaysPickFromAllHoldings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := anyRegister(t)
		a := x.after(t, x.now)
		corner := func(name string) orb.Point {
			return orb.Point{rapid.Float64Range(37, 40).Draw(t, name+" lon"), rapid.Float64Range(34, 36).Draw(t, name+" lat")}
		}
		box := orb.MultiPoint{corner("one"), corner("other")}.Bound()
		if rapid.Bool().Draw(t, "all") {
			box = orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}
		}
		span := timeline.Span{From: anyDay(t, 0, logDays)}
		switch rapid.IntRange(0, 2).Draw(t, "days") {
		case 0:
			span.To = span.From + 1
		case 1:
			span.To = span.From + timeline.Day(rapid.IntRange(2, 60).Draw(t, "more"))
		}
		var want, got []string
		for place, h := range a.Holdings(atlas.Filter{}) {
			if box.Contains(place.At) && h.Overlaps(span) {
				want = append(want, fmt.Sprint(h.Place, h.Span, h.Holder))
			}
		}
		for place, h := range a.Holdings(atlas.Filter{Bound: &box, Span: span}) {
			if place.ID != h.Place {
				t.Fatalf("a holding of %s comes with %s", h.Place, place.ID)
			}
			got = append(got, fmt.Sprint(h.Place, h.Span, h.Holder))
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%v through %v: %v, want %v", box, span, got, want)
		}
	})
}
