package export

import (
	"fmt"
	"iter"
	"slices"
	"testing"

	"frontline/timeline"
	"frontline/timeline/front"

	"pgregory.net/rapid"
)

// Whatever the maps: on each day exactly the things of that day's map are in a
// run, and no run ends on the day on which another of the same thing begins.
func TestRunsSayWhatTheMapsSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.SliceOfN(rapid.SliceOfDistinct(rapid.SampledFrom([]string{"a", "b", "c"}), rapid.ID), 0, 8).Draw(t, "places by day")
		maps := func(from, to int) iter.Seq2[timeline.Span, []front.Area] {
			return func(yield func(timeline.Span, []front.Area) bool) {
				for i := from; i < to; i++ {
					var areas []front.Area
					for _, id := range days[i] {
						areas = append(areas, front.Area{Places: []string{id}})
					}
					if day := timeline.Day(i + 1); !yield(timeline.Span{From: day, To: day + 1}, areas) {
						return
					}
				}
			}
		}
		itself := func(areas []front.Area) []front.Area { return areas }
		whole := around[[]front.Area]{maps(0, 0), maps(0, len(days)), maps(0, 0)}
		got := make([][]string, len(days))
		ends := map[string][]timeline.Day{}
		begins := map[string][]timeline.Day{}
		for span, area := range runs(whole, itself, sameArea) {
			id := area.Places[0]
			for day := span.From; day < span.To; day++ {
				got[day-1] = append(got[day-1], id)
			}
			begins[id], ends[id] = append(begins[id], span.From), append(ends[id], span.To)
		}
		for i := range days {
			slices.Sort(days[i])
			slices.Sort(got[i])
			if !slices.Equal(days[i], got[i]) {
				t.Fatalf("day %d: runs of %v, map of %v", i+1, got[i], days[i])
			}
		}
		for id := range ends {
			for _, day := range ends[id] {
				if slices.Contains(begins[id], day) {
					t.Fatalf("%s: a run ends on day %d and another begins", id, day)
				}
			}
		}
		from := rapid.IntRange(0, len(days)).Draw(t, "from")
		to := rapid.IntRange(from, len(days)).Draw(t, "to")
		var want, some []string // of all runs, those that share a day with some days
		for span, area := range runs(whole, itself, sameArea) {
			if span.Overlaps(timeline.Span{From: timeline.Day(from + 1), To: timeline.Day(to + 1)}) && from < to {
				want = append(want, fmt.Sprint(span, area.Places))
			}
		}
		before := func(yield func(timeline.Span, []front.Area) bool) {
			for i := from; i > 0; i-- {
				for span, areas := range maps(i-1, i) {
					if !yield(span, areas) {
						return
					}
				}
			}
		}
		for span, area := range runs(around[[]front.Area]{before, maps(from, to), maps(to, len(days))}, itself, sameArea) {
			some = append(some, fmt.Sprint(span, area.Places))
		}
		slices.Sort(want)
		slices.Sort(some)
		if !slices.Equal(some, want) {
			t.Fatalf("days %d to %d: runs %v, want %v", from, to, some, want)
		}
	})
}
