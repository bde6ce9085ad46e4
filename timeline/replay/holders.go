package replay

import (
	"maps"
	"slices"

	"frontline/timeline"
)

// changes compares what two chronicles know of all places, by place and day.
func changes(before, after *chronicle) []timeline.Shift {
	ids := map[string]bool{}
	for _, c := range []*chronicle{before, after} {
		for id := range c.claims {
			ids[id] = true
		}
	}
	var out []timeline.Shift
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		place, there := after.places[id]
		if !there {
			place = before.places[id]
		}
		for _, d := range before.history(id).Differences(after.history(id)) {
			out = append(out, timeline.Shift{Place: place, Difference: d})
		}
	}
	return out
}
