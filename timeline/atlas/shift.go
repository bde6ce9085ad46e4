package atlas

import (
	"maps"
	"slices"

	"frontline/timeline"
)

// Shifts are the places, by id, and days of which another atlas says something
// else than a.
func (a *Atlas) Shifts(other *Atlas) []timeline.Shift {
	ids := maps.Clone(a.numbers)
	maps.Copy(ids, other.numbers)
	var out []timeline.Shift
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		place, there := other.places[id]
		if !there {
			place = a.places[id]
		}
		for _, d := range a.History(id).Differences(other.History(id)) {
			out = append(out, timeline.Shift{Place: place, Difference: d})
		}
	}
	return out
}
