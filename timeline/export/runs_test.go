package export

import (
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
		maps := func(yield func(timeline.Span, []front.Area) bool) {
			for i, places := range days {
				var areas []front.Area
				for _, id := range places {
					areas = append(areas, front.Area{Places: []string{id}})
				}
				if day := timeline.Day(i + 1); !yield(timeline.Span{From: day, To: day + 1}, areas) {
					return
				}
			}
		}
		got := make([][]string, len(days))
		ends := map[string][]timeline.Day{}
		begins := map[string][]timeline.Day{}
		for span, area := range runs(maps, func(areas []front.Area) []front.Area { return areas }, sameArea) {
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
	})
}
