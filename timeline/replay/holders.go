package replay

import (
	"cmp"
	"maps"
	"slices"

	"frontline/geo"
	"frontline/timeline"
)

// HolderChange is a place whose holder would be another through a span of
// days.
type HolderChange struct {
	Place         geo.Place
	Span          timeline.Span
	Before, After Held
}

// Held is who holds a place. The zero Held is: nothing is known.
type Held struct {
	Holder timeline.Actor
	Others []timeline.Actor // who else is in it
}

func (h Held) equal(o Held) bool { return h.Holder == o.Holder && slices.Equal(h.Others, o.Others) }

// changes compares what two chronicles know of all places, by place and day.
func changes(before, after *chronicle) []HolderChange {
	ids := map[string]bool{}
	for _, c := range []*chronicle{before, after} {
		for id := range c.claims {
			ids[id] = true
		}
	}
	var out []HolderChange
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		place, there := after.places[id]
		if !there {
			place = before.places[id]
		}
		for _, d := range differences(before.history(id), after.history(id)) {
			d.Place = place
			out = append(out, d)
		}
	}
	return out
}

// differences are the spans through which two histories of a place say
// different things, as long as they can be.
func differences(before, after timeline.History) []HolderChange {
	days := map[timeline.Day]bool{}
	for _, h := range slices.Concat(before, after) {
		days[h.From] = true
		if h.To != 0 {
			days[h.To] = true
		}
	}
	turns := slices.SortedFunc(maps.Keys(days), cmp.Compare)
	var out []HolderChange
	for i, from := range turns {
		to := timeline.Day(0)
		if i+1 < len(turns) {
			to = turns[i+1]
		}
		d := HolderChange{Span: timeline.Span{From: from, To: to}, Before: heldOn(before, from), After: heldOn(after, from)}
		if d.Before.equal(d.After) {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Span.To == from && out[n-1].Before.equal(d.Before) && out[n-1].After.equal(d.After) {
			out[n-1].Span.To = to
			continue
		}
		out = append(out, d)
	}
	return out
}

func heldOn(h timeline.History, d timeline.Day) Held {
	x, ok := h.On(d)
	if !ok {
		return Held{}
	}
	return Held{x.Holder, x.Others}
}
